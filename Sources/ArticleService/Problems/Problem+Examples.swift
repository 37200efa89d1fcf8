import ArticleParsing
import HTTPCore

extension Problem {
  /// One of each, as the description of the API shows them: the service's own, then what the server
  /// refuses before it is a request. A test holds that none is missing.
  static let examples: [Problem] =
    [
      .noSuchResource(path: "/v1/article"),
      .noSuchArticle(id: "harbour-tram"),
      .noSuchPart(part: "outlook", id: "harbour-tram"),
      .methodNotAllowed(allow: "GET, HEAD, OPTIONS"),
      .misdirected(host: "counterpoint.example"),
      .crossSite,
      .unauthorized,
      .forwarded(field: "X-Forwarded-For"),
      .invalidParameters([
        .parameter("limit", "invalid-value", "limit is a number from 1 to 1000.")
      ]),
      .invalidArticleID("-tram"),
      .queryTooLong,
      .malformedPrecondition(field: "If-Match"),
      .notAcceptable(available: ["application/json"]),
      .unsupportedMedia(
        given: "application/pdf", readable: IncomingContent.readable, isPut: false),
      .unsupportedCharset(given: "koi8-r"),
      .unsupportedCoding(given: "br"),
      .corruptContent(.truncated),
      .contentTooLarge(detail: "Inflated, the content is larger than 8388608 bytes."),
      .malformedJSON(
        Fault(
          range: 12..<13, code: "unexpected-character",
          message: "Line 1, column 13: this character cannot stand here.")),
      .invalidSubmission([
        .pointer("/content", "missing-member", "There is neither content nor contentBase64.")
      ]),
      .undecodable(at: 17, "is no valid UTF-8", pointer: nil),
      .emptyDocument,
      .binaryDocument,
      .idTaken(id: "harbour-tram"),
      .preconditionFailed,
      .storeFull(limit: 1 << 30),
      .diskFull,
      .storeFailed(isFinal: true),
      .changesGone(oldest: 41),
      .busy,
      .memoryFull,
      .tooMuchMemory(needed: 410_000_000, available: 201_326_592),
      .notReady(.notStarted),
      .stopping,
    ] + RequestError.examples.map(Problem.refused)
}
