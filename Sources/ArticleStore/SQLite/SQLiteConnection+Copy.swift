import CSQLite

extension SQLiteConnection {
  /// How many bytes the database has, its log included.
  ///
  /// - Throws: ``SQLiteError``.
  borrowing func byteCount() throws(SQLiteError) -> Int {
    let pages = try integer("PRAGMA page_count") ?? 0
    return Int(pages * (try integer("PRAGMA page_size") ?? 0))
  }

  /// How many virtual instructions SQLite does between two reports of the progress: it
  /// needs a few to copy a row.
  private static let progressStep: Int32 = 200

  /// Writes all that the database has at this moment into a file, which is there and is empty, in order
  /// and without free pages (SQLite, "VACUUM INTO"). Others may write the database meanwhile. The file is
  /// not on the disk when this returns. Calls `progress` again and again meanwhile.
  ///
  /// - Throws: ``SQLiteError``.
  borrowing func copy(
    to path: String, _ progress: @escaping () -> Void
  ) throws(SQLiteError) {
    let call = ProgressCall(progress)
    // Right because the object lives until the handler is taken off, and SQLite calls it within the
    // statement alone.
    unsafe sqlite3_progress_handler(
      handle, Self.progressStep,
      { context in
        if let context = unsafe context {
          unsafe Unmanaged<ProgressCall>.fromOpaque(context).takeUnretainedValue().call()
        }
        return 0
      }, Unmanaged.passUnretained(call).toOpaque())
    defer {
      unsafe sqlite3_progress_handler(handle, 0, nil, nil)
      withExtendedLifetime(call) {}
    }
    var statement = try SQLiteStatement("VACUUM INTO ?", on: self)
    try statement.bind(path, at: 1)
    try statement.run()
  }
}

/// What is called while a statement runs.
private final class ProgressCall {
  let call: () -> Void

  init(_ call: @escaping () -> Void) { self.call = call }
}
