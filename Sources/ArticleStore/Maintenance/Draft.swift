import Glibc

/// A file that is written beside its place and moved there when it is whole and on the disk, so that under
/// its name there is never half of it.
///
/// Its name is always the same, so that one that was left by a process that ended is used again, and is
/// this process's own for as long as this lives (flock(2)). What is not moved goes.
struct Draft: ~Copyable {
  static let suffix = ".part"

  /// Where it is to be.
  let target: String
  /// Where it is written.
  let path: String
  private let file: Int32
  private var isMoved = false

  /// A file beside a path.
  ///
  /// - Throws: ``BackupError``.
  init(of target: String) throws(BackupError) {
    let path = target + Self.suffix
    // Right because the call reads the path, which ends with a NUL.
    let file = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
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
    if !isMoved { Self.removeRest(of: target) }
    close(file)
  }

  /// Takes away what was left beside a path by a process that ended. To be called by whoever alone may
  /// write there.
  static func removeRest(of target: String) {
    // Right because the call reads the path, which ends with a NUL.
    for suffix in ["", "-journal"] { _ = unsafe unlink(target + Self.suffix + suffix) }
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

  /// Has all of it on the disk and moves it to its place, over what is there.
  ///
  /// - Throws: ``BackupError``.
  mutating func move() throws(BackupError) {
    // Right because the calls read the paths, which end with a NUL.
    guard fsync(file) == 0, unsafe rename(path, target) == 0 else {
      throw BackupError(errno: errno, writing: target)
    }
    isMoved = true
    let name = target.utf8.lastIndex(of: UInt8(ascii: "/"))
    let folder = name.map { target[...$0] } ?? "."
    let parent = unsafe open(String(folder), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard parent >= 0 else { throw BackupError(errno: errno, writing: target) }
    defer { close(parent) }
    guard fsync(parent) == 0 else { throw BackupError(errno: errno, writing: target) }
  }
}
