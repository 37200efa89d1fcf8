import Locking

/// What may be asked of a store without changing it: the side of it that handlers of `GET` know.
///
/// A part of the store and no protocol: there is one store, whatever is behind it, and everything is
/// read from its memory. It is a value because a reader can be given what holds for all its calls:
/// where several processes share a database, the change that its client has seen and that each read
/// has to wait for. All calls take a completion and can fail for that reason, although memory answers
/// most of them before they return.
package struct ArticleReader: Sendable {
  let store: ArticleStore

  /// The article of an id.
  ///
  /// Fails with ``StoreError/noSuchArticle``.
  package func article(_ id: ArticleID, completion: @escaping StoreCompletion<StoredArticle>) {
    let article = store.contents.withLock { $0.byID[id] }
    completion(article.map { .success($0) } ?? .failure(.noSuchArticle))
  }

  /// Some changes, in the order of their commits.
  ///
  /// Fails with ``StoreError/otherEpoch``, ``StoreError/changesGone(oldest:)``.
  package func changes(_ query: ChangeQuery, completion: @escaping StoreCompletion<ChangePage>) {
    completion(
      Result { () throws(StoreError) in
        if let epoch = query.epoch, epoch != store.epoch { throw .otherEpoch }
        return try store.contents.withLock { contents throws(StoreError) in
          try contents.changes.page(after: query.sequence, limit: query.limit, epoch: store.epoch)
        }
      })
  }
}

extension ArticleStore {
  /// What may be asked of the store.
  package var reader: ArticleReader { ArticleReader(store: self) }
}
