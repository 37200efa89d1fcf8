import Glibc

/// One request that brings many articles, as lines of JSON, and is answered while it is sent.
struct BulkRun {
  /// Nanoseconds from the first byte sent to the last one received.
  let time: Double

  /// Sends the lines; all must be stored as new articles.
  init(_ port: UInt16, _ lines: [[UInt8]]) throws(BenchmarkError) {
    let length = lines.reduce(0) { $0 + $1.count + 1 }
    let head = """
      POST /v1/articles HTTP/1.1\r
      Host: localhost\r
      Content-Type: application/x-ndjson\r
      Content-Length: \(length)\r
      Connection: close\r
      \r

      """
    let socket = try LoopbackSocket(port: port)
    var received: [UInt8] = []
    var scratch = [UInt8](repeating: 0, count: 1 << 16)
    var piece = Array(head.utf8)[...]
    var next = 0
    let start = Clocks.monotonic
    while true {
      if piece.isEmpty, next < lines.count {
        // Some lines at a time: as a client does that reads a file.
        var joined: [UInt8] = []
        while next < lines.count, joined.count < 1 << 18 {
          joined += lines[next]
          joined.append(0x0A)
          next += 1
        }
        piece = joined[...]
      }
      let events = Int16(piece.isEmpty ? POLLIN : POLLIN | POLLOUT)
      var ready = pollfd(fd: socket.descriptor, events: events, revents: 0)
      // Right because the call is told that there is one.
      guard unsafe poll(&ready, 1, 30_000) > 0 else { throw .system("poll", errno: errno) }
      if ready.revents & Int16(POLLOUT) != 0 { try Self.send(&piece, on: socket.descriptor) }
      guard ready.revents & Int16(POLLIN | POLLHUP) != 0 else { continue }
      guard let count = try socket.receive(into: &scratch, waits: false) else { continue }
      if count == 0 { break }
      received += scratch[..<count]
    }
    time = Double(Clocks.monotonic - start)
    let created = Self.count(of: Array(#""status":201"#.utf8), in: try Self.content(received))
    guard created == lines.count else {
      throw .answer(
        "of \(lines.count) lines \(created) were stored: "
          + String(decoding: received.suffix(300), as: UTF8.self))
    }
  }

  /// Sends what goes without waiting.
  private static func send(
    _ piece: inout ArraySlice<UInt8>, on descriptor: Int32
  ) throws(BenchmarkError) {
    // Right because the rest of the buffer is used within the call only.
    let count = unsafe piece.withUnsafeBytes {
      unsafe Glibc.send(
        descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL | MSG_DONTWAIT))
    }
    if count > 0 {
      piece = piece.dropFirst(count)
    } else if errno != EAGAIN, errno != EINTR {
      throw .system("send", errno: errno)
    }
  }

  /// What is in the chunks of an answer (RFC 9112 section 7.1), all of which has come.
  private static func content(_ answer: [UInt8]) throws(BenchmarkError) -> [UInt8] {
    let lineEnd = Array("\r\n".utf8)
    guard answer.starts(with: HTTPText.success), let head = answer.firstRange(of: lineEnd + lineEnd)
    else {
      throw .answer(String(decoding: answer.prefix(200), as: UTF8.self))
    }
    var content: [UInt8] = []
    var rest = answer[head.upperBound...]
    while let end = rest.firstRange(of: lineEnd),
      let size = Int(String(decoding: rest[..<end.lowerBound], as: UTF8.self), radix: 16), size > 0
    {
      content += rest[end.upperBound...].prefix(size)
      rest = rest[end.upperBound...].dropFirst(size + lineEnd.count)
    }
    return content
  }

  private static func count(of text: [UInt8], in content: [UInt8]) -> Int {
    content.split(separator: 0x0A).count { $0.firstRange(of: text) != nil }
  }
}
