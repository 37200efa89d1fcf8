import Glibc

/// Why a folder could not be backed up, restored or compacted. What was there is as it was.
package enum BackupError: Error, Equatable {
  /// What is wrong with the folder.
  case data(DataError)
  /// Nothing is kept in the folder.
  case nothingKept(String)
  /// The folder has articles, which a restored store would take the place of.
  case hasArticles(String, count: Int)
  /// The file that is to be written is there.
  case exists(String)
  /// There is a folder, a device or the like where the file is to be written.
  case notFile(String)
  /// The file that is to be written lies in the folder, or is one of its files by another name.
  case inFolder(String, folder: String)
  /// The file that is to be read is not there.
  case notFound(String)
  /// The file that is to be read is no backup: what it is instead.
  case noBackup(String, reason: String)
  /// The file is a backup, and not as it was made.
  case damaged(String, reason: String)
  case unreadable(String, errno: Int32)
  case unwritable(String, errno: Int32)
  case noRoom(String)
  /// Another process writes the same file.
  case isWritten(String)
  case failed(String, reason: String)

  /// What an error of the database says about the backup that is read.
  init(reading error: SQLiteError, at path: String) {
    if error.isDamage {
      self = .damaged(path, reason: error.message)
    } else if error.systemError != 0 {
      self = .unreadable(path, errno: error.systemError)
    } else {
      self = .failed(path, reason: error.message)
    }
  }

  /// What an error of the database says about the file that is written.
  init(writing error: SQLiteError, at path: String) {
    if error.isDiskFull {
      self = .noRoom(path)
    } else if error.systemError != 0 {
      self.init(errno: error.systemError, writing: path)
    } else {
      self = .failed(path, reason: error.message)
    }
  }

  /// What the failure of a system call says about the file that is written.
  init(errno: Int32, writing path: String) {
    switch errno {
    case ENOSPC, EDQUOT, EFBIG: self = .noRoom(path)
    default: self = .unwritable(path, errno: errno)
    }
  }

  /// What this says where what is read is no backup but the database of a folder.
  var ofFolder: BackupError {
    switch self {
    case .damaged(let path, let reason): .data(.damaged(path, reason: reason))
    case .noBackup(let path, _): .data(.foreign(path))
    default: self
    }
  }

  /// Does something with the backup at a path.
  static func reading<Value: ~Copyable>(
    _ path: String, _ body: () throws(SQLiteError) -> Value
  ) throws(BackupError) -> Value {
    do throws(SQLiteError) { return try body() } catch {
      throw BackupError(reading: error, at: path)
    }
  }

  /// Does something with a folder.
  static func ofData<Value: ~Copyable>(
    _ body: () throws(DataError) -> Value
  ) throws(BackupError) -> Value {
    do throws(DataError) { return try body() } catch { throw .data(error) }
  }
}

extension BackupError: CustomStringConvertible {
  /// One line: the path, what is wrong, and what to do.
  package var description: String {
    switch self {
    case .data(let error): error.description
    case .nothingKept(let path):
      "\(path): no articles are kept in this folder: there is no \(DataFolder.databaseName) in it."
    case .hasArticles(let path, let count):
      "\(path): this folder has articles (\(count)), and a restore takes one that has none; choose"
        + " another folder, or move its files away."
    case .exists(let path): "\(path): it is there already; choose another name, or add --replace."
    case .notFile(let path):
      "\(path): this is a folder or a device; name the file that is to be made."
    case .inFolder(let path, let folder):
      "\(path): this is in the data folder \(folder), or is one of its files; choose a place outside"
        + " the folder."
    case .notFound(let path): "\(path): there is no such file."
    case .noBackup(let path, let reason): "\(path): \(reason); a backup is needed."
    case .damaged(let path, let reason): "\(path): it is damaged (\(reason)); use another backup."
    case .unreadable(let path, let errno): "\(path): it cannot be read: \(Self.meaning(of: errno))."
    case .unwritable(let path, let errno):
      "\(path): it cannot be written: \(Self.meaning(of: errno))."
    case .noRoom(let path): "\(path): there is no room left on its disk; make some."
    case .isWritten(let path): "\(path): another process writes this file; wait until it is done."
    case .failed(let path, let reason): "\(path): it cannot be used: \(reason)."
    }
  }

  // Right because the text is copied before this thread, whose it is, asks again (strerror(3)).
  private static func meaning(of errno: Int32) -> String { unsafe String(cString: strerror(errno)) }
}
