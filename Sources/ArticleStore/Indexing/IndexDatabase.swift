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
  /// How many articles were taken out whose words are still there.
  private(set) var remains: Int
  /// How many of these go with the merging that is under way; `nil` at none.
  private var merging: Int?
  let connection: SQLiteConnection

  private init(
    _ connection: consuming SQLiteConnection, _ context: SearchRanking.Context, version: String
  ) throws(SQLiteError) {
    let tables = try IndexTables(connection, version: version)
    let remains = try tables.remains(on: connection)
    reader = try SearchIndex.Reader(connection, context)
    self.tables = tables
    self.remains = remains
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

  /// The mark of its file: `cpix` in ASCII.
  static let applicationID: Int64 = 0x6370_6978

  /// The file of a folder. Others than of this version are made anew.
  static func file(in folder: DataFolder) -> DatabaseFile {
    DatabaseFile(
      path: folder.indexPath, applicationID: applicationID, schemaVersions: 3...3,
      schema: IndexTables.schema,
      pragmas: "PRAGMA synchronous = OFF; PRAGMA cache_size = -16384;")
  }

  /// Whether the log beside the index at a path, if there is one, is its own: that of the session which
  /// the file has without it. What is no index of ours, or cannot be read, is left to whoever opens it.
  static func hasOwnLog(at path: String) -> Bool {
    guard DatabaseFile.logSize(of: path) > 0,
      case .database(applicationID)? = try? FileHead(at: path),
      let name = sessionName(at: path, .fileAlone)
    else { return true }
    return name == sessionName(at: path, .readOnly)
  }

  private static func sessionName(at path: String, _ access: SQLiteConnection.Access) -> String? {
    guard let connection = try? SQLiteConnection(path: path, access) else { return nil }
    connection.keepLog()
    return try? connection.text(IndexTables.sessionName)
  }

  /// The one in a file, made where there is none; of words of a version.
  ///
  /// - Throws: ``DataError``.
  static func open(
    _ file: DatabaseFile, _ context: SearchRanking.Context, version: String
  ) throws(DataError) -> IndexDatabase {
    let hadLog = try FileHead(at: file.path + DatabaseFile.logSuffix) != .missing
    let connection = try file.open()
    do throws(SQLiteError) {
      // Of an index that was not closed some may be in the log alone.
      if !hadLog { try connection.execute(IndexTables.forgettingOpenMark) }
      return try IndexDatabase(connection, context, version: version)
    } catch {
      throw DataError(error, at: file.path)
    }
  }

  /// Brings the index of a folder, which is closed, to the room that it needs. One that is another
  /// version's, or cannot be read, goes: it is made anew when the folder is opened.
  static func compact(in folder: DataFolder) {
    let file = file(in: folder)
    guard (try? FileHead(at: file.path)) != .missing else { return }
    guard hasOwnLog(at: file.path) else { return file.remove() }
    do throws(SQLiteError) {
      let connection = try SQLiteConnection(path: file.path, .readWrite)
      connection.keepLog()
      if let damage = try connection.damage() { throw SQLiteError(damage: damage) }
      guard (try? file.schema(of: connection)) != nil else {
        throw SQLiteError(damage: "it is another version's")
      }
      var tables = try IndexTables(connection, version: "")
      try connection.execute("PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY;")
      try connection.transaction(&tables) { (tables) throws(SQLiteError) in
        try tables.sign()
        try tables.mergeAll()
        try tables.note(remains: 0)
      }
      try FreePages.giveBackAll(of: connection)
      try connection.checkpoint(.truncating)
      connection.keepLog(false)
    } catch {
      if file.isOurs { file.remove() }
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
    let removed = batches.reduce(0) { count, batch in
      count + batch.steps.count { $0.before != nil }
    }
    try write { [remains] (tables) throws(SQLiteError) in
      for batch in batches {
        for step in batch.steps { try tables.apply(step) }
      }
      if removed > 0 { try tables.note(remains: remains + removed) }
      if let mark = batches.last?.mark { try tables.note(mark) }
    }
    remains += removed
  }

  /// Of how many articles that were taken out the words are left, at least, before they are merged away
  /// while others wait for queries and writes.
  private static let fewRemains = 256

  /// Does some of what brings the index to what it needs, for so many articles that are there: words of
  /// articles that were taken out go once they are many, and then free pages. A few milliseconds.
  ///
  /// - Returns: whether there is more to do.
  /// - Throws: ``SQLiteError``.
  mutating func tidy(articles: Int) throws(SQLiteError) -> Bool {
    // When half of it is gone: then all merging, however much is deleted, costs about what taking the
    // articles in did.
    let begins = merging == nil && remains > max(Self.fewRemains, articles)
    if begins { merging = remains }
    guard let merging else {
      guard try FreePages.areTooMany(on: connection) else { return false }
      try write { _ in }
      return try FreePages.giveBackSome(of: connection)
    }
    let before = connection.changes
    try write { (tables) throws(SQLiteError) in
      try tables.merge(begins: begins)
    }
    // By FTS5's word: a merge that found nothing to do makes one change at most; another is the name of
    // the session.
    if connection.changes - before < 3 {
      let left = max(remains - merging, 0)
      try write { (tables) throws(SQLiteError) in
        try tables.note(remains: left)
      }
      remains = left
      self.merging = nil
    }
    return true
  }

  /// Gets ready to be written: from here on the file may be another than the disk has.
  ///
  /// - Parameter isWhole: whether the mark is kept; without it the index is not whole until a batch comes
  ///   with one.
  /// - Throws: ``SQLiteError``.
  mutating func begin(isWhole: Bool) throws(SQLiteError) {
    try synced { (tables) throws(SQLiteError) in
      try tables.begin()
      if isWhole { try tables.settle(for: SystemBoot.id) } else { try tables.forgetMark() }
    }
  }

  /// Copies the write-ahead log into the file where it has become long.
  ///
  /// - Throws: ``SQLiteError``.
  mutating func checkpointIfDue() throws(SQLiteError) { try checkpoints.runIfDue(connection) }

  /// Leaves all in the file, on the disk, and no log; nothing of what was taken out is left in it.
  ///
  /// - Throws: ``SQLiteError``.
  mutating func complete() throws(SQLiteError) {
    if remains > 0 {
      try write { (tables) throws(SQLiteError) in
        try tables.mergeAll()
        try tables.note(remains: 0)
      }
      remains = 0
    }
    try write { _ in }
    try FreePages.giveBackAll(of: connection)
    // Only when all that was written before is on the disk, the mark may say that it is.
    try synced { (tables) throws(SQLiteError) in try tables.settle(for: SystemBoot.id) }
    try synced { (tables) throws(SQLiteError) in try tables.settle(for: nil) }
    connection.keepLog(false)
  }

  /// Does some steps in one transaction, of which the log says to which file it belongs.
  private mutating func write(
    _ steps: (inout IndexTables) throws(SQLiteError) -> Void
  ) throws(SQLiteError) {
    try connection.transaction(&tables) { (tables) throws(SQLiteError) in
      try tables.sign()
      try steps(&tables)
    }
  }

  /// Makes a change, and has all of the file on the disk.
  private mutating func synced(
    _ change: (inout IndexTables) throws(SQLiteError) -> Void
  ) throws(SQLiteError) {
    try connection.execute("PRAGMA synchronous = FULL")
    try write(change)
    try connection.checkpoint(.truncating)
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
