import Glibc

/// Where a backup is to be written, looked at before anything is.
enum BackupPlace {
  /// Sees to it that a file is none of a folder's, by whatever name: a service would go on writing to what
  /// had been there, and all of that would be lost.
  ///
  /// - Throws: ``BackupError``.
  static func expectOutside(_ folder: String, _ file: String) throws(BackupError) {
    guard let own = FileIdentity(at: folder) else { return }
    if FileIdentity(at: parent(of: file)) == own { throw .inFolder(file, folder: folder) }
    guard let identity = FileIdentity(at: file) else { return }
    // In a folder that cannot be read there is nothing to go on writing to.
    for name in (try? FolderNames.all(in: folder)) ?? []
    where FileIdentity(at: "\(folder)/\(name)") == identity {
      throw .inFolder(file, folder: folder)
    }
  }

  /// Sees to it that a file can be made under this name.
  ///
  /// - Throws: ``BackupError``.
  static func expectFree(_ file: String, replaces: Bool) throws(BackupError) {
    var status = stat()
    // Right because the calls read the path, which ends with a NUL, and write one `stat`. A link that
    // leads nowhere is there, too.
    guard unsafe lstat(file, &status) == 0 else {
      guard errno == ENOENT else { throw BackupError(errno: errno, writing: file) }
      return
    }
    let leadsSomewhere = unsafe stat(file, &status) == 0
    if leadsSomewhere, status.st_mode & S_IFMT != S_IFREG { throw .notFile(file) }
    guard replaces else { throw .exists(file) }
  }

  /// The folder that a file lies in.
  static func parent(of file: String) -> String {
    guard let slash = file.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return String(file[...slash])
  }
}

/// What distinguishes a file from all others, whatever names and links lead to it.
struct FileIdentity: Equatable {
  private let device: dev_t
  private let inode: ino_t

  /// Of the file or folder that a path leads to; `nil` where it leads to none.
  init?(at path: String) {
    var status = stat()
    // Right because the call reads the path, which ends with a NUL, and writes one `stat`.
    guard unsafe stat(path, &status) == 0 else { return nil }
    device = status.st_dev
    inode = status.st_ino
  }
}
