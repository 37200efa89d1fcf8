/// Content that is passed on as it comes, and answers that go out in pieces.
extension HTTPConnection {
  /// How the answer is delimited that was begun last.
  package var begunFraming: ResponseFraming { begun.framing }

  /// What a stream may hold whatever all others hold, so that each goes on at its own pace.
  private static let leastContent = 64 * 1024

  mutating func expectPieces(_ head: RequestHead, allowance: Int) throws(RequestError) {
    guard allowance > 0 else { throw .tooMuchInFlight }
    switch head.framing {
    case .none: break
    case .length(let length): unread = length
    case .chunked:
      var limits = configuration.limits
      limits.contentBytes = .max
      decoder = ChunkedDecoder(limits: limits)
    }
    isStarved = false
    state = .receiving
  }

  /// Passes on what is there of the content, no more than may be outstanding.
  mutating func passOn(
    _ input: Span<UInt8>, _ position: inout Int, allowance: Int, now: Instant
  ) throws(RequestError) -> Action {
    guard let head else { throw .incompleteRequest }
    // The chunks' own syntax counts too, which only makes the piece smaller.
    let room = min(
      Self.contentWindow - heldContent, max(allowance, Self.leastContent - heldContent))
    guard room > 0 else {
      isStarved = true
      restartPhase(now)
      return .none
    }
    let end = position + min(room, input.count - position)
    var piece: [UInt8] = []
    var isLast = false
    switch head.framing {
    case .none: isLast = true
    case .length:
      let count = min(unread, end - position)
      piece.append(input, position..<(position + count))
      position += count
      unread -= count
      isLast = unread == 0
    case .chunked:
      isLast =
        try decoder?.decode(input.extracting(0..<end), at: &position, into: &piece) ?? true
    }
    heldContent += piece.count
    progress(piece.count, now: now)
    if isLast {
      decoder = nil
      state = state == .receiving ? .handling : .answering
    }
    // A client that sends on is alive, even where it does not read yet.
    if isBlocked { stallDeadline = now.adding(configuration.timeouts.writeStall) }
    restartPhase(now)
    return piece.isEmpty && !isLast ? .none : .content(piece, isLast: isLast)
  }

  /// Content of no bounded length comes for as long as it goes on: since its last sixteen kibibytes.
  private mutating func progress(_ count: Int, now: Instant) {
    streamed += count
    guard streamed >= 16 * 1024 else { return }
    streamed = 0
    comesSince = now
  }

  /// The handler has done with that much of the content that was passed on to it.
  package mutating func consumed(_ count: Int, now: Instant) {
    switch state {
    case .receiving, .exchanging:
      let hasWaited = !wantsInput
      heldContent -= min(count, heldContent)
      isStarved = false
      if hasWaited { restartPhase(now) }
    case .handling, .answering:
      heldContent -= min(count, heldContent)
    case .waiting, .readingHead, .admitting, .readingContent, .finishing, .draining, .closed: break
    }
  }

  /// The answer to the delivered request begins, and goes on in pieces until ``answerEnded(now:)``
  /// or ``answerFailed()``. Where the reply omits the content it is complete with its head.
  ///
  /// - Returns: how to frame it; `nil` when no answer is awaited, and it must not be sent.
  package mutating func answerBegan(now: Instant) -> Reply? {
    guard let head else { return nil }
    // HTTP/1.0 knows no chunks: there the end of the connection is the end (RFC 9112 section 6.3).
    let framing: ResponseFraming = head.version == .http11 ? .chunked : .untilClose
    let next: State
    switch state {
    case .handling: next = .answering
    case .receiving: next = .exchanging
    case .waiting, .readingHead, .admitting, .readingContent, .exchanging, .answering, .finishing,
      .draining, .closed:
      return nil
    }
    if head.method == .head {
      return answered(now: now).map {
        Reply(persistence: $0.persistence, omitsContent: true, framing: framing)
      }
    }
    let isLast =
      isStopping || requestCount == configuration.maximumRequests || framing == .untilClose
    begun = Reply(
      persistence: isLast ? .close : head.persistence, omitsContent: false, framing: framing)
    state = next
    return begun
  }

  /// The answer that was begun is complete. When content is still to come the connection ends all
  /// the same, as after a refusal: its rest stands before whatever would come next.
  package mutating func answerEnded(now: Instant) {
    switch state {
    case .answering: conclude(isStopping ? .close : begun.persistence, now: now)
    case .exchanging: conclude(.close, now: now)
    case .waiting, .readingHead, .admitting, .readingContent, .handling, .receiving, .finishing,
      .draining, .closed:
      break
    }
  }

  /// The answer that was begun will not be completed, and the client has to notice.
  package mutating func answerFailed() -> Action {
    switch state {
    case .answering, .exchanging: breakOff()
    case .waiting, .readingHead, .admitting, .readingContent, .handling, .receiving, .finishing,
      .draining, .closed:
      .none
    }
  }

  /// Says what is wrong with the request, unless its answer has begun: then its handler says so, at the
  /// end of that.
  mutating func fail(_ error: RequestError, now: Instant) -> Action {
    endContent(now: now) ? .contentEnded(error) : refuse(error, now: now)
  }

  /// Accepts no more of the content of a request whose answer has begun. That goes on to its end and is the
  /// last: what is still to come stands before whatever would come next.
  ///
  /// - Returns: whether there is such a request.
  package mutating func endContent(now: Instant) -> Bool {
    switch state {
    case .exchanging:
      decoder = nil
      begun = Reply(persistence: .close, omitsContent: false, framing: begun.framing)
      state = .answering
      restartPhase(now)
      return true
    case .waiting, .readingHead, .admitting, .readingContent, .handling, .receiving, .answering,
      .finishing, .draining, .closed:
      return false
    }
  }

  /// Ends the connection in the middle of whatever is under way. Chunks without the last one are an
  /// answer cut short; one that ends with the connection would be whole by an orderly end.
  mutating func breakOff() -> Action {
    let looksWhole: Bool
    switch state {
    case .exchanging, .answering: looksWhole = begun.framing == .untilClose
    case .waiting, .readingHead, .admitting, .readingContent, .handling, .receiving, .finishing,
      .draining, .closed:
      looksWhole = false
    }
    let action = close()
    return looksWhole ? .reset : action
  }
}
