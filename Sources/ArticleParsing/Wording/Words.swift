/// The words of a short text (a heading, a label, a sentence), folded for comparison.
///
/// Folding is lower case, straight apostrophes, hyphens as spaces, no other punctuation; `&`, `/`
/// and `+` between words are words of their own. Every word keeps its place in the text.
struct Words: Sendable {
  struct Word: Sendable {
    /// The word as it is compared.
    let folded: String
    /// Its place in the text, in UTF-8 bytes.
    let range: Range<Int>
  }

  let text: [UInt8]
  private(set) var words: [Word] = []

  /// Takes a text apart; at most the first `limit` words of it.
  init(_ text: [UInt8], limit: Int = 64) {
    self.text = text
    var wordStart: Int?
    var offset = 0
    while offset < text.count, words.count < limit {
      guard let (scalar, length) = text.scalar(at: offset) else { break }
      if Self.isWordPart(scalar) || joins(scalar, at: offset, in: wordStart) {
        if wordStart == nil { wordStart = offset }
      } else {
        if let start = wordStart { append(start..<offset) }
        wordStart = nil
        if scalar == "&" || scalar == "/" || scalar == "+" {
          words.append(Word(folded: String(scalar), range: offset..<offset + length))
        }
      }
      offset += length
    }
    if let start = wordStart, words.count < limit { append(start..<offset) }
  }

  /// The folded words of a range, as a phrase.
  func phrase(_ range: Range<Int>) -> String {
    words[range].lazy.map(\.folded).joined(separator: " ")
  }

  /// The text from one word to another, as it was written.
  func written(_ range: Range<Int>) -> String? {
    guard let first = words[range].first, let last = words[range].last else { return nil }
    return String(decoding: text[first.range.lowerBound..<last.range.upperBound], as: UTF8.self)
  }

  private mutating func append(_ range: Range<Int>) {
    words.append(Word(folded: Self.fold(text[range]), range: range))
  }

  private static func fold(_ word: ArraySlice<UInt8>) -> String {
    if word.allSatisfy({ $0 < 0x80 && $0 != UInt8(ascii: "(") && $0 != UInt8(ascii: ")") }) {
      return String(decoding: word.map { $0.isUppercase ? $0 | 0x20 : $0 }, as: UTF8.self)
    }
    var folded = ""
    for character in String(decoding: word, as: UTF8.self).lowercased() {
      switch character {
      case "’", "‘": folded.append("'")
      case "(", ")": break
      default: folded.append(character)
      }
    }
    return folded
  }

  private static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.isASCII else {
      return scalar == "’" || scalar.properties.isAlphabetic
        || scalar.properties.generalCategory == .nonspacingMark
        || scalar.properties.numericType != nil
    }
    let byte = UInt8(truncatingIfNeeded: scalar.value)
    return byte.isLetter || byte.isDigit
  }

  /// Marks that belong to a word only inside it: the apostrophe, a point between letters (`e.g`)
  /// and the `(s)` of `Drawback(s)`.
  private func joins(_ scalar: Unicode.Scalar, at offset: Int, in start: Int?) -> Bool {
    guard let start, offset > start else { return false }
    switch scalar {
    case "'": return true
    case ".": return offset + 1 < text.count && text[offset + 1].isLetter
    case "(": return text.has("(s)", at: offset)
    case ")": return text.has("(s)", at: offset - 2)
    default: return false
    }
  }
}
