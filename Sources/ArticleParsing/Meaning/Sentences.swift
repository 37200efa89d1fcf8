/// Where sentences begin and end in rendered text.
enum Sentences {
  /// What a mark that may end a sentence does.
  enum Mark {
    /// It ends one that another one follows; the sentence ends here, behind further marks.
    case ends(Int)
    /// It ends none, and neither does any other mark up to here.
    case goesOn(Int)
    /// It stands behind an abbreviation or a number; the next mark may be another matter.
    case abbreviates
  }

  /// The sentences of a text, each without the space around it. Linear, one pass.
  static func ranges(in text: Excerpt, vocabulary: Vocabulary = .shared) -> [Range<Int>] {
    var sentences: [Range<Int>] = []
    sentences.reserveCapacity(4)
    var start = 0
    var offset = 0
    /// Marks before this end no sentence.
    var judged = 0
    while let mark = text.sentenceMark(from: offset) {
      offset = mark + 1
      let end: Int
      if text[mark] >= 0x80 {
        end = endOfMarks(text, from: mark + 2)
      } else if mark < judged {
        continue
      } else {
        switch judge(text, at: mark, after: start, vocabulary) {
        case .ends(let behind): end = behind
        case .goesOn(let behind):
          judged = behind
          continue
        case .abbreviates: continue
        }
      }
      sentences.append(start..<end)
      start = text.skippingSpaces(from: end, to: text.count)
      offset = end
    }
    if start < text.count { sentences.append(text.trimmed(start..<text.count)) }
    return sentences
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
    if word.isEmpty { return ("0"..."9").contains(first) ? .abbreviates : .ends(end) }
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
