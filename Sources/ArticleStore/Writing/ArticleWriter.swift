/// What may change a store: the side of it that handlers of `POST`, `PUT` and `DELETE` know. Like
/// ``ArticleReader`` it is a part of the store and no protocol.
///
/// All writes are decided one after another, in the order in which they came, and made durable before
/// their completions are called. A failure says that nothing was changed; only after
/// ``StoreError/writesRefused`` that is in doubt.
package struct ArticleWriter: Sendable {
  let store: ArticleStore

  /// A submission with what the writer needs of it: its hash, and its words for the index. About as
  /// much work as reading the document; for a worker.
  package func prepare(_ submission: Submission) -> PreparedSubmission {
    PreparedSubmission(
      submission: submission, hash: store.contentHash(submission.document),
      columns: SearchColumns(submission))
  }

  /// Says that a write is on its way: its document is being read. The writer may wait a moment for
  /// it, so that one commit does for several.
  ///
  /// - Returns: what is to be given to ``write(_:expected:completion:)``, or let go where nothing
  ///   comes of it.
  package func expect() -> ExpectedWrite { ExpectedWrite(by: store) }

  /// Stores a submission.
  ///
  /// Fails as ``ArticleWrite`` says, with ``StoreError/full(limit:)``, or as every write can:
  /// ``StoreError/diskFull``, ``StoreError/writesRefused``, ``StoreError/failed``,
  /// ``StoreError/closed``.
  package func write(
    _ write: ArticleWrite, expected: ExpectedWrite? = nil,
    completion: @escaping StoreCompletion<Written>
  ) {
    store.enqueue(write.submission.byteCount, expected, completion) {
      [store] staging throws(StoreError) in try store.decide(write, &staging)
    }
  }

  /// Deletes an article; the completion is given what it was.
  ///
  /// Fails with ``StoreError/noSuchArticle``, ``StoreError/preconditionFailed``, or as every write
  /// can.
  package func delete(
    _ id: ArticleID, if precondition: WritePrecondition = WritePrecondition(),
    completion: @escaping StoreCompletion<StoredArticle>
  ) {
    store.enqueue(0, nil, completion) { [store] staging throws(StoreError) in
      try store.decideDeletion(of: id, if: precondition, &staging)
    }
  }
}

extension ArticleStore {
  /// What may change the store.
  package var writer: ArticleWriter { ArticleWriter(store: self) }
}
