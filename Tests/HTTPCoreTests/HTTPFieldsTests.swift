import Testing

@testable import HTTPCore

@Suite struct HTTPFieldsTests {
  @Test func `a received section is found by name in any case and joined in order`() throws {
    let input = Array(
      "GET / HTTP/1.1\r\nHost: a\r\naCCEPT: \t x \r\nX-A:\r\nAccept:y\r\n\r\n".utf8)
    var parser = RequestHeadParser(limits: RequestLimits())
    var position = 0
    let head = try #require(try parser.parse(input.span, at: &position))
    #expect(head.fields[.accept] == "x, y")
    #expect(head.fields[.host] == "a")
    #expect(try head.fields[#require(HTTPFieldName("x-a"))] == "")
    #expect(head.fields[.expect] == nil)
    #expect(
      head.fields.values(of: .accept).map { Array($0) } == [Array("x".utf8), Array("y".utf8)])
  }

  @Test func `as many fields as are allowed are taken, and no more`() throws {
    let limit = RequestLimits().fieldCount
    for count in [limit - 1, limit] {
      let lines = (0..<count).map { "X-\($0): y\r\n" }.joined()
      let input = Array("GET / HTTP/1.1\r\nHost: a\r\n\(lines)\r\n".utf8)
      var conversation = Conversation()
      conversation.receive(input)
      #expect(conversation.outcome == (count < limit ? ["GET /"] : ["431 too-many-fields"]))
    }
  }

  @Test func `a section as large as is allowed is taken, and no larger`() {
    let limit = RequestLimits().fieldSectionBytes
    let frame = "Host:a\r\nX:\r\n".utf8.count
    for excess in [0, 1] {
      let value = String(repeating: "v", count: limit - frame + excess)
      var conversation = Conversation()
      conversation.receive(Array("GET / HTTP/1.1\r\nHost:a\r\nX:\(value)\r\n\r\n".utf8))
      #expect(conversation.outcome == (excess == 0 ? ["GET /"] : ["431 field-section-too-large"]))
    }
  }

  @Test func `a request line as long as is allowed is taken, and no longer`() {
    let limit = RequestLimits().requestLineBytes
    let frame = "GET /? HTTP/1.1".utf8.count
    for excess in [0, 1] {
      let query = String(repeating: "a", count: limit - frame + excess)
      var conversation = Conversation()
      conversation.receive(Array("GET /?\(query) HTTP/1.1\r\nHost: a\r\n\r\n".utf8))
      #expect(
        conversation.outcome
          == (excess == 0 ? ["GET / ?\(query)="] : ["414 request-line-too-long"]))
    }
  }
}
