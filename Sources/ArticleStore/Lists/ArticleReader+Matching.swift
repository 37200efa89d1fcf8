import ArticleParsing
import Locking

// The places of what passes a filter: what a list is, before a page is cut from it. What sequences
// and the table, whose bytes lie side by side, can decide, they decide: each article
// that must be looked at is a wait for memory.

extension ArticleReader {
  /// The bytes of points up to which all of them are looked into; where there are more, the index says
  /// which may match. To look into these takes about as long as the index for two thousand articles.
  static let scannedBytes = 8 << 20

  /// The places of all articles that pass a filter.
  func places(
    of filter: ArticleFilter, in ordering: ArticleOrdering, _ orders: ArticleOrders
  ) throws(StoreError) -> [RememberedLists.Place] {
    let found = try filter.query.map { (query) throws(StoreError) in try matches(query, kinds: []) }
    let facets = filter.facets
    let sequences =
      switch found {
      case let found? where facets.isEmpty: orders.known(found)
      case let found?: orders.table.sequences(facets).intersection(found)
      case nil: orders.table.sequences(facets)
      }
    return orders[ordering.sort].sorted(sequences, isDescending: ordering.isDescending)
      .map { RememberedLists.Place(sequence: $0) }
  }

  /// The places of all points that pass a filter.
  func places(
    of kind: PointKind, _ filter: PointFilter, _ orders: ArticleOrders,
    scannedBytes: Int = ArticleReader.scannedBytes
  ) throws(StoreError) -> [RememberedLists.Place] {
    let candidates = try candidates(kind, filter, orders, scannedBytes)
    var places: [RememberedLists.Place] = []
    orders.table.forEachPoint(of: kind, filter, among: candidates) { sequence, index in
      if filter.asksOfMembers {
        guard let article = orders.article(sequence),
          filter.holds(for: article.article[kind], at: index)
        else { return }
      }
      places.append(.init(sequence: sequence, index: Int32(clamping: index)))
    }
    return orders.byCreation.sorted(places)
  }

  /// The articles of which a point may pass, by sequences that ascend; `nil` for all.
  private func candidates(
    _ kind: PointKind, _ filter: PointFilter, _ orders: ArticleOrders, _ scannedBytes: Int
  ) throws(StoreError) -> [UInt64]? {
    if let id = filter.article {
      return store.contents.withLock { $0.byID[id] }.map { [$0.sequence] } ?? []
    }
    guard orders.table.byteCount(of: kind) > scannedBytes else { return nil }
    var candidates: [UInt64]?
    // The index knows articles, so what one of their points must not have, another may.
    for query in filter.queries {
      let found = try matches(query.withoutExclusions, kinds: [kind])
      candidates = candidates?.intersection(found) ?? found
    }
    return candidates
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
    return try store.matching(expression)
  }
}

extension ArticleOrder {
  /// The points of some articles, whose sequences ascend, in the order of their articles.
  fileprivate func sorted(_ places: [RememberedLists.Place]) -> [RememberedLists.Place] {
    guard !unkeyed.isInSequence else { return places }
    var stretches: [UInt64: Range<Int>] = [:]
    var sequences: [UInt64] = []
    for (index, place) in places.enumerated() {
      if sequences.last != place.sequence { sequences.append(place.sequence) }
      let start = stretches[place.sequence]?.lowerBound ?? index
      stretches[place.sequence] = start..<index + 1
    }
    return sorted(sequences, isDescending: false).flatMap { sequence in
      stretches[sequence].map { places[$0] } ?? []
    }
  }
}

extension ListTable {
  /// Calls `body` with the points of a kind that pass a filter, as far as facets and words decide, in
  /// order: with the sequence of the article, and the index of the point among those of its kind.
  /// Looks into the candidates, by sequences that ascend, or into all.
  fileprivate func forEachPoint(
    of kind: PointKind, _ filter: PointFilter, among candidates: [UInt64]?,
    _ body: (UInt64, Int) -> Void
  ) {
    let facets = filter.facets
    var rest = candidates?[...]
    for chunk in chunks {
      let known = chunk[0].rows(among: &rest)
      if let known, known.isEmpty { continue }
      let rows = facets.isEmpty ? known : chunk[0].rows(facets, among: known)
      chunk[0].points(of: kind).forEach(filter.queries.first, in: rows) { row, index in
        body(chunk[0].sequences[row], index)
      }
    }
  }
}

extension ListTable.Chunk {
  /// The rows of some articles, by sequences that ascend, of which those are dropped that are none of a
  /// later chunk; `nil` without any.
  fileprivate func rows(among sequences: inout ArraySlice<UInt64>?) -> [Int]? {
    guard var rest = sequences else { return nil }
    var rows: [Int] = []
    var row = 0
    while row < count, let next = rest.first {
      if self.sequences[row] == next { rows.append(row) }
      if self.sequences[row] <= next { row += 1 } else { rest.removeFirst() }
    }
    sequences = rest
    return rows
  }
}
