/// Gives the pages of a database that came free back to the system, a few at a time, so that nobody waits
/// for long: pages from the end of the file go to where there is room, and the file is cut.
///
/// Databases that were made before this was (``DatabaseFile/newPragmas``) keep their free pages, and use
/// them again, until they are compacted.
enum FreePages {
  /// How many pages one step gives back: 2 MiB.
  private static let stepCount: Int64 = 256

  /// Gives some back where there are many: more than a sixteenth of all are more than what is written next
  /// is likely to need.
  ///
  /// - Returns: whether there are still too many.
  /// - Throws: ``SQLiteError``.
  static func giveBackSome(of connection: borrowing SQLiteConnection) throws(SQLiteError) -> Bool {
    guard try areTooMany(on: connection), try canGiveBack(on: connection) else { return false }
    try connection.execute("PRAGMA incremental_vacuum(\(stepCount))")
    return try areTooMany(on: connection)
  }

  /// Gives all back.
  ///
  /// - Throws: ``SQLiteError``.
  static func giveBackAll(of connection: borrowing SQLiteConnection) throws(SQLiteError) {
    try connection.execute("PRAGMA incremental_vacuum")
  }

  /// Whether there are many.
  ///
  /// - Throws: ``SQLiteError``.
  static func areTooMany(
    on connection: borrowing SQLiteConnection
  ) throws(SQLiteError) -> Bool {
    let free = try connection.integer("PRAGMA freelist_count") ?? 0
    guard free > stepCount else { return false }
    return free > (try connection.integer("PRAGMA page_count") ?? 0) / 16
  }

  /// Whether a database was made so that it can.
  ///
  /// - Throws: ``SQLiteError``.
  static func canGiveBack(
    on connection: borrowing SQLiteConnection
  ) throws(SQLiteError) -> Bool { try connection.integer("PRAGMA auto_vacuum") == 2 }
}
