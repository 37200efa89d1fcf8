import Glibc

/// The articles that a database keeps, to be copied: that of a folder, or a backup.
struct KeptArticles: ~Copyable {
  let path: String
  let connection: SQLiteConnection
  /// How many articles there are.
  let count: Int
  /// How many bytes the database has.
  let byteCount: Int
  /// Whether it is read with a log, and under SQLite's locks.
  let hadLog: Bool

  /// The database at a path, as it stands, with its log if there is one. Nobody is kept from writing it.
  ///
  /// - Throws: ``BackupError``, where it is none of ours, too.
  init(at path: String) throws(BackupError) {
    try Self.expectDatabase(at: path)
    let hasLog = DatabaseFile.logSize(of: path) > 0
    // Without a log nobody writes it, or nobody has begun to.
    let connection = try BackupError.reading(path) { () throws(SQLiteError) in
      try SQLiteConnection(path: path, hasLog ? .readOnly : .fileAlone)
    }
    connection.keepLog()
    let (count, byteCount) = try Self.sizes(connection, at: path)
    self.path = path
    hadLog = hasLog
    self.count = count
    self.byteCount = byteCount
    self.connection = connection
  }

  private static func sizes(
    _ connection: borrowing SQLiteConnection, at path: String
  ) throws(BackupError) -> (count: Int, bytes: Int) {
    do throws(SQLiteError) {
      let count = try connection.integer("SELECT count(*) FROM articles") ?? 0
      return (Int(count), try connection.byteCount())
    } catch {
      throw BackupError(reading: error, at: path)
    }
  }

  /// Whether what was written last may be missing: it is in a log while the database is open, and there
  /// is none.
  ///
  /// - Throws: ``BackupError``.
  borrowing func mayLackNewest() throws(BackupError) -> Bool {
    guard !hadLog else { return false }
    let note = try BackupError.reading(path) { () throws(SQLiteError) in
      try connection.text(MetaKey.session.query)
    }
    return note.flatMap(SessionNote.init)?.state == .open
  }

  /// Looks at the head of a file, which says whose it is.
  private static func expectDatabase(at path: String) throws(BackupError) {
    switch try BackupError.ofData({ () throws(DataError) in try FileHead(at: path) }) {
    case .database(ArticleDatabase.applicationID): break
    case .database(IndexDatabase.applicationID):
      throw .noBackup(path, reason: "this is an index, which is made of the articles and has none")
    case .database: throw .noBackup(path, reason: "this is another program's database")
    case .missing: throw .notFound(path)
    case .noFile: throw .noBackup(path, reason: "this is no file")
    case .empty: throw .noBackup(path, reason: "this file is empty")
    case .beginning, .other: throw .noBackup(path, reason: "this is no database")
    }
  }

  /// Looks at all pages, and whether each document is the one that was stored.
  ///
  /// - Throws: ``BackupError``, of another version's file, too.
  borrowing func check(_ report: CopyProgress.Report) throws(BackupError) {
    report(.checking(articles: 0, total: count))
    do throws(DataError) {
      _ = try ArticleDatabase.file(at: path).schema(of: connection)
    } catch {
      throw .data(error)
    }
    do throws(SQLiteError) {
      if let damage = try connection.damage() { throw SQLiteError(damage: damage) }
      var rows = try ArticleRows(connection)
      var checked = 0
      while case let chunk = try rows.next(count: 512, bytes: 16 << 20), !chunk.isEmpty {
        guard chunk.allSatisfy(\.isWhole) else {
          throw SQLiteError(damage: "an article is not as it was stored")
        }
        checked += chunk.count
        report(.checking(articles: checked, total: count))
      }
    } catch {
      throw BackupError(reading: error, at: path)
    }
  }

  /// Writes all of it into a draft, without free pages and with nothing in it of what was deleted, as this
  /// version keeps it; under another epoch, if one is given.
  ///
  /// - Throws: ``BackupError``.
  borrowing func copy(
    to draft: borrowing Draft, epoch: String?, _ state: SessionNote.State,
    _ report: @escaping CopyProgress.Report
  ) throws(BackupError) {
    try draft.clear()
    do throws(SQLiteError) {
      let total = byteCount
      let size = draft.sizeReader
      report(.copying(bytes: 0, total: total))
      // Of the copy: whether a database can give pages back is decided when it is made. Where this one
      // can, the statement would write to it.
      if try !FreePages.canGiveBack(on: connection) {
        try connection.execute("PRAGMA auto_vacuum = INCREMENTAL")
      }
      try connection.copy(to: draft.path) {
        report(.copying(bytes: min(size(), total), total: total))
      }
      let copy = try SQLiteConnection(path: draft.path, .readWrite)
      try copy.execute("PRAGMA temp_store = MEMORY; PRAGMA secure_delete = ON;")
      try ArticleDatabase.upgrade(copy)
      try FreePages.giveBackAll(of: copy)
      let last = try copy.text(MetaKey.session.query).flatMap(SessionNote.init)
      var notes = [(MetaKey.session, (last ?? SessionNote(after: nil)).left(state).text)]
      if let epoch { notes.append((.epoch, epoch)) }
      for (key, value) in notes {
        // Both are words of ours, without a quote.
        try copy.execute("INSERT OR REPLACE INTO meta VALUES('\(key.rawValue)', '\(value)')")
      }
      if let damage = try copy.damage() { throw SQLiteError(damage: damage) }
      guard try copy.integer("SELECT count(*) FROM articles") == Int64(count) else {
        throw SQLiteError(damage: "the copy lacks articles")
      }
    } catch {
      throw error.isDamage
        ? BackupError(reading: error, at: path) : BackupError(writing: error, at: draft.target)
    }
  }
}
