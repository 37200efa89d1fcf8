import Glibc
import Testing

@testable import HTTPServer

/// A client that says exactly what a test wants it to, over a blocking socket that gives up after
/// ten seconds.
///
/// `@unchecked Sendable`: a test uses it from one thread at a time.
final class RawClient: @unchecked Sendable {
  /// An answer as it was received.
  struct Response: Equatable {
    var status: Int
    var head: String
    var content: [UInt8]

    var text: String { String(decoding: content, as: UTF8.self) }
    func says(_ line: String) -> Bool { head.contains("\r\n" + line + "\r\n") }
  }

  private let descriptor: Int32
  private var buffer: [UInt8] = []
  /// Whether the last read found the end, rather than nothing for ten seconds.
  private var hasEnded = false

  init(_ address: BoundAddress, receiveBuffer: Int32? = nil) throws {
    let remote = try SocketAddress(host: address.host, port: address.port)
    descriptor = socket(remote.family, Int32(SOCK_STREAM.rawValue), 0)
    if let receiveBuffer { setOption(descriptor, SOL_SOCKET, SO_RCVBUF, receiveBuffer) }
    let patience = timeval(tv_sec: 10, tv_usec: 0)
    setOption(descriptor, SOL_SOCKET, SO_RCVTIMEO, patience)
    setOption(descriptor, SOL_SOCKET, SO_SNDTIMEO, patience)
    guard unsafe remote.withSockaddr({ unsafe connect(descriptor, $0, $1) }) == 0 else {
      throw HTTPServerError.systemCall("connect", errno: errno)
    }
  }

  deinit { close(descriptor) }

  @discardableResult
  func send(_ bytes: [UInt8]) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes {
        unsafe Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }

  @discardableResult
  func send(_ text: String) -> Bool { send(Array(text.utf8)) }

  /// Says that nothing more will be sent.
  func halfClose() { _ = shutdown(descriptor, Int32(SHUT_WR)) }

  /// Ends the connection by a reset.
  func reset() {
    setOption(descriptor, SOL_SOCKET, SO_LINGER, linger(l_onoff: 1, l_linger: 0))
    // The descriptor stays taken, so that `deinit` closes no stranger's.
    let null = unsafe open("/dev/null", O_RDONLY)
    dup2(null, descriptor)
    close(null)
  }

  /// Waits until the server has reset the connection, without reading.
  func waitForReset() -> Bool {
    var entry = pollfd(fd: descriptor, events: 0, revents: 0)
    return unsafe poll(&entry, 1, 10_000) == 1
  }

  /// Sends on until the server has closed the socket, whose answer to more is a reset; `false` when
  /// it takes all of it for ten seconds.
  func sendsUntilReset() -> Bool {
    let patience = Clocks.monotonic + 10_000_000_000
    while send([0]) { if Clocks.monotonic > patience { return false } }
    return true
  }

  /// Reads one piece; `false` at the end, or when nothing comes.
  private func fill(atMost count: Int = 65536) -> Bool {
    var piece = [UInt8](repeating: 0, count: count)
    let received = unsafe recv(descriptor, &piece, count, 0)
    hasEnded = received == 0
    guard received > 0 else { return false }
    buffer += piece[..<received]
    return true
  }

  /// Whether the server has ended the connection without saying more.
  func isAtEnd() -> Bool { buffer.isEmpty && !fill() && (hasEnded || errno == ECONNRESET) }

  /// The next answer, interim ones included; `nil` when none comes.
  func response(toHead: Bool = false, readingSlowly: Bool = false) -> Response? {
    while true {
      if let end = headEnd() {
        let head = String(decoding: buffer[..<end], as: UTF8.self)
        let status = Int(head.split(separator: " ")[1]) ?? 0
        let length = toHead ? 0 : Self.length(head)
        while buffer.count < end + length {
          guard fill(atMost: readingSlowly ? 4096 : 65536) else { return nil }
        }
        let content = Array(buffer[end..<(end + length)])
        buffer.removeFirst(end + length)
        return Response(status: status, head: head, content: content)
      }
      guard fill() else { return nil }
    }
  }

  /// The head of the next answer, whose content is left to ``chunk()`` or ``rest()``.
  func head() -> Response? { response(toHead: true) }

  /// The data of the next chunk, none of the last one; `nil` when the connection ends before.
  func chunk() -> [UInt8]? {
    guard let line = line(), let size = Int(line, radix: 16) else { return nil }
    while buffer.count < size + 2 { guard fill() else { return nil } }
    let data = Array(buffer[..<size])
    #expect(buffer[size..<(size + 2)].elementsEqual([13, 10]))
    buffer.removeFirst(size + 2)
    return data
  }

  /// The content in chunks; `nil` when it is cut short.
  func chunks() -> [UInt8]? {
    var content: [UInt8] = []
    while let data = chunk() {
      if data.isEmpty { return content }
      content += data
    }
    return nil
  }

  /// All up to the orderly end of the connection; `nil` when there is none.
  func rest() -> [UInt8]? {
    while fill() {}
    defer { buffer = [] }
    return hasEnded ? buffer : nil
  }

  private func line() -> String? {
    while true {
      if let end = buffer.firstIndex(of: 13), end + 1 < buffer.count {
        defer { buffer.removeFirst(end + 2) }
        return String(decoding: buffer[..<end], as: UTF8.self)
      }
      guard fill() else { return nil }
    }
  }

  private func headEnd() -> Int? {
    guard buffer.count >= 4 else { return nil }
    return (3..<buffer.count).first { buffer[($0 - 3)...$0].elementsEqual([13, 10, 13, 10]) }
      .map { $0 + 1 }
  }

  private static func length(_ head: String) -> Int {
    for line in head.split(separator: "\r\n") where line.hasPrefix("Content-Length: ") {
      return Int(line.dropFirst(16)) ?? 0
    }
    return 0
  }
}
