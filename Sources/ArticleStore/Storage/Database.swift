/// The database behind a store: the index, and in a folder all that must outlive the process.
///
/// Without a folder it is in memory and has the index alone; the articles are in memory anyway.
struct Database: ~Copyable {
  /// How many pages of 8 KiB the write-ahead log may have before they are copied into the database.
  private static let checkpointPages = 2_048

  private var index: SearchIndex
  private var reader: SearchIndex.Reader
  private var tables: ArticleTables?
  let connection: SQLiteConnection
  private let folder: DataFolder?
  /// Whether the disk failed in a way after which nothing that is written can be relied on.
  private var refusesWrites = false
  /// The code of the error that the last commit failed with; told once, not with every write.
  private var lastFault: Int32?
  /// How long the log was when it was last copied, whatever came of it.
  private var copiedPages = 0

  /// A database whose schema is there already.
  ///
  /// - Throws: ``SQLiteError``.
  init(
    _ connection: consuming SQLiteConnection, in folder: consuming DataFolder?,
    _ lengths: ArticleLengths
  ) throws(SQLiteError) {
    let index = try SearchIndex(connection)
    let reader = try SearchIndex.Reader(connection, lengths)
    let tables = folder == nil ? nil : try ArticleTables(connection)
    self.index = index
    self.reader = reader
    self.tables = tables
    self.connection = connection
    self.folder = folder
  }

  /// Asks the index.
  ///
  /// - Throws: ``SQLiteError``.
  mutating func read<Found>(
    _ query: (inout SearchIndex.Reader) throws(SQLiteError) -> Found
  ) throws(SQLiteError) -> Found {
    try query(&reader)
  }

  /// Makes what is staged durable, all of it or nothing. In a folder it is on the disk when this
  /// returns.
  ///
  /// - Throws: ``StoreError/diskFull``, ``StoreError/writesRefused``, ``StoreError/failed``.
  mutating func commit(
    _ staging: borrowing Staging, _ report: (SQLiteError) -> Void
  ) throws(StoreError) {
    guard !refusesWrites else { throw .writesRefused }
    do throws(SQLiteError) {
      try transaction { (database) throws(SQLiteError) in
        for step in staging.steps { try database.apply(step) }
        try database.tables?.note(.lastSequence, String(staging.counters.lastSequence))
        if staging.counters.lastChange > UInt64(ChangeFeed.capacity) {
          try database.tables?.forgetChanges(
            through: staging.counters.lastChange - UInt64(ChangeFeed.capacity))
        }
      }
      lastFault = nil
    } catch {
      throw fault(error, report)
    }
  }

  private mutating func apply(_ step: borrowing Staging.Step) throws(SQLiteError) {
    if let before = step.before {
      try index.delete(SearchColumns(before), before.sequence)
      if step.after == nil { try tables?.delete(before) }
    }
    if let after = step.after, let columns = step.columns {
      try index.insert(columns, after.sequence)
      try tables?.put(after)
    }
    try tables?.add(step.change)
  }

  /// Copies the write-ahead log into the database where it has become long. Whoever waits for a
  /// commit need not wait for this.
  mutating func checkpointIfDue(_ report: (SQLiteError) -> Void) {
    if connection.logPages < copiedPages { copiedPages = 0 }
    guard !refusesWrites, isCheckpointDue else { return }
    do throws(SQLiteError) {
      try copyLog()
    } catch {
      // Without room the log grows on until there is none for it, either. A failed sync here is as
      // bad as one in a commit.
      _ = fault(error, report)
    }
  }

  /// Whether the log has grown by so much since it was last copied. A reader can keep it from being
  /// begun anew, and then it is not copied again for every commit.
  private var isCheckpointDue: Bool {
    connection.logPages - copiedPages >= Self.checkpointPages
  }

  private mutating func copyLog() throws(SQLiteError) {
    copiedPages = connection.logPages
    try connection.checkpoint()
  }

  /// Leaves all in the database and an empty log.
  ///
  /// - Throws: ``SQLiteError``; nothing is lost then, the log has it.
  borrowing func finish() throws(SQLiteError) {
    guard tables != nil, !refusesWrites else { return }
    try connection.checkpoint(truncating: true)
  }

  /// Does some steps in one transaction, all of them or none.
  ///
  /// - Throws: ``SQLiteError``.
  private mutating func transaction(
    _ steps: (inout Database) throws(SQLiteError) -> Void
  ) throws(SQLiteError) {
    try connection.execute("BEGIN IMMEDIATE")
    do throws(SQLiteError) {
      try steps(&self)
      try connection.execute("COMMIT")
    } catch {
      // Some errors have rolled it back already (SQLite, "Response To Errors Within A Transaction").
      if connection.isInTransaction { try? connection.execute("ROLLBACK") }
      throw error
    }
  }

  private mutating func fault(
    _ error: SQLiteError, _ report: (SQLiteError) -> Void
  ) -> StoreError {
    if error.code != lastFault { report(error) }
    lastFault = error.code
    let fault = StoreError(error)
    if fault == .writesRefused {
      refusesWrites = true
      // What could not be synced is not to be called clean by another sync: the next start looks at
      // what is there.
      connection.keepLog()
    }
    return fault
  }
}

// The index made anew, while a store is loaded.
extension Database {
  /// Empties the index, so that whatever happens before ``finishIndex()`` it is known to be made.
  ///
  /// - Throws: ``SQLiteError``.
  mutating func beginIndex() throws(SQLiteError) {
    try transaction { (database) throws(SQLiteError) in
      try database.tables?.note(.indexVersion, "")
      try database.index.deleteAll()
    }
  }

  /// Puts articles into the index that is being made.
  ///
  /// - Throws: ``SQLiteError``.
  mutating func addToIndex(
    _ articles: [LoadedArticle]
  ) throws(SQLiteError) {
    try transaction { (database) throws(SQLiteError) in
      for article in articles {
        guard let columns = article.columns else { continue }
        try database.index.insert(columns, article.stored.sequence)
      }
    }
    if isCheckpointDue { try copyLog() }
  }

  /// Says that the index is whole.
  ///
  /// - Throws: ``SQLiteError``.
  mutating func finishIndex() throws(SQLiteError) {
    try transaction { (database) throws(SQLiteError) in
      try database.tables?.note(.indexVersion, SearchColumns.version)
    }
  }
}
