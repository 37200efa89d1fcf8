/// Why the store did not do what was asked.
package enum StoreError: Error, Equatable {
  /// The store holds as much as it may: so many bytes.
  case full(limit: Int)
  /// The article is not as the precondition of a write wants it (RFC 9110 section 13.1).
  case preconditionFailed
  /// There is no article of that id.
  case noSuchArticle
  /// An article of that id is there, with another document.
  case idTaken(ArticleID)
  /// The changes that were asked for are those of another store.
  case otherEpoch
  /// Changes after the one that was named are no longer kept; the oldest that is has this sequence.
  case changesGone(oldest: UInt64)
  /// There is no room on the disk. Nothing was changed; once there is room, writes work again.
  case diskFull
  /// The disk could not be relied on, and no more writes are taken until the store is opened again.
  /// Whether what was being written is kept shows only then.
  case writesRefused
  /// Something else went wrong with the disk or the database; nothing was changed.
  case failed
  /// A query took all the time that there is for any.
  case tooLong
  /// The store is closed.
  case closed
}

extension StoreError {
  /// What an error of the database means to whoever asked for something.
  init(_ error: SQLiteError) {
    if error.isFailedSync || error.isDamage {
      self = .writesRefused
    } else if error.isDiskFull {
      self = .diskFull
    } else {
      self = .failed
    }
  }
}
