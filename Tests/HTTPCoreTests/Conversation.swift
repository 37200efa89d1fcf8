@testable import HTTPCore

/// A connection with an owner that answers every request at once, and what it made of its input, in
/// the words of the wire fixtures.
struct Conversation {
  /// How content is taken: whole, or as it comes, to be put together here.
  let intake: HTTPConnection.Intake
  /// The request whose content is coming.
  private var streamed: HTTPRequest?
  var connection = HTTPConnection(configuration: ConnectionConfiguration(), now: 0)
  private(set) var events: [String] = []
  private(set) var requests: [HTTPRequest] = []

  init(intake: HTTPConnection.Intake = .whole) { self.intake = intake }

  /// Passes a piece of input in, as far as the connection wants it.
  mutating func receive(_ input: some Sequence<UInt8>) {
    let input = Array(input)
    var position = 0
    while position < input.count, connection.wantsInput, connection.state != .draining {
      take(
        connection.received(
          input.span, at: &position, allowance: 1 << 30, now: 0))
    }
  }

  /// What came of it, with `more` when the input ended within a request.
  var outcome: [String] {
    switch connection.state {
    case .readingHead, .readingContent, .receiving: events + ["more"]
    case .waiting, .admitting, .handling, .exchanging, .answering, .finishing, .draining, .closed:
      events
    }
  }

  private mutating func take(_ action: HTTPConnection.Action) {
    switch action {
    case .none, .contentEnded, .sendContinue, .shutDownSending, .close, .reset: break
    case .admit(let request):
      if intake == .streamed { streamed = request }
      take(connection.admit(intake, allowance: 1 << 30, now: 0))
    case .content(let piece, let isLast):
      streamed?.content += piece
      connection.consumed(piece.count, now: 0)
      guard isLast, let request = streamed else { return }
      streamed = nil
      take(.deliver(request))
    case .deliver(let request):
      requests.append(request)
      guard let reply = connection.answered(now: 0) else { return events.append("no answer") }
      events.append(Self.describe(request, reply))
      _ = connection.outputDrained(now: 0)
    case .refuse(let error, _):
      events.append("\(error.status.code) \(error.code)")
      _ = connection.outputDrained(now: 0)
    }
  }

  private static func describe(_ request: HTTPRequest, _ reply: HTTPConnection.Reply) -> String {
    let target = request.target
    let segments = target.segments.map {
      $0.split(separator: "/", omittingEmptySubsequences: false)
    }
    .map { $0.joined(separator: "\\x2F") }
    var words = [
      request.method.name,
      target.form == .asterisk ? "*" : "/" + segments.joined(separator: "/"),
    ]
    words += target.query.map { "?\(visible($0.name))=\(visible($0.value))" }
    if let authority = request.authority, authority != [UInt8(ascii: "a")] {
      words.append("@" + String(decoding: authority, as: UTF8.self))
    }
    if !request.content.isEmpty { words.append("\"\(escaped(request.content))\"") }
    switch reply.persistence {
    case .implied: break
    case .announced: words.append("keep-alive")
    case .close: words.append("close")
    }
    return words.joined(separator: " ")
  }
}
