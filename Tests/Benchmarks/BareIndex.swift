import CSQLite

/// FTS5 by itself, as it is without being set: what no store that searches by it can be faster than on
/// one core.
enum BareIndex {
  /// Articles in a transaction.
  private static let transactionCount = 500

  /// The nanoseconds that this thread needs to put texts into an index in memory, which keeps no text.
  static func nanoseconds(_ texts: [[UInt8]]) throws(BenchmarkError) -> Double {
    var opened: OpaquePointer?
    // Right because the call writes one pointer, which is to be closed whatever it is.
    let result = unsafe sqlite3_open(":memory:", &opened)
    let connection = unsafe opened
    defer { unsafe sqlite3_close(connection) }
    guard result == SQLITE_OK else { throw .refused("SQLite opens no database in memory") }
    unsafe try execute("CREATE VIRTUAL TABLE bare USING fts5(text, content='')", on: connection)
    var prepared: OpaquePointer?
    let sql = "INSERT INTO bare(rowid, text) VALUES(?, ?)"
    // Right because the call reads the text up to its NUL and writes one pointer.
    guard unsafe sqlite3_prepare_v2(connection, sql, -1, &prepared, nil) == SQLITE_OK else {
      throw .refused("SQLite prepares no insertion")
    }
    let insertion = unsafe prepared
    defer { unsafe sqlite3_finalize(insertion) }
    let start = Clocks.monotonic
    unsafe try execute("BEGIN", on: connection)
    for (index, text) in texts.enumerated() {
      if index > 0, index % transactionCount == 0 {
        unsafe try execute("COMMIT; BEGIN", on: connection)
      }
      // Right because the text outlives the step that reads it.
      let result = unsafe text.withUnsafeBytes { bytes in
        let characters = unsafe bytes.assumingMemoryBound(to: CChar.self).baseAddress
        unsafe sqlite3_bind_int64(insertion, 1, Int64(index))
        unsafe sqlite3_bind_text(insertion, 2, characters, Int32(bytes.count), nil)
        return unsafe sqlite3_step(insertion)
      }
      guard result == SQLITE_DONE else { throw .refused("FTS5 takes no article: \(result)") }
      unsafe sqlite3_reset(insertion)
    }
    unsafe try execute("COMMIT", on: connection)
    return Double(Clocks.monotonic - start)
  }

  private static func execute(
    _ sql: String, on connection: OpaquePointer?
  ) throws(BenchmarkError) {
    // Right because the call reads the text up to its NUL.
    guard unsafe sqlite3_exec(connection, sql, nil, nil, nil) == SQLITE_OK else {
      throw .refused("SQLite does not do \(sql)")
    }
  }
}
