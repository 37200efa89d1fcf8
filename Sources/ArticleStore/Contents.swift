/// All that a store holds, as one value that changes in one step.
struct Contents: Sendable {
  private(set) var byID: [ArticleID: StoredArticle] = [:]
  /// What the lists are cut from.
  private(set) var orders = ArticleOrders()
  /// The ids of the articles whose document has this hash, in order of creation.
  private(set) var byContent: [UInt64: [ArticleID]] = [:]
  /// What all articles count against the store's limit.
  private(set) var size = 0
  /// The newest changes.
  var changes = ChangeFeed()
  private let lengths: ArticleLengths
  private var lastSequence: UInt64 = 0
  private var lastWrite: Int64 = .min

  /// Nothing; the lengths of what comes are noted.
  init(_ lengths: ArticleLengths) { self.lengths = lengths }

  /// Where the contents stand, for whoever decides what comes next.
  struct Counters: Sendable {
    /// What all articles count against the store's limit.
    var size: Int
    /// The sequence of the article that was created last.
    var lastSequence: UInt64
    /// The time of the last write, in milliseconds since 1970.
    var lastWrite: Int64
    /// The sequence of the last change.
    var lastChange: UInt64
  }

  var counters: Counters {
    Counters(
      size: size, lastSequence: lastSequence, lastWrite: lastWrite, lastChange: changes.last)
  }

  /// Goes on where other contents stood, which are loaded: later articles and writes follow.
  mutating func restore(lastSequence: UInt64, lastWrite: Int64, changes: ChangeFeed) {
    self.lastSequence = lastSequence
    self.lastWrite = lastWrite
    self.changes = changes
  }

  /// Makes the steps of a batch, which are committed, seen.
  mutating func publish(_ staging: borrowing Staging) {
    for step in staging.steps {
      if let after = step.after {
        insert(after, step.columns?.points)
      } else if let before = step.before {
        remove(before)
      }
      changes.append(step.change)
    }
    lastSequence = staging.counters.lastSequence
    lastWrite = staging.counters.lastWrite
  }

  /// Puts an article in, in place of the one with its id; the words of its points are made where they
  /// are not there.
  mutating func insert(_ article: StoredArticle, _ words: PointWords? = nil) {
    let previous = byID[article.id]
    if let previous { forgetContent(of: previous) }
    byID[article.id] = article
    orders.insert(article, words ?? PointWords(article.article), replacing: previous)
    lengths.insert(article)
    byContent[article.contentHash, default: []].append(article.id)
    size += article.size
  }

  /// Takes an article out.
  mutating func remove(_ article: StoredArticle) {
    guard byID.removeValue(forKey: article.id) != nil else { return }
    orders.remove(article)
    lengths.remove(article)
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
