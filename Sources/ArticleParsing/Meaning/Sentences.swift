/// The sentences of rendered text, each without the space around it. Linear for all of them, one pass.
struct Sentences: Sequence, IteratorProtocol {
  /// What a mark that may end a sentence does.
  enum Mark {
    /// It ends one that another one follows; the sentence ends here, behind further marks.
    case ends(Int)
    /// It ends none, and neither does any other mark up to here.
    case goesOn(Int)
    /// It stands behind an abbreviation or a number; the next mark may be another matter.
    case abbreviates
  }

  private let text: Excerpt
  private let vocabulary: Vocabulary
  /// Where the next sentence begins.
  private var start = 0
  /// Where its end is looked for.
  private var offset = 0
  /// Marks before this end no sentence.
  private var judged = 0

  init(_ text: Excerpt, _ vocabulary: Vocabulary) {
    self.text = text
    self.vocabulary = vocabulary
  }

  mutating func next() -> Range<Int>? {
    while let mark = text.sentenceMark(from: offset) {
      offset = mark + 1
      guard let end = end(at: mark) else { continue }
      let sentence = start..<end
      start = text.skippingSpaces(from: end, to: text.count)
      offset = end
      return sentence
    }
    offset = text.count
    guard start < text.count else { return nil }
    defer { start = text.count }
    return text.trimmed(start..<text.count)
  }

  /// How many there are, counted no further than up to a limit.
  func count(upTo limit: Int) -> Int { prefix(limit).reduce(0) { count, _ in count + 1 } }

  /// Where the sentence ends that a mark ends; `nil` for a mark that ends none.
  private mutating func end(at mark: Int) -> Int? {
    if text[mark] >= 0x80 { return Self.endOfMarks(text, from: mark + 2) }
    guard mark >= judged else { return nil }
    switch Self.judge(text, at: mark, after: start, vocabulary) {
    case .ends(let behind): return behind
    case .goesOn(let behind): judged = behind
    case .abbreviates: break
    }
    return nil
  }

  /// Judges a full stop, an exclamation mark or a question mark.
  ///
  /// It ends a sentence when white space comes behind it (and behind quotation marks and brackets),
  /// then something other than a small letter, and when the word before it, which begins no further
  /// left than at `start`, is no abbreviation.
  static func judge(
    _ text: Excerpt, at offset: Int, after start: Int, _ vocabulary: Vocabulary
  ) -> Mark {
    let end = endOfMarks(text, from: offset)
    guard end < text.count, text[end] == .space || text.has("\u{A0}", at: end) else {
      return .goesOn(end)
    }
    let next = text.skippingSpaces(from: end, to: text.count)
    guard let (first, _) = text.scalar(at: next), !first.isSmall else { return .goesOn(end) }
    var wordStart = offset
    while wordStart > start, text[wordStart - 1] != .space { wordStart -= 1 }
    guard text[offset] == UInt8(ascii: "."), wordStart < offset else { return .ends(end) }
    var letters = wordStart
    while letters < offset, text[letters] < 0x80, !text[letters].isLetter { letters += 1 }
    let word = text.part(letters..<offset)
    if word.count == 1, word[0].isUppercase { return .abbreviates }
    if word.isEmpty {
      // `am 5. Mai` is an ordinal.
      let isOrdinal =
        ("0"..."9").contains(first)
        || offset - wordStart <= 2 && text.hasMonth(at: next, vocabulary)
      return isOrdinal ? .abbreviates : .ends(end)
    }
    guard word.count <= 6 else { return .ends(end) }
    return vocabulary.abbreviations.contains(Phrase(folding: word)) ? .abbreviates : .ends(end)
  }

  /// Behind the full stop, further marks, closing quotation marks and brackets.
  private static func endOfMarks(_ text: Excerpt, from offset: Int) -> Int {
    var end = offset + 1
    while let (scalar, length) = text.scalar(at: end), scalar.isClosingMark { end += length }
    return end
  }
}

extension Unicode.Scalar {
  /// Whether this may stand between the end of a sentence and the space behind it.
  fileprivate var isClosingMark: Bool {
    switch self {
    case ".", "!", "?", ")", "]", "\"", "'", "”", "’", "“", "»", "›", "」", "』", "）", "！", "？": true
    default: false
    }
  }
}

extension Excerpt {
  /// Whether the name of a month stands at an offset.
  fileprivate func hasMonth(at start: Int, _ vocabulary: Vocabulary) -> Bool {
    var reader = WordReader(part(start..<count))
    return reader.next().map { vocabulary.months[$0.folded] != nil } ?? false
  }

  /// The first mark at an offset or behind it that may end a sentence, of whatever script.
  fileprivate func sentenceMark(from start: Int) -> Int? {
    var start = start
    while let offset = sentenceMark(in: start..<count) {
      switch self[offset] {
      case 0xE3 where !has("。", at: offset): break
      case 0xEF where !has("！", at: offset) && !has("？", at: offset): break
      default: return offset
      }
      start = offset + 1
    }
    return nil
  }
}
