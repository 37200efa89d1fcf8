import Testing

@testable import HTTPCore

/// Every wire fixture, however its bytes arrive.
@Suite struct WireTests {
  @Test func `the fixtures are found`() {
    #expect(WireFixture.all.count > 150)
  }

  @Test(arguments: WireFixture.all)
  func `a fixture comes to what it says, whole`(fixture: WireFixture) {
    var conversation = Conversation()
    conversation.receive(fixture.input)
    #expect(conversation.outcome == fixture.expected)
  }

  @Test(arguments: WireFixture.all)
  func `it comes to the same byte by byte`(fixture: WireFixture) {
    var conversation = Conversation()
    for byte in fixture.input { conversation.receive(CollectionOfOne(byte)) }
    #expect(conversation.outcome == fixture.expected)
  }

  @Test(arguments: WireFixture.all)
  func `it comes to the same split at every offset`(fixture: WireFixture) {
    for offset in offsets(fixture.input.count) {
      var conversation = Conversation()
      conversation.receive(fixture.input[..<offset])
      conversation.receive(fixture.input[offset...])
      #expect(conversation.outcome == fixture.expected, "split at \(offset)")
    }
  }

  @Test(arguments: WireFixture.all.filter { !$0.expected.contains("413 content-too-large") })
  func `it comes to the same when its content is passed on as it comes`(fixture: WireFixture) {
    var whole = Conversation(intake: .streamed)
    whole.receive(fixture.input)
    #expect(whole.outcome == fixture.expected)
    var bytes = Conversation(intake: .streamed)
    for byte in fixture.input { bytes.receive(CollectionOfOne(byte)) }
    #expect(bytes.outcome == fixture.expected)
  }

  @Test(arguments: WireFixture.all.filter(\.isValid))
  func `every truncation of a valid fixture asks for more`(fixture: WireFixture) {
    for offset in offsets(fixture.input.count) {
      var conversation = Conversation()
      conversation.receive(fixture.input[..<offset])
      let complete = conversation.events
      #expect(complete == Array(fixture.expected.prefix(complete.count)), "cut at \(offset)")
      if conversation.outcome.last != "more", conversation.connection.state != .draining {
        #expect(conversation.connection.wantsInput, "cut at \(offset)")
      }
    }
  }

  @Test(arguments: WireFixture.all)
  func `deleting any byte ends in a request, a refusal or a wish for more`(fixture: WireFixture) {
    for offset in offsets(fixture.input.count) {
      var input = fixture.input
      input.remove(at: offset)
      var conversation = Conversation()
      conversation.receive(input)
      #expect(!conversation.events.contains("no answer"), "without byte \(offset)")
    }
  }

  /// All offsets; of a fixture with a long run, those near its ends and every 97th between.
  private func offsets(_ count: Int) -> [Int] {
    (0..<count).filter { count < 600 || $0 < 200 || $0 > count - 200 || $0 % 97 == 0 }
  }
}

/// Input that is made to be expensive costs no more for each byte than any other.
@Suite struct LinearityTests {
  private static let hostile: [@Sendable (Int) -> [UInt8]] = [
    { Array("GET /".utf8) + Array(repeating: UInt8(ascii: "a"), count: $0) },
    { Array("GET / HTTP/1.1\r\nX:".utf8) + Array(repeating: UInt8(ascii: " "), count: $0) },
    {
      Array("GET / HTTP/1.1\r\nX: ".utf8) + Array(repeatElement([65, 32], count: $0 / 2).joined())
    },
    {
      Array("GET / HTTP/1.1\r\nX: a".utf8) + Array(repeating: UInt8(ascii: "\t"), count: $0)
        + Array("\r\nY: b\r\n".utf8)
    },
    { Array("GET / HTTP/1.1\r\n".utf8) + Array(repeating: UInt8(ascii: "n"), count: $0) },
    {
      Array("GET / HTTP/1.1\r\n".utf8)
        + Array(repeatElement(Array("Connection: ,,,,,,,,,,\r\n".utf8), count: $0 / 100).joined())
    },
  ]

  @Test(arguments: hostile.indices, [1, 7, 8192])
  func `a byte is looked at no more than twice`(index: Int, piece: Int) throws {
    let input = Self.hostile[index](7000)
    var parser = RequestHeadParser(limits: RequestLimits())
    var start = 0
    while start < input.count {
      let part = Array(input[start..<min(start + piece, input.count)])
      var position = 0
      let head = try parser.parse(part.span, at: &position)
      #expect(head == nil)
      #expect(position == part.count)
      start += piece
    }
    // Line breaks are looked at but not counted.
    #expect(parser.steps >= input.count / 2)
    #expect(parser.steps <= 2 * input.count)
  }
}
