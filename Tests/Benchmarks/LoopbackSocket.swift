import Glibc

/// A connection to a port of this machine; it ends with its value.
final class LoopbackSocket {
  let descriptor: Int32

  /// Connects, and waits for nothing longer than five seconds from then on.
  init(port: UInt16) throws(BenchmarkError) {
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    guard descriptor >= 0 else { throw .system("socket", errno: errno) }
    let limit = timeval(tv_sec: 5, tv_usec: 0)
    set(SOL_SOCKET, SO_RCVTIMEO, limit)
    set(SOL_SOCKET, SO_SNDTIMEO, limit)
    set(Int32(IPPROTO_TCP), TCP_NODELAY, Int32(1))
    let address = Self.address(port)
    // Right because the address begins as `sockaddr` does and outlives the call.
    let result = unsafe withUnsafePointer(to: address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        unsafe connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard result == 0 else { throw .system("connect", errno: errno) }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// A port of this machine that was free a moment ago.
  static func freePort() throws(BenchmarkError) -> UInt16 {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    guard descriptor >= 0 else { throw .system("socket", errno: errno) }
    defer { close(descriptor) }
    var address = address(0)
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    // Right because the address begins as `sockaddr` does, outlives the calls, and has the size that
    // they are told.
    let result = unsafe withUnsafeMutablePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        unsafe bind(descriptor, $0, size) == 0 && getsockname(descriptor, $0, &size) == 0
      }
    }
    guard result else { throw .system("bind", errno: errno) }
    return UInt16(bigEndian: address.sin_port)
  }

  /// Sends all of it; waits where the other side does not take it at once.
  func send(_ bytes: [UInt8]) throws(BenchmarkError) {
    var sent = 0
    while sent < bytes.count {
      // Right because the rest of the buffer is used within the call only.
      let count = unsafe bytes.withUnsafeBytes { buffer in
        let rest = unsafe UnsafeRawBufferPointer(rebasing: buffer[sent...])
        return unsafe Glibc.send(
          descriptor, rest.baseAddress, rest.count, Int32(MSG_NOSIGNAL))
      }
      if count > 0 { sent += count } else if errno != EINTR { throw .system("send", errno: errno) }
    }
  }

  /// Receives what is there into the buffer: how much, 0 at the end, `nil` when nothing is there.
  /// It waits for something unless told that it must not.
  func receive(
    into buffer: inout [UInt8], waits: Bool = true
  ) throws(BenchmarkError) -> Int? {
    while true {
      let flags = waits ? 0 : Int32(MSG_DONTWAIT)
      // Right because the call writes no more than the buffer's length into it.
      let count = unsafe recv(descriptor, &buffer, buffer.count, flags)
      if count >= 0 { return count }
      if errno == EAGAIN && !waits { return nil }
      if errno != EINTR { throw .system("recv", errno: errno) }
    }
  }

  /// Sends a request and gives back all of its answer, which must be a 2xx with a Content-Length.
  func answer(to request: HTTPText) throws(BenchmarkError) -> HTTPText.Answer {
    try send(request.bytes)
    var received: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 65_536)
    while true {
      guard let count = try receive(into: &piece), count > 0 else {
        throw .answer("the connection ended within an answer")
      }
      received += piece[..<count]
      if let answer = try HTTPText.Answer(received) { return answer }
    }
  }

  private static func address(_ port: UInt16) -> sockaddr_in {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    return address
  }

  private func set<Value: BitwiseCopyable>(_ level: Int32, _ option: Int32, _ value: Value) {
    var value = value
    // Right because the call reads as many bytes as the value has.
    _ = unsafe setsockopt(descriptor, level, option, &value, socklen_t(MemoryLayout<Value>.size))
  }
}
