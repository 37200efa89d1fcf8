import HTTPCore

/// What the head of a request decides: who asks, for what, and with which parameters. It is decided
/// once, before any content is read, and goes with the request from then on.
struct ResolvedRequest: Sendable {
  /// Where the request leads.
  enum Outcome: Sendable {
    case route(Route, id: String)
    /// To no handler: it is refused, or the service answers for itself.
    case answer(HTTPResponse)
  }

  let outcome: Outcome
  /// What its answers are counted under, also where it is refused; see ``ArticleService/labels``.
  let label: Int
}
