import ArticleParsing
import Locking

// Lists in pages. A page is cut from a snapshot of the orders, so what is written meanwhile does not
// shift it, and what was written before it is in it. These calls search and may take milliseconds:
// they are for workers, not for an event loop.

extension ArticleReader {
  /// A page of a list of articles.
  ///
  /// Without a filter a page costs the binary search for its place and its items, wherever it is.
  /// With one the list is searched through once, and remembered until something is written.
  ///
  /// Fails with what the index fails with, where there is a query: ``StoreError/failed``,
  /// ``StoreError/closed``, ``StoreError/tooLong``.
  package func articles(
    _ query: ArticleQuery, completion: @escaping StoreCompletion<Page<StoredArticle>>
  ) {
    completion(Result { () throws(StoreError) in try page(query) })
  }

  /// A page of a list of points. Articles without such points cost nothing; else it is as with
  /// ``articles(_:completion:)``.
  ///
  /// Fails with what the index fails with, where it has to be asked: ``StoreError/failed``,
  /// ``StoreError/closed``, ``StoreError/tooLong``.
  package func points(
    _ query: PointQuery, completion: @escaping StoreCompletion<Page<LocatedPoint>>
  ) {
    completion(Result { () throws(StoreError) in try page(query) })
  }

  private func page(_ query: ArticleQuery) throws(StoreError) -> Page<StoredArticle> {
    let (ordering, limit) = (query.ordering, query.limit)
    let orders = store.contents.withLock { $0.orders }
    guard !query.filter.isEmpty else {
      var walk = ArticleWalk(
        orders[ordering.sort], isDescending: ordering.isDescending, after: query.cursor?.place)
      var items: [StoredArticle] = []
      while items.count < limit, let article = walk.next() { items.append(article) }
      let hasMore = walk.next() != nil
      return Page(items: items, total: orders.count, hasMore: hasMore, visited: walk.visited)
    }
    let key = RememberedLists.Key.articles(query.filter, ordering)
    let places = try remembered(key, in: orders) { () throws(StoreError) in
      try self.places(of: query.filter, in: ordering, orders)
    }
    let cut = Cut(of: places, after: query.cursor, limit: limit) { place in
      Cursor(
        place: orders.article(place.sequence)?.place(by: ordering.sort)
          ?? ListPlace(creation: orders.creation(of: place)))
    } isBefore: {
      ordering.isBefore($0.place, $1.place)
    }
    let items = cut.places.compactMap { orders.article($0.sequence) }
    return Page(items: items, total: places.count, hasMore: cut.hasMore, visited: cut.visited)
  }

  private func page(_ query: PointQuery) throws(StoreError) -> Page<LocatedPoint> {
    let (kind, filter, limit) = (query.kind, query.filter, query.limit)
    let orders = store.contents.withLock { $0.orders }
    guard !filter.isEmpty else {
      return orders[kind].page(of: kind, after: query.cursor, limit: limit)
    }
    let find = { () throws(StoreError) in try self.places(of: kind, filter, orders) }
    // Those of one article are quickly found again.
    let places =
      try filter.article == nil
      ? remembered(.points(kind, filter), in: orders, find) : find()
    let cut = Cut(of: places, after: query.cursor, limit: limit) { place in
      Cursor(place: ListPlace(creation: orders.creation(of: place)), index: Int(place.index))
    } isBefore: { one, other in
      (one.place.creation, one.index) < (other.place.creation, other.index)
    }
    let items = cut.places.compactMap { place in
      orders.article(place.sequence).map {
        LocatedPoint(article: $0, kind: kind, index: Int(place.index))
      }
    }
    return Page(items: items, total: places.count, hasMore: cut.hasMore, visited: cut.visited)
  }

  /// A list that is remembered, or is found now and remembered.
  private func remembered(
    _ key: RememberedLists.Key, in orders: ArticleOrders,
    _ find: () throws(StoreError) -> [RememberedLists.Place]
  ) throws(StoreError) -> [RememberedLists.Place] {
    if let places = store.lists.places(of: key, at: orders.generation) { return places }
    let places = try find()
    store.lists.remember(places, of: key, at: orders.generation)
    return places
  }
}

extension ArticleOrders {
  /// Where the article of a remembered list, which was found in these orders, was created.
  fileprivate func creation(of place: RememberedLists.Place) -> Creation {
    article(place.sequence)?.creation ?? Creation(time: .min, sequence: place.sequence)
  }
}

/// The part of a remembered list after a position.
private struct Cut {
  let places: ArraySlice<RememberedLists.Place>
  let hasMore: Bool
  let visited: Int

  init(
    of places: [RememberedLists.Place], after cursor: Cursor?, limit: Int,
    position: (RememberedLists.Place) -> Cursor, isBefore: (Cursor, Cursor) -> Bool
  ) {
    var visited = 0
    let start =
      cursor.map { cursor in
        partitionPoint(places.count) { index in
          visited += 1
          return !isBefore(cursor, position(places[index]))
        }
      } ?? 0
    self.places = places[start...].prefix(limit)
    hasMore = self.places.endIndex < places.count
    self.visited = visited + self.places.count
  }
}

extension ArticleOrders.Points {
  fileprivate func page(of kind: PointKind, after cursor: Cursor?, limit: Int) -> Page<LocatedPoint>
  {
    // The article that the position names may have more points: begin with it. None has the sequence 0.
    let creation = cursor?.place.creation
    let before = creation.map { creation in
      Creation(time: creation.time, sequence: max(creation.sequence, 1) - 1)
    }
    var walk = ArticleWalk(order, after: before.map { ListPlace(creation: $0) })
    var items: [LocatedPoint] = []
    while let article = walk.next() {
      let count = article.article[kind].count
      var first = 0
      if let cursor, article.sequence == creation?.sequence {
        first = min(max(cursor.index, -1), count - 1) + 1
      }
      for index in first..<count {
        if items.count == limit {
          return Page(items: items, total: total, hasMore: true, visited: walk.visited)
        }
        items.append(LocatedPoint(article: article, kind: kind, index: index))
      }
    }
    return Page(items: items, total: total, hasMore: false, visited: walk.visited)
  }
}
