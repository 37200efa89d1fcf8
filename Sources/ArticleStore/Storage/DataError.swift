import Glibc

/// Why a folder cannot be used as the place where a store is kept. Nothing in it was changed, unless
/// it was the store's own.
package enum DataError: Error, Equatable {
  case notFolder(String)
  /// There is a folder, or something else, in the place of the file.
  case notFile(String)
  /// The folder that it is to be made in is not there.
  case noParent(String)
  case unusable(String, errno: Int32)
  case readOnly(String)
  case inUse(String)
  case noRoom(String)
  /// The file is another program's.
  case foreign(String)
  /// The file was written by a later version of this program.
  case newer(String, schema: Int64, known: Int64)
  case damaged(String, reason: String)
  /// The files of the folder do not fit each other.
  case misfit(FolderMisfit)
  case failed(String, reason: String)

  /// What an error of the database says about the file at this path.
  init(_ error: SQLiteError, at path: String) {
    if error.isDamage {
      self = .damaged(path, reason: error.message)
    } else if error.isDiskFull {
      self = .noRoom(path)
    } else if error.isReadOnly {
      self = .readOnly(path)
    } else if error.systemError != 0 {
      self = .unusable(path, errno: error.systemError)
    } else {
      self = .failed(path, reason: error.message)
    }
  }

  /// Does something with the file at a path.
  ///
  /// - Throws: ``DataError`` for what goes wrong with it.
  static func at<Value: ~Copyable>(
    _ path: String, _ body: () throws(SQLiteError) -> Value
  ) throws(DataError) -> Value {
    do throws(SQLiteError) { return try body() } catch { throw DataError(error, at: path) }
  }

  /// What the failure of a system call says about the file or folder at this path.
  init(errno: Int32, at path: String) {
    switch errno {
    case EROFS, EACCES, EPERM: self = .readOnly(path)
    case ENOSPC, EDQUOT: self = .noRoom(path)
    case ENOTDIR: self = .notFolder(path)
    case ENOENT: self = .noParent(path)
    default: self = .unusable(path, errno: errno)
    }
  }
}

extension DataError: CustomStringConvertible {
  /// One line: the path, what is wrong, and what to do.
  package var description: String {
    switch self {
    case .notFolder(let path): "\(path): this is no folder; --data needs one, or makes it."
    case .noParent(let path):
      "\(path): the folder above it is not there; make that first, or choose another."
    case .notFile(let path):
      "\(path): this is no file, and a file of that name is needed; move it away."
    case .unusable(let path, let errno):
      // Right because the text is copied before this thread, whose it is, asks again (strerror(3)).
      "\(path): it cannot be used: \(unsafe String(cString: strerror(errno)))."
    case .readOnly(let path):
      "\(path): it cannot be written; --data needs a folder that this user may write."
    case .inUse(let path):
      "\(path): another process uses this folder; stop it, or choose another folder."
    case .noRoom(let path): "\(path): there is no room left on its disk; make some."
    case .foreign(let path):
      "\(path): this is no database of this program; choose another folder, or move the file away."
    case .newer(let path, let schema, let known):
      "\(path): a later version of this program wrote it (schema \(schema), this one knows"
        + " \(known)); use that version, or another folder."
    case .damaged(let path, let reason):
      "\(path): it is damaged (\(reason)); move its folder away, and begin with an empty one or with"
        + " `counterpoint restore`."
    case .misfit(let misfit): misfit.description
    case .failed(let path, let reason): "\(path): it cannot be used: \(reason)."
    }
  }
}
