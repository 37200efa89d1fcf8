import ArticleParsing
import ArticleStore
import ContentCoding
import HTTPCore
import Operations

/// The content of a request that brings a document: what its fields and its query say is checked at
/// once, on the event loop; the content itself is read later, by a worker.
///
/// What the document is, says the parameter `media`; without it `Content-Type`. Where that is not
/// there, or is `application/octet-stream`, which says nothing, and where `media` is `auto`, it is
/// recognised in the text (``MediaRecognition``).
struct IncomingContent: Sendable {
  /// What the content is.
  private enum Kind: Sendable {
    case document(MediaChoice, Charset?, Metadata)
    case json
  }

  private let kind: Kind
  /// Whether the content is under gzip.
  let isCompressed: Bool
  private let content: [UInt8]

  /// The bytes of the content, under its coding.
  var count: Int { content.count }

  /// How many times the content is there at most while it is decoded: as it came, as text, and of JSON
  /// as the string in it and what that stands for.
  var decodedCopies: Int {
    switch kind {
    case .document: 2
    case .json: 5
    }
  }

  /// The media types that a request may bring.
  static let readable =
    DocumentMedia.allCases.map(\.rawValue) + ["application/json", "application/octet-stream"]

  /// Checks the fields and what the query says of the document.
  ///
  /// - Throws: ``Problem``: 415 with what is read, 400 for parameters that are not right.
  init(_ request: HTTPRequest) throws(Problem) {
    try request.target.refuse(BulkRequest.parameterNames) { name in
      "\(name) is of many submissions in one request, as \(BulkRequest.mediaType)."
        + (name == "mode" ? " PUT creates or replaces a single one." : "")
    }
    let given = request.fields[.contentType]
    let type = given.flatMap { MediaType(parsing: $0) }
    if type?.essence == "application/json" {
      // JSON is UTF-8 and its media type has no charset (RFC 8259 section 8.1, 11).
      try Self.refuseParameters(in: request.target)
      kind = .json
    } else {
      let choice = try request.target.choice("media", MediaChoice.init(name:), MediaChoice.names)
      guard let media = choice ?? Self.media(of: given, type) else {
        throw .unsupportedMedia(
          given: given, readable: Self.readable, isPut: request.method == .put)
      }
      let label = type?.parameter("charset")
      let charset = label.flatMap(Charset.init(label:))
      if let label, charset == nil { throw .unsupportedCharset(given: label) }
      kind = .document(media, charset, try Self.metadata(in: request.target))
    }
    isCompressed = try Self.isCompressed(request.fields)
    content = request.content
  }

  /// What a `Content-Type` says of a document; `nil` when it is none that is read.
  private static func media(of given: String?, _ type: MediaType?) -> MediaChoice? {
    guard given != nil else { return .recognised }
    guard let type else { return nil }
    if type.essence == "application/octet-stream" { return .recognised }
    return DocumentMedia(rawValue: type.essence).map(MediaChoice.known)
  }

  private static func refuseParameters(in target: RequestTarget) throws(Problem) {
    try target.refuse(parameterNames) { name in
      "\(name) is a member of a JSON submission, not a parameter beside it."
    }
  }

  /// Reads the document, within the limits of the service.
  ///
  /// - Throws: ``Problem``.
  func document(
    _ configuration: ArticleService.Configuration
  ) throws(Problem) -> Document {
    let bytes = try isCompressed ? inflated(configuration) : content
    switch kind {
    case .document(let media, let charset, let metadata):
      do throws(DocumentError) {
        return try Document(
          bytes: bytes, media: media.media, charset: charset, metadata: metadata)
      } catch {
        throw Problem(error)
      }
    case .json:
      return try Document(JSONSubmission.read(Self.jsonText(bytes)))
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
  static func jsonText(_ bytes: [UInt8]) throws(Problem) -> [UInt8] {
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

  /// Whether there is a coding, which can only be gzip (RFC 9110 section 8.4).
  static func isCompressed(_ fields: HTTPFields) throws(Problem) -> Bool {
    guard let coding = fields[.contentEncoding] else { return false }
    switch coding.lowercased() {
    case "gzip", "x-gzip": return true
    case "identity", "": return false
    default: throw .unsupportedCoding(given: coding)
    }
  }

  /// The names of the query's parameters that speak of the document.
  static let parameterNames = ["media", "title", "url", "publishedAt", "tags"]

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
