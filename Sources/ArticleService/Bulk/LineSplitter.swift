import JSON

/// Cuts newline-delimited JSON, which comes in pieces, into its lines.
///
/// A line ends in LF or CR LF; the last one need not. Lines of nothing but white space are passed
/// over, as the format wants it, but counted. What is longer than the limit is read past, and only
/// the fact is kept.
struct LineSplitter: Sendable {
  /// A line that has something on it.
  struct Line: Sendable, Equatable {
    /// Counted from 1.
    let number: Int
    /// Without its line break; `nil` for a line that is too long.
    let bytes: [UInt8]?
  }

  /// The most bytes of a line.
  let limit: Int
  /// What has come of the line that is under way, up to the limit.
  private var partial: [UInt8] = []
  private var isTooLong = false
  /// The number of the line that is under way, counted from 1.
  private(set) var lineNumber = 1

  init(limit: Int) { self.limit = limit }

  /// The room of the line that is under way, in bytes: it doubles as it grows.
  var partialCount: Int { 2 * partial.count }

  /// The lines that a piece completes. Linear in the piece.
  mutating func split(_ piece: [UInt8]) -> [Line] {
    var lines: [Line] = []
    var rest = piece[...]
    while let end = rest.firstPlace(of: UInt8(ascii: "\n")) {
      take(rest[..<end])
      finishLine(into: &lines)
      rest = rest[(end + 1)...]
    }
    take(rest)
    return lines
  }

  /// The last line, where it has no line break.
  mutating func finish() -> [Line] {
    var lines: [Line] = []
    finishLine(into: &lines)
    return lines
  }

  private mutating func take(_ bytes: ArraySlice<UInt8>) {
    guard !isTooLong else { return }
    guard bytes.count <= limit - partial.count else {
      isTooLong = true
      partial = []
      return
    }
    partial.append(contentsOf: bytes)
  }

  private mutating func finishLine(into lines: inout [Line]) {
    defer {
      partial = []
      isTooLong = false
      lineNumber += 1
    }
    if isTooLong {
      lines.append(Line(number: lineNumber, bytes: nil))
      return
    }
    if partial.last == UInt8(ascii: "\r") { partial.removeLast() }
    guard partial.contains(where: { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }) else {
      return
    }
    lines.append(Line(number: lineNumber, bytes: partial))
  }
}
