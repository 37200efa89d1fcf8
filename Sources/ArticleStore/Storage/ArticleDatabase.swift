/// The database of a folder: all that must outlive the process. The index is made of it.
struct ArticleDatabase: ~Copyable {
  private var tables: ArticleTables
  let connection: SQLiteConnection
  private let folder: DataFolder
  /// Whether the disk failed in a way after which nothing that is written can be relied on.
  private(set) var refusesWrites = false
  /// The session in which it is written; `nil` before it is.
  var session: SessionNote?
  private var faults = FaultReport()
  private var checkpoints = Checkpoints()

  /// A database whose schema is there already.
  ///
  /// - Throws: ``SQLiteError``.
  init(_ connection: consuming SQLiteConnection, in folder: DataFolder) throws(SQLiteError) {
    tables = try ArticleTables(connection)
    self.connection = connection
    self.folder = folder
  }

  /// Makes what is staged durable, all of it or nothing: it is on the disk when this returns.
  ///
  /// - Throws: ``StoreError/diskFull``, ``StoreError/writesRefused``, ``StoreError/failed``.
  mutating func commit(
    _ staging: borrowing Staging, _ report: (SQLiteError) -> Void
  ) throws(StoreError) {
    guard !refusesWrites else { throw .writesRefused }
    do throws(SQLiteError) {
      try connection.transaction(&tables) { (tables) throws(SQLiteError) in
        for step in staging.steps { try tables.apply(step) }
        try tables.note(.lastSequence, String(staging.counters.lastSequence))
        if staging.counters.lastChange > UInt64(ChangeFeed.capacity) {
          try tables.forgetChanges(
            through: staging.counters.lastChange - UInt64(ChangeFeed.capacity))
        }
      }
      faults.clear()
    } catch {
      throw fault(error, report)
    }
  }

  /// Copies the write-ahead log into the database where it has become long. Whoever waits for a
  /// commit need not wait for this.
  mutating func checkpointIfDue(_ report: (SQLiteError) -> Void) {
    guard !refusesWrites else { return }
    do throws(SQLiteError) {
      try checkpoints.runIfDue(connection)
    } catch {
      _ = fault(error, report)
    }
  }

  /// Gives some of the free pages back where there are many.
  ///
  /// - Returns: whether there are more.
  mutating func giveBackSome(_ report: (SQLiteError) -> Void) -> Bool {
    guard !refusesWrites else { return false }
    do throws(SQLiteError) {
      return try FreePages.giveBackSome(of: connection)
    } catch {
      _ = fault(error, report)
      return false
    }
  }

  /// Leaves all in the database, which has no free pages then, and no log; nothing to do where nothing
  /// was to be written.
  ///
  /// - Throws: ``SQLiteError``; nothing is lost then, the log has it.
  mutating func complete() throws(SQLiteError) {
    guard !refusesWrites, let session else { return }
    try FreePages.giveBackAll(of: connection)
    try note(session.left(.closed))
    try connection.checkpoint(.truncating)
    connection.keepLog(false)
  }

  /// Writes what is to be known of the session.
  mutating func note(_ session: SessionNote) throws(SQLiteError) {
    try connection.transaction(&tables) { (tables) throws(SQLiteError) in
      try tables.note(.session, session.text)
    }
  }

  private mutating func fault(
    _ error: SQLiteError, _ report: (SQLiteError) -> Void
  ) -> StoreError {
    faults.report(error, report)
    let fault = StoreError(error)
    if fault == .writesRefused {
      // What could not be synced is not to be called clean by another sync: the log stays as it is, and
      // the next start looks at what is there.
      refusesWrites = true
    }
    return fault
  }
}

extension ArticleTables {
  /// Writes what a step changes, and that it does.
  fileprivate mutating func apply(_ step: borrowing Staging.Step) throws(SQLiteError) {
    if let after = step.after {
      try put(after)
    } else if let before = step.before {
      try delete(before)
    }
    try add(step.change)
  }
}
