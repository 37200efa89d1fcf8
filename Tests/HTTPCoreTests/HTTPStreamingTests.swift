import Testing

@testable import HTTPCore

/// Content that is passed on as it comes and answers in pieces, on a clock that the test turns.
@Suite struct HTTPStreamingTests {
  private static let second = ConnectionTimeouts.second
  private static let get = "GET / HTTP/1.1\r\nHost: a\r\n\r\n"
  private static let post = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\n"
  private static let chunked = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"

  private var connection = HTTPConnection(configuration: ConnectionConfiguration(), now: 0)
  private var now: Instant = 0
  private var allowance = Int.max

  /// What the owner has to do, in a word.
  private enum Step: Equatable {
    case none, admit, deliver, sendContinue, shutDownSending, close, reset
    case content(String, isLast: Bool)
    case refuse(RequestError)
    case contentEnded(RequestError)

    init(_ action: HTTPConnection.Action) {
      self =
        switch action {
        case .none: .none
        case .admit: .admit
        case .deliver: .deliver
        case .content(let piece, let isLast):
          .content(String(decoding: piece, as: UTF8.self), isLast: isLast)
        case .sendContinue: .sendContinue
        case .refuse(let error, _): .refuse(error)
        case .contentEnded(let error): .contentEnded(error)
        case .shutDownSending: .shutDownSending
        case .close: .close
        case .reset: .reset
        }
    }
  }

  /// Passes bytes in; gives what came of it and how many were left.
  private mutating func receive(_ bytes: [UInt8]) -> (step: Step, rest: Int) {
    var position = 0
    let action = connection.received(bytes.span, at: &position, allowance: allowance, now: now)
    return (Step(action), bytes.count - position)
  }

  private mutating func endContent() -> Bool { connection.endContent(now: now) }

  private mutating func receive(_ text: String) -> Step { receive(Array(text.utf8)).step }

  private mutating func admit(_ intake: HTTPConnection.Intake = .streamed) -> Step {
    Step(connection.admit(intake, allowance: allowance, now: now))
  }

  @Test mutating func `content that trickles is a request that is long in coming`() {
    #expect(receive("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 100000\r\n\r\n") == .admit)
    #expect(admit() == .none)
    let began = now
    for _ in 0..<8 {
      pass(1)
      _ = receive("x")
      #expect(connection.requestComesSince == began)
    }
    pass(1)
    _ = receive([UInt8](repeating: 0, count: 16 * 1024))
    #expect(connection.requestComesSince == now)
    // The handler has not taken what there is: it is not the client who is slow.
    _ = receive([UInt8](repeating: 0, count: 80_000))
    pass(1)
    let action = connection.makeRoom(now: now)
    #expect(Step(action) == .refuse(.tooManyConnections))
  }

  private mutating func drained() -> Step { Step(connection.outputDrained(now: now)) }
  private mutating func end() -> Step { Step(connection.inputEnded(now: now)) }
  private mutating func failed() -> Step { Step(connection.answerFailed()) }
  private mutating func deadline() -> Step { Step(connection.deadlineReached(now: now)) }
  private mutating func pass(_ seconds: UInt64) { now += seconds * Self.second }

  /// Brings the connection to the named state by the shortest way, in HTTP/1.1 or 1.0.
  private mutating func reach(_ state: String, version: String = "1.1") {
    let host = "HTTP/\(version)\r\nHost: a\r\n"
    switch state {
    case "admitting":
      #expect(receive("POST / \(host)Content-Length: 5\r\n\r\n") == .admit)
    case "receiving":
      reach("admitting", version: version)
      #expect(admit() == .none)
    case "exchanging":
      reach("receiving", version: version)
      #expect(connection.answerBegan(now: now) != nil)
    case "answering":
      #expect(receive("GET / \(host)\r\n") == .deliver)
      #expect(connection.answerBegan(now: now) != nil)
    default: Issue.record("no such state")
    }
  }

  // MARK: Admission

  @Test mutating func `only content has to be admitted`() {
    #expect(receive(Self.get) == .deliver)
    _ = connection.answered(now: now)
    #expect(receive("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n") == .deliver)
    _ = connection.answered(now: now)
    #expect(receive(Self.post) == .admit)
    #expect(!connection.wantsInput)
  }

  @Test(arguments: [HTTPConnection.Intake.whole, .streamed])
  mutating func `leave to send is given with the admission`(intake: HTTPConnection.Intake) {
    let head = Self.post.replacing("Content", with: "Expect: 100-continue\r\nContent")
    #expect(receive(head) == .admit)
    #expect(admit(intake) == .sendContinue)
    #expect(connection.state == (intake == .whole ? .readingContent : .receiving))
  }

