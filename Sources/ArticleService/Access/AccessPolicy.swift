import HTTPCore

/// Who may ask for what: the checks that come before routing, whatever the request is for.
///
/// A value; nothing of it changes but the token. The service asks it once about every request; by default it keeps web
/// pages of others out and lets everyone in who reaches the address.
package struct AccessPolicy: Sendable {
  /// What a token is needed for, where there is one. `/livez` and `/readyz` never need it.
  package enum TokenScope: String, Sendable, CaseIterable {
    /// What changes the store; reading and `POST /v1/analyze` are open.
    case writes
    /// Everything.
    case all
  }

  /// The names, beside those that are always taken, under which the service is reached.
  package var allowedHosts: [AllowedHost] = []
  /// The web origins whose pages may use the service. Without any, no answer speaks of sharing.
  package var allowedOrigins: [WebOrigin] = []
  /// What a client must show; `nil` for nothing. Copies of a policy share it.
  package var token: RenewableToken?
  /// What ``token`` is needed for.
  package var tokenScope = TokenScope.writes
  /// Whether those who come from beyond this machine may do without a token what it is needed for.
  package var allowsUnauthenticated = false

  /// The policy that holds unless the configuration says otherwise.
  package init() {}

  /// Decides about a request. Cost, for a usual one: a look at its `Host`, no allocation.
  ///
  /// - Returns: `nil` when the request may go on; the answer when it asks about this policy itself,
  ///   as a CORS preflight does.
  /// - Throws: ``Problem/misdirected(host:)``, ``Problem/crossSite``, ``Problem/unauthorized``,
  ///   ``Problem/forwarded(field:)``.
  func screen(_ request: HTTPRequest) throws(Problem) -> HTTPResponse? {
    try checkHost(request)
    // A preflight carries no token and changes nothing.
    if let answer = preflight(request) { return answer }
    try checkSite(request)
    try checkToken(request)
    return nil
  }

  // MARK: The host

  /// Whoever makes a browser take a name of theirs for this address (DNS rebinding) needs a name:
  /// literals and localhost are beyond their reach, other names must be known here.
  private func checkHost(_ request: HTTPRequest) throws(Problem) {
    // Only HTTP/1.0 can come without a host, and no browser speaks it.
    guard let authority = request.authority else { return }
    let host = Authority.host(of: authority)
    if host.matches("localhost") { return }
    if let address = IPAddress(literal: host) {
      if address.isLoopback || address == request.localAddress { return }
    }
    guard allowedHosts.contains(where: { $0.matches(host) }) else {
      throw .misdirected(host: String(decoding: host, as: UTF8.self))
    }
  }

  // MARK: The site

  /// Pages of other sites may send `text/plain` to any address without asking (CSRF). Browsers tell
  /// where a request comes from; what is no browser sends neither field.
  private func checkSite(_ request: HTTPRequest) throws(Problem) {
    guard !request.method.isSafe else { return }
    if allowedOrigin(of: request) != nil { return }
    let sites = request.fields.values(of: .secFetchSite)
    guard sites.isEmpty else {
      // Fetch Metadata: `none` is the user's own doing. `same-site` is a neighbour, not this service.
      guard sites.allSatisfy({ $0.matches("same-origin") || $0.matches("none") }) else {
        throw .crossSite
      }
      return
    }
    let origins = request.fields.values(of: .origin)
    guard !origins.isEmpty else { return }
    // The scheme does not count: behind a proxy that speaks TLS it is not the client's.
    guard origins.count == 1, let own = request.authority,
      let origin = WebOrigin(parsing: origins[0]), origin.isOf(authority: own)
    else { throw .crossSite }
  }

  // MARK: The token

  /// Where no token is configured, this machine alone is to reach the service, and may do everything.
  /// A proxy beside it comes from this machine, too, whoever it speaks for.
  private func checkToken(_ request: HTTPRequest) throws(Problem) {
    guard needsToken(request) else { return }
    guard let token else {
      guard !allowsUnauthenticated, let field = request.fields.markOfProxy else { return }
      throw .forwarded(field: field)
    }
    let given = request.fields.values(of: .authorization)
    // Two could be read as either.
    guard given.count == 1, token.current.isShown(in: given[0]) else { throw .unauthorized }
  }

  /// Everything does but what is named here: a new route is closed until someone opens it.
  private func needsToken(_ request: HTTPRequest) -> Bool {
    switch tokenScope {
    case .writes: !request.method.isSafe && request.target.segments != ["v1", "analyze"]
    case .all:
      !request.method.isSafe
        || request.target.segments != ["livez"] && request.target.segments != ["readyz"]
    }
  }
}

extension HTTPFields {
  /// The name of the first field that proxies add to what they pass on: `Forwarded` (RFC 7239), `Via`
  /// (RFC 9110 section 7.6.3), those that begin with `X-Forwarded`, and `X-Real-IP`, which is all
  /// that many configurations of nginx add. `nil` where there is none, which is no proof: a proxy
  /// need not add any.
  fileprivate var markOfProxy: String? {
    let line = lines.first { line in
      let name = wire[line.name]
      return name.matches("forwarded") || name.matches("via") || name.matches("x-real-ip")
        || name.prefix(11).matches("x-forwarded")
    }
    return line.map { String(decoding: wire[$0.name], as: UTF8.self) }
  }
}

extension HTTPMethod {
  /// Whether it asks for nothing but an answer (RFC 9110 section 9.2.1). What is not known is not
  /// safe. `POST /v1/analyze` is not either: it costs work, which is not a stranger's to ask for.
  var isSafe: Bool {
    switch self {
    case .get, .head, .query, .options, .trace: true
    case .post, .put, .delete, .patch, .connect, .other: false
    }
  }
}
