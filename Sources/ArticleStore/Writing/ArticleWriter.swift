import ArticleParsing
import Locking

// Writes: what they do, decided in the writer's order.

extension ArticleStore {
  /// What a write did, and the article as it is now.
  package struct Written: Sendable {
    /// What came of the write.
    package enum Outcome: String, Sendable, CaseIterable {
      case created, replaced
      /// The document was there already; nothing changed.
      case existing
    }

    /// What the write did.
    package let outcome: Outcome
    /// The article after the write.
    package let article: StoredArticle
  }

  /// A submission with what the writer needs of it: its hash, and its words for the index. About as
  /// much work as reading the document; for a worker.
  package func prepare(_ submission: Submission) -> PreparedSubmission {
    PreparedSubmission(
      submission: submission, hash: contentHash(submission.document),
      columns: SearchColumns(submission))
  }

  /// Adds a document under an id made of its title and its content. The same document again is the
  /// article that is there, whatever its id; another with the same hash gets another id.
  ///
  /// Fails with ``StoreError/full(limit:)``, or as every write can: ``StoreError/diskFull``,
  /// ``StoreError/writesRefused``, ``StoreError/failed``, ``StoreError/closed``.
  package func add(
    _ prepared: PreparedSubmission,
    completion: @escaping @Sendable (Result<Written, StoreError>) -> Void
  ) {
    write(prepared.submission.byteCount, completion) { [self] staging throws(StoreError) in
      try add(prepared, &staging)
    }
  }

  /// Adds a document under a client's id, unless that is taken: by the same document, then that is
  /// the answer, or by another.
  ///
  /// Fails with ``StoreError/idTaken(_:)``, ``StoreError/full(limit:)``, or as every write can.
  package func create(
    _ id: ArticleID, _ prepared: PreparedSubmission,
    completion: @escaping @Sendable (Result<Written, StoreError>) -> Void
  ) {
    write(prepared.submission.byteCount, completion) { [self] staging throws(StoreError) in
      guard let current = current(id, staging) else {
        return try put(id, nil, prepared, &staging)
      }
      guard current.document.isSame(as: prepared.submission.document) else { throw .idTaken(id) }
      return Written(outcome: .existing, article: current)
    }
  }

  /// Creates or replaces the article of a client's id, unless it is what is submitted already: in its
  /// document, in what was said about it and, where the submission says them, in its times.
  ///
  /// Fails with ``StoreError/full(limit:)``, or as every write can.
  package func upsert(
    _ id: ArticleID, _ prepared: PreparedSubmission,
    completion: @escaping @Sendable (Result<Written, StoreError>) -> Void
  ) {
    write(prepared.submission.byteCount, completion) { [self] staging throws(StoreError) in
      let current = current(id, staging)
      if let current, current.isSame(as: prepared.submission) {
        return Written(outcome: .existing, article: current)
      }
      return try put(id, current, prepared, &staging)
    }
  }

  /// Creates or replaces the article of a client's id.
  ///
  /// Fails with ``StoreError/preconditionFailed``, ``StoreError/full(limit:)``, or as every write can.
  package func put(
    _ id: ArticleID, _ prepared: PreparedSubmission, if precondition: WritePrecondition,
    completion: @escaping @Sendable (Result<Written, StoreError>) -> Void
  ) {
    write(prepared.submission.byteCount, completion) { [self] staging throws(StoreError) in
      let current = current(id, staging)
      guard precondition.holds(for: current) else { throw .preconditionFailed }
      return try put(id, current, prepared, &staging)
    }
  }

  /// Deletes an article. Where there is none, a precondition is not looked at, since without it the
  /// answer would not be another (RFC 9110 section 13.2.1).
  ///
  /// Fails with ``StoreError/noSuchArticle``, ``StoreError/preconditionFailed``, or as every write
  /// can.
  package func delete(
    _ id: ArticleID, if precondition: WritePrecondition,
    completion: @escaping @Sendable (Result<StoredArticle, StoreError>) -> Void
  ) {
    write(0, completion) { [self] staging throws(StoreError) in
      guard let current = current(id, staging) else { throw .noSuchArticle }
      guard precondition.holds(for: current) else { throw .preconditionFailed }
      staging.delete(current, at: staging.stamp(clock()))
      return current
    }
  }

  // What follows runs on the writer. Nothing else writes, so what is read there before a write
  // still holds when the write is made.

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
    // What the submission says of its times is kept; the feed and HTTP tell when it came here.
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
