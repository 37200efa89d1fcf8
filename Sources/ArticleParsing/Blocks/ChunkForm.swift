/// What the lines of one chunk (lines without a blank one between them) look like together.
struct ChunkForm {
  private let text: SourceText
  /// Whether the chunk is a run of `Key: value` entries and not one paragraph.
  private let hasEntries: Bool

  init(lines: ArraySlice<Line>, text: SourceText) {
    self.text = text
    guard let first = lines.first, Self.isEntry(first.text, text.utf8) else {
      hasEntries = false
      return
    }
    hasEntries = lines.dropFirst().contains { Self.isEntry($0.text, text.utf8) }
  }

  /// Whether the line begins an entry of its own.
  func startsEntry(_ line: Line) -> Bool { hasEntries && Self.isEntry(line.text, text.utf8) }

  /// Whether the line is a short one that ends in a colon.
  func isLabel(_ line: Line) -> Bool {
    let bytes = text.utf8
    let endsInColon =
      line.textEnd - line.textStart <= HeadingForm.longest
      && (bytes[line.textEnd - 1] == UInt8(ascii: ":") || bytes.has("：", at: line.textEnd - 3))
    return endsInColon && bytes[line.text].split(whereSeparator: \.isSpace).count <= 6
  }

  /// Whether the line only separates: three or more of one mark, spaces between them or not.
  func isSeparator(_ line: Line) -> Bool {
    let bytes = text.utf8[line.text]
    guard let mark = bytes.first, bytes.count >= 3, bytes.count <= HeadingForm.longest else {
      return false
    }
    switch mark {
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "="),
      UInt8(ascii: "~"), UInt8(ascii: "#"):
      return bytes.allSatisfy { $0 == mark || $0 == .space }
    default: return false
    }
  }

  /// `Key: …`, the key at most four words that begin with a capital.
  private static func isEntry(_ line: Range<Int>, _ bytes: [UInt8]) -> Bool {
    guard let (first, _) = bytes.scalar(at: line.lowerBound), !first.properties.isLowercase,
      first.properties.isAlphabetic
    else { return false }
    var words = 1
    for offset in line {
      if bytes[offset] == UInt8(ascii: ":") || bytes.has("：", at: offset) {
        let next = offset + 1
        return bytes[offset] != UInt8(ascii: ":") || next == line.upperBound || bytes[next].isSpace
      }
      if bytes[offset].isSpace { words += 1 }
      if words > 4 || offset - line.lowerBound > 60 { return false }
    }
    return false
  }
}
