package import HTTPCore

/// A request and what became of it, as it is reported when that is over.
package struct Exchange: Sendable {
  /// The most bytes of a path that are reported.
  package static let pathBound = 1_024

  /// `nil` when what came was no request.
  package var method: HTTPMethod?
  /// The path as it was sent, without its query, which may have in it what is nobody's business; cut
  /// after ``pathBound`` bytes. Empty when what came was no request.
  package var path = ""
  /// The client's address, without its port.
  package var client = ""
  /// The id of the request, which the answer has, too.
  package var requestID: RequestID?
  /// Where the request stands in a trace, when it says so.
  package var traceParent: TraceParent?
  /// The status of the answer; `nil` when there was none.
  package var status: HTTPStatus?
  /// ``HTTPResponse/label`` of the answer.
  package var label = 0
  /// Whether the answer was sent whole, as far as it is known: to the end of what the system accepts.
  package var isComplete = false
  /// The bytes of the request, its head among them, as far as they were read.
  package var received = 0
  /// The bytes of the answer, its head among them.
  package var sent = 0
  /// How long it took; see ``ServerMetrics/durations(label:)``.
  package var nanoseconds: UInt64 = 0

  /// An exchange of which nothing is known.
  package init() {}

  /// Notes what is reported of a request.
  mutating func describe(_ request: HTTPRequest) {
    method = request.method
    traceParent = TraceParent(in: request.fields)
    let bytes = request.target.path.utf8
    path =
      bytes.count <= Self.pathBound
      ? request.target.path
      : String(decoding: bytes.prefix(Self.pathBound), as: UTF8.self)
  }
}

/// Accepts exchanges as they end, on the event loops: it must not block. `false` when it cannot accept
/// one, which is then counted as ``ServerMetrics/unreported``.
package typealias ExchangeReport = @Sendable (Exchange) -> Bool
