import Glibc
import HTTPCore

/// Where a server listens.
package struct BoundAddress: Sendable, Equatable, CustomStringConvertible {
  /// The address as a literal, without brackets.
  package let host: String
  package let port: UInt16

  /// An address that is known to be one.
  package init(host: String, port: UInt16) {
    self.host = host
    self.port = port
  }

  /// Whether it stands for all addresses of the machine, of its family.
  package var isUnspecified: Bool {
    IPAddress(literal: Array(host.utf8)[...])?.isUnspecified ?? false
  }

  /// Where this machine reaches the server: a server on all addresses is on loopback, too, and no
  /// request may name the unspecified address as its host.
  package var onThisMachine: BoundAddress {
    guard isUnspecified else { return self }
    return BoundAddress(host: host.contains(":") ? "::1" : "127.0.0.1", port: port)
  }

  /// `127.0.0.1:8080` or `[::1]:8080`: what stands in a URI.
  package var description: String { host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)" }
}

/// An IPv4 or IPv6 address with a port, in the form that the socket calls take.
enum SocketAddress {
  case v4(sockaddr_in)
  case v6(sockaddr_in6)

  /// The address of a literal or of `localhost`; names are not looked up.
  init(host: String, port: UInt16) throws(HTTPServerError) {
    let literal = host == "localhost" ? "127.0.0.1" : host
    var v4 = sockaddr_in()
    var v6 = sockaddr_in6()
    // Right because `inet_pton` writes no more than the address member that it is given.
    if unsafe inet_pton(AF_INET, literal, &v4.sin_addr) == 1 {
      v4.sin_family = sa_family_t(AF_INET)
      v4.sin_port = port.bigEndian
      self = .v4(v4)
    } else if unsafe inet_pton(AF_INET6, literal, &v6.sin6_addr) == 1 {
      v6.sin6_family = sa_family_t(AF_INET6)
      v6.sin6_port = port.bigEndian
      self = .v6(v6)
    } else {
      throw .malformedHost(host)
    }
  }

  /// The address that a socket is bound to.
  init(boundTo descriptor: Int32) throws(HTTPServerError) {
    unsafe try self.init("getsockname") { unsafe getsockname(descriptor, $0, $1) }
  }

  /// The address of the other side of a connection.
  init(peerOf descriptor: Int32) throws(HTTPServerError) {
    unsafe try self.init("getpeername") { unsafe getpeername(descriptor, $0, $1) }
  }

  /// The address that a call gives.
  private init(
    _ name: String,
    _ call: (UnsafeMutablePointer<sockaddr>, UnsafeMutablePointer<socklen_t>) -> Int32
  ) throws(HTTPServerError) {
    var storage = sockaddr_storage()
    var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
    // Right because the storage is large and aligned enough for every family, and its family is
    // looked at before it is read as one.
    let result = unsafe withUnsafeMutablePointer(to: &storage) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        unsafe call($0, &length)
      }
    }
    guard result == 0 else { throw .systemCall(name, errno: errno) }
    let family = Int32(storage.ss_family)
    self = unsafe withUnsafePointer(to: &storage) { pointer in
      let bytes = unsafe UnsafeRawPointer(pointer)
      return family == AF_INET6
        ? unsafe .v6(bytes.load(as: sockaddr_in6.self))
        : unsafe .v4(bytes.load(as: sockaddr_in.self))
    }
  }

  var family: Int32 {
    switch self {
    case .v4: AF_INET
    case .v6: AF_INET6
    }
  }

  var port: UInt16 {
    switch self {
    case .v4(let address): UInt16(bigEndian: address.sin_port)
    case .v6(let address): UInt16(bigEndian: address.sin6_port)
    }
  }

  /// The address without its port.
  var ipAddress: IPAddress {
    switch self {
    case .v4(let address): return IPAddress(v4: UInt32(bigEndian: address.sin_addr.s_addr))
    case .v6(let address):
      // Right because the structure is the 16 bytes of the address and nothing else.
      let bytes = unsafe withUnsafeBytes(of: address.sin6_addr) { unsafe Array($0) }
      return IPAddress(v6: bytes.reduce(0) { $0 << 8 | UInt128($1) })
    }
  }

  /// Calls `body` with the address as `bind` and `connect` take it.
  func withSockaddr(_ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32) -> Int32 {
    // Right because both structures begin as `sockaddr` does, and the pointer does not outlive
    // the call.
    switch self {
    case .v4(var address):
      unsafe withUnsafePointer(to: &address) { pointer in
        unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          unsafe body($0, socklen_t(MemoryLayout<sockaddr_in>.size))
        }
      }
    case .v6(var address):
      unsafe withUnsafePointer(to: &address) { pointer in
        unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          unsafe body($0, socklen_t(MemoryLayout<sockaddr_in6>.size))
        }
      }
    }
  }

  /// The address as a literal.
  var host: String {
    var text = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
    // Right because the buffer holds the longest literal with its NUL.
    switch self {
    case .v4(var address):
      _ = unsafe inet_ntop(AF_INET, &address.sin_addr, &text, socklen_t(text.count))
    case .v6(var address):
      _ = unsafe inet_ntop(AF_INET6, &address.sin6_addr, &text, socklen_t(text.count))
    }
    return String(
      decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
