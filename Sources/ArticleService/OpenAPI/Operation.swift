import ArticleParsing
import Formats
import HTTPCore

/// What a route takes and gives, for the description of the API; its path, method, summary and
/// parameters are the route's own.
struct Operation: Sendable {
  /// The groups in which people find an operation.
  enum Group: String, Sendable, CaseIterable {
    case analysis, articles, parts, points, search, operations

    var summary: String {
      switch self {
      case .analysis: "Reading a document without storing it"
      case .articles: "What is stored"
      case .parts: "Parts of one article"
      case .points: "Points across all articles"
      case .search: "Finding articles and points by their words"
      case .operations: "For those who run the service"
      }
    }
  }

  /// What a request brings.
  enum Intake: Sendable {
    case nothing
    /// A document, as it is or within a JSON submission.
    case document
    /// The same, or many submissions, one a line.
    case documents
  }

  /// An answer that is no problem.
  struct Success: Sendable {
    let status: HTTPStatus
    let description: String
    /// The media types and what stands in them; none for an answer without content.
    let content: [(media: String, schema: Schema)]
    /// The fields it may have beside the usual.
    let fields: [String]

    init(
      _ status: HTTPStatus, _ description: String,
      _ content: [(media: String, schema: Schema)] = [], fields: [String] = []
    ) {
      self.status = status
      self.description = description
      self.content = content
      self.fields = fields
    }
  }

  /// Unique, for those who generate clients.
  let id: String
  let group: Group
  let intake: Intake
  let successes: [Success]
  /// The preconditions that a request may state.
  let conditions: [HTTPFieldName]
  /// The problems that belong to this operation alone.
  let problems: [HTTPStatus]

  init(
    _ id: String, _ group: Group, takes intake: Intake = .nothing, _ successes: [Success],
    conditions: [HTTPFieldName] = [], problems: [HTTPStatus] = []
  ) {
    self.id = id
    self.group = group
    self.intake = intake
    self.successes = successes
    self.conditions = conditions
    self.problems = problems
  }

  /// What any request can meet: no request at all, too much of one, or too many of them.
  static let usualProblems: [HTTPStatus] = [
    .badRequest, .requestTimeout, .contentTooLarge, .uriTooLong, .expectationFailed,
    .misdirectedRequest, .requestHeaderFieldsTooLarge, .notImplemented, .serviceUnavailable,
    .httpVersionNotSupported,
  ]
}

extension Operation {
  /// Answers with JSON of one shape.
  static func json(
    _ id: String, _ group: Group, _ schema: Schema, fields: [String] = [],
    problems: [HTTPStatus] = []
  ) -> Operation {
    Operation(
      id, group, [Success(.ok, "It is there.", [("application/json", schema)], fields: fields)],
      problems: problems)
  }

  /// Answers with a page of a list.
  static func list(_ id: String, _ group: Group, _ shape: Shape) -> Operation {
    json(id, group, .reference(shape), fields: ["Link"])
  }

  /// Answers with a representation of an article or of a part of it, which has an entity tag.
  static func representation(
    _ id: String, _ group: Group, _ content: [(media: String, schema: Schema)]
  ) -> Operation {
    Operation(
      id, group,
      [
        Success(.ok, "It is there.", content, fields: validation),
        Success(.notModified, "It is as the client has it.", fields: validation),
      ], conditions: [.ifMatch, .ifNoneMatch])
  }

  /// The fields by which a client asks again.
  private static let validation = ["ETag", "Last-Modified"]

  /// An analysis or an article in each of its formats.
  static func analysis(_ schema: Schema) -> [(media: String, schema: Schema)] {
    Format.all(for: .analyses).map { ($0.mediaType.essence, $0.schema(schema)) }
  }

  /// An article as a write answers with it.
  static let written = [("application/json", Schema.reference(.article))]
}

extension ArticlePart {
  /// What reading the part answers with.
  var operation: Operation {
    switch self {
    case .article:
      .representation("readArticle", .articles, Operation.analysis(.reference(.article)))
    case .source:
      .representation(
        "readSource", .parts,
        DocumentMedia.allCases.map { ($0.rawValue, .string("What was submitted.")) })
    case .text:
      .representation("readText", .parts, [("text/plain", .string("The canonical text."))])
    case .objectives, .nonGoals, .pros, .cons, .neutral, .takeaways: object(.pointList)
    case .sections: object(.sectionList)
    case .diagnostics: object(.diagnosticList)
    case .outlook: object(.outlookPart)
    case .callToAction: object(.callToActionPart)
    }
  }

  /// The part's name within the name of an operation: `NonGoals`.
  var operationName: String {
    let name = "\(self)"
    return name.prefix(1).uppercased() + name.dropFirst()
  }

  private func object(_ shape: Shape) -> Operation {
    .representation(
      "read\(operationName)", .parts,
      [("application/json", Schema.reference(shape).orSelection)])
  }
}
