/// A line on a terminal that says how far something is, and is written over.
struct ProgressLine: Sendable {
  private var width = 0

  /// Shows this in place of what was shown.
  mutating func show(_ text: String) {
    let padding = String(repeating: " ", count: max(width - text.count, 0))
    width = text.count
    StandardError.write("\r\(text)\(padding)")
  }

  /// Makes room for another line.
  mutating func clear() {
    guard width > 0 else { return }
    show("")
    StandardError.write("\r")
  }

  /// Leaves what is shown as it is, and begins the next line.
  mutating func end() {
    guard width > 0 else { return }
    StandardError.write("\n")
    width = 0
  }
}
