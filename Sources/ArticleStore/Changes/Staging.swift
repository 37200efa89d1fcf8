/// What a batch of writes is about to change, before any of it is committed.
///
/// The writes of a batch are decided one after another against what is published and what those
/// before them have staged, so that two writes of one id, or of one content, see each other.
struct Staging {
  /// A change of one article: created without `before`, deleted without `after`, else replaced.
  struct Step: Sendable {
    let before: StoredArticle?
    let after: StoredArticle?
    /// What the index is given of `after`.
    let columns: SearchColumns?
    let change: Change
  }

  /// The steps in their order.
  private(set) var steps: [Step] = []
  private(set) var counters: Contents.Counters
  private var byID: [ArticleID: StoredArticle?] = [:]

  /// Nothing staged, on top of contents that have these counters.
  init(on counters: Contents.Counters) { self.counters = counters }

  /// The article that is staged for an id: `.some(nil)` when it is deleted, `nil` when nothing is.
  func article(_ id: ArticleID) -> StoredArticle?? { byID[id] }

  /// The staged articles whose document has this hash.
  func articles(hash: UInt64) -> [StoredArticle] {
    steps.compactMap(\.after).filter { article in
      guard article.contentHash == hash, case .some(let current?) = byID[article.id] else {
        return false
      }
      return current === article
    }
  }

  /// The time of a write that comes now: later than that of any write before.
  mutating func stamp(_ now: Int64) -> Int64 {
    if now > counters.lastWrite { counters.lastWrite = now } else { counters.lastWrite += 1 }
    return counters.lastWrite
  }

  /// The place of an article that is created now.
  mutating func nextSequence() -> UInt64 {
    counters.lastSequence += 1
    return counters.lastSequence
  }

  /// Stages an article, in place of the one with its id.
  mutating func put(
    _ article: StoredArticle, over before: StoredArticle?, _ columns: SearchColumns,
    at stamp: Int64
  ) {
    counters.size += article.size - (before?.size ?? 0)
    add(before == nil ? .created : .replaced, before, article, columns, at: stamp)
  }

  /// Stages that an article goes.
  mutating func delete(_ article: StoredArticle, at stamp: Int64) {
    counters.size -= article.size
    add(.deleted, article, nil, nil, at: stamp)
  }

  private mutating func add(
    _ kind: Change.Kind, _ before: StoredArticle?, _ after: StoredArticle?,
    _ columns: SearchColumns?, at stamp: Int64
  ) {
    guard let article = after ?? before else { return }
    counters.lastChange += 1
    let change = Change(
      sequence: counters.lastChange, kind: kind, article: article.id,
      revision: article.revision, at: stamp)
    byID[article.id] = .some(after)
    steps.append(Step(before: before, after: after, columns: columns, change: change))
  }
}
