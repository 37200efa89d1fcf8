import Testing

@testable import HTTPCore

@Suite struct ResponseEncoderTests {
  private static let date = "Date: Sun, 06 Nov 1994 08:49:37 GMT\r\n"

  private func head(_ response: HTTPResponse, _ persistence: Persistence = .implied) -> String {
    var output: [UInt8] = []
    ResponseEncoder(secondsSince1970: 784_111_777).appendHead(
      of: response, persistence, to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  @Test func `an answer has its status, its date, its length and its fields`() {
    var fields = HTTPFields()
    fields.append(.contentType, "text/plain")
    let response = HTTPResponse(status: .ok, fields: fields, content: Array("hello".utf8))
    #expect(
      head(response) == "HTTP/1.1 200 OK\r\n\(Self.date)Content-Length: 5\r\n"
        + "Content-Type: text/plain\r\n\r\n")
  }

  @Test(arguments: [
    (Persistence.implied, ""), (.announced, "Connection: keep-alive\r\n"),
    (.close, "Connection: close\r\n"),
  ])
  func `what becomes of the connection is said where it has to be`(
    persistence: Persistence, line: String
  ) {
    #expect(
      head(HTTPResponse(status: .notFound), persistence)
        == "HTTP/1.1 404 Not Found\r\n\(Self.date)\(line)Content-Length: 0\r\n\r\n")
  }

  @Test(arguments: [HTTPStatus.noContent, .notModified])
  func `an answer that has no content has no length`(status: HTTPStatus) {
    let text = head(HTTPResponse(status: status, content: [1]))
    #expect(text == "HTTP/1.1 \(status.code) \(status.reason)\r\n\(Self.date)\r\n")
  }

  @Test(arguments: [
    (ResponseFraming.chunked, "Transfer-Encoding: chunked\r\n"), (.untilClose, ""),
  ])
  func `an answer in pieces says how they are delimited, and no length`(
    framing: ResponseFraming, line: String
  ) {
    var output: [UInt8] = []
    var fields = HTTPFields()
    fields.append(.contentEncoding, "gzip")
    let response = HTTPResponse(
      status: .ok, fields: fields, stream: ContentSource(next: { $0(.end) }))
    ResponseEncoder(secondsSince1970: 784_111_777).appendHead(
      of: response, .implied, framing: framing, to: &output)
    #expect(
      String(decoding: output, as: UTF8.self)
        == "HTTP/1.1 200 OK\r\n\(Self.date)\(line)Content-Encoding: gzip\r\n\r\n")
  }

  @Test(arguments: [1, 9, 10, 15, 16, 255, 256, 65_536, 1_048_575, Int.max])
  func `a chunk begins with its size`(count: Int) {
    var output: [UInt8] = []
    ResponseEncoder(secondsSince1970: 0).appendChunkStart(count, to: &output)
    #expect(String(decoding: output, as: UTF8.self) == String(count, radix: 16) + "\r\n")
  }

  @Test func `a field value cannot end its line`() {
    var fields = HTTPFields()
    fields.append(.location, "/a\r\nX: y\0")
    #expect(
      head(HTTPResponse(status: .created, fields: fields)).hasSuffix("Location: /a  X: y \r\n\r\n"))
  }

  @Test func `the date changes when it is told to`() {
    var encoder = ResponseEncoder(secondsSince1970: 0)
    encoder.setDate(secondsSince1970: 784_111_777)
    var output: [UInt8] = []
    encoder.appendHead(of: HTTPResponse(status: .ok), .implied, to: &output)
    #expect(
      String(decoding: output, as: UTF8.self)
        == "HTTP/1.1 200 OK\r\n\(Self.date)Content-Length: 0\r\n\r\n")
  }

  @Test(arguments: [
    (0, "Thu, 01 Jan 1970 00:00:00 GMT"), (784_111_777, "Sun, 06 Nov 1994 08:49:37 GMT"),
    (951_782_399, "Mon, 28 Feb 2000 23:59:59 GMT"), (951_782_400, "Tue, 29 Feb 2000 00:00:00 GMT"),
    (951_868_800, "Wed, 01 Mar 2000 00:00:00 GMT"),
    (1_735_689_599, "Tue, 31 Dec 2024 23:59:59 GMT"),
    (4_107_542_400, "Mon, 01 Mar 2100 00:00:00 GMT"), (-1, "Thu, 01 Jan 1970 00:00:00 GMT"),
    (.max, "Fri, 31 Dec 9999 23:59:59 GMT"),
  ])
  func `a date is written as HTTP writes it`(seconds: Int, text: String) {
    var bytes: [UInt8] = []
    HTTPDate.append(secondsSince1970: seconds, to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == text)
    if seconds >= 0, seconds < .max { #expect(HTTPDate.parse(bytes[...]) == seconds) }
  }

  @Test(arguments: [
    ("Sun, 06 Nov 1994 08:49:37 GMT", 784_111_777), ("Sunday, 06-Nov-94 08:49:37 GMT", 784_111_777),
    ("Sun Nov  6 08:49:37 1994", 784_111_777), ("Wed Nov 16 08:49:37 1994", 784_975_777),
    ("Wednesday, 01-Jan-69 00:00:00 GMT", 3_124_224_000),
    ("Sun, 06 Nov 1994 08:49:37 UTC", nil), ("Sun, 06 Nov 1994 08:49:37", nil),
    ("Sun, 6 Nov 1994 08:49:37 GMT", nil), ("Sun, 06 Nov 94 08:49:37 GMT", nil),
    ("Sun, 06 nov 1994 08:49:37 GMT", nil), ("Sun, 06 Nov 1994 24:49:37 GMT", nil),
    ("Sun, 06 Nov 1994 08:60:37 GMT", nil), ("Sun, 06 Nov 1994 8:49:37 GMT", nil),
    ("Sun, 32 Nov 1994 08:49:37 GMT", nil), ("Wed, 31 Nov 1994 08:49:37 GMT", nil),
    ("Tue, 29 Feb 1994 08:49:37 GMT", nil), ("Sun, 00 Nov 1994 08:49:37 GMT", nil),
    ("Wed, 31 Dec 1969 23:59:59 GMT", nil), ("Sun 06 Nov 1994 08:49:37 GMT", nil),
    ("Sunday, 06-Nov-1994 08:49:37 GMT", nil), ("Sunday, 06-Nov 08:49:37 GMT  x", nil),
    ("Sun, 06 Nov 1994 08:49:+7 GMT", nil), ("784111777", nil), ("", nil), ("yesterday", nil),
    ("                             ", nil),
  ])
  func `a date is read in each of its three forms`(text: String, seconds: Int?) {
    #expect(HTTPDate.parse(Array(text.utf8)[...]) == seconds)
  }
}
