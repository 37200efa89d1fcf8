import ArticleParsing

/// All that a store holds, as one value that changes in one step.
struct Contents: Sendable {
  /// The articles with points of one kind, and how many points those are.
  struct PointShelf: Sendable {
    var shelf = ArticleShelf()
    var total = 0
  }

  private(set) var byID: [ArticleID: StoredArticle] = [:]
  private(set) var all = ArticleShelf()
  private(set) var withPoints: [PointKind: PointShelf] = [:]
  /// The ids of the articles whose document has this hash, in order of creation.
  private(set) var byContent: [UInt64: [ArticleID]] = [:]
  /// What all articles count against the store's limit.
  private(set) var size = 0
  private(set) var lastSequence: UInt64 = 0
  private(set) var lastWrite: Int64 = .min

  /// The time of a write that comes now: later than that of any write before.
  mutating func stamp(_ now: Int64) -> Int64 {
    if now > lastWrite { lastWrite = now } else { lastWrite += 1 }
    return lastWrite
  }

  /// The place of an article that is created now.
  mutating func nextSequence() -> UInt64 {
    lastSequence += 1
    return lastSequence
  }

  /// Puts an article in, in place of the one with its id.
  mutating func insert(_ article: StoredArticle) {
    let previous = byID[article.id]
    if let previous { forgetContent(of: previous) }
    byID[article.id] = article
    all.place(article)
    byContent[article.contentHash, default: []].append(article.id)
    size += article.size
    for kind in PointKind.allCases {
      let count = article.article[kind].count
      guard count > 0 else {
        if previous != nil { removePoints(of: kind, previous) }
        continue
      }
      let before = previous?.article[kind].count ?? 0
      withPoints[kind, default: PointShelf()].shelf.place(article)
      withPoints[kind, default: PointShelf()].total += count - before
    }
  }

  /// Takes an article out.
  mutating func remove(_ article: StoredArticle) {
    guard byID.removeValue(forKey: article.id) != nil else { return }
    all.remove(article.sequence)
    forgetContent(of: article)
    for kind in PointKind.allCases { removePoints(of: kind, article) }
  }

  private mutating func removePoints(of kind: PointKind, _ article: StoredArticle?) {
    guard let article, !article.article[kind].isEmpty else { return }
    withPoints[kind]?.shelf.remove(article.sequence)
    withPoints[kind]?.total -= article.article[kind].count
  }

  private mutating func forgetContent(of article: StoredArticle) {
    size -= article.size
    byContent[article.contentHash]?.removeAll { $0 == article.id }
    if byContent[article.contentHash]?.isEmpty == true {
      byContent.removeValue(forKey: article.contentHash)
    }
  }
}
