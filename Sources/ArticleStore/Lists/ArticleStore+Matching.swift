import ArticleParsing

// The places of what passes a filter: what a list is, before a page is cut from it. What can be told
// from sequences and facets, which lie side by side, is told from them: each article that must be
// looked at is a wait for memory.

extension ArticleStore {
  /// The places of all articles that pass a filter.
  func places(
    of filter: ArticleFilter, in ordering: ArticleOrdering, _ orders: ArticleOrders
  ) throws(StoreError) -> [RememberedLists.Place] {
    let found = try filter.query.map { (query) throws(StoreError) in try matches(query, kinds: []) }
    let facets = filter.facets
    let sequences =
      switch found {
      case let found? where facets.isEmpty: orders.known(found)
      case let found?: orders.facets.sequences(facets).intersection(found)
      case nil: orders.facets.sequences(facets)
      }
    return orders[ordering.sort].sorted(sequences, isDescending: ordering.isDescending)
      .map { RememberedLists.Place(sequence: $0) }
  }

  /// The places of all points that pass a filter.
  func places(
    of kind: PointKind, _ filter: PointFilter, _ orders: ArticleOrders
  ) throws(StoreError) -> [RememberedLists.Place] {
    let facets = filter.facets(of: kind)
    var sequences: [UInt64]?
    // What stands in a label stands in the point: the index knows both. It knows articles, so what
    // one of their points must not have, another may.
    for query in [filter.query?.withoutExclusions, filter.label].compactMap(\.self) {
      let found = try matches(query, kinds: [kind])
      sequences = sequences?.intersection(found) ?? found
    }
    if sequences == nil || !facets.names.isEmpty {
      let passing = orders.facets.sequences(facets)
      sequences = sequences?.intersection(passing) ?? passing
    }
    var places: [RememberedLists.Place] = []
    orders[kind].order.unkeyed.forEach(sequences ?? []) { chunk, offset in
      filter.append(of: kind, in: chunk.articles[offset], to: &places)
    }
    return places
  }

  /// The sequences of the articles in which a query is found, ascending: each term somewhere in the
  /// article, or with kinds somewhere in its points of these kinds. Asks the index, and waits for it.
  ///
  /// - Throws: ``StoreError/failed``, ``StoreError/closed``.
  private func matches(
    _ query: SearchQuery, kinds: Set<PointKind>
  ) throws(StoreError) -> [UInt64] {
    let columns = SearchColumns.kinds.filter(kinds.contains).map(\.column)
    guard let expression = query.expression(in: columns) else { return [] }
    return try matching(expression)
  }
}

extension PointFilter {
  /// The places of the points of an article that pass.
  func places(of kind: PointKind, in article: StoredArticle) -> [RememberedLists.Place] {
    var places: [RememberedLists.Place] = []
    append(of: kind, in: article, to: &places)
    return places
  }

  /// Appends them; where only ``query`` is asked, no point is looked at but its words.
  fileprivate func append(
    of kind: PointKind, in article: StoredArticle, to places: inout [RememberedLists.Place]
  ) {
    let sequence = article.sequence
    func take(_ index: Int) {
      guard !asksOfMembers || holds(for: article.article[kind][index]) else { return }
      places.append(.init(sequence: sequence, index: Int32(clamping: index)))
    }
    if let query {
      article.pointWords.forEachMatch(of: query, in: kind, take)
    } else {
      for index in article.article[kind].indices { take(index) }
    }
  }
}
