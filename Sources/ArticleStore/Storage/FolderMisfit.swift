/// How the files of a folder do not fit each other, so that opening it would leave something out without a
/// word.
package enum FolderMisfit: Error, Equatable {
  /// The database of the articles is not there, or is empty, and the index that was made of them is.
  case articlesMissing(String, isEmpty: Bool, index: String)
  /// The log of a database is there, and not the database.
  case logAlone(String, isEmpty: Bool)
  /// There is no database yet, but what a restore had written of it when it ended.
  case restoreUnfinished(String, draft: String)
  /// There are databases in a folder, and none is called as that of the articles.
  case otherDatabase(folder: String, name: String, isOurs: Bool)
  /// The articles end before what the index has.
  case articlesBehind(String, lastChange: UInt64, index: String, indexChange: UInt64)
  /// The index saw another change in the place of one that the database has.
  case otherChanges(String, index: String, change: UInt64)
  /// The log that had what was written last is not there.
  case logGone(String)
  /// The log is another database's, or another time's.
  case otherLog(String)
  /// The database is a backup that was put in place by hand.
  case isCopy(String)
}

extension FolderMisfit: CustomStringConvertible {
  /// One line: the path, what does not fit, and what to do.
  package var description: String {
    switch self {
    case .articlesMissing(let path, let isEmpty, let index):
      "\(path): it is \(Self.empty(isEmpty)), and \(index) beside it was made of its"
        + " articles; put it back; to begin without them, or to `counterpoint restore` a backup, move the"
        + " index away."
    case .logAlone(let path, let isEmpty):
      "\(path): it is \(Self.empty(isEmpty)), and its log \(path)\(DatabaseFile.logSuffix) is there; put it back, or"
        + " move the log away."
    case .restoreUnfinished(let path, let draft):
      "\(path): it is missing, and \(draft) is there: a `counterpoint restore` did not come to its end;"
        + " run it again, or remove that file to begin without articles."
    case .otherDatabase(let folder, let name, isOurs: true):
      "\(folder): it has no \(DataFolder.databaseName), but a copy of one called \(name); move that out"
        + " of it and bring it in with `counterpoint restore --data \(folder) \(name)`."
    case .otherDatabase(let folder, let name, isOurs: false):
      "\(folder): it has no \(DataFolder.databaseName), but \(name), which is another program's"
        + " database; choose another folder, or move that away."
    case .articlesBehind(let path, let lastChange, let index, let indexChange):
      "\(path): it ends at change \(lastChange), and \(index) beside it has change \(indexChange): an"
        + " older copy was put in its place, or its log is gone; \(Self.putBack)"
    case .otherChanges(let path, let index, let change):
      "\(path): its change \(change) is not the one that \(index) beside it has: an older copy was put"
        + " in its place, and went on in another way; \(Self.putBack)"
    case .logGone(let path):
      "\(path): what was written last was in its log, and \(path)\(DatabaseFile.logSuffix) is not there,"
        + " or is empty: it is gone, or this is a copy that was made while a service ran, or a tool has"
        + " copied the log into it, and then nothing is missing;"
        + " \(Self.putBack)"
    case .otherLog(let path):
      "\(path)\(DatabaseFile.logSuffix): this is not the log of the database beside it, which is a copy"
        + " that was put in its place; put back the database of this log, or \(Self.bringIn)"
    case .isCopy(let path): "\(path): this is a backup, put in place by hand; \(Self.bringIn)"
    }
  }

  private static func empty(_ isEmpty: Bool) -> String { isEmpty ? "empty" : "missing" }
  private static let putBack = "put back what is missing, or go on with what is there: \(bringIn)"
  private static let bringIn =
    "move it, and its log, out of the folder and bring it in with `counterpoint restore`, which tells"
    + " followers of the change feed."
}
