/// The words in front of an item that name it: `Fewer cars: …`, `Speed – …`, `Dust. The road …`.
struct LeadIn {
  /// The name, without the mark behind it.
  let label: Range<Int>
  /// Where the text behind the mark begins; the end of the text when nothing follows.
  let rest: Int

  /// A lead-in before a colon or a dash has at most this many words.
  private static let mostWords = 8
  /// A lead-in before a full stop has at most this many words.
  private static let mostWordsOfSentence = 6

  /// The lead-in of rendered text: its bold beginning, of any length, or what the words say.
  static func find(in prose: Prose, from start: Int, vocabulary: Vocabulary = .shared) -> LeadIn? {
    prose.strongEnd > start
      ? LeadIn(bold: start..<prose.strongEnd, of: prose.text)
      : find(in: prose.text, from: start, vocabulary: vocabulary)
  }

  /// The lead-in of a text from an offset on, if it has one.
  ///
  /// The first mark decides: a colon, a spaced en or em dash, or a full stop that ends a short
  /// sentence with another one behind it. Reads no further than the words that a lead-in may have.
  static func find(in text: Excerpt, from start: Int, vocabulary: Vocabulary = .shared) -> LeadIn? {
    var words = 0
    var brackets = 0
    var wordStart = start
    var judged = start
    var offset = start
    while offset < text.count {
      let byte = text[offset]
      if byte.isLetter {
        offset += 1
        continue
      }
      switch byte {
      case UInt8(ascii: "("), UInt8(ascii: "["): brackets += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"): brackets -= 1
      case .space:
        if offset > wordStart { words += 1 }
        wordStart = offset + 1
        if brackets == 0, offset + 1 < text.count, text[offset + 1] == 0xE2,
          text.has(" –", at: offset) || text.has(" —", at: offset),
          offset + 4 == text.count || text[offset + 4].isSpace
        {
          return LeadIn(text, start..<offset, mark: 4)
        }
        if words >= mostWords { return nil }
      case UInt8(ascii: ":") where brackets == 0:
        if offset + 1 == text.count || text[offset + 1].isSpace
          || text.has("\u{A0}", at: offset + 1)
        {
          return LeadIn(text, start..<offset, mark: 1)
        }
      case 0xEF where text.has("：", at: offset):
        return LeadIn(text, start..<offset, mark: 3)
      case 0xE3 where text.has("。", at: offset): return nil
      case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"):
        // A run of marks is judged once.
        guard offset >= judged else { break }
        switch Sentences.judge(text, at: offset, after: wordStart, vocabulary) {
        case .ends:
          guard byte == UInt8(ascii: "."), words < mostWordsOfSentence else { return nil }
          return LeadIn(text, start..<offset, mark: 1)
        case .goesOn(let end): judged = end
        case .abbreviates: break
        }
      default: break
      }
      offset += 1
    }
    return nil
  }

  /// Bold text that is set off from what follows: by a mark in it or behind it, by a capital letter,
  /// or by being all there is. `**Fast** start` is emphasis and no lead-in.
  private init?(bold: Range<Int>, of text: Excerpt) {
    var label = text.trimmed(bold)
    var rest = text.skippingSpaces(from: bold.upperBound, to: text.count)
    var isSetOff = rest == text.count
    for mark in Self.marks {
      let end = label.upperBound - mark.utf8CodeUnitCount
      guard end >= label.lowerBound, text.has(mark, at: end) else { continue }
      label = text.trimmed(label.lowerBound..<end)
      isSetOff = true
    }
    if !isSetOff, let mark = Self.marksBehind.first(where: { text.has($0, at: rest) }) {
      rest = text.skippingSpaces(from: rest + mark.utf8CodeUnitCount, to: text.count)
      isSetOff = true
    }
    if let (next, _) = text.scalar(at: rest), next.isCapital { isSetOff = true }
    guard isSetOff, !label.isEmpty else { return nil }
    self.label = label
    self.rest = rest
  }

  /// What sets bold text off from what follows, at its end.
  private static let marks: [StaticString] = [":", ".", "–", "—", "："]
  /// The same behind it.
  private static let marksBehind = marks + ["-"]

  private init?(_ text: Excerpt, _ label: Range<Int>, mark: Int) {
    self.label = text.trimmed(label)
    rest = text.skippingSpaces(from: label.upperBound + mark, to: text.count)
    guard !self.label.isEmpty else { return nil }
  }
}
