import Glibc

/// What the beginning of a file says of it, without SQLite: that refuses a file that was cut off, however
/// plainly its head says whose it is (SQLite, "Database File Format", section 1.3).
enum FileHead: Equatable {
  /// There is no such file.
  case missing
  /// There is something else in its place.
  case noFile
  /// There is nothing in it, as SQLite sees it.
  case empty
  /// The head of a database with this application id.
  case database(applicationID: Int64)
  /// The first bytes of such a head, and no more.
  case beginning
  case other

  private static let magic = Array("SQLite format 3\0".utf8)
  private static let applicationIDOffset = 68

  /// The head of the file at a path.
  ///
  /// - Throws: ``DataError`` where it cannot be read.
  init(at path: String) throws(DataError) {
    var status = stat()
    // Right because the calls read the path, which ends with a NUL, write one `stat`, and no more
    // bytes than there is room for.
    guard unsafe stat(path, &status) == 0 else {
      guard errno == ENOENT else { throw DataError(errno: errno, at: path) }
      self = .missing
      return
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      self = .noFile
      return
    }
    let file = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw DataError(errno: errno, at: path) }
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: 100)
    let count = unsafe pread(file, &bytes, bytes.count, 0)
    guard count >= 0 else { throw DataError(errno: errno, at: path) }
    self.init(Array(bytes[..<count]))
  }

  /// Whether there is a folder at a path.
  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    // Right because the call reads the path, which ends with a NUL, and writes one `stat`.
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// The head that these first bytes of a file are.
  init(_ bytes: [UInt8]) {
    // SQLite takes a file of one byte for an empty one, too, whatever the byte (unixFileSize in
    // os_unix.c), and makes a new database of it.
    guard bytes.count > 1 else {
      self = .empty
      return
    }
    guard bytes.starts(with: Self.magic.prefix(bytes.count)) else {
      self = .other
      return
    }
    let id = bytes.dropFirst(Self.applicationIDOffset).prefix(4)
    guard id.count == 4 else {
      self = .beginning
      return
    }
    self = .database(applicationID: id.reduce(0) { $0 << 8 | Int64($1) })
  }
}
