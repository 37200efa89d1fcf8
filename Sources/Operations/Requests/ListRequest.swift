package import ArticleParsing
package import ArticleStore

/// What a list of articles is asked for.
package struct ArticleListRequest: Sendable {
  /// The parameters that decide what is in the list and in what order.
  package static let parameterNames = ["q", "actor", "language", "tag", "has", "sort"]

  /// The page.
  package let query: ArticleQuery
  /// The `limit` parameter; `nil` where it is not there.
  package let givenLimit: Int?
  let identity: ListIdentity

  /// - Throws: ``OperationError/invalidParameters(_:)`` with every fault.
  package init(_ parameters: Parameters) throws(OperationError) {
    var reading = ParameterReading(parameters)
    var filter = ArticleFilter()
    filter.query = reading.words("q", SearchQuery.init(_:))
    filter.actor = reading.words("actor", SearchQuery.init(phrase:))
    filter.language = reading.words("language", FoldedLabel.init)
    filter.tag = reading.words("tag", FoldedLabel.init)
    filter.parts = reading.value("has", ListedParts.init(names:), Self.hasRule) ?? []
    let ordering = reading.value("sort", ArticleOrdering.init(name:), Self.sortRule)
    let page = try PageRequest(reading: &reading)
    identity = reading.identity("/v1/articles", Self.parameterNames)
    query = ArticleQuery(
      filter, in: ordering ?? ArticleOrdering(), after: try page.position(in: identity),
      limit: page.limit)
    givenLimit = page.givenLimit
  }

  private static let hasRule =
    "has is a list of: \(ListedParts.names.map(\.0).joined(separator: ", "))."
  private static let sortRule =
    "sort is one of: \(ArticleSort.allCases.map(\.rawValue).joined(separator: ", ")); "
    + "with - in front of it, the greatest comes first."
}

/// What a list of points is asked for.
package struct PointListRequest: Sendable {
  /// The parameters that decide what is in the list.
  package static let parameterNames = ["q", "actor", "subject", "label", "article"]

  /// The page.
  package let query: PointQuery
  let identity: ListIdentity

  /// The list of points of a kind, which HTTP has at a path.
  ///
  /// - Throws: ``OperationError/invalidParameters(_:)`` with every fault.
  package init(
    of kind: PointKind, _ path: String, _ parameters: Parameters
  ) throws(OperationError) {
    var reading = ParameterReading(parameters)
    var filter = PointFilter()
    filter.query = reading.words("q", SearchQuery.init(_:))
    filter.actor = reading.words("actor", SearchQuery.init(phrase:))
    filter.subject = reading.words("subject", SearchQuery.init(phrase:))
    filter.label = reading.words("label", SearchQuery.init(phrase:))
    filter.article = reading.value("article", ArticleID.init, "article is the id of an article.")
    let page = try PageRequest(reading: &reading)
    identity = reading.identity(path, Self.parameterNames)
    query = PointQuery(
      of: kind, filter, after: try page.position(in: identity), limit: page.limit)
  }
}

/// Which page of a list is asked for.
package struct PageRequest: Sendable {
  /// How many items a page may have.
  package static let limits = 1...1_000
  /// How many items it has unless it says.
  package static let defaultLimit = 50
  /// The parameters that choose a page.
  package static let parameterNames = ["limit", "cursor"]

  /// The `limit` parameter; `nil` where it is not there.
  let givenLimit: Int?
  var limit: Int { givenLimit ?? Self.defaultLimit }
  /// The `cursor` parameter, still opaque.
  let cursor: String?

  /// Ends the reading of a list's parameters.
  ///
  /// - Throws: ``OperationError/invalidParameters(_:)`` with every fault that was found.
  init(reading: inout ParameterReading) throws(OperationError) {
    givenLimit = reading.limit(Self.limits)
    cursor = reading.parameters["cursor"]
    try reading.finish()
  }

  /// The position behind which the page begins.
  ///
  /// - Throws: ``OperationError/invalidParameters(_:)``.
  func position(in list: ListIdentity) throws(OperationError) -> Cursor? {
    try cursor.map { (token) throws(OperationError) in try Cursor(token: token, of: list) }
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
  package static let names: [(String, ListedParts)] =
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
