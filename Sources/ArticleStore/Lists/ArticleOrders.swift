import ArticleParsing

/// All articles in each of the orders in which they are listed, and those with points by the points'
/// kind. A copy is a snapshot, taken at the price of references.
struct ArticleOrders: Sendable {
  /// The articles with points of one kind in order of creation, and how many points those are.
  struct Points: Sendable {
    fileprivate(set) var order = ArticleOrder(by: .createdAt)
    fileprivate(set) var total = 0
  }

  /// Another after each change: what was found in one generation is right in no other.
  private(set) var generation: UInt64 = 0
  private var bySequence = ArticlesBySequence()
  private(set) var byCreation = ArticleOrder(by: .createdAt)
  private var byUpdate = ArticleOrder(by: .updatedAt)
  private var byDay = ArticleOrder(by: .publishedAt)
  private var byTitle = ArticleOrder(by: .title)
  private var points: [PointKind: Points] = [:]
  /// What filters look into.
  private(set) var table = ListTable()

  /// The number of articles.
  var count: Int { bySequence.count }

  /// The articles in an order.
  subscript(sort: ArticleSort) -> ArticleOrder {
    switch sort {
    case .createdAt: byCreation
    case .updatedAt: byUpdate
    case .publishedAt: byDay
    case .title: byTitle
    }
  }

  /// The articles with points of a kind.
  subscript(kind: PointKind) -> Points { points[kind] ?? Points() }

  /// The article of this sequence.
  func article(_ sequence: UInt64) -> StoredArticle? { bySequence[sequence] }

  /// Of some sequences, which ascend, those of articles that are there.
  func known(_ sequences: [UInt64]) -> [UInt64] { bySequence.known(sequences) }

  /// Puts an article, of whose points these are the words, in, in place of an earlier one of the same
  /// sequence.
  mutating func insert(
    _ article: StoredArticle, _ words: PointWords, replacing previous: StoredArticle?
  ) {
    generation += 1
    bySequence.insert(article)
    byCreation.insert(article, replacing: previous)
    byUpdate.insert(article, replacing: previous)
    byDay.insert(article, replacing: previous)
    byTitle.insert(article, replacing: previous)
    table.insert(article, words)
    for kind in PointKind.allCases {
      let count = article.article[kind].count
      guard count > 0 else {
        if let previous { removePoints(of: kind, previous) }
        continue
      }
      let before = previous?.article[kind].count ?? 0
      points[kind, default: Points()].order.insert(article, replacing: previous)
      points[kind, default: Points()].total += count - before
    }
  }

  /// Takes an article out.
  mutating func remove(_ article: StoredArticle) {
    generation += 1
    bySequence.remove(article.sequence)
    byCreation.remove(article)
    byUpdate.remove(article)
    byDay.remove(article)
    byTitle.remove(article)
    table.remove(article.sequence)
    for kind in PointKind.allCases { removePoints(of: kind, article) }
  }

  private mutating func removePoints(of kind: PointKind, _ article: StoredArticle) {
    let count = article.article[kind].count
    guard count > 0 else { return }
    points[kind]?.order.remove(article)
    points[kind]?.total -= count
  }
}
