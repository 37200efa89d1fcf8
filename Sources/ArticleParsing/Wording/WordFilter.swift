/// Tells quickly that a text has no word of the vocabulary: most headings and labels have none.
///
/// Of every phrase the filter holds one word, the phrase's longest, as a bit at the word's hash. A
/// text without such a word holds no phrase; a text with one may. Only ASCII is looked at here, so a
/// text with other letters may always.
struct WordFilter: Sendable {
  private var bits = [UInt64](repeating: 0, count: 256)
  /// What a byte is folded to in a word; 0 for one that is in none.
  private let folded = (UInt8.min...UInt8.max).map { byte -> UInt8 in
    guard byte.isLetter || byte.isDigit || byte == UInt8(ascii: "'") else { return 0 }
    return byte.isUppercase ? byte | 0x20 : byte
  }

  /// A filter for phrases, of each its longest word.
  init(_ words: [Phrase]) {
    for phrase in words where phrase != Phrase() {
      let (word, bit) = Self.place(of: phrase)
      bits[word] |= 1 << bit
    }
  }

  /// Whether a text may have a phrase. Linear in the text, without allocation.
  func mayKnow(_ text: Excerpt) -> Bool {
    text.withBytes { text in
      var word = Phrase()
      var isEmpty = true
      for offset in text.indices {
        let byte = folded[Int(text[offset])]
        if byte != 0 {
          word.add(folded: byte)
          isEmpty = false
        } else if text[offset] >= 0x80 {
          return true
        } else if !isEmpty, text[offset] != UInt8(ascii: "(") {
          if has(word) { return true }
          word = Phrase()
          isEmpty = true
        }
      }
      return !isEmpty && has(word)
    }
  }

  private func has(_ phrase: Phrase) -> Bool {
    let (word, bit) = Self.place(of: phrase)
    return bits[word] & 1 << bit != 0
  }

  private static func place(of phrase: Phrase) -> (word: Int, bit: UInt64) {
    (Int(truncatingIfNeeded: phrase.hash >> 32) & 255, phrase.hash >> 48 & 63)
  }
}
