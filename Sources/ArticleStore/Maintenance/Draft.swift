import Glibc

/// A file that is written beside its place and moved there when it is whole and on the disk, so that under
/// its name there is never half of it.
///
/// It is this process's own for as long as this lives (flock(2)). What is not moved goes.
struct Draft: ~Copyable {
  static let suffix = ".part"

  /// Where it is to be.
  let target: String
  /// Where it is written.
  let path: String
  private let file: Int32
  private var isMoved = false

  /// A file beside a path in a data folder that is held. Its name is always the same, so that one that was
  /// left by a process that ended is used again.
  ///
  /// - Throws: ``BackupError``.
  init(of target: String) throws(BackupError) {
    try self.init(at: target + Self.suffix, of: target, 0)
  }

  /// A file beside a path where there are other programs' files. Its name is new, so that it is none of
  /// theirs.
  ///
  /// - Throws: ``BackupError``.
  init(newBeside target: String) throws(BackupError) {
    let path = "\(target).\(Epoch.random().prefix(8))\(Self.suffix)"
    try self.init(at: path, of: target, O_EXCL)
  }

  private init(at path: String, of target: String, _ flags: Int32) throws(BackupError) {
    // Right because the call reads the path, which ends with a NUL.
    let file = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | flags, 0o600)
    guard file >= 0 else { throw BackupError(errno: errno, writing: target) }
    guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
      let fault = errno
      close(file)
      throw fault == EWOULDBLOCK ? .isWritten(target) : BackupError(errno: fault, writing: target)
    }
    self.target = target
    self.path = path
    self.file = file
  }

  /// Makes it empty: it may be another process's, or have been written to already.
  ///
  /// - Throws: ``BackupError``.
  borrowing func clear() throws(BackupError) {
    guard ftruncate(file, 0) == 0 else { throw BackupError(errno: errno, writing: target) }
  }

  deinit {
    // While the file is still ours.
    if !isMoved { Self.remove(path) }
    close(file)
  }

  /// Takes away what was left beside a path by a process that ended. To be called by whoever alone may
  /// write there.
  static func removeRest(of target: String) {
    remove(target + suffix)
  }

  private static func remove(_ path: String) {
    // Right because the call reads the path, which ends with a NUL.
    for suffix in ["", "-journal"] { _ = unsafe unlink(path + suffix) }
  }

  /// Has the file belong to the owner of a folder, as far as this user may: a service that is another
  /// user's is to write it.
  borrowing func give(toOwnerOf folder: String) {
    var status = stat()
    // Right because the calls read the path, which ends with a NUL, and write one `stat`.
    guard geteuid() == 0, unsafe stat(folder, &status) == 0 else { return }
    _ = fchown(file, status.st_uid, status.st_gid)
  }

  /// How many bytes are written.
  var size: Int { Self.size(of: file) }

  /// How many bytes a file has that is open.
  private static func size(of file: Int32) -> Int {
    var status = stat()
    // Right because the call writes one `stat`.
    return unsafe fstat(file, &status) == 0 ? Int(status.st_size) : 0
  }

  /// Asks for the size from another place, while this lives.
  var sizeReader: @Sendable () -> Int { { [file] in Self.size(of: file) } }

  /// Has all of it on the disk and moves it to its place: over what is there, or only where nothing is.
  ///
  /// - Throws: ``BackupError``.
  mutating func move(replaces: Bool = true) throws(BackupError) {
    // First, so that what cannot be put on the disk is not moved.
    // Right because the calls read the paths, which end with a NUL.
    let parent = unsafe open(
      BackupPlace.parent(of: target), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard parent >= 0 else { throw BackupError(errno: errno, writing: target) }
    defer { close(parent) }
    guard fsync(file) == 0 else { throw BackupError(errno: errno, writing: target) }
    if replaces { try rename() } else { try linkAlone() }
    isMoved = true
    guard fsync(parent) == 0 else { throw BackupError(errno: errno, writing: target) }
  }

  private borrowing func rename() throws(BackupError) {
    // Right because the call reads the paths, which end with a NUL.
    guard unsafe Glibc.rename(path, target) == 0 else {
      throw BackupError(errno: errno, writing: target)
    }
  }

  /// Gives it its name as well, which fails where something has that (link(2)), and takes the other away.
  private borrowing func linkAlone() throws(BackupError) {
    // Right because the calls read the paths, which end with a NUL.
    if unsafe link(path, target) == 0 {
      _ = unsafe unlink(path)
      return
    }
    switch errno {
    case EEXIST: throw .exists(target)
    // A file has one name only on this disk (FAT): what comes between these two is not seen.
    case EPERM, EOPNOTSUPP, ENOSYS:
      try BackupPlace.expectFree(target, replaces: false)
      try rename()
    case let fault: throw BackupError(errno: fault, writing: target)
    }
  }
}
