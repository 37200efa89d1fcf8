import Glibc

/// Compares what the files of a folder know of each other, before any of them is opened to be written.
///
/// What SQLite finds it takes as it is: an empty file is an empty database, and a log that is gone was
/// never there. So a folder of which something is missing would be opened in silence.
struct FolderCheck {
  private let folder: String
  private let path: String
  private let indexPath: String

  /// A check of the folder at a path.
  init(_ folder: String) {
    self.folder = folder
    path = DataFolder.databasePath(in: folder)
    indexPath = DataFolder.indexPath(in: folder)
  }

  /// Looks at all files.
  ///
  /// - Throws: ``DataError``, of which ``DataError/misfit(_:)`` says what does not fit. What is damaged,
  ///   another program's or a later version's is left to whoever opens it.
  func check() throws(DataError) {
    let index = try IndexFacts(at: indexPath)
    switch try FileHead(at: path) {
    case .noFile: throw .notFile(path)
    case .missing: try expectNothing(isEmpty: false, index)
    case .empty: try expectNothing(isEmpty: true, index)
    case .beginning, .other, .database: try check(index)
    }
  }

  /// Where there is no database yet, nothing may say that there was one.
  private func expectNothing(isEmpty: Bool, _ index: IndexFacts) throws(DataError) {
    if DatabaseFile.logSize(of: path) > 0 { throw .misfit(.logAlone(path, isEmpty: isEmpty)) }
    guard !index.wasMade else {
      throw .misfit(.articlesMissing(path, isEmpty: isEmpty, index: indexPath))
    }
    let draft = path + Draft.suffix
    // One that `compact` left is beside its database.
    if try FileHead(at: draft) != .missing { throw .misfit(.restoreUnfinished(path, draft: draft)) }
    let own = [path, indexPath]
    for name in try names() where !own.contains("\(folder)/\(name)") {
      guard case .database(let id)? = try? FileHead(at: "\(folder)/\(name)") else { continue }
      let isOurs = id == ArticleDatabase.applicationID
      throw .misfit(.otherDatabase(folder: folder, name: name, isOurs: isOurs))
    }
  }

  /// How many names are looked at, of a folder that has more than a store needs.
  private static let nameLimit = 1_000

  private func names() throws(DataError) -> [String] {
    do throws(FolderNames.Fault) {
      return try FolderNames.all(in: folder, limit: Self.nameLimit)
    } catch {
      throw DataError(errno: error.errno, at: folder)
    }
  }

  private func check(_ index: IndexFacts) throws(DataError) {
    guard let articles = DatabaseFacts(at: path) else { return }
    try Self.checkLog(of: path, articles)
    if articles.note?.state == .copy { throw .misfit(.isCopy(path)) }
    if let mark = index.mark, mark.epoch == articles.epoch {
      guard mark.lastChange <= articles.lastChange else {
        throw .misfit(
          .articlesBehind(
            path, lastChange: articles.lastChange, index: indexPath,
            indexChange: mark.lastChange))
      }
      if let at = articles.times[mark.lastChange], at != mark.lastWrite {
        throw .misfit(
          .otherChanges(path, index: indexPath, change: mark.lastChange))
      }
    }
    // Though the index may have no more: it follows the articles, and may have lost its own log. So a
    // database whose log a tool has copied into it is refused, too; `restore` brings that in.
    if articles.note?.state == .open, !articles.hasLog { throw .misfit(.logGone(path)) }
  }

  /// Compares what the database at a path says with its log and without.
  ///
  /// - Throws: ``DataError/misfit(_:)``, where the log is not its own.
  static func checkLog(of path: String) throws(DataError) {
    if let facts = DatabaseFacts(at: path) { try checkLog(of: path, facts) }
  }

  private static func checkLog(of path: String, _ facts: DatabaseFacts) throws(DataError) {
    guard facts.hasLog, let alone = DatabaseFacts(at: path, withoutLog: true) else { return }
    if !facts.belongs(to: alone) { throw .misfit(.otherLog(path)) }
  }
}

/// What the database of the articles says of itself.
private struct DatabaseFacts {
  let epoch: String
  let lastChange: UInt64
  /// When the changes were made that are kept, by their sequence.
  let times: ChangeTimes
  let note: SessionNote?
  /// Whether a log is beside it that has something.
  let hasLog: Bool

  struct ChangeTimes {
    fileprivate let path: String
    fileprivate let access: SQLiteConnection.Access

    /// The time of a change; `nil` where it is not kept.
    subscript(sequence: UInt64) -> Int64? {
      guard let connection = try? SQLiteConnection(path: path, access) else { return nil }
      connection.keepLog()
      let found = try? connection.integer(
        "SELECT at FROM changes WHERE sequence = \(Int64(bitPattern: sequence))")
      return found.flatMap(\.self)
    }
  }

  /// What the database at a path says, its log included if there is one; `nil` where it says nothing
  /// that can be relied on, which whoever opens it finds out, too.
  init?(at path: String, withoutLog: Bool = false) {
    hasLog = DatabaseFile.logSize(of: path) > 0
    let access: SQLiteConnection.Access = hasLog && !withoutLog ? .readOnly : .fileAlone
    guard let connection = try? SQLiteConnection(path: path, access) else { return nil }
    connection.keepLog()
    guard (try? ArticleDatabase.file(at: path).schema(of: connection)) != nil,
      let epoch = try? connection.text(MetaKey.epoch.query),
      let last = try? connection.integer("SELECT max(sequence) FROM changes") ?? 0,
      let note = try? connection.text(MetaKey.session.query) ?? ""
    else { return nil }
    self.epoch = epoch
    lastChange = UInt64(bitPattern: last)
    self.note = SessionNote(note)
    times = ChangeTimes(path: path, access: access)
  }

  /// Whether a log that gave these facts may be the log of a database that has others without it.
  func belongs(to alone: DatabaseFacts) -> Bool {
    guard epoch == alone.epoch else { return false }
    if note?.session == alone.note?.session { return true }
    // A session has its name in the database before it writes anything else.
    return note != nil && note?.previous == alone.note?.session ?? ""
      && lastChange == alone.lastChange
  }
}

/// What the index says of the articles that it was made of.
private struct IndexFacts {
  /// How far it has come, whatever version made it: `nil` where it is not whole, or cannot be read.
  var mark: IndexMark?
  /// Whether it was made of a store that may have had articles: all but that of one that was closed empty.
  var wasMade = false

  /// What the index at a path says; nothing where it is another program's.
  ///
  /// - Throws: ``DataError/notFile(_:)``, or where it cannot be read.
  init(at path: String) throws(DataError) {
    switch try FileHead(at: path) {
    case .noFile: throw .notFile(path)
    case .database(IndexDatabase.applicationID): break
    case .missing, .empty, .beginning, .other, .database: return
    }
    // Whatever is in it: it was made beside a database of articles.
    wasMade = true
    // One with another's log says nothing, and is made anew.
    guard IndexDatabase.hasOwnLog(at: path) else { return }
    let hasLog = DatabaseFile.logSize(of: path) > 0
    guard let connection = try? SQLiteConnection(path: path, hasLog ? .readOnly : .fileAlone) else {
      return
    }
    connection.keepLog()
    mark = try? IndexTables.anyMark(on: connection)
    if mark?.lastChange == 0, (try? IndexTables.isMarkOpen(on: connection)) == false {
      wasMade = false
    }
  }
}
