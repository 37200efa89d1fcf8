/// Tells what goes wrong with a database once, not with everything that is tried until it is mended.
struct FaultReport {
  private var last: Int32?

  /// Tells an error, unless it is the one that was told last.
  mutating func tell(_ error: SQLiteError, _ report: (SQLiteError) -> Void) {
    if error.code != last { report(error) }
    last = error.code
  }

  /// Says that all is well again.
  mutating func clear() { last = nil }
}
