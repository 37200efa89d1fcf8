import Dispatch
import Locking
import Synchronization

// What a folder keeps, brought into memory: documents are read again, by all cores.

extension ArticleStore {
  /// How far the loading is.
  package struct LoadProgress: Sendable, Equatable {
    /// How many articles are loaded, of how many.
    package let loaded: Int
    /// How many articles there are.
    package let total: Int
    /// Whether the index is made anew, or lacks some of the articles.
    package let isIndexing: Bool
  }

  /// How many rows are read before they are analysed together, and how many bytes at about most.
  fileprivate static let chunkCount = 512
  fileprivate static let chunkBytes = 16 << 20

  /// Loads what the folder keeps, on the writer, and calls back from there with the number of
  /// articles; from then on the store is loaded. Nothing to do in memory.
  ///
  /// - Parameters:
  ///   - progress: is given the progress, some hundreds of articles apart.
  ///   - completion: fails with ``DataError``; the store is of no use then.
  package func load(
    progress: @escaping @Sendable (LoadProgress) -> Void,
    completion: @escaping @Sendable (Result<Int, DataError>) -> Void
  ) {
    queue.async { [self] in
      guard let folder else { return completion(.success(0)) }
      let path = "\(folder)/\(DataFolder.databaseName)"
      let result = database.withLock { database -> Result<Int, DataError> in
        Result { () throws(DataError) in
          guard database != nil else { throw .failed(path, reason: "it is closed") }
          return try database?.loadAll(at: path, into: self, progress) ?? 0
        }
      }
      if case .success = result { loaded.store(true, ordering: .releasing) }
      completion(result)
    }
  }
}

extension ArticleDatabase {
  /// Loads all articles and changes, and brings the index to where they stand.
  ///
  /// - Returns: how many articles there are.
  /// - Throws: ``DataError``; one of damage where a row is not as it was written.
  fileprivate mutating func loadAll(
    at path: String, into store: ArticleStore, _ progress: (ArticleStore.LoadProgress) -> Void
  ) throws(DataError) -> Int {
    let total = try DataError.at(path) { () throws(SQLiteError) in
      if let damage = try connection.damage() { throw SQLiteError(damage: damage) }
      try Self.upgrade(connection)
      try begin()
      return Int(try connection.integer("SELECT count(*) FROM articles") ?? 0)
    }
    let (mark, changes) = try DataError.at(path) { () throws(SQLiteError) in
      try restore(store)
    }
    let gap = try store.index.prepare(for: mark, changes)
    var rows = try DataError.at(path) { () throws(SQLiteError) in try ArticleRows(connection) }
    var count = 0
    while true {
      let chunk = try DataError.at(path) { () throws(SQLiteError) in
        try rows.next(count: ArticleStore.chunkCount, bytes: ArticleStore.chunkBytes)
      }
      if chunk.isEmpty { break }
      let loaded = Self.analysed(chunk, for: gap, store)
      guard loaded.count == chunk.count else {
        throw .damaged(path, reason: "an article is not as it was stored")
      }
      try store.index.load(IndexBatch(loaded.compactMap(\.step), nil))
      store.contents.withLock { contents in
        for article in loaded { contents.insert(article.stored) }
      }
      count += loaded.count
      progress(.init(loaded: count, total: total, isIndexing: gap != .nothing))
      guard !store.isClosing.load(ordering: .relaxed) else {
        throw .failed(path, reason: "it is being closed")
      }
    }
    if gap != .nothing { try store.index.load(IndexBatch([], mark)) }
    try store.index.completeLoading()
    return count
  }

  /// Has a store go on where it was left: where that is, and the changes.
  private func restore(
    _ store: ArticleStore
  ) throws(SQLiteError) -> (IndexMark, ChangeFeed) {
    guard let changes = try changes() else { throw SQLiteError(damage: "a change is not right") }
    let lastSequence = try noted(.lastSequence).flatMap { UInt64($0) } ?? 0
    let counters = store.contents.withLock {
      $0.restore(
        lastSequence: lastSequence, lastWrite: changes.lastTime ?? .min, changes: changes)
      return $0.counters
    }
    return (IndexMark(of: store.epoch, at: counters), changes)
  }

  /// Reads the documents of some rows again, on all cores; fewer where a row is not right.
  private static func analysed(
    _ rows: [ArticleRow], for gap: IndexGap, _ store: ArticleStore
  ) -> [LoadedArticle] {
    let places = Locked([LoadedArticle?](repeating: nil, count: rows.count))
    DispatchQueue.concurrentPerform(iterations: rows.count) { index in
      guard let stored = rows[index].analysed(store.contentHash, store.parser) else { return }
      let step =
        gap.contains(stored.sequence)
        ? IndexStep(before: nil, after: (SearchColumns(stored), stored.sequence)) : nil
      places.withLock { $0[index] = LoadedArticle(stored: stored, step: step) }
    }
    return places.withLock { $0.compactMap(\.self) }
  }
}

/// An article that was loaded, with what the index is given of it where that lacks it.
private struct LoadedArticle: Sendable {
  let stored: StoredArticle
  let step: IndexStep?
}
