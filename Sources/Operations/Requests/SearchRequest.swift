import ArticleParsing
package import ArticleStore

/// What a search is asked for.
package struct SearchRequest: Sendable {
  /// Where HTTP has it.
  package static let path = "/v1/search"
  /// The parameters that decide what is found and in what order.
  package static let parameterNames = ["q", "kind"]

  /// The page.
  package let query: RankedQuery
  let identity: ListIdentity

  /// - Throws: ``OperationError/invalidParameters(_:)`` with every fault.
  package init(_ parameters: Parameters) throws(OperationError) {
    var reading = ParameterReading(parameters)
    reading.require("q")
    let query = reading.words("q", SearchQuery.init(_:)) ?? SearchQuery("")
    let kinds = reading.value("kind", Set.init(names:), Self.kindRule) ?? []
    let page = try PageRequest(reading: &reading)
    let identity = reading.identity(Self.path, Self.parameterNames)
    let position = try page.cursor.map { (token) throws(OperationError) in
      try SearchPosition(token: token, of: identity, terms: query.termCount)
    }
    self.query = RankedQuery(query, kinds: kinds, after: position, limit: page.limit)
    self.identity = identity
  }

  private static let kindRule =
    "kind is a list of: \(PointKind.allCases.map(\.rawValue).joined(separator: ", "))."
}

extension Set<PointKind> {
  /// All kinds of a list with commas.
  fileprivate init?(names list: String) {
    self = []
    for name in list.split(separator: ",", omittingEmptySubsequences: false) {
      guard let kind = PointKind(rawValue: String(name)) else { return nil }
      insert(kind)
    }
  }
}

/// A position as clients carry it: the search's mark, the bits of the score, the sequence, and the bits of
/// the numbers by which the search is ranked, those of each of its terms last.
extension SearchPosition {
  /// The position as text, which needs no escaping in a URI.
  func token(of list: ListIdentity) -> String {
    let statistics = [self.statistics.meanLength] + self.statistics.rarities
    let numbers = [score.bitPattern, sequence] + statistics.map { UInt64($0.bitPattern) }
    return ([list.mark] + numbers.map { String($0, radix: 36) }).joined(separator: ".")
  }

  /// The position of a token.
  ///
  /// - Throws: ``OperationError/invalidParameters(_:)`` when it is none of this search's.
  init(token: String, of list: ListIdentity, terms: Int) throws(OperationError) {
    let parts = token.split(separator: ".", omittingEmptySubsequences: false)
    let floats = parts.dropFirst(3).compactMap {
      UInt32($0, radix: 36).map(Float.init(bitPattern:))
    }
    guard parts.count == 4 + terms, floats.count == 1 + terms, parts[0] == list.mark,
      let bits = UInt64(parts[1], radix: 36), Double(bitPattern: bits).isFinite,
      let sequence = UInt64(parts[2], radix: 36),
      let statistics = RankingStatistics(
        meanLength: floats[0], rarities: Array(floats.dropFirst()))
    else { throw Cursor.invalid }
    self.init(score: Double(bitPattern: bits), sequence: sequence, statistics: statistics)
  }
}
