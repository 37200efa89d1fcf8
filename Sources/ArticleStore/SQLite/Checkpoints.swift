/// When the write-ahead log of a database is copied into it.
struct Checkpoints {
  /// How many pages of 8 KiB the log may grow by before that.
  private static let pages = 2_048

  /// How long the log was when it was last copied, whatever came of it. A reader can keep it from being
  /// begun anew, and then it is not copied again for every commit.
  private var copiedPages = 0

  /// Copies the log of a connection where it has become long.
  ///
  /// - Throws: ``SQLiteError``. Without room the log grows on until there is none for it, either; a
  ///   sync that failed here is as bad as one in a commit.
  mutating func runIfDue(_ connection: borrowing SQLiteConnection) throws(SQLiteError) {
    let pages = connection.logPages
    if pages < copiedPages { copiedPages = 0 }
    guard pages - copiedPages >= Self.pages else { return }
    copiedPages = pages
    try connection.checkpoint()
  }
}
