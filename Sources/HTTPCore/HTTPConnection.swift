/// The server's side of one HTTP/1.1 connection, without its socket: events go in, actions come out.
///
/// Its owner moves the bytes. It passes in what was received, sends what it is asked to, and reports
/// what became of it; the clock is whatever instants it passes in. One request at a time is handed
/// out; input after it stays with the owner until ``wantsInput`` again, so answers go out in order
/// and nothing is buffered without a bound.
package struct HTTPConnection: Sendable {
  /// Where the connection stands. Unsent output is apart from it; see ``outputBlocked(now:)``.
  package enum State: Sendable, Equatable {
    /// No byte of the next request has come; `isFresh` until the first one ever does.
    case waiting(isFresh: Bool)
    /// The request line or the header section is under way.
    case readingHead
    /// The head is whole, and its content waits for ``admit(_:allowance:now:)`` or
    /// ``turnAway(now:)``, which the owner calls before anything else.
    case admitting
    /// The content is under way and kept until it is whole.
    case readingContent
    /// A request is with its handler. Nothing is read meanwhile, and only the handler ends this.
    case handling
    /// A request is with its handler, which is given its content as that comes.
    case receiving
    /// Content is being received while the answer already goes out in pieces.
    case exchanging
    /// The content has ended, the answer goes out in pieces. Nothing is read meanwhile.
    case answering
    /// The last answer is on its way out. Nothing more is read before it is gone.
    case finishing
    /// The last answer is gone and so is our side of the connection; what still comes is thrown
    /// away, so that the client can read the answer before a reset throws it away.
    case draining
    /// The connection is over; its owner closes the socket.
    case closed
  }

  /// What the owner has to do next.
  package enum Action: Sendable {
    /// Nothing: more has to happen first.
    case none
    /// Decide what becomes of the content of this request, of which nothing is read yet.
    case admit(HTTPRequest)
    /// Have this request answered, now or later, and then call ``answered(now:)`` or
    /// ``answerBegan(now:)``.
    case deliver(HTTPRequest)
    /// Give the handler this content, and say by ``consumed(_:now:)`` when it has done with it. It
    /// is never empty unless it is the last.
    case content([UInt8], isLast: Bool)
    /// Have the handler know that no more of the content will come, and why. Its answer, which has begun, goes
    /// on to its end and is the last.
    case contentEnded(RequestError)
    /// Send `100 Continue`.
    case sendContinue
    /// Send the answer to this fault, as ``Reply`` says, and report it gone.
    case refuse(RequestError, Reply)
    /// Shut the socket down for sending and read on.
    case shutDownSending
    /// Close the socket.
    case close
    /// Close the socket by a reset: its orderly end would make half an answer look whole.
    case reset
  }

  /// What becomes of the content of a request that has some.
  package enum Intake: Sendable, Equatable {
    /// It is kept until it is whole, within the limit, and handed out with the request.
    case whole
    /// It is passed on as it comes. Nothing but what is passed on and not yet consumed is bounded,
    /// and no time but the pause between two pieces.
    case streamed
  }

  /// How an answer has to be framed.
  package struct Reply: Sendable, Equatable {
    /// What becomes of the connection, and what the answer says of it.
    package let persistence: Persistence
    /// Whether the content is left out and only its length said, as for HEAD.
    package let omitsContent: Bool
    /// How the content is delimited.
    package let framing: ResponseFraming

    /// A reply of this shape.
    package init(
      persistence: Persistence, omitsContent: Bool, framing: ResponseFraming = .length
    ) {
      self.persistence = persistence
      self.omitsContent = omitsContent
      self.framing = framing
    }
  }

  /// The most bytes of streamed content that are passed on and not yet consumed.
  package static let contentWindow = 1024 * 1024

  /// What holds for all connections of a server, of which they share one: many of them are idle.
  package final class SharedConfiguration: Sendable {
    fileprivate let value: ConnectionConfiguration

    /// A configuration to be shared.
    package init(_ value: ConnectionConfiguration) { self.value = value }
  }

  private let shared: SharedConfiguration
  var configuration: ConnectionConfiguration { shared.value }
  let localAddress: IPAddress?
  /// Where the connection stands.
  package internal(set) var state = State.waiting(isFresh: true)
  /// How many bytes of content are received or promised and not yet answered for.
  package internal(set) var heldContent = 0
  /// When ``deadlineReached(now:)`` is due unless something happens before; ``never`` for no time.
  package var deadline: Instant {
    switch state {
    // Here the client has to go on in either direction, or in both.
    case .receiving, .exchanging:
      isBlocked ? min(stallDeadline, phaseDeadline) : phaseDeadline
    case .waiting, .readingHead, .admitting, .readingContent, .handling, .answering, .finishing,
      .draining, .closed:
      isBlocked ? stallDeadline : phaseDeadline
    }
  }
  /// The deadline of what has none.
  package static let never = Instant.max

  var parser: RequestHeadParser
  var head: RequestHead?
  var decoder: ChunkedDecoder?
  var content: [UInt8] = []
  /// How much streamed content of a known length is still to come.
  var unread = 0
  /// Whether all streams together hold so much that this one has to wait for its consumer.
  var isStarved = false
  /// Whether input followed the head, so that the client does not wait for leave to send it.
  var contentIsHere = false
  /// How the answer that is under way in pieces was said to go on.
  var begun = Reply(persistence: .close, omitsContent: false)
  var contentDeadline = HTTPConnection.never
  var phaseDeadline: Instant
  var stallDeadline = HTTPConnection.never
  /// Whether output is waiting for the client to read it.
  var isBlocked = false
  /// Whether the client will send no more.
  var hasInputEnded = false
  /// Whether the next answer is the last because the server stops.
  var isStopping = false
  var requestCount = 0
  var drained = 0
  /// Since when the present request has been coming: since its first byte or, before that, since the
  /// connection waits for it.
  var comesSince: Instant
  /// The bytes of streamed content since then.
  var streamed = 0

  /// A connection that was accepted at `now`, on that address of this machine.
  package init(
    configuration: SharedConfiguration, localAddress: IPAddress? = nil, now: Instant
  ) {
    shared = configuration
    self.localAddress = localAddress
    parser = RequestHeadParser(limits: configuration.value.limits)
    phaseDeadline = now.adding(configuration.value.timeouts.head)
    comesSince = now
  }

  /// A connection with a configuration of its own.
  package init(
    configuration: ConnectionConfiguration, localAddress: IPAddress? = nil, now: Instant
  ) {
    self.init(
      configuration: SharedConfiguration(configuration), localAddress: localAddress, now: now)
  }

  /// Since when the connection has been waiting for a request or for the rest of one; `nil` where it
  /// has one, or the client has yet to read an answer.
  package var requestComesSince: Instant? {
    switch state {
    case .waiting, .readingHead, .readingContent: isBlocked ? nil : comesSince
    // Where the consumer is what is waited for, the client does what it can.
    case .receiving, .exchanging: isBlocked || !wantsInput ? nil : comesSince
    case .admitting, .handling, .answering, .finishing, .draining, .closed: nil
    }
  }

  /// Whether received bytes can be passed in now. While this is `false` the owner does not read.
  package var wantsInput: Bool {
    switch state {
    case .waiting, .readingHead, .readingContent: !isBlocked
    // Also while output waits: many a client sends all before it reads. The window is the bound.
    case .receiving, .exchanging: !isStarved && heldContent < Self.contentWindow
    case .draining: true
    case .admitting, .handling, .answering, .finishing, .closed: false
    }
  }

  /// Bytes have come. Reads on from `position` to the end of the input or to the first action, and
  /// moves it to the end of what was read; the owner acts and calls again while there is input and
  /// ``wantsInput``. At most `allowance` bytes of content are held beyond ``heldContent``.
  package mutating func received(
    _ input: Span<UInt8>, at position: inout Int, allowance: Int, now: Instant
  ) -> Action {
    do throws(RequestError) {
      while position < input.count {
        switch state {
        case .waiting:
          state = .readingHead
          comesSince = now
          phaseDeadline = now.adding(configuration.timeouts.head)
        case .readingHead:
          guard let head = try parser.parse(input, at: &position) else { return .none }
          return begin(head, contentIsHere: position < input.count)
        case .readingContent:
          return try readContent(input, &position, allowance: allowance, now: now)
        case .receiving, .exchanging:
          return try passOn(input, &position, allowance: allowance, now: now)
        case .draining:
          drained += input.count - position
          position = input.count
          return drained <= configuration.drainBytes ? .none : close()
        case .admitting, .handling, .answering, .finishing, .closed:
          return .none
        }
      }
      return .none
    } catch {
      return fail(error, now: now)
    }
  }

  /// The client has shut down its side: what it has asked for is still answered.
  package mutating func inputEnded(now: Instant) -> Action {
    hasInputEnded = true
    switch state {
    case .waiting:
      guard isBlocked else { return close() }
      state = .finishing
      return .none
    case .readingHead, .admitting, .readingContent, .receiving, .exchanging:
      return fail(.incompleteRequest, now: now)
    case .handling, .answering, .finishing: return .none
    case .draining, .closed: return close()
    }
  }

  /// The answer to the delivered request is there.
  ///
  /// - Returns: how to frame it; `nil` when no answer is awaited, and it must not be sent.
  package mutating func answered(now: Instant) -> Reply? {
    let isLast: Bool
    switch state {
    case .handling: isLast = isStopping || requestCount == configuration.maximumRequests
    // The rest of the content stands before whatever would come next.
    case .receiving: isLast = true
    case .waiting, .readingHead, .admitting, .readingContent, .exchanging, .answering, .finishing,
      .draining, .closed:
      return nil
    }
    let reply = Reply(
      persistence: isLast ? .close : head?.persistence ?? .close,
      omitsContent: head?.method == .head)
    conclude(reply.persistence, now: now)
    return reply
  }

  /// The client has not read all output, but perhaps some: but for streamed content, nothing is
  /// read until it has.
  package mutating func outputBlocked(now: Instant) {
    isBlocked = true
    stallDeadline = now.adding(configuration.timeouts.writeStall)
    if state == .exchanging { restartPhase(now) }
  }

  /// All output has been sent.
  package mutating func outputDrained(now: Instant) -> Action {
    if isBlocked {
      isBlocked = false
      restartPhase(now)
    }
    switch state {
    case .waiting, .readingHead, .admitting, .readingContent, .handling, .receiving, .exchanging,
      .answering, .draining, .closed:
      return .none
    case .finishing:
      guard !hasInputEnded else { return close() }
      state = .draining
      phaseDeadline = now.adding(configuration.timeouts.drain)
      return .shutDownSending
    }
  }

  /// ``deadline`` has passed.
  package mutating func deadlineReached(now: Instant) -> Action {
    // A client that reads nothing would not read an answer about it either.
    guard !isBlocked else { return breakOff() }
    switch state {
    case .waiting, .finishing, .draining, .closed: return close()
    case .readingHead: return refuse(.headTimeout, now: now)
    case .readingContent, .receiving, .exchanging: return fail(.contentTimeout, now: now)
    case .admitting, .handling, .answering: return .none
    }
  }

  /// The server stops: what is in flight is answered, nothing more is accepted.
  package mutating func shutdown(now: Instant) -> Action {
    isStopping = true
    switch state {
    case .waiting:
      guard isBlocked else { return close() }
      state = .finishing
      return .none
    case .readingHead, .admitting, .readingContent, .handling, .receiving, .exchanging,
      .answering, .finishing, .draining:
      return .none
    case .closed: return close()
    }
  }

  /// Has the connection, whose request is still coming, make room for another one. The owner closes it
  /// at once, without waiting for the client to read the answer.
  package mutating func makeRoom(now: Instant) -> Action {
    switch state {
    case .waiting: close()
    case .readingHead, .readingContent, .receiving: refuse(.tooManyConnections, now: now)
    case .exchanging: breakOff()
    case .admitting, .handling, .answering, .finishing, .draining, .closed: .none
    }
  }

  /// Refuses whatever the client wants, as when there are too many connections.
  package mutating func refuse(_ error: RequestError, now: Instant) -> Action {
    .refuse(error, dismiss(now))
  }
}
