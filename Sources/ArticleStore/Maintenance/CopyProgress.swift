/// How far a backup, a restore or a compaction is.
package enum CopyProgress: Sendable, Equatable {
  /// What is copied is looked at: so many of its articles.
  case checking(articles: Int, total: Int)
  /// Of so many bytes at most, so many are written.
  case copying(bytes: Int, total: Int)

  /// Takes the progress, often.
  package typealias Report = @Sendable (CopyProgress) -> Void
}

/// What came of a backup, a restore or a compaction.
package struct CopySummary: Sendable, Equatable {
  /// How many articles there are.
  package let articles: Int
  /// How many bytes the files took that were copied.
  package let before: Int
  /// How many bytes those take that were made.
  package let after: Int
  /// Whether what was copied may lack what was written last: it was read without a log, and whoever wrote
  /// it had not closed it. A copy that SQLite made of a folder in use looks the same, and is whole.
  package var mayLackNewest = false
}
