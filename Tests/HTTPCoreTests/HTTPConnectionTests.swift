import Testing

@testable import HTTPCore

/// The connection's states on a clock that the test turns by hand.
@Suite struct HTTPConnectionTests {
  private static let second = ConnectionTimeouts.second
  private static let get = Array("GET / HTTP/1.1\r\nHost: a\r\n\r\n".utf8)
  private static let post = Array("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\n".utf8)
  private static let start: Instant = 1000 * second

  private var connection: HTTPConnection
  private var now = start

  init() {
    connection = HTTPConnection(configuration: ConnectionConfiguration(), now: Self.start)
  }

  /// What the owner has to do, in a word.
  private enum Step: Equatable {
    case none, admit, deliver, sendContinue, shutDownSending, close, reset
    case content(String, isLast: Bool)
    case refuse(RequestError)
    case contentEnded(RequestError)
  }

  private static func step(_ action: HTTPConnection.Action) -> Step {
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

  /// Passes bytes in; content is wanted whole.
  private mutating func receive(_ bytes: [UInt8], allowance: Int = .max) -> Step {
    var position = 0
    var action = HTTPConnection.Action.none
    repeat {
      action = connection.received(bytes.span, at: &position, allowance: allowance, now: now)
      if case .admit = action { action = connection.admit(.whole, allowance: allowance, now: now) }
      guard case .none = action else { break }
    } while position < bytes.count && connection.wantsInput
    return Self.step(action)
  }

  private mutating func receive(_ text: String) -> Step { receive(Array(text.utf8)) }

  private mutating func pass(_ seconds: UInt64) { now += seconds * Self.second }

  private mutating func deadline() -> Step {
    Self.step(connection.deadlineReached(now: now))
  }

  private mutating func drained() -> Step { Self.step(connection.outputDrained(now: now)) }

  private mutating func end() -> Step { Self.step(connection.inputEnded(now: now)) }

  /// Brings the connection to the named state by the shortest way.
  private mutating func reach(_ state: String) {
    switch state {
    case "waiting": break
    case "waiting again":
      _ = receive(Self.get)
      _ = connection.answered(now: now)
    case "reading head": _ = receive("GET")
    case "reading content": _ = receive(Self.post)
    case "handling": _ = receive(Self.get)
    case "finishing":
      _ = receive("GET / HTTP/1.0\r\n\r\n")
      _ = connection.answered(now: now)
    case "draining":
      reach("finishing")
      _ = drained()
    case "closed": _ = connection.close()
    default: Issue.record("no such state")
    }
  }

  // MARK: Deadlines

  @Test(arguments: [
    ("waiting", 10, Step.close), ("waiting again", 15, .close),
    ("reading head", 10, .refuse(.headTimeout)), ("reading content", 10, .refuse(.contentTimeout)),
    ("finishing", 10, .close), ("draining", 2, .close),
  ])
  private mutating func `each phase has its time and its end`(
    state: String, seconds: UInt64, step: Step
  ) {
    pass(3)
    reach(state)
    #expect(connection.deadline == (state == "waiting" ? Self.start : now) + seconds * Self.second)
    #expect(deadline() == step)
  }

  @Test(arguments: ["handling", "closed"])
  mutating func `a handler takes its time, and the dead have none`(state: String) {
    reach(state)
    #expect(connection.deadline == HTTPConnection.never)
  }

  @Test mutating func `the time of a head runs from its first byte, not from its last`() {
    #expect(receive("GET") == .none)
    pass(9)
    #expect(receive(" /") == .none)
    #expect(connection.deadline == Self.start + 10 * Self.second)
  }

  @Test mutating func `content may pause ten seconds, and thirty are all it gets`() {
    _ = receive(Self.post)
    for _ in 0..<3 {
      pass(9)
      #expect(receive("x") == .none)
    }
    #expect(connection.deadline == Self.start + 30 * Self.second)
  }

  @Test func `a time without an end has none`() {
    var configuration = ConnectionConfiguration()
    configuration.timeouts.head = .max
    let connection = HTTPConnection(configuration: configuration, now: now)
    #expect(connection.deadline == HTTPConnection.never)
  }

  @Test(arguments: ["f", "7fffffffffffffff", "ffffffffffffffff", "8000000000000000"])
  mutating func `no chunk size overflows, whatever the limit`(size: String) {
    var configuration = ConnectionConfiguration()
    configuration.limits.contentBytes = .max
    connection = HTTPConnection(configuration: configuration, now: now)
    let head = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
    #expect(receive(head) == .none)
    let isTooLarge = size.utf8.count == 16 && size.first != "7"
    #expect(
      receive("\(size)\r\nab") == (isTooLarge ? .refuse(.contentTooLarge(limit: .max)) : .none))
  }

