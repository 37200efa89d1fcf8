package import ArticleParsing

/// Which page of which list of articles is asked for.
package struct ArticleQuery: Sendable {
  /// What the articles of the list have in common.
  package let filter: ArticleFilter
  /// The order of the list.
  package let ordering: ArticleOrdering
  /// The position after which the page begins; `nil` for the beginning of the list.
  package let cursor: Cursor?
  /// The most articles of the page.
  package let limit: Int

  /// A page of up to `limit` articles after a position.
  package init(
    _ filter: ArticleFilter = ArticleFilter(), in ordering: ArticleOrdering = ArticleOrdering(),
    after cursor: Cursor? = nil, limit: Int
  ) {
    self.filter = filter
    self.ordering = ordering
    self.cursor = cursor
    self.limit = limit
  }
}

/// Which page of which list of points is asked for. The list is in order of the articles' creation and,
/// within an article, of the document.
package struct PointQuery: Sendable {
  /// The kind of the points.
  package let kind: PointKind
  /// What the points of the list have in common.
  package let filter: PointFilter
  /// The position after which the page begins; `nil` for the beginning of the list.
  package let cursor: Cursor?
  /// The most points of the page.
  package let limit: Int

  /// A page of up to `limit` points after a position.
  package init(
    of kind: PointKind, _ filter: PointFilter = PointFilter(), after cursor: Cursor? = nil,
    limit: Int
  ) {
    self.kind = kind
    self.filter = filter
    self.cursor = cursor
    self.limit = limit
  }
}
