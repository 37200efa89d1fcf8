import ArticleParsing
import Locking
import Metrics

extension ArticleReader {
  /// Articles that match a query, the best first.
  ///
  /// The index is asked on its own queue, once it has all that was written before; that costs about a
  /// microsecond for each article that matches, whichever page is asked for. It calls back from there,
  /// and what is made of the hits is better made elsewhere.
  ///
  /// Who goes from page to page sees each article once that matches throughout and is not written
  /// meanwhile, whatever else is (``RankingStatistics``).
  ///
  /// Fails with ``StoreError/failed``, ``StoreError/closed``, ``StoreError/tooLong``.
  package func search(_ query: RankedQuery, completion: @escaping StoreCompletion<SearchPage>) {
    let columns = SearchColumns.kinds.filter(query.kinds.contains).map(\.column)
    guard let expression = query.query.expression(in: columns) else {
      completion(.success(.empty))
      return
    }
    let statistics = query.position?.statistics
    store.index.ask { [times = store.times] (reader) throws(SQLiteError) in
      try times.searches.measure { () throws(SQLiteError) in
        try reader.ranked(expression, terms: query.query.termCount, by: statistics)
      }
    } completion: { ranked in
      completion(ranked.map { page(of: $0, after: query.position?.place, limit: query.limit) })
    }
  }

  /// Up to `limit` of what was found, the best first, after a place.
  func page(
    of ranked: RankedArticles, after place: RankedArticle?, limit: Int
  ) -> SearchPage {
    let best = ranked.all.best(limit + 1, after: place)
    let orders = store.contents.withLock { $0.orders }
    // An article that was deleted since the index was read is left out.
    let hits = best.prefix(limit).compactMap { ranked in
      orders.article(ranked.sequence).map { SearchHit(article: $0, score: ranked.score) }
    }
    // The next page begins after the last that was found, though it may be one that was deleted.
    let last = best.count > limit ? best.prefix(limit).last : nil
    let next = last.flatMap { last in
      ranked.statistics.map {
        SearchPosition(score: last.score, sequence: last.sequence, statistics: $0)
      }
    }
    return SearchPage(hits: hits, total: ranked.all.count, next: next)
  }
}

extension SearchPosition {
  fileprivate var place: RankedArticle { RankedArticle(sequence: sequence, score: score) }
}

extension RankedArticle {
  /// Whether it comes before another.
  fileprivate func isBefore(_ other: RankedArticle) -> Bool {
    score == other.score ? sequence < other.sequence : score > other.score
  }
}

extension [RankedArticle] {
  /// The first so many after a place, in order. Linear in all, times the logarithm of the few.
  fileprivate func best(_ count: Int, after place: RankedArticle?) -> [RankedArticle] {
    var best: [RankedArticle] = []
    /// The last that is among the best so far.
    var last: RankedArticle?
    for article in self {
      if let place, !place.isBefore(article) { continue }
      if let last, !article.isBefore(last) { continue }
      best.append(article)
      guard best.count >= 2 * count else { continue }
      best.sort { $0.isBefore($1) }
      best.removeSubrange(count...)
      last = best.last
    }
    best.sort { $0.isBefore($1) }
    return Array(best.prefix(count))
  }
}
