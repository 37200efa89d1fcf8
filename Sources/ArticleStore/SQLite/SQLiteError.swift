import CSQLite
import Glibc

/// Why SQLite did not do what was asked.
struct SQLiteError: Error, Equatable {
  /// The extended result code (SQLite, "Result and Error Codes").
  let code: Int32
  /// What SQLite says of it, for whoever runs the service.
  let message: String
  /// The error number of the system call that failed, where one did; else 0.
  let systemError: Int32

  /// An error from its parts.
  init(code: Int32, message: String, systemError: Int32 = 0) {
    self.code = code
    self.message = message
    self.systemError = systemError
  }

  /// What SQLite says of a file that is damaged, of one that it does not know to be.
  init(damage: String) { self.init(code: SQLITE_CORRUPT, message: damage) }

  /// The code without its extension.
  var primaryCode: Int32 { code & 0xFF }

  /// Whether there was no room left where the database lies.
  var isDiskFull: Bool {
    primaryCode == SQLITE_FULL || primaryCode == SQLITE_IOERR && systemError == ENOSPC
      || primaryCode == SQLITE_IOERR && systemError == EDQUOT
  }

  /// Whether the system could not say that what was written is on the disk. What it knows of those
  /// pages afterwards cannot be relied on: it may call them clean though they are lost.
  var isFailedSync: Bool {
    code == Self.extended(SQLITE_IOERR, 4) || code == Self.extended(SQLITE_IOERR, 5)
  }

  /// Whether a query ended because its time was up (``QueryAllowance``).
  var isInterrupt: Bool { primaryCode == SQLITE_INTERRUPT }

  /// Whether another connection holds what this one waited for.
  var isBusy: Bool { primaryCode == SQLITE_BUSY || primaryCode == SQLITE_LOCKED }

  /// Whether the file is not, or no longer, a database.
  var isDamage: Bool { primaryCode == SQLITE_CORRUPT || primaryCode == SQLITE_NOTADB }

  /// Whether the file, or the file system, may only be read.
  var isReadOnly: Bool {
    primaryCode == SQLITE_READONLY || primaryCode == SQLITE_PERM || systemError == EROFS
      || systemError == EACCES
  }

  /// An extended code: `SQLITE_IOERR_FSYNC` and its like are macros that Swift does not import.
  private static func extended(_ code: Int32, _ number: Int32) -> Int32 { code | number << 8 }
}
