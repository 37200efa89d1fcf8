import HTTPCore

/// What is known of the exchange on a connection while it is under way. In an order that wastes no
/// room: every connection has one, the idle ones, too.
struct OpenExchange {
  var began: Instant = 0
  /// Bytes read since the last exchange, and written in this one.
  var received = 0
  var sent = 0
  /// What the answer carries; only when the client gave one, or exchanges are reported.
  var requestID: RequestID?
  /// Of the answer that goes out in pieces.
  var label: UInt16 = 0
  var status: HTTPStatus?
  var method = HTTPMethod.other
  /// Whether a request was handed out that is not answered to the end.
  var isOpen = false
}

/// What a connection has besides when exchanges are reported.
final class LoggedExchange {
  /// The client's address.
  let client: String
  var exchange = Exchange()

  init(client: String) { self.client = client }
}

/// Counting and reporting exchanges. What is only counted costs a reading of the clock and some ten
/// additions, and allocates nothing.
extension EventLoop {
  /// A request is about to be handed out, or its content to be admitted.
  func beginExchange(_ connection: Connection, _ request: HTTPRequest) {
    guard !connection.exchange.isOpen else { return }
    connection.exchange.isOpen = true
    connection.exchange.began = now
    connection.exchange.method = request.method
    connection.exchange.requestID = RequestID(in: request.fields)
    if let logged = connection.logged { begin(logged, request, &connection.exchange) }
  }

  /// There is no request, but an answer that says so.
  func beginExchange(_ connection: Connection) {
    guard !connection.exchange.isOpen else { return }
    connection.exchange.isOpen = true
    connection.exchange.began = now
    connection.exchange.method = .other
    if let logged = connection.logged { begin(logged, nil, &connection.exchange) }
  }

  private func begin(_ logged: LoggedExchange, _ request: HTTPRequest?, _ open: inout OpenExchange)
  {
    var exchange = Exchange()
    if let request { exchange.describe(request) }
    exchange.client = logged.client
    let id = open.requestID ?? RequestID(number: requestNumbers.next())
    open.requestID = id
    exchange.requestID = id
    logged.exchange = exchange
  }

  /// The answer is complete.
  func endExchange(_ connection: Connection, _ status: HTTPStatus, _ label: Int) {
    guard connection.exchange.isOpen else { return }
    let end = Clocks.monotonic
    let nanoseconds = end > connection.exchange.began ? end - connection.exchange.began : 0
    metrics.count(label, connection.exchange.method, status, nanoseconds: nanoseconds)
    reportExchange(connection, status, label, nanoseconds, isComplete: true)
  }

  /// The connection ends, whatever was under way.
  func breakExchange(_ connection: Connection) {
    guard connection.exchange.isOpen else { return }
    metrics.add(to: .broken)
    let nanoseconds = now > connection.exchange.began ? now - connection.exchange.began : 0
    reportExchange(
      connection, connection.exchange.status, Int(connection.exchange.label), nanoseconds,
      isComplete: false)
  }

  private func reportExchange(
    _ connection: Connection, _ status: HTTPStatus?, _ label: Int, _ nanoseconds: UInt64,
    isComplete: Bool
  ) {
    if let report, let logged = connection.logged {
      logged.exchange.status = status
      logged.exchange.label = label
      logged.exchange.isComplete = isComplete
      logged.exchange.received = connection.exchange.received
      logged.exchange.sent = connection.exchange.sent
      logged.exchange.nanoseconds = nanoseconds
      if !report(logged.exchange) { metrics.add(to: .unreported) }
    }
    connection.exchange = OpenExchange()
  }
}

/// Numbers of which none comes twice (SplitMix64), different in each process.
struct RequestNumbers {
  private var state = UInt64.random(in: .min ... .max)

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