  @Test mutating func `a client that takes nothing is dropped without a word`() {
    _ = receive("GET")
    connection.outputBlocked(now: now)
    pass(4)
    connection.outputBlocked(now: now)
    #expect(connection.deadline == now + 10 * Self.second)
    #expect(deadline() == .close)
  }

  @Test mutating func `time spent waiting for the client to read is not the request's`() {
    _ = receive("GET")
    connection.outputBlocked(now: now)
    pass(9)
    #expect(drained() == .none)
    #expect(connection.deadline == now + 10 * Self.second)
  }

  // MARK: What each state makes of each event

  @Test(arguments: [
    ("waiting", true), ("waiting again", true), ("reading head", true), ("reading content", true),
    ("handling", false), ("finishing", false), ("draining", true), ("closed", false),
  ])
  mutating func `input is wanted while it can be used`(state: String, wanted: Bool) {
    reach(state)
    #expect(connection.wantsInput == wanted)
    connection.outputBlocked(now: now)
    #expect(connection.wantsInput == (state == "draining"))
  }

  @Test(arguments: ["handling", "finishing", "closed"])
  mutating func `input that is not wanted is left alone`(state: String) {
    reach(state)
    var position = 0
    let bytes = Self.get
    let action = connection.received(bytes.span, at: &position, allowance: 0, now: now)
    #expect(Self.step(action) == .none)
    #expect(position == 0)
  }

  @Test(arguments: [
    ("waiting", Step.close), ("waiting again", .close),
    ("reading head", .refuse(.incompleteRequest)),
    ("reading content", .refuse(.incompleteRequest)), ("handling", .none), ("finishing", .none),
    ("draining", .close), ("closed", .close),
  ])
  private mutating func `the end of the input ends what needs more of it`(
    state: String, step: Step
  ) {
    reach(state)
    #expect(end() == step)
  }

  @Test(arguments: [
    ("waiting", Step.close), ("waiting again", .close), ("reading head", .none),
    ("reading content", .none), ("handling", .none), ("finishing", .none), ("draining", .none),
    ("closed", .close),
  ])
  private mutating func `a stop closes whoever waits`(state: String, step: Step) {
    reach(state)
    #expect(Self.step(connection.shutdown(now: now)) == step)
  }

  @Test(arguments: [
    "waiting", "waiting again", "reading head", "reading content", "finishing", "draining",
    "closed",
  ])
  mutating func `an answer nobody awaits is not sent`(state: String) {
    reach(state)
    #expect(connection.answered(now: now) == nil)
  }

  @Test mutating func `an answer is sent once`() {
    #expect(receive(Self.get) == .deliver)
    #expect(connection.answered(now: now)?.persistence == .implied)
    #expect(connection.answered(now: now) == nil)
  }

  @Test mutating func `a request that a stop finds under way is answered and is the last`() {
    #expect(receive("GET / HTTP/1.1\r\n") == .none)
    #expect(Self.step(connection.shutdown(now: now)) == .none)
    #expect(receive("Host: a\r\n\r\n") == .deliver)
    #expect(connection.answered(now: now)?.persistence == .close)
    #expect(drained() == .shutDownSending)
  }

  @Test mutating func `a half-closed client gets its answer, then the connection ends at once`() {
    #expect(receive(Self.get) == .deliver)
    #expect(end() == .none)
    #expect(Self.step(connection.shutdown(now: now)) == .none)
    #expect(connection.answered(now: now)?.persistence == .close)
    #expect(drained() == .close)
  }

  @Test mutating func `a client that half-closed before it took its answer still gets it`() {
    reach("waiting again")
    connection.outputBlocked(now: now)
    #expect(end() == .none)
    #expect(connection.state == .finishing)
    #expect(drained() == .close)
  }

