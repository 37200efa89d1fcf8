import ArticleParsing
import Locking

// What writes do, decided on the writer in their order. Nothing else writes, so what is read here
// before a write still holds when the write is made.

extension ArticleStore {
  /// Stages what a write does, where its batch stands now.
  func decide(_ write: ArticleWrite, _ staging: inout Staging) throws(StoreError) -> Written {
    switch write {
    case .add(let prepared): return try add(prepared, &staging)
    case .create(let id, let prepared):
      guard let current = current(id, staging) else {
        return try put(id, nil, prepared, &staging)
      }
      guard current.document.isSame(as: prepared.submission.document) else { throw .idTaken(id) }
      return Written(outcome: .existing, article: current)
    case .upsert(let id, let prepared):
      let current = current(id, staging)
      if let current, current.isSame(as: prepared.submission) {
        return Written(outcome: .existing, article: current)
      }
      return try put(id, current, prepared, &staging)
    case .put(let id, let prepared, let precondition):
      let current = current(id, staging)
      guard precondition.holds(for: current) else { throw .preconditionFailed }
      return try put(id, current, prepared, &staging)
    }
  }

  /// Stages that an article goes. Where there is none, a precondition is not looked at, since without
  /// it the answer would not be another (RFC 9110 section 13.2.1).
  func decideDeletion(
    of id: ArticleID, if precondition: WritePrecondition, _ staging: inout Staging
  ) throws(StoreError) -> StoredArticle {
    guard let current = current(id, staging) else { throw .noSuchArticle }
    guard precondition.holds(for: current) else { throw .preconditionFailed }
    staging.delete(current, at: staging.stamp(clock()))
    return current
  }

  /// The article of that id as the writes of the batch so far leave it.
  private func current(_ id: ArticleID, _ staging: borrowing Staging) -> StoredArticle? {
    if let staged = staging.article(id) { return staged }
    return contents.withLock { $0.byID[id] }
  }

  private func add(_ new: PreparedSubmission, _ staging: inout Staging) throws(StoreError)
    -> Written
  {
    let published = contents.withLock { contents in
      (contents.byContent[new.hash] ?? []).compactMap { contents.byID[$0] }
    }
    let known =
      published.filter { staging.article($0.id) == nil } + staging.articles(hash: new.hash)
    // Documents are compared outside of the lock: they may be long.
    if let same = known.first(where: { $0.document.isSame(as: new.submission.document) }) {
      return Written(outcome: .existing, article: same)
    }
    let title = new.submission.metadata.title ?? new.submission.article.title
    var attempt = 1
    var id = ArticleID(title: title, hash: new.hash)
    // An id can be taken by a document of the same hash or by a client's choice of id.
    while current(id, staging) != nil {
      attempt += 1
      id = ArticleID(title: title, hash: new.hash, attempt: attempt)
    }
    return try put(id, nil, new, &staging)
  }

  private func put(
    _ id: ArticleID, _ current: StoredArticle?, _ new: PreparedSubmission, _ staging: inout Staging
  ) throws(StoreError) -> Written {
    let size = new.submission.size
    guard size <= limit - (staging.counters.size - (current?.size ?? 0)) else {
      throw .full(limit: limit)
    }
    let now = clock()
    // What the submission says of its times is kept; the feed and HTTP say when it came here.
    let stamp = staging.stamp(now)
    let createdAt = new.submission.times?.createdAt ?? current?.createdAt ?? stamp
    let article = StoredArticle(
      id: id, revision: (current?.revision ?? 0) + 1, createdAt: createdAt,
      // An article can have been created in what is the future here.
      updatedAt: new.submission.times?.updatedAt ?? max(stamp, createdAt), writtenAt: now,
      sequence: current?.sequence ?? staging.nextSequence(),
      contentHash: new.hash, size: size, submission: new.submission)
    staging.put(article, over: current, new.columns, at: stamp)
    return Written(outcome: current == nil ? .created : .replaced, article: article)
  }
}
