import CSQLite

/// A prepared statement of a connection; its only owner, which cannot be copied, finalizes it.
///
/// `@safe`: the handle is its own and is not given out. Long values are lent to SQLite for the time
/// of one call and not copied; the short ones are.
@safe
struct SQLiteStatement: ~Copyable {
  private let handle: OpaquePointer
  private let connection: OpaquePointer

  /// Prepares one statement, to be used many times.
  ///
  /// - Throws: ``SQLiteError``.
  init(_ sql: String, on connection: borrowing SQLiteConnection) throws(SQLiteError) {
    var prepared: OpaquePointer?
    let flags = UInt32(SQLITE_PREPARE_PERSISTENT)
    // Right because the call reads the text, which ends with a NUL, and writes one pointer.
    let code = unsafe sqlite3_prepare_v3(connection.handle, sql, -1, flags, &prepared, nil)
    guard code == SQLITE_OK, let handle = unsafe prepared else {
      throw unsafe SQLiteConnection.error(of: connection.handle, code)
    }
    unsafe self.handle = handle
    unsafe self.connection = connection.handle
  }

  deinit { unsafe sqlite3_finalize(handle) }

  /// Sets a parameter, counted from 1, to a number.
  mutating func bind(_ value: Int64, at index: Int32) throws(SQLiteError) {
    try check(unsafe sqlite3_bind_int64(handle, index, value))
  }

  /// Sets a parameter to a copy of a text, or to NULL.
  mutating func bind(_ text: String?, at index: Int32) throws(SQLiteError) {
    guard var text else { return try check(unsafe sqlite3_bind_null(handle, index)) }
    // Right because SQLite copies the bytes, of which it is given the number.
    let code = text.withUTF8 { utf8 in
      unsafe Self.withCharacters(UnsafeRawBufferPointer(utf8)) {
        unsafe csqlite_bind_text_copy(handle, index, $0, Int32(clamping: utf8.count))
      }
    }
    try check(code)
  }

  /// Runs the statement, which gives no rows, to its end, and forgets its parameters.
  ///
  /// - Throws: ``SQLiteError``.
  mutating func run() throws(SQLiteError) {
    let code = unsafe sqlite3_step(handle)
    try complete(code)
  }

  /// Runs the statement as ``run()`` does, with some bytes lent as a blob.
  ///
  /// - Throws: ``SQLiteError``.
  mutating func run(blob: [UInt8], at index: Int32) throws(SQLiteError) {
    // Right because the bytes outlive the step, and the parameter is cleared before they are let go.
    let code = unsafe blob.withUnsafeBytes { bytes in
      unsafe Self.withCharacters(bytes) { start in
        let code = unsafe sqlite3_bind_blob64(
          handle, index, start, sqlite3_uint64(bytes.count), nil)
        guard code == SQLITE_OK else { return code }
        return stepOnce()
      }
    }
    try complete(code)
  }

  /// Runs the statement as ``run()`` does, with slices of some bytes, which are UTF-8, lent as texts to
  /// parameters in a row.
  ///
  /// - Throws: ``SQLiteError``.
  mutating func run(
    texts: [Range<Int>], of utf8: [UInt8], from first: Int32
  ) throws(SQLiteError) {
    // Right because the bytes outlive the step, and the parameters are cleared before they are let
    // go; the slices are within them, which the subscript checks.
    let code = unsafe utf8.withUnsafeBytes { bytes in
      for (offset, range) in texts.enumerated() {
        let text = unsafe UnsafeRawBufferPointer(rebasing: bytes[range])
        let code = unsafe Self.withCharacters(text) {
          unsafe sqlite3_bind_text(
            handle, first + Int32(offset), $0, Int32(clamping: text.count), nil)
        }
        guard code == SQLITE_OK else { return code }
      }
      return stepOnce()
    }
    try complete(code)
  }

  /// Makes one step and forgets the parameters, so that nothing is read of what was lent.
  private func stepOnce() -> Int32 {
    let code = unsafe sqlite3_step(handle)
    unsafe sqlite3_reset(handle)
    unsafe sqlite3_clear_bindings(handle)
    return code
  }

  /// Goes to the next row; `false`, and the statement is ready for its next use, when there is none.
  ///
  /// - Throws: ``SQLiteError``.
  mutating func step() throws(SQLiteError) -> Bool {
    let code = unsafe sqlite3_step(handle)
    if code == SQLITE_ROW { return true }
    try complete(code)
    return false
  }

  /// Leaves the row and makes the statement ready for its next use.
  mutating func reset() {
    unsafe sqlite3_reset(handle)
    unsafe sqlite3_clear_bindings(handle)
  }

  /// A column of the row, counted from 0, as a number; 0 for NULL.
  borrowing func integer(_ column: Int32) -> Int64 { unsafe sqlite3_column_int64(handle, column) }

  /// A column of the row as a number with a fraction; 0 for NULL.
  borrowing func double(_ column: Int32) -> Double { unsafe sqlite3_column_double(handle, column) }

  /// A column of the row as text; `nil` for NULL.
  borrowing func text(_ column: Int32) -> String? {
    guard let bytes = bytes(column) else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A column of the row as bytes; `nil` for NULL.
  borrowing func bytes(_ column: Int32) -> [UInt8]? {
    guard unsafe sqlite3_column_type(handle, column) != SQLITE_NULL else { return nil }
    // Right because the value stays where it is until the next step, and is copied. An empty one has
    // no address.
    guard let start = unsafe sqlite3_column_blob(handle, column) else { return [] }
    return unsafe Array(
      UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column))))
  }

  private mutating func complete(_ code: Int32) throws(SQLiteError) {
    // The error is asked for first: the reset may change what the connection says of it.
    let error =
      code == SQLITE_DONE || code == SQLITE_ROW
      ? nil : unsafe SQLiteConnection.error(of: connection, code)
    reset()
    if let error { throw error }
  }

  private mutating func check(_ code: Int32) throws(SQLiteError) {
    guard code != SQLITE_OK else { return }
    let error = unsafe SQLiteConnection.error(of: connection, code)
    reset()
    throw error
  }

  /// Calls `body` with the address of these bytes. What is empty may have none, which SQLite would
  /// take for NULL; then it is that of a byte that is not read.
  private static func withCharacters(
    _ bytes: UnsafeRawBufferPointer, _ body: (UnsafePointer<CChar>) -> Int32
  ) -> Int32 {
    // Right because characters have no alignment, and the bytes outlive the call.
    guard let start = bytes.baseAddress else {
      return unsafe withUnsafePointer(to: CChar(0)) { unsafe body($0) }
    }
    return unsafe body(start.assumingMemoryBound(to: CChar.self))
  }
}
