import ArticleParsing

extension ArticleStore {
  /// The sequences of the articles in which a query is found, ascending: each term somewhere in the
  /// article, or with kinds somewhere in its points of these kinds. Asks the index, and waits for it.
  ///
  /// - Throws: ``StoreError/failed``, ``StoreError/closed``.
  func matches(
    _ query: SearchQuery, kinds: Set<PointKind>
  ) throws(StoreError) -> [UInt64] {
    let columns = SearchColumns.kinds.filter(kinds.contains).map(\.column)
    guard let expression = query.expression(in: columns) else { return [] }
    return try matching(expression)
  }
}
