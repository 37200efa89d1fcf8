import CSQLite
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
    /// Whether the index is made anew, because this version reads documents in another way.
    package let isIndexing: Bool
  }

  /// How many rows are read before they are analysed together, and how many bytes at about most.
  fileprivate static let chunkCount = 512
  fileprivate static let chunkBytes = 16 << 20

  /// Loads what the folder keeps, on the writer, and calls back from there with the number of
  /// articles; from then on the store is loaded. Nothing to do in memory.
  ///
  /// - Parameters:
  ///   - progress: is told of the progress, some hundreds of articles apart.
  ///   - completion: fails with ``DataError``; the store is of no use then.
  package func load(
    progress: @escaping @Sendable (LoadProgress) -> Void,
    completion: @escaping @Sendable (Result<Int, DataError>) -> Void
  ) {
    queue.async { [self] in
      guard folder != nil else { return completion(.success(0)) }
      let result = database.withLock { database -> Result<Int, DataError> in
        Result { () throws(DataError) in try load(from: &database, progress) }
      }
      if case .success = result { loaded.store(true, ordering: .releasing) }
      completion(result)
    }
  }

  private func load(
    from database: inout Database?, _ progress: (LoadProgress) -> Void
  ) throws(DataError) -> Int {
    let path = "\(folder ?? "")/\(DataFolder.databaseName)"
    let count: Int?
    do throws(SQLiteError) {
      if let damage = try database?.damage() { throw SQLiteError(damage: damage) }
      count = try database?.loadAll(into: contents, contentHash) { reached in
        progress(reached)
        return !isClosing.load(ordering: .relaxed)
      }
    } catch {
      throw DataError(error, at: path)
    }
    guard let count else { throw .failed(path, reason: "it is being closed") }
    return count
  }
}

extension Database {
  /// Loads all articles and changes, and makes the index anew where it was made in another way.
  ///
  /// - Returns: how many articles there are; `nil` when it was not to go on.
  /// - Throws: ``SQLiteError``; one of damage where a row is not as it was written.
  fileprivate mutating func loadAll(
    into contents: borrowing Locked<Contents>, _ contentHash: @escaping ArticleStore.ContentHash,
    _ goesOn: (ArticleStore.LoadProgress) -> Bool
  ) throws(SQLiteError) -> Int? {
    let total = Int(try connection.integer("SELECT count(*) FROM articles") ?? 0)
    guard let changes = try changes() else { throw SQLiteError(damage: "a change is not right") }
    let lastSequence = try noted(.lastSequence).flatMap { UInt64($0) } ?? 0
    contents.withLock {
      $0.restore(
        lastSequence: lastSequence, lastWrite: changes.lastTime ?? .min, changes: changes)
    }
    let isIndexing = try noted(.indexVersion) != SearchColumns.version
    if isIndexing { try beginIndex() }
    var rows = try ArticleRows(connection)
    var count = 0
    while case let chunk = try rows.next(
      count: ArticleStore.chunkCount, bytes: ArticleStore.chunkBytes), !chunk.isEmpty
    {
      let loaded = Self.analysed(chunk, isIndexing: isIndexing, contentHash)
      guard loaded.count == chunk.count else {
        throw SQLiteError(damage: "an article is not as it was stored")
      }
      if isIndexing { try addToIndex(loaded) }
      contents.withLock { contents in
        for article in loaded { contents.insert(article.stored) }
      }
      count += loaded.count
      let reached = ArticleStore.LoadProgress(
        loaded: count, total: total, isIndexing: isIndexing)
      guard goesOn(reached) else { return nil }
    }
    if isIndexing { try finishIndex() }
    return count
  }

  /// Reads the documents of some rows again, on all cores; fewer where a row is not right.
  private static func analysed(
    _ rows: [ArticleRow], isIndexing: Bool, _ contentHash: @escaping ArticleStore.ContentHash
  ) -> [LoadedArticle] {
    let places = Locked([LoadedArticle?](repeating: nil, count: rows.count))
    DispatchQueue.concurrentPerform(iterations: rows.count) { index in
      guard let stored = rows[index].analysed(contentHash) else { return }
      let columns = isIndexing ? SearchColumns(stored) : nil
      places.withLock { $0[index] = LoadedArticle(stored: stored, columns: columns) }
    }
    return places.withLock { $0.compactMap(\.self) }
  }
}

/// An article that was loaded, with what the index is told of it where that is made anew.
struct LoadedArticle: Sendable {
  let stored: StoredArticle
  let columns: SearchColumns?
}

extension SQLiteError {
  /// What SQLite says of a file that is damaged, of one that it does not know to be.
  fileprivate init(damage: String) { self.init(code: SQLITE_CORRUPT, message: damage) }
}
