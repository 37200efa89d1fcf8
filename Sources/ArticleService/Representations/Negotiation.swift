import HTTPCore

// Proactive negotiation (RFC 9110 section 12.1). JSON is the one format so far.

extension ArticleService {
  private static let json = MediaType("application", "json")

  /// The form of the answer to a request.
  ///
  /// - Throws: ``Problem/notAcceptable(available:)``; ``Problem/invalidParameters(_:)`` for `pretty`.
  static func form(
    of route: Route, for request: HTTPRequest
  ) throws(Problem) -> RepresentationForm {
    // Probes are answered whatever they say.
    if case .ignored = route.query { return RepresentationForm(isPretty: false, isGzip: false) }
    let isGzip = prefersGzip(request.fields)
    guard route.content == .json else { return RepresentationForm(isPretty: false, isGzip: isGzip) }
    // A format that is asked for by name goes before what the client accepts in general.
    if let format = request.target.queryValue("format") {
      guard format == "json" else { throw .notAcceptable(available: ["json"]) }
    } else {
      try accept(json, request)
    }
    return RepresentationForm(isPretty: try request.target.isPretty(), isGzip: isGzip)
  }

  /// Checks that a request accepts a media type.
  ///
  /// - Throws: ``Problem/notAcceptable(available:)``.
  static func accept(_ media: MediaType, _ request: HTTPRequest) throws(Problem) {
    let values = request.fields.values(of: .accept)
    // What most clients send takes all, and need not be taken apart for that.
    if values.isEmpty || values.count == 1 && values[0].elementsEqual("*/*".utf8) { return }
    guard Accept(request.fields).best(of: [media]) != nil else {
      throw .notAcceptable(available: [media.essence])
    }
  }

  /// Whether the client takes gzip as gladly as no coding. One that takes neither gets none, which
  /// is better than nothing (RFC 9110 section 12.5.3).
  private static func prefersGzip(_ fields: HTTPFields) -> Bool {
    let values = fields.values(of: .acceptEncoding)
    guard let value = values.first else { return false }
    // Most clients give no weights: then to name gzip is to take it.
    if values.count == 1, !value.contains(UInt8(ascii: ";")),
      fields.list(.acceptEncoding, contains: "gzip")
    {
      return true
    }
    return AcceptEncoding(fields).best(of: ["gzip", "identity"]) == "gzip"
  }
}
