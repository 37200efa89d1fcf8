extension ArticleDatabase {
  /// The file of a folder. Marked with `cpnt` in ASCII; a commit is on the disk when it returns.
  private static func file(in folder: DataFolder) -> DatabaseFile {
    DatabaseFile(
      path: folder.databasePath, applicationID: 0x6370_6E74, schemaVersions: 1...2,
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
    let connection = try file(in: folder).open()
    do throws(SQLiteError) {
      return try ArticleDatabase(connection, in: folder)
    } catch {
      throw DataError(error, at: folder.databasePath)
    }
  }

  /// Brings a file of an earlier version to this one's schema: version 1 had the index, too. The room
  /// that it took is used for what comes.
  ///
  /// - Throws: ``SQLiteError``.
  mutating func upgrade() throws(SQLiteError) {
    guard try connection.integer("PRAGMA user_version") == 1 else { return }
    try connection.execute(
      """
      BEGIN IMMEDIATE;
      DROP TABLE article_index;
      DELETE FROM meta WHERE key = 'indexVersion';
      PRAGMA user_version = 2;
      COMMIT;
      """)
    try connection.checkpoint()
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
