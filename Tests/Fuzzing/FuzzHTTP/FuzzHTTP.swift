import HTTPCore

/// What libFuzzer calls with each input: request heads, or chunked content behind a head of ours.
///
/// The first byte chooses, the second says where to split; whole and split there, the input must
/// come to the same requests and refusals, and so it must when content is passed on as it comes. No
/// input may trap.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzHTTP(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  // libFuzzer owns the input and keeps it for the length of this call.
  let data = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  guard data.count >= 2 else { return 0 }
  let head =
    data[0] & 1 == 0 ? "" : "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
  let input = Array(head.utf8) + data[2...]
  let split = input.isEmpty ? 0 : Int(data[1]) * input.count / 256
  let whole = outcome(of: [input])
  let parts = outcome(of: [Array(input[..<split]), Array(input[split...])])
  let bytes = outcome(of: input.map { [$0] })
  precondition(whole == parts, "split at \(split), the input comes to something else")
  precondition(whole == bytes, "byte by byte, the input comes to something else")
  // Content that is passed on has no limit, so beyond one the two go different ways.
  guard !whole.contains("413 content-too-large"), !whole.contains("503 too-much-in-flight") else {
    return 0
  }
  let streamed = outcome(of: [Array(input[..<split]), Array(input[split...])], intake: .streamed)
  precondition(whole == streamed, "passed on as it comes, the content comes to something else")
  return 0
}

/// What a connection makes of pieces of input, every request being answered at once.
private func outcome(
  of pieces: [[UInt8]], intake: HTTPConnection.Intake = .whole
) -> [String] {
  var connection = HTTPConnection(configuration: ConnectionConfiguration(), now: 0)
  var events: [String] = []
  var streamed: HTTPRequest?
  func answer(_ request: HTTPRequest) {
    let reply = connection.answered(now: 0)
    events.append(
      "\(request.method) \(request.target) \(request.content) \(String(describing: reply))")
    _ = connection.outputDrained(now: 0)
  }
  for piece in pieces {
    var position = 0
    while position < piece.count, connection.wantsInput, connection.state != .draining {
      var action = connection.received(
        piece.span, at: &position, allowance: 1 << 20, now: 0)
      if case .admit(let request) = action {
        if intake == .streamed { streamed = request }
        action = connection.admit(intake, allowance: 1 << 20, now: 0)
      }
      switch action {
      case .none, .admit, .contentEnded, .sendContinue, .shutDownSending, .close, .reset: break
      case .deliver(let request): answer(request)
      case .content(let content, let isLast):
        streamed?.content += content
        connection.consumed(content.count, now: 0)
        if isLast, let request = streamed { answer(request) }
      case .refuse(let error, _):
        events.append("\(error.status.code) \(error.code)")
        _ = connection.outputDrained(now: 0)
      }
    }
  }
  return events
}
