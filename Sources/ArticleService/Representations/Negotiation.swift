import Formats
import HTTPCore

// Proactive negotiation (RFC 9110 section 12.1), and the parameters that shape an answer.

extension ArticleService {
  /// The form of the answer to a request.
  ///
  /// - Throws: ``Problem/notAcceptable(available:)``; ``Problem/invalidParameters(_:)`` for a
  ///   parameter that has no such value.
  static func form(
    of route: Route, for request: HTTPRequest
  ) throws(Problem) -> RepresentationForm {
    // Probes are answered whatever they say.
    if case .ignored = route.query { return RepresentationForm() }
    var form = RepresentationForm(isGzip: prefersGzip(request.fields))
    let offers = route.content.offers
    guard let usual = offers.first else { return form }
    form.format = try format(among: offers, usually: usual, request)
    guard !request.target.query.isEmpty else { return form }
    form.isPretty = try request.target.isPretty()
    form.offsets = try request.target.offsets()
    form.inclusions = try request.target.inclusions()
    form.fields = try request.target.fields(of: try route.fields?(request.target))
    return form.normal
  }

  /// The format of the answer. One that is asked for by name goes before what the client accepts in
  /// general.
  private static func format(
    among offers: [Format], usually usual: Format,
    _ request: HTTPRequest
  ) throws(Problem) -> Format {
    if let format = try request.target.format() {
      guard offers.contains(format) else {
        throw .notAcceptable(available: offers.map(\.name))
      }
      return format
    }
    let values = request.fields.values(of: .accept)
    // What most clients send takes all, and need not be taken apart for that.
    if values.isEmpty || values.count == 1 && values[0].elementsEqual("*/*".utf8) {
      return usual
    }
    let best = Accept(request.fields).best(of: offers.map(\.mediaType))
    guard let offer = offers.first(where: { $0.mediaType == best }) else {
      throw .notAcceptable(available: offers.map(\.mediaType.essence))
    }
    return offer
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
