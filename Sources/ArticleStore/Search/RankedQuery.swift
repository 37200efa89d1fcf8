package import ArticleParsing

/// Which page of which search is asked for.
package struct RankedQuery: Sendable {
  /// What is searched for.
  package let query: SearchQuery
  /// Where there are any, every term must stand in the points of these kinds, and none that is
  /// excluded may.
  package let kinds: Set<PointKind>
  /// The position after which the page begins; `nil` for the best articles.
  package let position: SearchPosition?
  /// The most articles of the page.
  package let limit: Int

  /// A page of up to `limit` articles after a position.
  package init(
    _ query: SearchQuery, kinds: Set<PointKind> = [], after position: SearchPosition? = nil,
    limit: Int
  ) {
    self.query = query
    self.kinds = kinds
    self.position = position
    self.limit = limit
  }
}
