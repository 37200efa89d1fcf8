/// A request as it is sent.
struct HTTPText {
  let bytes: [UInt8]

  /// A request for a path; with `closes`, the last one of its connection.
  init(
    _ method: String, _ path: String, content: [UInt8]? = nil, type: String = "text/plain",
    closes: Bool = false
  ) {
    var head = "\(method) \(path) HTTP/1.1\r\nHost: localhost\r\n"
    if closes { head += "Connection: close\r\n" }
    if let content {
      head += "Content-Type: \(type)\r\nContent-Length: \(content.count)\r\n"
    }
    bytes = Array("\(head)\r\n".utf8) + (content ?? [])
  }

  /// How every answer that counts begins.
  static let success = Array("HTTP/1.1 2".utf8)

  /// An answer, all of which has come.
  struct Answer {
    /// Its bytes, head and content.
    let count: Int
    let content: [UInt8]

    /// Reads an answer; `nil` while more of it is to come.
    ///
    /// - Throws: ``BenchmarkError/answer(_:)`` unless it is a 2xx with a Content-Length.
    init?(_ bytes: [UInt8]) throws(BenchmarkError) {
      guard let end = bytes.firstRange(of: Array("\r\n\r\n".utf8)) else { return nil }
      let lines = String(decoding: bytes[..<end.lowerBound], as: UTF8.self).split(separator: "\r\n")
      let status = lines.first.map(String.init) ?? ""
      guard bytes.starts(with: HTTPText.success) else { throw .answer("answered: \(status)") }
      let length = lines.dropFirst().compactMap { line -> Int? in
        let parts = line.split(separator: ":", maxSplits: 1)
        guard parts.first?.lowercased() == "content-length" else { return nil }
        return parts.last.flatMap { Int($0.drop { $0 == " " }) }
      }.first
      guard let length, length >= 0 else { throw .answer("answered without a length: \(status)") }
      guard bytes.count - end.upperBound >= length else { return nil }
      count = end.upperBound + length
      content = Array(bytes[end.upperBound..<count])
    }
  }
}
