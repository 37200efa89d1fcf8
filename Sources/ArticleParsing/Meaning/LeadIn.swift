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
  static func find(in prose: Prose, from start: Int, _ vocabulary: Vocabulary) -> LeadIn? {
    prose.strongEnd > start
      ? LeadIn(bold: start..<prose.strongEnd, of: prose.text)
      : find(in: prose.text, from: start, vocabulary)
  }

  /// The lead-in of a text from an offset on, if it has one.
  ///
  /// The first mark decides: a colon, a spaced en or em dash, or a full stop that ends a short
  /// sentence with another one behind it. Reads no further than the words that a lead-in may have.
  static func find(in text: Excerpt, from start: Int, _ vocabulary: Vocabulary) -> LeadIn? {
    var words = 0
    var brackets = 0
    var judged = start
    var offset = start
    while offset < text.count {
      let limit = min(offset + stride, text.count)
      let mark = text.leadInMark(in: offset..<limit)
      words += text.spaceCount(in: offset..<(mark ?? limit))
      offset = mark ?? limit
      guard let mark else {
        if words >= mostWords { return nil }
        continue
      }
      if brackets == 0, mark > start, isDash(text, at: mark), words <= mostWords {
        return LeadIn(text, start..<mark - 1, mark: 4)
      }
      guard words < mostWords else { return nil }
      switch text[mark] {
      case UInt8(ascii: "("), UInt8(ascii: "["): brackets += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"): brackets -= 1
      case UInt8(ascii: ":") where brackets == 0:
        if mark + 1 == text.count || text[mark + 1].isSpace || text.has("\u{A0}", at: mark + 1) {
          return LeadIn(text, start..<mark, mark: 1)
        }
      case 0xEF where text.has("：", at: mark): return LeadIn(text, start..<mark, mark: 3)
      case 0xE3 where text.has("。", at: mark): return nil
      case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"):
        // A run of marks is judged once.
        guard mark >= judged else { break }
        switch Sentences.judge(text, at: mark, after: start, vocabulary) {
        case .ends:
          guard text[mark] == UInt8(ascii: "."), words < mostWordsOfSentence else { return nil }
          return LeadIn(text, start..<mark, mark: 1)
        case .goesOn(let end): judged = end
        case .abbreviates: break
        }
      default: break
      }
      offset = mark + 1
    }
    return nil
  }

  /// Bytes in which a mark is looked for before the words are counted.
  private static let stride = 64

  /// Whether an en or em dash stands at an offset, with spaces around it or at the end.
  private static func isDash(_ text: Excerpt, at offset: Int) -> Bool {
    guard text.has(" –", at: offset - 1) || text.has(" —", at: offset - 1) else { return false }
    return offset + 3 == text.count || text[offset + 3].isSpace
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
