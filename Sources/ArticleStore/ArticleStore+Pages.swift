package import ArticleParsing
import Dispatch
import Locking

extension ArticleStore {
  /// Up to `limit` articles behind a position, in order of creation. A page costs the binary search
  /// for its place and its items, wherever it is.
  package func articles(
    after cursor: Cursor?, limit: Int,
    completion: @escaping @Sendable (Result<Page<StoredArticle>, StoreError>) -> Void
  ) {
    queue.async { [self] in
      completion(
        .success(
          contents.withLock { contents in
            let articles = contents.all.articles
            let start = cursor.map { contents.all.index(after: $0.sequence) } ?? 0
            let items = Array(articles[start...].prefix(limit))
            let isLast = start + items.count == articles.count
            return Page(
              items: items, total: articles.count,
              next: isLast ? nil : items.last.map { Cursor(sequence: $0.sequence) })
          }))
    }
  }

  /// Up to `limit` points of one kind across all articles behind a position, in order of the
  /// articles' creation and, within one, of the document. Articles without such points cost
  /// nothing.
  package func points(
    of kind: PointKind, after cursor: Cursor?, limit: Int,
    completion: @escaping @Sendable (Result<Page<LocatedPoint>, StoreError>) -> Void
  ) {
    queue.async { [self] in
      completion(
        .success(
          contents.withLock { contents in
            let points = contents.withPoints[kind] ?? Contents.PointShelf()
            return points.page(of: kind, after: cursor, limit: limit)
          }))
    }
  }
}

extension ArticleShelf {
  /// The index of the first article behind this sequence.
  fileprivate func index(after sequence: UInt64) -> Int {
    sequence == .max ? articles.count : index(from: sequence + 1)
  }
}

extension Contents.PointShelf {
  fileprivate func page(of kind: PointKind, after cursor: Cursor?, limit: Int) -> Page<LocatedPoint>
  {
    var items: [LocatedPoint] = []
    var last: Cursor?
    var index = cursor.map { shelf.index(from: $0.sequence) } ?? 0
    while index < shelf.articles.count {
      let article = shelf.articles[index]
      let points = article.article[kind]
      // Only the article that the position names is entered in its middle.
      var first = 0
      if let cursor, article.sequence == cursor.sequence {
        first = min(max(cursor.index, -1), points.count - 1) + 1
      }
      for position in first..<points.count {
        if items.count == limit { return Page(items: items, total: total, next: last) }
        items.append(LocatedPoint(article: article, point: points[position]))
        last = Cursor(sequence: article.sequence, index: position)
      }
      index += 1
    }
    return Page(items: items, total: total, next: nil)
  }
}
