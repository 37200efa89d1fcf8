import HTTPCore

/// What libFuzzer calls with each input: request heads, or chunked content behind a head of ours.
///
/// The first byte chooses, the second says where to split; whole and split there, the input must
/// come to the same requests and refusals, and no input may trap.
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
  return 0
}

/// What a connection makes of pieces of input, every request being answered at once.
private func outcome(of pieces: [[UInt8]]) -> [String] {
  var connection = HTTPConnection(configuration: ConnectionConfiguration(), now: 0)
  var events: [String] = []
  for piece in pieces {
    var position = 0
    while position < piece.count, connection.wantsInput, connection.state != .draining {
      let action = connection.received(
        piece.span, at: &position, allowance: 1 << 20, now: 0)
      switch action {
      case .none, .sendContinue, .shutDownSending, .close: break
      case .deliver(let request):
        let reply = connection.answered(now: 0)
        events.append(
          "\(request.method) \(request.target) \(request.content) \(String(describing: reply))")
        _ = connection.outputDrained(now: 0)
      case .refuse(let error, _):
        events.append("\(error.status.code) \(error.code)")
        _ = connection.outputDrained(now: 0)
      }
    }
  }
  return events
}
