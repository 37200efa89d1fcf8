import ArticleParsing
import ArticleStore
import Formats
import HTTPCore

/// What a list of articles is asked for.
struct ArticleListRequest: Sendable {
  /// The parameters that decide what is in the list and in what order.
  static let parameterNames = ["q", "actor", "language", "tag", "has", "sort"]

  let filter: ArticleFilter
  let ordering: ArticleOrdering
  let identity: ListIdentity
  let page: PageRequest

  /// - Throws: ``Problem/invalidParameters(_:)`` with every fault.
  init(_ target: RequestTarget) throws(Problem) {
    var reading = ParameterReading(target)
    var filter = ArticleFilter()
    filter.query = reading.words("q", SearchQuery.init(_:))
    filter.actor = reading.words("actor", SearchQuery.init(phrase:))
    filter.language = reading.words("language", FoldedLabel.init)
    filter.tag = reading.words("tag", FoldedLabel.init)
    filter.parts = reading.value("has", ListedParts.init(names:), Self.hasRule) ?? []
    let ordering = reading.value("sort", ArticleOrdering.init(name:), Self.sortRule)
    page = try PageRequest(reading: &reading)
    self.filter = filter
    self.ordering = ordering ?? ArticleOrdering()
    identity = reading.identity("/v1/articles", Self.parameterNames)
  }

  private static let hasRule =
    "has is a list of: \(ListedParts.names.map(\.0).joined(separator: ", "))."
  private static let sortRule =
    "sort is one of: \(ArticleSort.allCases.map(\.rawValue).joined(separator: ", ")); "
    + "with - in front of it, the greatest comes first."
}

/// What a list of points is asked for.
struct PointListRequest: Sendable {
  /// The parameters that decide what is in the list.
  static let parameterNames = ["q", "actor", "subject", "label", "article"]

  let filter: PointFilter
  let identity: ListIdentity
  let page: PageRequest

  /// - Throws: ``Problem/invalidParameters(_:)`` with every fault.
  init(_ target: RequestTarget, _ path: String) throws(Problem) {
    var reading = ParameterReading(target)
    var filter = PointFilter()
    filter.query = reading.words("q", SearchQuery.init(_:))
    filter.actor = reading.words("actor", SearchQuery.init(phrase:))
    filter.subject = reading.words("subject", SearchQuery.init(phrase:))
    filter.label = reading.words("label", SearchQuery.init(phrase:))
    filter.article = reading.value("article", ArticleID.init, "article is the id of an article.")
    page = try PageRequest(reading: &reading)
    self.filter = filter
    identity = reading.identity(path, Self.parameterNames)
  }
}

/// Which page of a list is asked for.
struct PageRequest: Sendable {
  static let limits = 1...1_000
  static let defaultLimit = 50
  static let parameterNames = ["limit", "cursor"]

  /// The `limit` parameter; `nil` where it is not there.
  let givenLimit: Int?
  var limit: Int { givenLimit ?? Self.defaultLimit }
  /// The `cursor` parameter, still opaque.
  let cursor: String?

  /// Ends the reading of a list's parameters.
  ///
  /// - Throws: ``Problem/invalidParameters(_:)`` with every fault that was found.
  init(reading: inout ParameterReading) throws(Problem) {
    givenLimit = reading.limit(Self.limits)
    cursor = reading.target.queryValue("cursor")
    try reading.finish()
  }

  /// The position behind which the page begins.
  ///
  /// - Throws: ``Problem/invalidParameters(_:)``.
  func position(in list: ListIdentity) throws(Problem) -> Cursor? {
    try cursor.map { (token) throws(Problem) in try Cursor(token: token, of: list) }
  }
}

extension ArticleOrdering {
  /// The order of a name such as `title` or `-updatedAt`.
  fileprivate init?(name: String) {
    let isDescending = name.hasPrefix("-")
    guard let sort = ArticleSort(rawValue: String(name.dropFirst(isDescending ? 1 : 0))) else {
      return nil
    }
    self.init(sort, isDescending: isDescending)
  }
}

extension ListedParts {
  /// All parts by their names.
  static let names: [(String, ListedParts)] =
    PointKind.allCases.map { ($0.listName.description, ListedParts($0)) }
    + [("outlook", .outlook), ("callToAction", .callToAction)]

  /// The parts of a list with commas.
  fileprivate init?(names list: String) {
    var parts: ListedParts = []
    for name in list.split(separator: ",", omittingEmptySubsequences: false) {
      guard let part = Self.names.first(where: { $0.0 == name }) else { return nil }
      parts.insert(part.1)
    }
    self = parts
  }
}
