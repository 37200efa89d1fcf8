/// The database of the index: in memory, or in a folder a file beside that of the articles, from which
/// it can be made at any time. So its commits are not waited for until they are on the disk.
struct IndexDatabase: ~Copyable {
  private var tables: IndexTables
  private var reader: SearchIndex.Reader
  private var checkpoints = Checkpoints()
  let connection: SQLiteConnection

  private init(
    _ connection: consuming SQLiteConnection, _ lengths: ArticleLengths
  ) throws(SQLiteError) {
    let tables = try IndexTables(connection)
    reader = try SearchIndex.Reader(connection, lengths)
    self.tables = tables
    self.connection = connection
  }

  /// One in memory.
  ///
  /// - Throws: ``SQLiteError``.
  static func inMemory(_ lengths: ArticleLengths) throws(SQLiteError) -> IndexDatabase {
    let connection = try SQLiteConnection(path: ":memory:", .readWrite)
    try connection.execute(
      "\(DatabaseFile.newPragmas) PRAGMA temp_store = MEMORY; \(IndexTables.schema)")
    return try IndexDatabase(connection, lengths)
  }

  /// The file of a folder. Marked with `cpix` in ASCII.
  static func file(in folder: DataFolder) -> DatabaseFile {
    DatabaseFile(
      path: folder.indexPath, applicationID: 0x6370_6978, schemaVersion: 1,
      schema: IndexTables.schema,
      // A log that is synced before it is copied is enough for the file to be whole after a fall of
      // the system, if not up to date.
      pragmas: "PRAGMA synchronous = NORMAL; PRAGMA cache_size = -16384;")
  }

  /// The one in a file, made where there is none.
  ///
  /// - Throws: ``DataError``.
  static func open(
    _ file: DatabaseFile, _ lengths: ArticleLengths
  ) throws(DataError) -> IndexDatabase {
    let connection = try file.open()
    do throws(SQLiteError) {
      return try IndexDatabase(connection, lengths)
    } catch {
      throw DataError(error, at: file.path)
    }
  }

  /// How far the index has come; `nil` where it is not whole, or was made in another way.
  ///
  /// - Throws: ``SQLiteError``.
  borrowing func mark() throws(SQLiteError) -> IndexMark? {
    try IndexTables.mark(on: connection)
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

  /// Says that the index is being made, and is not whole until a batch comes with a mark.
  ///
  /// - Parameter anew: whether it is emptied before.
  /// - Throws: ``SQLiteError``.
  mutating func begin(anew: Bool) throws(SQLiteError) {
    try connection.transaction(&tables) { (tables) throws(SQLiteError) in
      try tables.forgetMark()
      if anew { try tables.deleteAll() }
    }
  }

  /// Copies the write-ahead log into the file where it has become long.
  ///
  /// - Throws: ``SQLiteError``.
  mutating func checkpointIfDue() throws(SQLiteError) { try checkpoints.runIfDue(connection) }

  /// Leaves all in the file and an empty log.
  ///
  /// - Throws: ``SQLiteError``; nothing is lost then, the log has it.
  borrowing func finish() throws(SQLiteError) { try connection.checkpoint(truncating: true) }

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
