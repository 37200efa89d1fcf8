/// The words of a short text (a heading, a label, a sentence), folded for comparison.
///
/// Hyphens part words, and so does all punctuation; `&`, `/` and `+` are words of their own. Every
/// word keeps its place in the text.
struct Words: Sendable {
  struct Word: Sendable {
    /// The word as it is compared.
    let folded: Phrase
    /// Its place in the text, in UTF-8 bytes.
    let range: Range<Int>
  }

  let text: [UInt8]
  private(set) var words: [Word] = []

  /// Takes a text apart; at most the first `limit` words of it.
  init(_ text: [UInt8], limit: Int = 64) {
    self.text = text
    words.reserveCapacity(8)
    var word = Phrase()
    var start: Int?
    var offset = 0
    while offset < text.count, words.count < limit {
      let byte = text[offset]
      if byte.isLetter || byte.isDigit {
        if start == nil { start = offset }
        word.add(byte)
        offset += 1
        continue
      }
      guard let (scalar, length) = text.scalar(at: offset) else { break }
      if Self.isWordPart(scalar) || joins(scalar, at: offset, in: start) {
        if start == nil { start = offset }
        word.add(scalar)
      } else {
        if let start { words.append(Word(folded: word, range: start..<offset)) }
        start = nil
        word = Phrase()
        if scalar == "&" || scalar == "/" || scalar == "+" {
          var sign = Phrase()
          sign.add(scalar)
          words.append(Word(folded: sign, range: offset..<offset + length))
        }
      }
      offset += length
    }
    if let start, words.count < limit { words.append(Word(folded: word, range: start..<offset)) }
  }

  var count: Int { words.count }

  /// The words of a range, not empty, as a phrase.
  func phrase(_ range: Range<Int>) -> Phrase {
    words[range].dropFirst().reduce(words[range.lowerBound].folded) {
      $0.followed(by: $1.folded)
    }
  }

  /// All words as a phrase; none when there is no word.
  var phrase: Phrase? { words.isEmpty ? nil : phrase(words.indices) }

  /// The text from one word to another, as it was written.
  func written(_ range: Range<Int>) -> String? {
    guard let first = words[range].first, let last = words[range].last else { return nil }
    return String(decoding: text[first.range.lowerBound..<last.range.upperBound], as: UTF8.self)
  }

  /// Whether a word says that what follows is somebody's.
  func isPossessive(_ index: Int) -> Bool {
    let word = text[words[index].range]
    return ["'s", "’s", "s'", "s’"].contains { word.count > $0.utf8.count && word.hasSuffix($0) }
  }

  /// Whether a word begins with a capital letter.
  func isCapitalised(_ index: Int) -> Bool {
    text.scalar(at: words[index].range.lowerBound)?.scalar.properties.isUppercase ?? false
  }

  /// Whether a word is a number in digits.
  func isNumber(_ index: Int) -> Bool { text[words[index].range].allSatisfy(\.isDigit) }

  private static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.isASCII else {
      // Letters of the scripts that are common here, without asking the tables of Unicode.
      switch scalar.value {
      case 0x00DF...0x00F6, 0x0400...0x0481, 0x0620...0x064A, 0x3041...0x3096, 0x30A1...0x30FA,
        0x4E00...0x9FFF, 0xAC00...0xD7A3:
        return true
      default: break
      }
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

extension ArraySlice<UInt8> {
  fileprivate func hasSuffix(_ suffix: String) -> Bool {
    self.suffix(suffix.utf8.count).elementsEqual(suffix.utf8)
  }
}
