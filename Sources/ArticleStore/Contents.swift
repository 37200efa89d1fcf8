/// All that a store holds, as one value that changes in one step.
struct Contents: Sendable {
  private(set) var byID: [ArticleID: StoredArticle] = [:]
  /// What the lists are cut from.
  private(set) var orders = ArticleOrders()
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
    orders.insert(article, replacing: previous)
    byContent[article.contentHash, default: []].append(article.id)
    size += article.size
  }

  /// Takes an article out.
  mutating func remove(_ article: StoredArticle) {
    guard byID.removeValue(forKey: article.id) != nil else { return }
    orders.remove(article)
    forgetContent(of: article)
  }

  private mutating func forgetContent(of article: StoredArticle) {
    size -= article.size
    byContent[article.contentHash]?.removeAll { $0 == article.id }
    if byContent[article.contentHash]?.isEmpty == true {
      byContent.removeValue(forKey: article.contentHash)
    }
  }
}
