/// From a head to a whole request, and to its end.
extension HTTPConnection {
  /// A head is complete: hands the request out, or asks what becomes of its content.
  mutating func begin(_ head: RequestHead, contentIsHere: Bool) -> Action {
    self.head = head
    requestCount += 1
    guard head.framing != .none else { return deliver(head) }
    self.contentIsHere = contentIsHere
    state = .admitting
    phaseDeadline = HTTPConnection.never
    return .admit(request(head))
  }

  /// The content of the request is wanted, so or so. At most `allowance` bytes of it are held beyond
  /// ``heldContent``.
  package mutating func admit(_ intake: Intake, allowance: Int, now: Instant) -> Action {
    guard state == .admitting, let head else { return .none }
    do throws(RequestError) {
      switch intake {
      case .whole: try expectWhole(head, allowance: allowance)
      case .streamed: try expectPieces(head, allowance: allowance)
      }
    } catch {
      return refuse(error, now: now)
    }
    contentDeadline =
      intake == .whole ? now.adding(configuration.timeouts.content) : HTTPConnection.never
    restartPhase(now)
    // Whoever has begun to send the content is not waiting for leave (RFC 9110 section 10.1.1).
    return head.expectsContinue && !contentIsHere ? .sendContinue : .none
  }

  /// The content of the request is not wanted: its answer is there already, and is the last.
  ///
  /// - Returns: how to frame it; `nil` when nothing is to be admitted, and it must not be sent.
  package mutating func turnAway(now: Instant) -> Reply? {
    state == .admitting ? dismiss(now) : nil
  }

  private mutating func expectWhole(_ head: RequestHead, allowance: Int) throws(RequestError) {
    let limits = configuration.limits
    switch head.framing {
    case .none: break
    case .length(let length):
      guard length <= limits.contentBytes else {
        throw .contentTooLarge(limit: limits.contentBytes)
      }
      guard length <= max(allowance, configuration.ownContent) else { throw .tooMuchInFlight }
      heldContent = length
      // What is promised is not yet there: memory follows what arrives.
      content.reserveCapacity(min(length, 64 * 1024))
    case .chunked:
      decoder = ChunkedDecoder(limits: limits)
    }
    state = .readingContent
  }

  /// Accepts content; hands the request out when it is whole.
  mutating func readContent(
    _ input: Span<UInt8>, _ position: inout Int, allowance: Int, now: Instant
  ) throws(RequestError) -> Action {
    guard let head else { throw .incompleteRequest }
    restartPhase(now)
    switch head.framing {
    case .none:
      return deliver(head)
    case .length(let length):
      let count = min(length - content.count, input.count - position)
      content.append(input, position..<(position + count))
      position += count
      return content.count == length ? deliver(head) : .none
    case .chunked:
      let isComplete =
        try decoder?.decode(input, at: &position, into: &content) ?? false
      guard content.count - heldContent <= allowance || content.count <= configuration.ownContent
      else {
        throw .tooMuchInFlight
      }
      heldContent = content.count
      return isComplete ? deliver(head) : .none
    }
  }

  private func request(_ head: RequestHead) -> HTTPRequest {
    HTTPRequest(
      method: head.method, target: head.target, version: head.version, fields: head.fields,
      content: content, localAddress: localAddress)
  }

  private mutating func deliver(_ head: RequestHead) -> Action {
    let request = request(head)
    content = []
    decoder = nil
    state = .handling
    phaseDeadline = HTTPConnection.never
    return .deliver(request)
  }

  /// Gives the present phase its whole time, as after input or after a client that was slow to take
  /// its answers and was not read meanwhile.
  mutating func restartPhase(_ now: Instant) {
    let timeouts = configuration.timeouts
    switch state {
    case .waiting(let isFresh):
      phaseDeadline = now.adding(isFresh ? timeouts.head : timeouts.idle)
    case .readingHead:
      phaseDeadline = now.adding(timeouts.head)
    case .readingContent:
      phaseDeadline = min(now.adding(timeouts.contentPause), contentDeadline)
    case .receiving, .exchanging:
      // While the consumer is what is waited for, the client may take its time.
      phaseDeadline = wantsInput ? now.adding(timeouts.contentPause) : HTTPConnection.never
    case .admitting, .handling, .answering:
      phaseDeadline = HTTPConnection.never
    case .finishing:
      phaseDeadline = now.adding(timeouts.writeStall)
    case .draining:
      phaseDeadline = now.adding(timeouts.drain)
    case .closed:
      phaseDeadline = HTTPConnection.never
    }
  }

  /// The answer to the request under way is complete.
  mutating func conclude(_ persistence: Persistence, now: Instant) {
    head = nil
    heldContent = 0
    switch persistence {
    case .close:
      state = .finishing
      phaseDeadline = now.adding(configuration.timeouts.writeStall)
    case .implied, .announced:
      state = .waiting(isFresh: false)
      comesSince = now
      phaseDeadline = now.adding(configuration.timeouts.idle)
    }
  }

  /// Makes the answer that comes the last, whatever is under way.
  mutating func dismiss(_ now: Instant) -> Reply {
    let isHead = (head?.method ?? parser.method) == .head
    state = .finishing
    phaseDeadline = now.adding(configuration.timeouts.writeStall)
    release()
    return Reply(persistence: .close, omitsContent: isHead)
  }

  mutating func close() -> Action {
    state = .closed
    phaseDeadline = HTTPConnection.never
    isBlocked = false
    release()
    return .close
  }

  /// Lets go of what a request under way holds.
  mutating func release() {
    head = nil
    decoder = nil
    content = []
    heldContent = 0
    isStarved = false
  }
}
