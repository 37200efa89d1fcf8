import ArticleParsing
import Dispatch
import Locking

/// What has been read: articles in memory, by id and in order.
///
/// Writes and queries run one after another on the store's own queue and call back from it, because
/// an engine that keeps them on disk takes its time and may fail. The read of one article is from
/// memory and immediate. The lock is held for look-ups and pointers, never while something is
/// parsed, hashed, compared at length or encoded.
package final class ArticleStore: Sendable {
  /// Milliseconds since 1970, UTC.
  package typealias Clock = @Sendable () -> Int64
  /// A hash of a document; only tests give another than ``hash(_:)``.
  package typealias ContentHash = @Sendable (SubmittedDocument) -> UInt64

  /// What an article counts at least for its own records, so that a multitude of tiny articles is
  /// bounded too.
  package static let articleOverhead = 1 << 10

  let contents = Locked(Contents())
  /// The filtered lists that were asked for of late.
  let lists = RememberedLists()
  let queue = DispatchQueue(label: "counterpoint.store")
  private let limit: Int
  private let clock: Clock
  private let contentHash: ContentHash

  /// An empty store for at most `limit` bytes: of each article its document, its
  /// text where that is not the document's own bytes, its metadata and ``articleOverhead``.
  package init(
    limit: Int = 1 << 30, clock: @escaping Clock,
    contentHash: @escaping ContentHash = ArticleStore.hash
  ) {
    self.limit = limit
    self.clock = clock
    self.contentHash = contentHash
  }

  /// XXH64 over the media and the bytes.
  package static let hash: ContentHash = { document in
    XXH64.hash(document.bytes, seed: XXH64.hash(Array(document.media.rawValue.utf8)))
  }

  /// What a write did, and the article as it is now.
  package struct Written: Sendable {
    /// What came of the write.
    package enum Outcome: Sendable, Equatable {
      case created, replaced
      /// The document was there already; nothing changed.
      case existing
    }

    /// What the write did.
    package let outcome: Outcome
    /// The article after the write.
    package let article: StoredArticle
  }

  /// The article of that id, or `nil`.
  ///
  /// - Throws: ``StoreError``; in memory, never.
  package func article(_ id: ArticleID) throws(StoreError) -> StoredArticle? {
    contents.withLock { $0.byID[id] }
  }

  /// Adds a document under an id made of its title and its content. The same document again is the
  /// article that is there, whatever its id; another with the same hash gets another id.
  ///
  /// Fails with ``StoreError/full(limit:)``.
  package func add(
    _ submission: Submission,
    completion: @escaping @Sendable (Result<Written, StoreError>) -> Void
  ) {
    let hash = contentHash(submission.document)
    queue.async { [self] in
      completion(Result { () throws(StoreError) in try add(submission, hash) })
    }
  }

  /// Adds a document under a client's id, unless that is taken: by the same document, then that is
  /// the answer, or by another.
  ///
  /// Fails with ``StoreError/idTaken(_:)``, ``StoreError/full(limit:)``.
  package func create(
    _ id: ArticleID, _ submission: Submission,
    completion: @escaping @Sendable (Result<Written, StoreError>) -> Void
  ) {
    let hash = contentHash(submission.document)
    queue.async { [self] in
      completion(
        Result { () throws(StoreError) in
          guard let current = try article(id) else { return try write(id, nil, submission, hash) }
          guard current.document.isSame(as: submission.document) else { throw .idTaken(id) }
          return Written(outcome: .existing, article: current)
        })
    }
  }

  /// Creates or replaces the article of a client's id.
  ///
  /// Fails with ``StoreError/preconditionFailed``, ``StoreError/full(limit:)``.
  package func put(
    _ id: ArticleID, _ submission: Submission, if precondition: WritePrecondition,
    completion: @escaping @Sendable (Result<Written, StoreError>) -> Void
  ) {
    let hash = contentHash(submission.document)
    queue.async { [self] in
      completion(
        Result { () throws(StoreError) in
          let current = try article(id)
          guard precondition.holds(for: current) else { throw .preconditionFailed }
          return try write(id, current, submission, hash)
        })
    }
  }

  /// Deletes an article. Where there is none, a precondition is not looked at, since without it the
  /// answer would not be another (RFC 9110 section 13.2.1).
  ///
  /// Fails with ``StoreError/noSuchArticle``, ``StoreError/preconditionFailed``.
  package func delete(
    _ id: ArticleID, if precondition: WritePrecondition,
    completion: @escaping @Sendable (Result<StoredArticle, StoreError>) -> Void
  ) {
    queue.async { [self] in
      completion(
        Result { () throws(StoreError) in
          guard let current = try article(id) else { throw .noSuchArticle }
          guard precondition.holds(for: current) else { throw .preconditionFailed }
          contents.withLock { $0.remove(current) }
          return current
        })
    }
  }

  // What follows runs on the queue. Nothing else writes, so what is read there before a write still
  // holds when the write is made.

  private func add(_ submission: Submission, _ hash: UInt64) throws(StoreError) -> Written {
    let known = contents.withLock { contents in
      (contents.byContent[hash] ?? []).compactMap { contents.byID[$0] }
    }
    // Documents are compared outside of the lock: they may be long.
    if let same = known.first(where: { $0.document.isSame(as: submission.document) }) {
      return Written(outcome: .existing, article: same)
    }
    let title = submission.metadata.title ?? submission.article.title
    var attempt = 1
    var id = ArticleID(title: title, hash: hash)
    // An id can be taken by a document of the same hash or by a client's choice of id.
    while try article(id) != nil {
      attempt += 1
      id = ArticleID(title: title, hash: hash, attempt: attempt)
    }
    return try write(id, nil, submission, hash)
  }

  private func write(
    _ id: ArticleID, _ current: StoredArticle?, _ submission: Submission, _ hash: UInt64
  ) throws(StoreError) -> Written {
    let size = Self.articleOverhead + submission.byteCount
    let now = clock()
    return try contents.withLock { contents throws(StoreError) in
      guard size <= limit - (contents.size - (current?.size ?? 0)) else {
        throw .full(limit: limit)
      }
      let stamp = contents.stamp(now)
      let article = StoredArticle(
        id: id, revision: (current?.revision ?? 0) + 1, createdAt: current?.createdAt ?? stamp,
        updatedAt: stamp, writtenAt: now,
        sequence: current?.sequence ?? contents.nextSequence(),
        contentHash: hash, size: size, submission: submission)
      contents.insert(article)
      return Written(outcome: current == nil ? .created : .replaced, article: article)
    }
  }
}