  @Test mutating func `who is turned away is answered, drained and gone`() {
    let head = Self.post.replacing("Content", with: "Expect: 100-continue\r\nContent")
    #expect(receive(head) == .admit)
    #expect(
      connection.turnAway(now: now)
        == HTTPConnection.Reply(persistence: .close, omitsContent: false))
    #expect(connection.turnAway(now: now) == nil)
    #expect(!connection.wantsInput)
    #expect(drained() == .shutDownSending)
    #expect(receive("hello") == .none)
    #expect(connection.state == .draining)
  }

  @Test mutating func `a length beyond the limit is refused when it is wanted whole, not else`() {
    let head = Self.post.replacing("5", with: "8388609")
    #expect(receive(head) == .admit)
    var other = self
    #expect(admit(.whole) == .refuse(.contentTooLarge(limit: 8 << 20)))
    #expect(other.admit(.streamed) == .none)
    #expect(other.connection.heldContent == 0)
  }

  @Test mutating func `no stream is begun when nothing more may be held`() {
    #expect(receive(Self.post) == .admit)
    allowance = 0
    #expect(admit() == .refuse(.tooMuchInFlight))
  }

  @Test(arguments: ["receiving", "exchanging", "answering"])
  mutating func `what was admitted is not admitted again`(state: String) {
    reach(state)
    #expect(admit() == .none)
    #expect(connection.turnAway(now: now) == nil)
  }

  // MARK: Content

  @Test mutating func `content comes as it is received, and then its end`() {
    #expect(receive(Self.post) == .admit)
    #expect(admit() == .none)
    #expect(receive("hel") == .content("hel", isLast: false))
    #expect(receive("lo") == .content("lo", isLast: true))
    #expect(connection.state == .handling)
    #expect(connection.answered(now: now)?.persistence == .implied)
  }

  @Test mutating func `chunks are taken off`() {
    #expect(receive(Self.chunked) == .admit)
    #expect(admit() == .none)
    #expect(receive("3\r\nhel\r\n2;x=y\r\nlo") == .content("hello", isLast: false))
    #expect(receive("\r\n0") == .none)
    #expect(receive("\r\nTrailer: x\r\n\r\n") == .content("", isLast: true))
  }

  @Test mutating func `what follows the content is left for later`() {
    #expect(receive(Self.post) == .admit)
    #expect(admit() == .none)
    let (step, rest) = receive(Array("helloGET".utf8))
    #expect(step == .content("hello", isLast: true))
    #expect(rest == 3)
    #expect(!connection.wantsInput)
    #expect(connection.answered(now: now)?.persistence == .implied)
    #expect(connection.wantsInput)
  }

  @Test mutating func `no more is passed on than the window, until some is consumed`() {
    let window = HTTPConnection.contentWindow
    #expect(receive(Self.post.replacing("5", with: "\(4 * window)")) == .admit)
    #expect(admit() == .none)
    #expect(receive([UInt8](repeating: 97, count: window + 10)).rest == 10)
    #expect(connection.heldContent == window)
    #expect(!connection.wantsInput)
    #expect(receive("a") == .none)
    connection.consumed(4, now: now)
    #expect(connection.wantsInput)
    #expect(receive(Array("abcdef".utf8)) == (.content("abcd", isLast: false), 2))
    #expect(connection.heldContent == window)
  }

  @Test mutating func `when all streams hold too much, each holds one read, and goes on`() {
    allowance = 1
    #expect(receive(Self.chunked) == .admit)
    #expect(admit() == .none)
    allowance = -1
    let piece = [UInt8](repeating: 97, count: 64 * 1024)
    #expect(receive(Array("fffff\r\n".utf8) + piece).rest == 7)
    #expect(connection.wantsInput)
    #expect(receive(piece).rest == piece.count - 7)
    #expect(connection.heldContent == piece.count)
    #expect(receive(piece) == (.none, piece.count))
    #expect(!connection.wantsInput)
    connection.consumed(10, now: now)
    #expect(connection.wantsInput)
    #expect(receive(piece).rest == piece.count - 10)
  }

  @Test mutating func `content that is not yet consumed counts until the answer`() {
    reach("receiving")
    #expect(receive("hello") == .content("hello", isLast: true))
    #expect(connection.heldContent == 5)
    connection.consumed(2, now: now)
    #expect(connection.heldContent == 3)
    connection.consumed(.max, now: now)
    #expect(connection.heldContent == 0)
    _ = connection.answered(now: now)
    connection.consumed(1, now: now)
    #expect(connection.heldContent == 0)
  }

  // MARK: Times

  @Test mutating func `content may pause ten seconds, and take as long as it takes`() {
    #expect(receive(Self.post.replacing("5", with: "1000000")) == .admit)
    #expect(admit() == .none)
    for _ in 0..<100 {
      #expect(connection.deadline == now + 10 * Self.second)
      pass(9)
      #expect(receive("x") == .content("x", isLast: false))
    }
    pass(10)
    #expect(deadline() == .refuse(.contentTimeout))
  }

  @Test mutating func `a pause that the consumer makes is not the client's`() {
    reach("receiving")
    connection.outputBlocked(now: now)
    _ = drained()
    #expect(receive(Self.get) == .content("GET /", isLast: true))
    #expect(connection.deadline == HTTPConnection.never)

    connection = HTTPConnection(configuration: ConnectionConfiguration(), now: now)
    #expect(receive(Self.chunked) == .admit)
    #expect(admit() == .none)
    allowance = -1
    let piece = [UInt8](repeating: 97, count: 128 * 1024)
    _ = receive(Array("fffff\r\n".utf8) + piece)
    while connection.wantsInput { _ = receive(piece) }
    #expect(connection.deadline == HTTPConnection.never)
    pass(100)
    connection.consumed(1, now: now)
    #expect(connection.deadline == now + 10 * Self.second)
  }

  @Test(arguments: ["1.1", "1.0"])
  mutating func `content that pauses too long ends, and an answer that has begun goes on`(
    version: String
  ) {
    reach("exchanging", version: version)
    #expect(connection.deadline == now + 10 * Self.second)
    pass(10)
    #expect(deadline() == .contentEnded(.contentTimeout))
    #expect(connection.deadline == HTTPConnection.never)
    connection.answerEnded(now: now)
    #expect(drained() == .shutDownSending)
  }

  @Test(arguments: [("1.1", Step.close), ("1.0", .reset)])
  private mutating func `an answer to ended content that is not taken is cut short`(
    version: String, step: Step
  ) {
    reach("exchanging", version: version)
    pass(10)
    #expect(deadline() == .contentEnded(.contentTimeout))
    connection.outputBlocked(now: now)
    pass(10)
    #expect(deadline() == step)
  }

  @Test(arguments: [("1.1", Step.close), ("1.0", .reset)])
  private mutating func `an answer that is not taken for too long is cut short`(
    version: String, step: Step
  ) {
    reach("answering", version: version)
    #expect(connection.deadline == HTTPConnection.never)
    connection.outputBlocked(now: now)
    #expect(connection.deadline == now + 10 * Self.second)
    pass(10)
    #expect(deadline() == step)
  }

  @Test mutating func `a client that goes on in either direction is not given up`() {
    #expect(receive(Self.post.replacing("5", with: "1000")) == .admit)
    #expect(admit() == .none)
    _ = connection.answerBegan(now: now)
    connection.outputBlocked(now: now)
    #expect(connection.wantsInput)
    pass(9)
    #expect(receive("x") == .content("x", isLast: false))
    #expect(connection.deadline == now + 10 * Self.second)
    pass(9)
    connection.outputBlocked(now: now)
    #expect(connection.deadline == now + 10 * Self.second)
    pass(10)
    #expect(deadline() == .close)
  }

  // MARK: The ends of an exchange

  @Test(arguments: [false, true])
  mutating func `both directions complete, the next request is read`(contentFirst: Bool) {
    reach("exchanging")
    if contentFirst {
      #expect(receive("hello") == .content("hello", isLast: true))
      #expect(connection.state == .answering)
    }
    connection.answerEnded(now: now)
    #expect(connection.state == (contentFirst ? .waiting(isFresh: false) : .finishing))
    #expect(connection.heldContent == 0)
    #expect(drained() == (contentFirst ? .none : .shutDownSending))
    if contentFirst { #expect(receive(Self.get) == .deliver) }
  }

  @Test mutating func `an answer before the end of the content is the last`() {
    reach("receiving")
    #expect(receive("he") == .content("he", isLast: false))
    #expect(connection.answered(now: now)?.persistence == .close)
    #expect(drained() == .shutDownSending)
    #expect(receive("llo") == .none)
    #expect(connection.state == .draining)
  }

  @Test(arguments: [
    ("1.1", "", Persistence.implied, ResponseFraming.chunked),
    ("1.1", "Connection: close\r\n", .close, .chunked),
    ("1.0", "Connection: keep-alive\r\n", .close, .untilClose),
  ])
  mutating func `an answer in pieces says how it ends`(
    version: String, field: String, persistence: Persistence, framing: ResponseFraming
  ) {
    #expect(receive("GET / HTTP/\(version)\r\nHost: a\r\n\(field)\r\n") == .deliver)
    #expect(
      connection.answerBegan(now: now)
        == HTTPConnection.Reply(persistence: persistence, omitsContent: false, framing: framing))
    #expect(connection.answerBegan(now: now) == nil)
    #expect(connection.answered(now: now) == nil)
    connection.answerEnded(now: now)
    #expect(drained() == (persistence == .close ? .shutDownSending : .none))
  }

  @Test(arguments: [
    ("1.1", "", Persistence.implied, ResponseFraming.chunked),
    ("1.0", "Connection: keep-alive\r\n", .announced, .untilClose),
  ])
  mutating func `an answer to HEAD is complete with its head`(
    version: String, field: String, persistence: Persistence, framing: ResponseFraming
  ) {
    #expect(receive("HEAD / HTTP/\(version)\r\nHost: a\r\n\(field)\r\n") == .deliver)
    #expect(
      connection.answerBegan(now: now)
        == HTTPConnection.Reply(persistence: persistence, omitsContent: true, framing: framing))
    #expect(receive(Self.get) == .deliver)
  }

  @Test(arguments: [("1.1", Step.close), ("1.0", .reset)])
  private mutating func `an answer that cannot be completed is broken off`(
    version: String, step: Step
  ) {
    for state in ["exchanging", "answering"] {
      connection = HTTPConnection(configuration: ConnectionConfiguration(), now: now)
      reach(state, version: version)
      #expect(failed() == step)
      #expect(connection.state == .closed)
    }
  }

  @Test(arguments: [
    ("admitting", Step.refuse(.incompleteRequest)), ("receiving", .refuse(.incompleteRequest)),
    ("exchanging", .contentEnded(.incompleteRequest)), ("answering", .none),
  ])
  private mutating func `a client that half-closes within its content has not asked for anything`(
    state: String, step: Step
  ) {
    reach(state)
    #expect(end() == step)
  }

  @Test mutating func `content that has ended is not read on, and its answer is the last`() {
    reach("exchanging")
    #expect(receive("he") == .content("he", isLast: false))
    #expect(endContent())
    #expect(connection.state == .answering)
    #expect(connection.heldContent == 2)
    #expect(!connection.wantsInput)
    #expect(receive("llo") == .none)
    connection.consumed(2, now: now)
    #expect(connection.heldContent == 0)
    #expect(!endContent())
    connection.answerEnded(now: now)
    #expect(drained() == .shutDownSending)
  }

  @Test(arguments: ["admitting", "receiving", "answering"])
  mutating func `content is not ended before its answer has begun, or behind its end`(
    state: String
  ) {
    reach(state)
    let before = connection.state
    #expect(!endContent())
    #expect(connection.state == before)
  }

  @Test mutating func `a half-closed client gets all pieces, then the connection ends`() {
    reach("answering")
    #expect(end() == .none)
    #expect(connection.state == .answering)
    connection.answerEnded(now: now)
    #expect(end() == .close)
  }

  @Test(arguments: [
    (false, Step.refuse(.malformedChunkSize)), (true, .contentEnded(.malformedChunkSize)),
  ])
  private mutating func `a malformed chunk is told, once the answer has begun by its handler`(
    hasBegun: Bool, step: Step
  ) {
    #expect(receive(Self.chunked) == .admit)
    #expect(admit() == .none)
    #expect(receive("3\r\nhel\r\n") == .content("hel", isLast: false))
    if hasBegun { _ = connection.answerBegan(now: now) }
    #expect(receive("x\r\n") == step)
  }

  @Test(arguments: ["admitting", "receiving", "exchanging", "answering"])
  mutating func `a stop lets both directions come to their end`(state: String) {
    reach(state)
    #expect(Step(connection.shutdown(now: now)) == .none)
    if state == "admitting" { #expect(admit() == .none) }
    if state != "answering" { #expect(receive("hello") == .content("hello", isLast: true)) }
    if state == "exchanging" || state == "answering" {
      connection.answerEnded(now: now)
    } else {
      #expect(connection.answered(now: now)?.persistence == .close)
    }
    #expect(drained() == .shutDownSending)
  }

  @Test(arguments: ["admitting", "receiving"])
  mutating func `an answer that has not begun neither ends nor fails`(state: String) {
    reach(state)
    let before = connection.state
    connection.answerEnded(now: now)
    #expect(failed() == .none)
    #expect(connection.state == before)
  }
}
