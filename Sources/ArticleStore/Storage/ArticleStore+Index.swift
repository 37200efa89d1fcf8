import Locking

// What the index is asked. Both wait for the connection that they read with, so they are for
// ``indexQueue`` and for workers, never for an event loop.

extension ArticleStore {
  /// All articles that match an FTS5 expression, with their scores, in order of their sequence; their
  /// number is the total. About a microsecond for each article that matches.
  ///
  /// - Throws: ``StoreError/failed``, ``StoreError/closed``.
  func ranked(_ expression: String) throws(StoreError) -> [RankedArticle] {
    try readIndex { (reader) throws(SQLiteError) in try reader.ranked(expression) }
  }

  /// The sequences of all articles that match an FTS5 expression, ascending; less than
  /// ``ranked(_:)`` costs.
  ///
  /// - Throws: ``StoreError/failed``, ``StoreError/closed``.
  func matching(_ expression: String) throws(StoreError) -> [UInt64] {
    try readIndex { (reader) throws(SQLiteError) in try reader.matching(expression) }
  }

  private func readIndex<Found: Sendable>(
    _ query: @Sendable (inout SearchIndex.Reader) throws(SQLiteError) -> Found
  ) throws(StoreError) -> Found {
    let found: Found?
    do throws(SQLiteError) {
      found =
        folder == nil
        ? try database.withLock { (database) throws(SQLiteError) in try database?.read(query) }
        : try readingDatabase.withLock { (database) throws(SQLiteError) in
          try database?.read(query)
        }
    } catch {
      report("reading the index failed: \(error.message) (\(error.code))")
      throw .failed
    }
    guard let found else { throw .closed }
    return found
  }
}
