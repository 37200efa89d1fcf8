import CSQLite

/// One connection to a database; its only owner, which cannot be copied, closes it.
///
/// Used by one thread at a time, which whoever shares it sees to. `@safe`: the handle and the count
/// are its own from the first call to the last and are not given out beyond this folder; a
/// statement that outlives it keeps the handle alive (`sqlite3_close_v2`).
@safe
struct SQLiteConnection: ~Copyable {
  /// What a connection may do.
  enum Access {
    /// Read and write; the file is made when it is not there.
    case readWrite
    case readOnly
    /// Read the file as it stands, without its log and without a lock: nothing is made beside it. Only
    /// for a file that nobody writes meanwhile.
    case fileAlone
  }

  /// What holds for all connections, said before the first one.
  private static let settings = csqlite_leave_memory_uncounted()

  let handle: OpaquePointer
  /// The pages in the write-ahead log, as the last commit left it. Allocated, because SQLite
  /// keeps a pointer to it and this value moves.
  private let pagesInLog: UnsafeMutablePointer<Int32>

  /// Opens a file, or with `:memory:` a database of its own that ends with the connection.
  ///
  /// - Throws: ``SQLiteError``. A file that is no database is only noticed when it is read.
  init(path: String, _ access: Access) throws(SQLiteError) {
    _ = Self.settings
    let flags =
      switch access {
      case .readWrite: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
      case .readOnly: SQLITE_OPEN_READONLY
      case .fileAlone: SQLITE_OPEN_READONLY | SQLITE_OPEN_URI
      }
    let name = access == .fileAlone ? Self.address(of: path) : path
    var opened: OpaquePointer?
    // Right because the call reads the name, which ends with a NUL, and writes one pointer.
    let code = unsafe sqlite3_open_v2(
      name, &opened, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nil)
    guard code == SQLITE_OK, let handle = unsafe opened else {
      let error = unsafe Self.error(of: opened, code)
      // A handle comes with most failures, too (sqlite3_open_v2).
      unsafe sqlite3_close_v2(opened)
      throw error
    }
    unsafe self.handle = handle
    unsafe pagesInLog = .allocate(capacity: 1)
    unsafe pagesInLog.initialize(to: 0)
    // Right because the count lives until after the handle is closed, and SQLite calls back within
    // the calls of whoever uses the connection. With a hook, SQLite writes no checkpoint by itself:
    // it would not say when that fails.
    _ = unsafe sqlite3_wal_hook(
      handle,
      { context, _, _, pages in
        unsafe context?.assumingMemoryBound(to: Int32.self).pointee = pages
        return SQLITE_OK
      }, pagesInLog)
    // Nobody else writes; a person who looks at the file with a tool may hold it for a moment.
    unsafe sqlite3_busy_timeout(handle, 5_000)
  }

  deinit {
    unsafe sqlite3_close_v2(handle)
    unsafe pagesInLog.deallocate()
  }

  /// The URI of a file that is read as it stands (SQLite, "Uniform Resource Identifiers"): what has a
  /// meaning in it is escaped.
  private static func address(of path: String) -> String {
    var address = "file:"
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "a")...UInt8(ascii: "z"):
        address.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        address += "%" + (byte < 0x10 ? "0" : "") + String(byte, radix: 16)
      }
    }
    return address + "?immutable=1"
  }

  /// Runs statements that have no parameters; what they give is dropped.
  ///
  /// - Throws: ``SQLiteError``.
  borrowing func execute(_ sql: String) throws(SQLiteError) {
    // Right because the call reads the text, which ends with a NUL.
    let code = unsafe sqlite3_exec(handle, sql, nil, nil, nil)
    guard code == SQLITE_OK else { throw unsafe Self.error(of: handle, code) }
  }

  /// The first column of the first row of a statement without parameters; `nil` without rows.
  ///
  /// - Throws: ``SQLiteError``.
  borrowing func text(_ sql: String) throws(SQLiteError) -> String? {
    var statement = try SQLiteStatement(sql, on: self)
    return try statement.step() ? statement.text(0) : nil
  }

  /// The number in the first column of the first row of a statement without parameters; `nil` without
  /// rows.
  ///
  /// - Throws: ``SQLiteError``.
  borrowing func integer(_ sql: String) throws(SQLiteError) -> Int64? {
    var statement = try SQLiteStatement(sql, on: self)
    return try statement.step() ? statement.integer(0) : nil
  }

  /// Does some steps on what uses this connection in one transaction, all of them or none.
  ///
  /// - Throws: ``SQLiteError``.
  borrowing func transaction<Tables: ~Copyable>(
    _ tables: inout Tables, _ steps: (inout Tables) throws(SQLiteError) -> Void
  ) throws(SQLiteError) {
    try execute("BEGIN IMMEDIATE")
    do throws(SQLiteError) {
      try steps(&tables)
      try execute("COMMIT")
    } catch {
      // Some errors have rolled it back already (SQLite, "Response To Errors Within A Transaction").
      if isInTransaction { try? execute("ROLLBACK") }
      throw error
    }
  }

  /// What is wrong with the file, as far as a look at all of its pages shows; `nil` when nothing is.
  ///
  /// - Throws: ``SQLiteError``.
  borrowing func damage() throws(SQLiteError) -> String? {
    let finding = try text("PRAGMA quick_check(1)")
    return finding == "ok" ? nil : finding ?? "nothing can be read"
  }

  /// How many rows were changed through this connection so far.
  var changes: Int64 { unsafe sqlite3_total_changes64(handle) }

  /// Whether a transaction is open; some errors end it by themselves.
  private var isInTransaction: Bool { unsafe sqlite3_get_autocommit(handle) == 0 }

  /// How many pages the write-ahead log has, as the last commit left it; fewer again once SQLite has
  /// begun it anew.
  var logPages: Int { unsafe Int(pagesInLog.pointee) }

  /// Says whether closing the connection leaves the write-ahead log as it is, for whoever opens the file
  /// next, or copies it into the database and takes it away.
  borrowing func keepLog(_ keeps: Bool = true) {
    _ = unsafe csqlite_keep_log(handle, keeps ? 1 : 0)
  }

  /// How much of the write-ahead log is copied into the database.
  enum Checkpoint {
    /// What no reader needs.
    case passive
    /// All of it; readers of what was before are waited for.
    case whole
    /// All of it, and an empty log is left.
    case truncating

    fileprivate var mode: Int32 {
      switch self {
      case .passive: SQLITE_CHECKPOINT_PASSIVE
      case .whole: SQLITE_CHECKPOINT_FULL
      case .truncating: SQLITE_CHECKPOINT_TRUNCATE
      }
    }
  }

  /// Copies the write-ahead log into the database.
  ///
  /// - Throws: ``SQLiteError``, also where readers were waited for and did not end.
  borrowing func checkpoint(_ checkpoint: Checkpoint = .passive) throws(SQLiteError) {
    let code = unsafe sqlite3_wal_checkpoint_v2(handle, nil, checkpoint.mode, nil, nil)
    guard code == SQLITE_OK else { throw unsafe Self.error(of: handle, code) }
  }

  /// What the connection says of its last call, which gave this code.
  static func error(of handle: OpaquePointer?, _ code: Int32) -> SQLiteError {
    // Right because SQLite takes a missing handle for want of memory; the text is copied before the
    // next call, which may change it.
    unsafe SQLiteError(
      code: code, message: String(cString: sqlite3_errmsg(handle)),
      systemError: handle == nil ? 0 : sqlite3_system_errno(handle))
  }
}
