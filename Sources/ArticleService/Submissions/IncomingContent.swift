import ArticleParsing
import ArticleStore
import ContentCoding
import HTTPCore

/// The content of a request that brings a document: what its fields and its query say is checked at
/// once, on the event loop; the content itself is read later, by a worker.
struct IncomingContent: Sendable {
  /// What the content is.
  private enum Kind: Sendable {
    case document(DocumentMedia, Charset, Metadata)
    case json
  }

  private let kind: Kind
  private let isCompressed: Bool
  private let content: [UInt8]

  /// The media types that a request may bring.
  static let readable = DocumentMedia.allCases.map(\.rawValue) + ["application/json"]

  /// Checks the fields and the metadata among the query's parameters.
  ///
  /// - Throws: ``Problem``: 415 with what is read, 400 for metadata that is not right.
  init(_ request: HTTPRequest) throws(Problem) {
    let fields = request.fields
    let given = fields[.contentType]
    guard let media = given.flatMap({ MediaType(parsing: $0) }) else {
      throw Self.unsupported(given, request)
    }
    switch (media.essence, DocumentMedia(rawValue: media.essence)) {
    case (_, let document?):
      let label = media.parameter("charset")
      guard let charset = label.map(Charset.init(label:)) ?? .utf8 else {
        throw .unsupportedCharset(given: label ?? "")
      }
      kind = .document(document, charset, try Self.metadata(in: request.target))
    case ("application/json", nil):
      // JSON is UTF-8 and its media type has no charset (RFC 8259 section 8.1, 11).
      if let misplaced = request.target.query.first(where: { Self.metadataNames.contains($0.name) })
      {
        throw .invalidParameters([
          .parameter(
            misplaced.name, "misplaced-parameter",
            "\(misplaced.name) is a member of a JSON submission, not a parameter beside it.")
        ])
      }
      kind = .json
    default: throw Self.unsupported(given, request)
    }
    isCompressed = try Self.isCompressed(fields)
    content = request.content
  }

  /// Reads the document, within the limits of the service.
  ///
  /// - Throws: ``Problem``.
  func document(
    _ configuration: ArticleService.Configuration
  ) throws(Problem) -> IncomingDocument {
    let bytes = try isCompressed ? inflated(configuration) : content
    switch kind {
    case .document(let media, let charset, let metadata):
      return try IncomingDocument(
        bytes: bytes, media: media, charset: charset, metadata: metadata)
    case .json:
      return try IncomingDocument(JSONSubmission.read(Self.jsonText(bytes)))
    }
  }

  private func inflated(
    _ configuration: ArticleService.Configuration
  ) throws(Problem) -> [UInt8] {
    do throws(ContentCodingError) {
      return try Inflater.inflate(
        content, limit: configuration.documentLimit,
        ratioLimit: configuration.inflationRatioLimit)
    } catch {
      throw Problem(error)
    }
  }

  /// The bytes when they are UTF-8, which JSON is, without a byte order mark.
  private static func jsonText(_ bytes: [UInt8]) throws(Problem) -> [UInt8] {
    do throws(SourceText.DecodingError) {
      return try SourceText(decoding: bytes).utf8
    } catch {
      switch error {
      case .invalidUTF8(let offset), .loneSurrogate(let offset), .oddByteCount(let offset):
        throw .malformedJSON(
          Problem.Fault(
            range: offset..<offset + 1, code: "invalid-utf8",
            message: "The byte at offset \(offset) is no valid UTF-8."))
      }
    }
  }

  private static func unsupported(_ given: String?, _ request: HTTPRequest) -> Problem {
    .unsupportedMedia(given: given, readable: readable, isPut: request.method == .put)
  }

  /// Whether there is a coding, which can only be gzip (RFC 9110 section 8.4).
  private static func isCompressed(_ fields: HTTPFields) throws(Problem) -> Bool {
    guard let coding = fields[.contentEncoding] else { return false }
    switch coding.lowercased() {
    case "gzip", "x-gzip": return true
    case "identity", "": return false
    default: throw .unsupportedCoding(given: coding)
    }
  }

  /// The names of the query's parameters that are metadata.
  static let metadataNames = ["title", "url", "publishedAt", "tags"]

  private static func metadata(in target: RequestTarget) throws(Problem) -> Metadata {
    var metadata = Metadata()
    var faults: [Problem.Fault] = []
    func value(_ name: String, _ rule: (String) -> String?) -> String? {
      guard let value = target.queryValue(name) else { return nil }
      if let fault = rule(value) { faults.append(.parameter(name, "invalid-value", fault)) }
      return value
    }
    metadata.title = value("title", MetadataRules.fault(inTitle:))
    metadata.url = value("url", MetadataRules.fault(inURL:))
    metadata.publishedAt = value("publishedAt", MetadataRules.fault(inDate:))
    let tags = value("tags") { list in
      let tags = Self.tags(list)
      return MetadataRules.fault(inTagCount: tags.count)
        ?? tags.lazy.compactMap(MetadataRules.fault(inTag:)).first
    }
    metadata.tags = tags.map(Self.tags) ?? []
    guard faults.isEmpty else { throw .invalidParameters(faults) }
    return metadata
  }

  /// The tags of a list with commas, without the spaces around them.
  private static func tags(_ list: String) -> [String] {
    list.split(separator: ",", omittingEmptySubsequences: false).map { tag in
      String(tag.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
  }
}
