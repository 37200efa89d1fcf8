import Glibc

/// A connection to the server on which a test says exactly what it wants to.
final class RawSocket {
  struct Fault: Error, Equatable { let errno: Int32 }

  private let descriptor: Int32
  private var received: [UInt8] = []

  init(port: UInt16) throws {
    descriptor = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    // Right because the address begins as `sockaddr` does and outlives the call.
    let result = unsafe withUnsafePointer(to: address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        unsafe connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard result == 0 else {
      let fault = errno
      close(descriptor)
      throw Fault(errno: fault)
    }
  }

  deinit { close(descriptor) }

  /// Sends all of it.
  func send(_ text: String) throws { try send(Array(text.utf8)) }

  func send(_ bytes: [UInt8]) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      // Right because the buffer is used within the call only.
      let count = unsafe rest.withUnsafeBytes {
        unsafe Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { throw Fault(errno: errno) }
      rest = rest.dropFirst(count)
    }
  }

  /// Says that nothing more is sent.
  func endSending() { _ = shutdown(descriptor, Int32(SHUT_WR)) }

  /// Everything up to and with this text, which is taken.
  func read(through end: String, _ deadline: Deadline = Deadline()) throws -> String {
    let mark = Array(end.utf8)
    while true {
      if let range = received.firstRange(of: mark) {
        let text = String(decoding: received[..<range.upperBound], as: UTF8.self)
        received.removeSubrange(..<range.upperBound)
        return text
      }
      guard try fill(deadline, end) else { throw Deadline.Passed(what: end) }
    }
  }

  /// One answer with a Content-Length: its status, its head, its content.
  func response() throws -> (status: Int, head: String, content: [UInt8]) {
    let head = try read(through: "\r\n\r\n")
    let length = head.split(separator: "\r\n").compactMap { line -> Int? in
      let parts = line.split(separator: ": ")
      return parts.first?.lowercased() == "content-length" ? Int(parts.last ?? "") : nil
    }.first
    while received.count < length ?? 0 {
      guard try fill(Deadline(), "content") else { throw Deadline.Passed(what: "content") }
    }
    let content = Array(received.prefix(length ?? 0))
    received.removeFirst(content.count)
    return (Int(head.split(separator: " ").dropFirst().first ?? "") ?? 0, head, content)
  }

  /// Everything until the server ends the connection.
  func readToEnd() throws -> String {
    while try fill(Deadline(), "the end of the connection") {}
    defer { received = [] }
    return String(decoding: received, as: UTF8.self)
  }

  /// Reads a piece; `false` at the end.
  private func fill(_ deadline: Deadline, _ what: String) throws -> Bool {
    try deadline.waitForInput(on: descriptor, what)
    var piece = [UInt8](repeating: 0, count: 65_536)
    // Right because the call writes no more than the buffer's length into it.
    let count = unsafe recv(descriptor, &piece, piece.count, 0)
    guard count > 0 else { return false }
    received += piece[..<count]
    return true
  }
}
