/// Tells quickly that a text has no word of the vocabulary: most headings and labels have none.
///
/// Of every phrase the filter holds one word, the phrase's longest: by its first letter, its last
/// letter and its length, which few other words share, and whole. A text without such a word holds no
/// phrase; a text with one may. Only ASCII is looked at here, so a text with other letters may always.
struct WordFilter: Sendable {
  /// A word that the filter knows.
  struct Word: Sendable {
    private(set) var folded = Phrase()
    private(set) var shape = WordShape()

    /// Adds its next character.
    mutating func add(_ character: Unicode.Scalar) {
      character.fold { letter in
        folded.add(folded: letter)
        shape.add(letter)
      }
    }
  }

  private let shapes: WordShapes
  private let words: PhraseSet

  /// A filter for phrases, of each its longest word.
  init(_ words: [Word]) {
    self.words = PhraseSet(words.map(\.folded))
    shapes = WordShapes(words.map(\.shape))
  }

  /// Whether a text may have a phrase, among its first words. Linear in these, without allocation.
  func mayKnow(_ text: Excerpt, words limit: Int = .max) -> Bool {
    text.withBytes { text in
      var offset = 0
      var words = 0
      while offset < text.count, words < limit {
        let start = offset
        while offset < text.count, text[offset].isInWord { offset += 1 }
        if offset > start {
          words += 1
          if has(text, start..<offset) { return true }
        }
        guard offset < text.count else { break }
        if text[offset] >= 0x80 { return true }
        // In `drawback(s)` the bracket does not end the word.
        if text[offset] == UInt8(ascii: "("), offset > start { return true }
        offset += 1
      }
      return false
    }
  }

  /// Whether a word, in ASCII, is one: by its shape, then by its letters.
  @inline(__always)
  private func has(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    shapes.mayHave(text, range) && hasLetters(text, range)
  }

  private func hasLetters(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    words.contains(Phrase(folding: text, range))
  }
}

extension UInt8 {
  /// Whether an ASCII character belongs to a word: a letter, a digit or an apostrophe.
  fileprivate var isInWord: Bool {
    @inline(__always) get { isLetter || isDigit || self == UInt8(ascii: "'") }
  }
}