  @Test mutating func `a refusal is the last answer, and 256 KiB are read after it`() {
    #expect(receive("BAD\r\n") == .refuse(.malformedRequestLine))
    #expect(!connection.wantsInput)
    #expect(drained() == .shutDownSending)
    let piece = [UInt8](repeating: 0, count: 64 * 1024)
    for _ in 0..<4 { #expect(receive(piece) == .none) }
    #expect(receive([0]) == .close)
  }

  @Test mutating func `the last of the allowed requests says so`() {
    var configuration = ConnectionConfiguration()
    configuration.maximumRequests = 2
    connection = HTTPConnection(configuration: configuration, now: now)
    #expect(receive(Self.get) == .deliver)
    #expect(connection.answered(now: now)?.persistence == .implied)
    #expect(receive(Self.get) == .deliver)
    #expect(connection.answered(now: now)?.persistence == .close)
  }

  // MARK: Content

  @Test mutating func `100 Continue is sent to a client that waits for it`() {
    let head = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nExpect: 100-CONTINUE\r\n\r\n"
    #expect(receive(head) == .sendContinue)
    #expect(receive("hello") == .deliver)
  }

  @Test(arguments: [
    ("HTTP/1.1", "hello", Step.deliver), ("HTTP/1.0", "", .none), ("HTTP/1.0", "hello", .deliver),
  ])
  private mutating func `100 Continue is not sent where it is not awaited`(
    version: String, content: String, step: Step
  ) {
    let head = "POST / \(version)\r\nHost: a\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n"
    #expect(receive(head + content) == step)
  }

  @Test mutating func `too large a promise is refused, not asked for`() {
    let head =
      "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 8388609\r\nExpect: 100-continue\r\n\r\n"
    #expect(receive(head) == .refuse(.contentTooLarge(limit: 8 * 1024 * 1024)))
  }

  @Test mutating func `content that is promised is held until it is answered for`() {
    _ = receive(Self.post)
    #expect(connection.heldContent == 5)
    #expect(receive("hello") == .deliver)
    #expect(connection.heldContent == 5)
    _ = connection.answered(now: now)
    #expect(connection.heldContent == 0)
  }

  /// A connection without room of its own for content.
  private static var withoutRoom: HTTPConnection {
    var configuration = ConnectionConfiguration()
    configuration.ownContent = 0
    return HTTPConnection(configuration: configuration, now: start)
  }

  @Test mutating func `a little content is taken, whatever all others hold`() {
    #expect(receive(Self.post, allowance: -1) == .none)
    #expect(receive(Array("hello".utf8), allowance: -1) == .deliver)
    connection = Self.withoutRoom
    #expect(receive(Self.post, allowance: -1) == .refuse(.tooMuchInFlight))
  }

  @Test mutating func `a promise beyond what may be held is refused before it is read`() {
    connection = Self.withoutRoom
    #expect(receive(Self.post, allowance: 4) == .refuse(.tooMuchInFlight))
    #expect(connection.heldContent == 0)
  }

  @Test mutating func `chunks beyond what may be held are refused as they come`() {
    connection = Self.withoutRoom
    let head = Array("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n".utf8)
    #expect(receive(head, allowance: 4) == .none)
    #expect(receive(Array("4\r\nfour\r\n".utf8), allowance: 4) == .none)
    #expect(connection.heldContent == 4)
    #expect(receive(Array("1\r\n!\r\n".utf8), allowance: 0) == .refuse(.tooMuchInFlight))
  }

  @Test(arguments: [
    ("HEAD / HTTP/1.1\r\n\r\n", true), ("HEAD / HTTP/1.1 \r\n", true),
    ("GET / HTTP/2.0\r\n", false),
    ("HEAD / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nx", true),
  ])
  mutating func `a refused HEAD is answered without content`(input: String, omits: Bool) {
    let bytes = Array(input.utf8)
    var position = 0
    var action = HTTPConnection.Action.none
    while position < bytes.count, case .none = action {
      action = connection.received(bytes.span, at: &position, allowance: .max, now: now)
      if case .admit = action { action = connection.admit(.whole, allowance: .max, now: now) }
    }
    guard case .refuse(_, let reply) = action else {
      Issue.record("not refused")
      return
    }
    #expect(reply == HTTPConnection.Reply(persistence: .close, omitsContent: omits))
  }

  @Test mutating func `an answer to HEAD leaves its content out`() {
    #expect(receive("HEAD / HTTP/1.1\r\nHost: a\r\n\r\n") == .deliver)
    #expect(connection.answered(now: now)?.omitsContent == true)
    #expect(receive(Self.get) == .deliver)
    #expect(connection.answered(now: now)?.omitsContent == false)
  }

  @Test mutating func `a method of the request before is not remembered against the next`() {
    #expect(receive("HEAD / HTTP/1.1\r\nHost: a\r\n\r\n") == .deliver)
    _ = connection.answered(now: now)
    var position = 0
    let action = connection.received(Array("\n".utf8).span, at: &position, allowance: 0, now: now)
    guard case .refuse(_, let reply) = action else {
      Issue.record("not refused")
      return
    }
    #expect(!reply.omitsContent)
  }
}
