import ArticleParsing
import ArticleStore
import HTTPCore

/// What a search is asked for.
struct SearchRequest: Sendable {
  static let path = "/v1/search"
  /// The parameters that decide what is found and in what order.
  static let parameterNames = ["q", "kind"]

  let query: SearchQuery
  /// The kinds of point to look into; none for the whole article.
  let kinds: Set<PointKind>
  let identity: ListIdentity
  let page: PageRequest
  let position: SearchPosition?

  /// - Throws: ``Problem/invalidParameters(_:)`` with every fault.
  init(_ target: RequestTarget) throws(Problem) {
    var reading = ParameterReading(target)
    reading.require("q")
    query = reading.words("q", SearchQuery.init(_:)) ?? SearchQuery("")
    kinds = reading.value("kind", Set.init(names:), Self.kindRule) ?? []
    page = try PageRequest(reading: &reading)
    let identity = reading.identity(Self.path, Self.parameterNames)
    position = try page.cursor.map { (token) throws(Problem) in
      try SearchPosition(token: token, of: identity)
    }
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

/// A position as clients carry it: the search's mark, the bits of the score, and the sequence.
extension SearchPosition {
  /// The position as text, which needs no escaping in a URI.
  func token(of list: ListIdentity) -> String {
    "\(list.mark).\(String(score.bitPattern, radix: 36)).\(String(sequence, radix: 36))"
  }

  /// The position of a token.
  ///
  /// - Throws: ``Problem/invalidParameters(_:)`` when it is none of this search's.
  init(token: String, of list: ListIdentity) throws(Problem) {
    let parts = token.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0] == list.mark, let bits = UInt64(parts[1], radix: 36),
      let sequence = UInt64(parts[2], radix: 36), Double(bitPattern: bits).isFinite
    else { throw Cursor.invalid }
    self.init(score: Double(bitPattern: bits), sequence: sequence)
  }
}
