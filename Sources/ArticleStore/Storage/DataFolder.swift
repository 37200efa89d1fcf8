import Glibc

/// The folder in which a store is kept, held by this process alone for as long as this lives: the
/// lock is the process's own and ends with it, however it ends (flock(2)).
///
/// A class, because both of its databases hold it: it is let go when both are closed.
final class DataFolder: Sendable {
  /// The folder.
  let path: String
  private let lock: Int32

  /// What the database of the articles is called.
  static let databaseName = "counterpoint.sqlite"
  /// Where the database of the articles lies.
  var databasePath: String { Self.databasePath(in: path) }
  /// Where the index lies, which is made from the articles.
  var indexPath: String { Self.indexPath(in: path) }

  /// Where the database of the articles of the folder at a path lies.
  static func databasePath(in folder: String) -> String { "\(folder)/\(databaseName)" }
  /// Where the index of the folder at a path lies.
  static func indexPath(in folder: String) -> String { "\(folder)/index.sqlite" }

  /// How many bytes the databases of the folder have, and their logs.
  var byteCount: Int {
    [databasePath, indexPath].flatMap { [$0, $0 + DatabaseFile.logSuffix] }.reduce(0) {
      var status = stat()
      // Right because the call reads the path, which ends with a NUL, and writes one `stat`.
      return unsafe stat($1, &status) == 0 ? $0 + Int(status.st_size) : $0
    }
  }

  /// Takes a folder, and makes it, with mode 0700, where there is none; its parent must be there.
  ///
  /// - Throws: ``DataError``.
  init(_ path: String) throws(DataError) {
    try Self.make(path)
    let lockPath = "\(path)/lock"
    // Right because the call reads the path, which ends with a NUL.
    let lock = unsafe open(lockPath, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard lock >= 0 else { throw DataError(errno: errno, at: path) }
    guard flock(lock, LOCK_EX | LOCK_NB) == 0 else {
      let fault = errno
      close(lock)
      throw fault == EWOULDBLOCK ? .inUse(path) : DataError(errno: fault, at: lockPath)
    }
    self.path = path
    self.lock = lock
  }

  deinit { close(lock) }

  private static func make(_ path: String) throws(DataError) {
    var status = stat()
    // Right because the calls read the path, which ends with a NUL, and write one `stat`.
    if unsafe stat(path, &status) == 0 {
      guard status.st_mode & S_IFMT == S_IFDIR else { throw .notFolder(path) }
      return
    }
    guard errno == ENOENT else { throw DataError(errno: errno, at: path) }
    guard unsafe mkdir(path, 0o700) == 0 else { throw DataError(errno: errno, at: path) }
    // So that a folder whose files are on the disk is there itself.
    let parent = unsafe open("\(path)/..", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard parent >= 0 else { throw DataError(errno: errno, at: path) }
    defer { close(parent) }
    guard fsync(parent) == 0 else { throw DataError(errno: errno, at: path) }
  }
}
