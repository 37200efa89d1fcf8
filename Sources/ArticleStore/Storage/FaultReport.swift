/// Reports what goes wrong with a database once, not with everything that is tried until it is mended.
struct FaultReport {
  private var last: Int32?

  /// Reports an error, unless it is the one that was reported last.
  mutating func report(_ error: SQLiteError, _ report: (SQLiteError) -> Void) {
    if error.code != last { report(error) }
    last = error.code
  }

  /// Says that all is well again.
  mutating func clear() { last = nil }
}
