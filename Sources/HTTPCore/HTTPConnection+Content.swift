/// From a head to a whole request.
extension HTTPConnection {
  /// A head is complete: hands the request out, or makes ready for its content.
  mutating func begin(
    _ head: RequestHead, contentIsHere: Bool, allowance: Int, now: Instant
  ) throws(RequestError) -> Action {
    self.head = head
    requestCount += 1
    switch head.framing {
    case .none:
      return deliver(head)
    case .length(let length):
      guard length <= allowance else { throw .tooMuchInFlight }
      heldContent = length
      // What is promised is not yet there: memory follows what arrives.
      content.reserveCapacity(min(length, 64 * 1024))
    case .chunked:
      guard allowance > 0 else { throw .tooMuchInFlight }
      decoder = ChunkedDecoder(limits: configuration.limits)
    }
    state = .readingContent
    contentDeadline = now.adding(configuration.timeouts.content)
    restartPhase(now)
    // Whoever has begun to send the content is not waiting for leave (RFC 9110 section 10.1.1).
    return head.expectsContinue && !contentIsHere ? .sendContinue : .none
  }

  /// Takes in content; hands the request out when it is whole.
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
      guard content.count - heldContent <= allowance else { throw .tooMuchInFlight }
      heldContent = content.count
      return isComplete ? deliver(head) : .none
    }
  }

  private mutating func deliver(_ head: RequestHead) -> Action {
    let request = HTTPRequest(
      method: head.method, target: head.target, version: head.version, fields: head.fields,
      content: content, localAddress: localAddress)
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
    case .handling:
      phaseDeadline = HTTPConnection.never
    case .finishing:
      phaseDeadline = now.adding(timeouts.writeStall)
    case .draining:
      phaseDeadline = now.adding(timeouts.drain)
    case .closed:
      phaseDeadline = HTTPConnection.never
    }
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
  }
}
