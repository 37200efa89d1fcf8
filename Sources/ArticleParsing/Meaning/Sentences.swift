/// Where sentences begin and end in rendered text.
enum Sentences {
  /// The sentences of a text, each without the space around it. Linear, one pass.
  static func ranges(in text: Excerpt, vocabulary: Vocabulary = .shared) -> [Range<Int>] {
    var sentences: [Range<Int>] = []
    var start = 0
    var wordStart = 0
    var offset = 0
    while offset < text.count {
      switch text[offset] {
      case .space: wordStart = offset + 1
      case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"):
        guard endsSentence(text, at: offset, wordStart: wordStart, vocabulary) else { break }
        let end = endOfMarks(text, from: offset)
        sentences.append(start..<end)
        start = text.skippingSpaces(from: end, to: text.count)
        wordStart = start
        offset = Swift.max(offset, end - 1)
      case 0xE3 where text.has("。", at: offset), 0xEF where text.hasWideMark(at: offset):
        let end = endOfMarks(text, from: offset + 2)
        sentences.append(start..<end)
        start = text.skippingSpaces(from: end, to: text.count)
        wordStart = start
        offset = end - 1
      default: break
      }
      offset += 1
    }
    if start < text.count { sentences.append(text.trimmed(start..<text.count)) }
    return sentences
  }

  /// Whether the mark at an offset ends a sentence that another one follows.
  ///
  /// It does when white space comes behind it (and behind quotation marks and brackets), then
  /// something other than a small letter, and when the word before it is no abbreviation.
  static func endsSentence(
    _ text: Excerpt, at offset: Int, wordStart: Int, _ vocabulary: Vocabulary
  ) -> Bool {
    let end = endOfMarks(text, from: offset)
    guard end < text.count, text[end] == .space || text.has("\u{A0}", at: end) else { return false }
    let next = text.skippingSpaces(from: end, to: text.count)
    guard let (first, _) = text.scalar(at: next), !first.isSmall else {
      return false
    }
    guard text[offset] == UInt8(ascii: "."), wordStart < offset else { return true }
    var letters = wordStart
    while letters < offset, text[letters] < 0x80, !text[letters].isLetter { letters += 1 }
    let word = text.part(letters..<offset)
    if word.count == 1, word[0].isUppercase { return false }
    if word.isEmpty { return !("0"..."9").contains(first) }
    guard word.count <= 6 else { return true }
    return !vocabulary.abbreviations.contains(Phrase(folding: word))
  }

  /// Behind the full stop, further marks, closing quotation marks and brackets.
  private static func endOfMarks(_ text: Excerpt, from offset: Int) -> Int {
    var end = offset + 1
    while end < text.count, let (scalar, length) = text.scalar(at: end) {
      switch scalar {
      case ".", "!", "?", ")", "]", "\"", "'", "”", "’", "“", "»", "›", "」", "』", "）", "！", "？":
        end += length
      default: return end
      }
    }
    return end
  }
}

extension Excerpt {
  /// Whether a full-width mark that ends sentences stands at an offset.
  fileprivate func hasWideMark(at offset: Int) -> Bool {
    has("！", at: offset) || has("？", at: offset)
  }
}
