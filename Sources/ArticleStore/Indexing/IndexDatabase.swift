/// The database of the index: in memory, or in a folder a file beside that of the articles, from which
/// it can be made at any time.
///
/// So nothing of the file is waited for until it is on the disk, which would hold up the articles on
/// theirs: only when it is closed, and when it is opened again, so that it is known to be what it was,
/// or not to be. What a process has written outlives it even so, however it ends.
struct IndexDatabase: ~Copyable {
  private var tables: IndexTables
  private var reader: SearchIndex.Reader
  private var checkpoints = Checkpoints()
  let connection: SQLiteConnection

  private init(
    _ connection: consuming SQLiteConnection, _ context: SearchRanking.Context, version: String
  ) throws(SQLiteError) {
    let tables = try IndexTables(connection, version: version)
    reader = try SearchIndex.Reader(connection, context)
    self.tables = tables
    self.connection = connection
  }

  /// One in memory, of words of a version.
  ///
  /// - Throws: ``SQLiteError``.
  static func inMemory(
    _ context: SearchRanking.Context, version: String
  ) throws(SQLiteError) -> IndexDatabase {
    let connection = try SQLiteConnection(path: ":memory:", .readWrite)
    try connection.execute(
      "\(DatabaseFile.newPragmas) PRAGMA temp_store = MEMORY; \(IndexTables.schema)")
    return try IndexDatabase(connection, context, version: version)
  }

  /// The file of a folder. Marked with `cpix` in ASCII.
  static func file(in folder: DataFolder) -> DatabaseFile {
    DatabaseFile(
      path: folder.indexPath, applicationID: 0x6370_6978, schemaVersions: 1...1,
      schema: IndexTables.schema,
      pragmas: "PRAGMA synchronous = OFF; PRAGMA cache_size = -16384;")
  }

  /// The one in a file, made where there is none; of words of a version.
  ///
  /// - Throws: ``DataError``.
  static func open(
    _ file: DatabaseFile, _ context: SearchRanking.Context, version: String
  ) throws(DataError) -> IndexDatabase {
    let connection = try file.open()
    do throws(SQLiteError) {
      return try IndexDatabase(connection, context, version: version)
    } catch {
      throw DataError(error, at: file.path)
    }
  }

  /// How far the index has come; `nil` where it is not whole, or was made in another way.
  ///
  /// - Throws: ``SQLiteError``.
  borrowing func mark() throws(SQLiteError) -> IndexMark? {
    try tables.mark(on: connection)
  }

  /// Does some batches in one transaction.
  ///
  /// - Throws: ``SQLiteError``; nothing of them is done then.
  mutating func apply(_ batches: ArraySlice<IndexBatch>) throws(SQLiteError) {
    try connection.transaction(&tables) { (tables) throws(SQLiteError) in
      for batch in batches {
        for step in batch.steps { try tables.apply(step) }
      }
      if let mark = batches.last?.mark { try tables.note(mark) }
    }
  }

  /// Gets ready to be written: from here on the file may be another than the disk has.
  ///
  /// - Parameter isWhole: whether the mark is kept; without it the index is not whole until a batch comes
  ///   with one.
  /// - Throws: ``SQLiteError``.
  mutating func begin(isWhole: Bool) throws(SQLiteError) {
    try synced { (tables) throws(SQLiteError) in
      if isWhole { try tables.settle(for: SystemBoot.id) } else { try tables.forgetMark() }
    }
  }

  /// Copies the write-ahead log into the file where it has become long.
  ///
  /// - Throws: ``SQLiteError``.
  mutating func checkpointIfDue() throws(SQLiteError) { try checkpoints.runIfDue(connection) }

  /// Leaves all in the file, on the disk, and an empty log.
  ///
  /// - Throws: ``SQLiteError``.
  mutating func finish() throws(SQLiteError) {
    // Only when all that was written before is on the disk, the mark may say that it is.
    try synced { (tables) throws(SQLiteError) in try tables.settle(for: SystemBoot.id) }
    try synced { (tables) throws(SQLiteError) in try tables.settle(for: nil) }
  }

  /// Makes a change, and has all of the file on the disk.
  private mutating func synced(
    _ change: (inout IndexTables) throws(SQLiteError) -> Void
  ) throws(SQLiteError) {
    try connection.execute("PRAGMA synchronous = FULL")
    try connection.transaction(&tables, change)
    try connection.checkpoint(truncating: true)
    try connection.execute("PRAGMA synchronous = OFF")
  }

  /// Asks the index.
  ///
  /// - Throws: ``SQLiteError``.
  mutating func read<Found>(
    _ query: (inout SearchIndex.Reader) throws(SQLiteError) -> Found
  ) throws(SQLiteError) -> Found {
    try query(&reader)
  }

  /// Does something with it.
  mutating func with<Value>(
    _ body: (inout IndexDatabase) throws(SQLiteError) -> Value
  ) throws(SQLiteError) -> Value {
    try body(&self)
  }
}
