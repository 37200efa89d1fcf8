/// Why a server could not start.
package enum HTTPServerError: Error, Sendable, Equatable {
  /// Another process listens on that port.
  case addressInUse(host: String, port: UInt16)
  /// No interface of this machine has that address.
  case addressNotLocal(host: String)
  /// The address is one that the system does not bind by itself, such as a link-local one, which
  /// says nothing without an interface (RFC 4007 section 6).
  case addressNotBindable(host: String)
  /// The port is one that only a privileged process may bind.
  case permissionDenied(port: UInt16)
  /// The host is neither an IPv4 or IPv6 address nor `localhost`.
  case malformedHost(String)
  /// There are no descriptors left for the sockets that a server needs.
  case descriptorLimit
  /// A system call failed in a way that nobody expects.
  case systemCall(String, errno: Int32)
}

extension HTTPServerError: CustomStringConvertible {
  /// One line that says what to do about it.
  package var description: String {
    switch self {
    case .addressInUse(let host, let port):
      "\(host) port \(port) is in use: stop the process that listens there, or take another port"
    case .addressNotLocal(let host):
      "\(host) is no address of this machine: take 127.0.0.1, ::1, 0.0.0.0 or one of its own"
    case .addressNotBindable(let host):
      "\(host) cannot be listened on by itself, as link-local addresses cannot: take ::, or another"
        + " address of this machine"
    case .permissionDenied(let port):
      "port \(port) needs privileges: take a port above 1023"
    case .malformedHost(let host):
      "\"\(host)\" is no address to listen on: give an IPv4 or IPv6 address or localhost"
    case .descriptorLimit:
      "no file descriptors are left: raise the limit (ulimit -n) or lower the number of loops"
    case .systemCall(let name, let errno):
      "\(name) failed with errno \(errno): see its manual page, and report this"
    }
  }
}
