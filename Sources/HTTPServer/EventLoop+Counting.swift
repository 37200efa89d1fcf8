import HTTPCore

/// What is known of the exchange on a connection while it is under way.
struct OpenExchange {
  /// Whether a request was handed out that is not answered to the end.
  var isOpen = false
  var began: Instant = 0
  var method = HTTPMethod.other
  /// What the answer carries; only when the client gave one, or exchanges are told of.
  var requestID: RequestID?
  /// The answer that goes out in pieces.
  var status: HTTPStatus?
  var label = 0
  /// Bytes read since the last exchange, and written in this one.
  var received = 0
  var sent = 0
  /// What is told of it, when anything is.
  var told: Exchange?
}

/// Counting, and telling of exchanges. What is only counted costs a reading of the clock and some ten
/// additions, and allocates nothing.
extension EventLoop {
  /// A request is about to be handed out, or its content to be admitted.
  func beginExchange(_ connection: Connection, _ request: HTTPRequest) {
    guard !connection.exchange.isOpen else { return }
    connection.exchange.isOpen = true
    connection.exchange.began = now
    connection.exchange.method = request.method
    connection.exchange.requestID = RequestID(in: request.fields)
    if report != nil { beginTelling(connection, request) }
  }

  /// There is no request, but an answer that says so.
  func beginExchange(_ connection: Connection) {
    guard !connection.exchange.isOpen else { return }
    connection.exchange.isOpen = true
    connection.exchange.began = now
    connection.exchange.method = .other
    if report != nil { beginTelling(connection, nil) }
  }

  private func beginTelling(_ connection: Connection, _ request: HTTPRequest?) {
    var told = Exchange()
    if let request { told.take(request) }
    told.client = connection.client
    let id = connection.exchange.requestID ?? RequestID(number: requestNumbers.next())
    connection.exchange.requestID = id
    told.requestID = id
    connection.exchange.told = told
  }

  /// The answer is complete.
  func endExchange(_ connection: Connection, _ status: HTTPStatus, _ label: Int) {
    guard connection.exchange.isOpen else { return }
    let end = Clocks.monotonic
    let nanoseconds = end > connection.exchange.began ? end - connection.exchange.began : 0
    traffic.count(label, connection.exchange.method, status, nanoseconds: nanoseconds)
    close(&connection.exchange, status, label, nanoseconds, isComplete: true)
  }

  /// The connection ends, whatever was under way.
  func breakExchange(_ connection: Connection) {
    guard connection.exchange.isOpen else { return }
    traffic.add(to: .broken)
    let nanoseconds = now > connection.exchange.began ? now - connection.exchange.began : 0
    close(
      &connection.exchange, connection.exchange.status, connection.exchange.label, nanoseconds,
      isComplete: false)
  }

  private func close(
    _ exchange: inout OpenExchange, _ status: HTTPStatus?, _ label: Int, _ nanoseconds: UInt64,
    isComplete: Bool
  ) {
    if let report, var told = exchange.told {
      told.status = status
      told.label = label
      told.isComplete = isComplete
      told.received = exchange.received
      told.sent = exchange.sent
      told.nanoseconds = nanoseconds
      if !report(told) { traffic.add(to: .untold) }
    }
    exchange = OpenExchange()
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
