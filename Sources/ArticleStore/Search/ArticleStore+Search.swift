package import ArticleParsing
import Dispatch
import Locking
import Metrics

extension ArticleStore {
  /// Up to `limit` articles that match a query, the best first, behind a position.
  ///
  /// With kinds every term must stand in the points of these kinds, and none that is excluded. The
  /// index is asked on its own queue, once it has all that was written before; that costs about a
  /// microsecond for each article that matches, whichever page is asked for. It calls back from there,
  /// and what is made of the hits is better made elsewhere.
  ///
  /// Fails with ``StoreError/failed``, ``StoreError/closed``.
  package func search(
    _ query: SearchQuery, kinds: Set<PointKind> = [], after position: SearchPosition? = nil,
    limit: Int, completion: @escaping @Sendable (Result<Page<SearchHit>, StoreError>) -> Void
  ) {
    let columns = SearchColumns.kinds.filter(kinds.contains).map(\.column)
    guard let expression = query.expression(in: columns) else {
      completion(.success(Page(items: [], total: 0, hasMore: false, visited: 0)))
      return
    }
    index.ask { [times] (reader) throws(SQLiteError) in
      try times.searches.measure { () throws(SQLiteError) in try reader.ranked(expression) }
    } completion: { [self] ranked in
      completion(
        ranked.map { ranked in
          let best = ranked.best(limit + 1, after: position)
          let orders = contents.withLock { $0.orders }
          // An article that was deleted since the index was read is left out.
          let items = best.prefix(limit).compactMap { ranked in
            orders.article(ranked.sequence).map { SearchHit(article: $0, score: ranked.score) }
          }
          return Page(
            items: items, total: ranked.count, hasMore: best.count > limit, visited: ranked.count)
        })
    }
  }
}

extension RankedArticle {
  var position: SearchPosition { SearchPosition(score: score, sequence: sequence) }
}

extension [RankedArticle] {
  /// The first so many behind a position, in order. Linear in all, times the logarithm of the few.
  func best(_ count: Int, after position: SearchPosition?) -> [RankedArticle] {
    var best: [RankedArticle] = []
    /// The last that is among the best so far.
    var last: SearchPosition?
    for article in self {
      if let position, !position.isBefore(article.position) { continue }
      if let last, !article.position.isBefore(last) { continue }
      best.append(article)
      guard best.count >= 2 * count else { continue }
      best.sort { $0.position.isBefore($1.position) }
      best.removeSubrange(count...)
      last = best.last?.position
    }
    best.sort { $0.position.isBefore($1.position) }
    return Array(best.prefix(count))
  }
}
