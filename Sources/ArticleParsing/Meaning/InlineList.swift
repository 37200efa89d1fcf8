/// The points of one line: `Pros: quiet; narrow; cheap`.
enum InlineList {
  /// More words than this in a part, and commas part nothing.
  private static let longestPart = 5

  /// The parts of a text from an offset on; one part, the whole, when nothing parts it.
  ///
  /// Semicolons part always. Commas part only where they may (`allowingCommas`), into three parts
  /// or more of at most five words each. A part is without its final full stop and without the
  /// *and* before the last.
  static func parts(
    of text: Excerpt, from start: Int, allowingCommas: Bool, _ vocabulary: Vocabulary
  ) -> [Range<Int>] {
    let whole = text.trimmed(start..<text.count)
    let bySemicolon = split(text, whole, at: [";", "；"], vocabulary)
    if bySemicolon.count > 1 { return bySemicolon }
    guard allowingCommas else { return [whole] }
    let byComma = split(text, whole, at: [","], vocabulary)
    guard byComma.count >= 3,
      byComma.allSatisfy({ text.part($0).wordCount <= longestPart })
    else { return [whole] }
    return byComma
  }

  private static func split(
    _ text: Excerpt, _ range: Range<Int>, at marks: [StaticString], _ vocabulary: Vocabulary
  ) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = range.lowerBound
    for offset in range where text[offset].mayPart {
      guard let mark = marks.first(where: { text.has($0, at: offset) }) else { continue }
      parts.append(start..<offset)
      start = offset + mark.utf8CodeUnitCount
    }
    guard !parts.isEmpty else { return [range] }
    parts.append(start..<range.upperBound)
    return parts.compactMap { part in
      var part = text.trimmed(part)
      if !part.isEmpty, text[part.upperBound - 1] == UInt8(ascii: ".") {
        part = part.lowerBound..<part.upperBound - 1
      } else if text.has("。", at: part.upperBound - 3) {
        part = part.lowerBound..<part.upperBound - 3
      }
      if let space = part.first(where: { text[$0] == .space }),
        vocabulary.conjunctions.contains(Phrase(folding: text.part(part.lowerBound..<space)))
      {
        part = text.trimmed(space..<part.upperBound)
      }
      return part.isEmpty ? nil : part
    }
  }
}

extension UInt8 {
  /// Whether a mark that parts points may begin with this byte.
  fileprivate var mayPart: Bool {
    self == UInt8(ascii: ";") || self == UInt8(ascii: ",") || self == 0xEF
  }
}
