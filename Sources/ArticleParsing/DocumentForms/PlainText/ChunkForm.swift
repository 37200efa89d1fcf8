/// What the lines of one chunk (lines without a blank one between them) look like together.
struct ChunkForm {
  /// Whether the chunk is a run of `Key: value` entries and not one paragraph.
  private let hasEntries: Bool

  /// The form of some of a text's lines.
  init(_ lines: borrowing [Line], _ chunk: Range<Int>, of bytes: borrowing Excerpt) {
    hasEntries =
      chunk.count > 1 && Self.isEntry(lines[chunk.lowerBound].text, bytes)
      && chunk.dropFirst().contains { Self.isEntry(lines[$0].text, bytes) }
  }

  /// Whether the line begins an entry of its own.
  func startsEntry(_ line: Line, of bytes: Excerpt) -> Bool {
    hasEntries && Self.isEntry(line.text, bytes)
  }

  /// Whether the line is a short one that ends in a colon.
  static func isLabel(_ line: Line, of bytes: Excerpt) -> Bool {
    let endsInColon =
      line.textEnd - line.textStart <= LineShape.longestHeading
      && (bytes[line.textEnd - 1] == UInt8(ascii: ":") || bytes.has("：", at: line.textEnd - 3))
    return endsInColon && bytes.part(line.text).wordCount <= 6
  }

  /// Whether the line only separates: three or more of one mark, spaces between them or not.
  static func isSeparator(_ line: Line, of bytes: Excerpt) -> Bool {
    let text = line.text
    guard text.count >= 3, text.count <= LineShape.longestHeading else { return false }
    let mark = bytes[text.lowerBound]
    switch mark {
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "="),
      UInt8(ascii: "~"), UInt8(ascii: "#"):
      return text.allSatisfy { bytes[$0] == mark || bytes[$0] == .space }
    default: return false
    }
  }

  /// `Key: …`, the key at most four words that begin with a capital.
  private static func isEntry(_ line: Range<Int>, _ bytes: Excerpt) -> Bool {
    guard let (first, _) = bytes.scalar(at: line.lowerBound), !first.isSmall, first.isAlphabetic
    else { return false }
    var words = 1
    for offset in line {
      let byte = bytes[offset]
      if byte == UInt8(ascii: ":") {
        return offset + 1 == line.upperBound || bytes[offset + 1].isSpace
      }
      if byte == 0xEF, bytes.has("：", at: offset) { return true }
      if byte.isSpace { words += 1 }
      if words > 4 || offset - line.lowerBound > 60 { return false }
    }
    return false
  }
}
