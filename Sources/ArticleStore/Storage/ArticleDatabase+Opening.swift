extension ArticleDatabase {
  /// The mark of its file: `cpnt` in ASCII.
  static let applicationID: Int64 = 0x6370_6E74

  /// The file at a path; a commit is on the disk when it returns.
  static func file(at path: String) -> DatabaseFile {
    DatabaseFile(
      path: path, applicationID: applicationID, schemaVersions: 1...3,
      schema: """
        \(ArticleTables.schema)
        INSERT INTO meta VALUES('\(MetaKey.epoch.rawValue)', '\(Epoch.random())');
        """,
      pragmas: "PRAGMA synchronous = FULL; PRAGMA cache_size = -8192;")
  }

  /// The database of a folder, made where there is none. What is not ours is left as it is.
  ///
  /// - Throws: ``DataError``.
  static func open(in folder: DataFolder) throws(DataError) -> ArticleDatabase {
    let connection = try file(at: folder.databasePath).open()
    do throws(SQLiteError) {
      return try ArticleDatabase(connection, in: folder)
    } catch {
      throw DataError(error, at: folder.databasePath)
    }
  }

  /// Brings a file of an earlier version to this one's schema: version 1 had the index, too; in version 2
  /// no session had a name. The room that the index took is used for what comes, and what was deleted
  /// before stays in it until then, or until the folder is compacted.
  ///
  /// - Throws: ``SQLiteError``.
  static func upgrade(_ connection: borrowing SQLiteConnection) throws(SQLiteError) {
    let steps: String
    switch try connection.integer("PRAGMA user_version") {
    case 1: steps = "DROP TABLE article_index; DELETE FROM meta WHERE key = 'indexVersion';"
    case 2: steps = ""
    default: return
    }
    try connection.execute("BEGIN IMMEDIATE; \(steps) PRAGMA user_version = 3; COMMIT;")
    try connection.checkpoint()
  }

  /// Begins to write: the session has its name in the database, on the disk, before anything else.
  ///
  /// - Throws: ``SQLiteError``, where another program reads the database and does not end.
  mutating func begin() throws(SQLiteError) {
    do throws(SQLiteError) {
      // What is in the log belongs to the session before.
      try connection.checkpoint(.whole)
    } catch {
      // Whoever reads what was before keeps it from being in the database. Then the session before
      // goes on.
      guard error.isBusy else { throw error }
      session = try noted(.session).flatMap(SessionNote.init)
      return
    }
    let session = SessionNote(after: try noted(.session).flatMap(SessionNote.init))
    try note(session)
    try connection.checkpoint(.whole)
    self.session = session
  }

  /// The value of a key; `nil` where there is none.
  ///
  /// - Throws: ``SQLiteError``.
  borrowing func noted(_ key: MetaKey) throws(SQLiteError) -> String? {
    try connection.text(key.query)
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
