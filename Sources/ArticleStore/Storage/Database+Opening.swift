extension Database {
  /// `cpnt` in ASCII: the mark of our files among all of SQLite's.
  static let applicationID: Int64 = 0x6370_6E74
  /// The version of the schema that this program writes and reads.
  static let schemaVersion: Int64 = 1

  /// Of a new database, before anything is written: with pages of 8 KiB, each of which takes a page of
  /// the index, writing takes a fifth less time than with the usual 4.
  private static let newPragmas = "PRAGMA page_size = 8192;"

  /// Sorting happens in memory, and freed pages are not wiped: what is deleted here is no secret.
  private static let pragmas = "PRAGMA temp_store = MEMORY; PRAGMA secure_delete = OFF;"

  /// A commit is on the disk when it returns, and 16 MiB of pages are kept at hand; a log that has
  /// once grown beyond 64 MiB is cut when it is used again.
  private static let durablePragmas = """
    PRAGMA synchronous = FULL; PRAGMA cache_size = -16384; PRAGMA journal_size_limit = 67108864;
    """

  /// A database in memory.
  ///
  /// - Throws: ``SQLiteError``.
  static func inMemory(_ lengths: ArticleLengths) throws(SQLiteError) -> Database {
    let connection = try SQLiteConnection(path: ":memory:", .readWrite)
    try connection.execute(newPragmas + pragmas + SearchIndex.schema)
    return try Database(connection, in: nil, lengths)
  }

  /// The database of a folder, made where there is none. What is not ours is left as it is.
  ///
  /// - Throws: ``DataError``.
  static func open(
    in folder: consuming DataFolder, _ lengths: ArticleLengths
  ) throws(DataError) -> Database {
    let path = folder.databasePath
    var origin = Origin.new
    do throws(SQLiteError) {
      let connection = try SQLiteConnection(path: path, .readWrite)
      origin = try Origin(of: connection)
      if origin == .new || origin == .ours {
        if origin == .new { try connection.execute(newPragmas) }
        // Right behind the check: from here on the file is written.
        guard try connection.text("PRAGMA journal_mode = WAL") == "wal" else {
          throw SQLiteError(code: 0, message: "its file system has no shared memory")
        }
        try connection.execute(pragmas + durablePragmas)
        if origin == .new { try create(connection) }
        return try Database(connection, in: folder, lengths)
      }
    } catch {
      throw DataError(error, at: path)
    }
    guard case .newer(let schema) = origin else { throw .foreign(path) }
    throw .newer(path, schema: schema, known: schemaVersion)
  }

  /// Whose file it is.
  private enum Origin: Equatable {
    case new, ours, foreign
    case newer(schema: Int64)

    init(of connection: borrowing SQLiteConnection) throws(SQLiteError) {
      // Asked for first: it reads the file, and fails when that is no database.
      let tables = try connection.integer("SELECT count(*) FROM sqlite_schema") ?? 0
      let application = try connection.integer("PRAGMA application_id") ?? 0
      let schema = try connection.integer("PRAGMA user_version") ?? 0
      if application == 0, schema == 0, tables == 0 {
        self = .new
      } else if application != Database.applicationID || schema < 1 {
        self = .foreign
      } else {
        self = schema > Database.schemaVersion ? .newer(schema: schema) : .ours
      }
    }
  }

  /// Makes the schema in one transaction: a file has all of it or is still new.
  private static func create(_ connection: borrowing SQLiteConnection) throws(SQLiteError) {
    try connection.execute(
      """
      BEGIN IMMEDIATE;
      PRAGMA application_id = \(applicationID);
      PRAGMA user_version = \(schemaVersion);
      \(ArticleTables.schema)
      \(SearchIndex.schema)
      INSERT INTO meta VALUES('\(MetaKey.epoch.rawValue)', '\(Epoch.random())');
      INSERT INTO meta VALUES('\(MetaKey.indexVersion.rawValue)', '\(SearchColumns.version)');
      COMMIT;
      """)
  }

  /// The value of a key; `nil` where there is none.
  ///
  /// - Throws: ``SQLiteError``.
  borrowing func noted(_ key: MetaKey) throws(SQLiteError) -> String? {
    try connection.text("SELECT value FROM meta WHERE key = '\(key.rawValue)'")
  }
}

/// The name of a store among all, by which clients notice that a change feed is another one.
enum Epoch {
  /// 64 random bits in hexadecimal.
  static func random() -> String {
    let digits = String(UInt64.random(in: .min ... .max), radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

/// A second connection to the database of a folder, which reads the index while the first writes.
struct ReadingDatabase: ~Copyable {
  private let connection: SQLiteConnection
  private var reader: SearchIndex.Reader

  /// Opens the database, which must be there.
  ///
  /// - Throws: ``SQLiteError``.
  init(path: String, _ lengths: ArticleLengths) throws(SQLiteError) {
    let connection = try SQLiteConnection(path: path, .readOnly)
    try connection.execute("PRAGMA cache_size = -8192; PRAGMA temp_store = MEMORY;")
    reader = try SearchIndex.Reader(connection, lengths)
    self.connection = connection
  }

  /// Asks the index.
  ///
  /// - Throws: ``SQLiteError``.
  mutating func read<Found>(
    _ query: (inout SearchIndex.Reader) throws(SQLiteError) -> Found
  ) throws(SQLiteError) -> Found {
    try query(&reader)
  }
}
