// What the index is asked. Both wait for it, so they are for workers, never for an event loop.

extension ArticleStore {
  /// All articles that match an FTS5 expression, with their scores, in order of their sequence; their
  /// number is the total. About a microsecond for each article that matches.
  ///
  /// - Throws: ``StoreError/failed``, ``StoreError/closed``.
  func ranked(_ expression: String, terms: Int = 1) throws(StoreError) -> [RankedArticle] {
    try index.ask { (reader) throws(SQLiteError) in
      try reader.ranked(expression, terms: terms).all
    }
  }

  /// The sequences of all articles that match an FTS5 expression, ascending; less than
  /// ``ranked(_:terms:)`` costs.
  ///
  /// - Throws: ``StoreError/failed``, ``StoreError/closed``.
  func matching(_ expression: String) throws(StoreError) -> [UInt64] {
    try index.ask { (reader) throws(SQLiteError) in try reader.matching(expression) }
  }
}
