import Glibc

/// A database of ours in a folder: by what it is known, and how it is made.
struct DatabaseFile {
  /// Where it lies.
  let path: String
  /// Its mark among all of SQLite's files.
  let applicationID: Int64
  /// The versions of its tables that this program reads; it writes the last.
  let schemaVersions: ClosedRange<Int64>
  /// What makes its tables.
  let schema: String
  /// The settings of every connection to it.
  let pragmas: String

  /// Whose file it is.
  enum Origin: Equatable {
    case new, foreign
    case ours(schema: Int64)
  }

  /// Of a new database, before anything is written: with pages of 8 KiB, each of which takes a page of
  /// the index, writing takes a fifth less time than with the usual 4; and pages that come free can be
  /// given back (``FreePages``), which must be known before there are any.
  static let newPragmas = "PRAGMA page_size = 8192; PRAGMA auto_vacuum = INCREMENTAL;"

  /// Of every connection: sorting happens in memory, and what is deleted is overwritten; a log that has
  /// once grown beyond 64 MiB is cut when it is used again.
  private static let sharedPragmas = """
    PRAGMA temp_store = MEMORY; PRAGMA secure_delete = ON; PRAGMA journal_size_limit = 67108864;
    """

  /// Opens it, and makes it where there is none. What is not ours is left as it is.
  ///
  /// - Throws: ``DataError``, ``DataError/newer(_:schema:known:)`` and ``DataError/foreign(_:)`` too.
  func open() throws(DataError) -> SQLiteConnection {
    if try FileHead(at: path) == .noFile { throw .notFile(path) }
    var origin = Origin.new
    do throws(SQLiteError) {
      let connection = try SQLiteConnection(path: path, .readWrite)
      // Whoever is done with it in order says otherwise: a log that is gone is known to be lost.
      connection.keepLog()
      origin = try self.origin(of: connection)
      if isWritten(by: origin) {
        if origin == .new { try connection.execute(Self.newPragmas) }
        // Right after the check: from here on the file is written.
        guard try connection.text("PRAGMA journal_mode = WAL") == "wal" else {
          throw SQLiteError(code: 0, message: "its file system has no shared memory")
        }
        try connection.execute(Self.sharedPragmas)
        if origin == .new { try create(connection) }
        try connection.execute(pragmas)
        return connection
      }
    } catch {
      throw DataError(error, at: path)
    }
    guard case .ours(let schema) = origin else { throw .foreign(path) }
    throw .newer(path, schema: schema, known: schemaVersions.upperBound)
  }

  /// Whether a file that is there says that it is ours, though it may be damaged otherwise, or cut off.
  var isOurs: Bool {
    switch try? FileHead(at: path) {
    case .database(let id): id == applicationID
    case .beginning, .empty: true
    case .missing, .noFile, .other, nil: false
    }
  }

  /// Takes the file away, and its log.
  func remove() { Self.remove(path) }

  /// Takes the database at a path away, and its log.
  static func remove(_ path: String) {
    for suffix in ["", logSuffix, sharedMemorySuffix] {
      // Right because the call reads the path, which ends with a NUL.
      _ = unsafe unlink(path + suffix)
    }
  }

  /// How long the log of the database at a path is; 0 where there is none.
  static func logSize(of path: String) -> Int {
    var status = stat()
    // Right because the call reads the path, which ends with a NUL, and writes one `stat`.
    guard unsafe stat(path + logSuffix, &status) == 0 else { return 0 }
    return Int(status.st_size)
  }

  /// What is added to the path of a database for that of its write-ahead log.
  static let logSuffix = "-wal"
  /// What is added to the path of a database for that of what its connections share while it is open.
  static let sharedMemorySuffix = "-shm"

  /// The version of the tables that a connection has opened.
  ///
  /// - Throws: ``DataError/newer(_:schema:known:)``, ``DataError/foreign(_:)``, or what SQLite says of a
  ///   file that is no database.
  func schema(of connection: borrowing SQLiteConnection) throws(DataError) -> Int64 {
    let origin: Origin
    do throws(SQLiteError) {
      origin = try self.origin(of: connection)
    } catch {
      throw DataError(error, at: path)
    }
    guard case .ours(let schema) = origin else { throw .foreign(path) }
    guard schemaVersions.contains(schema) else {
      throw .newer(path, schema: schema, known: schemaVersions.upperBound)
    }
    return schema
  }

  private func isWritten(by origin: Origin) -> Bool {
    switch origin {
    case .new: true
    case .foreign: false
    case .ours(let schema): schemaVersions.contains(schema)
    }
  }

  /// Whose file a connection has opened.
  ///
  /// - Throws: ``SQLiteError``, where it is no database.
  private func origin(of connection: borrowing SQLiteConnection) throws(SQLiteError) -> Origin {
    // Asked for first: it reads the head of the file alone, and fails when that is no database.
    let application = try connection.integer("PRAGMA application_id") ?? 0
    let schema = try connection.integer("PRAGMA user_version") ?? 0
    if application == applicationID, schema >= 1 { return .ours(schema: schema) }
    let tables = try connection.integer("SELECT count(*) FROM sqlite_schema") ?? 0
    return application == 0 && schema == 0 && tables == 0 ? .new : .foreign
  }

  /// Makes the schema in one transaction, and has it on the disk: a file has all of it or is still new.
  private func create(_ connection: borrowing SQLiteConnection) throws(SQLiteError) {
    try connection.execute(
      """
      BEGIN IMMEDIATE;
      PRAGMA application_id = \(applicationID);
      PRAGMA user_version = \(schemaVersions.upperBound);
      \(schema)
      COMMIT;
      """)
    try connection.checkpoint()
  }
}
