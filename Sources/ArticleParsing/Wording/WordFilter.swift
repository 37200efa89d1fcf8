/// Tells quickly that a text has no word of the vocabulary: most headings and labels have none.
///
/// Of every phrase the filter holds one word, the phrase's longest: by its first letter, its last
/// letter and its length, which few other words share, and whole. A text without such a word holds no
/// phrase; a text with one may. Only ASCII is looked at here, so a text with other letters may always.
struct WordFilter: Sendable {
  /// A word that the filter knows.
  struct Word: Sendable {
    private(set) var folded = Phrase()
    private(set) var shape = Shape()

    /// Adds its next character.
    mutating func add(_ character: Unicode.Scalar) {
      character.fold { letter in
        folded.add(folded: letter)
        shape.add(letter)
      }
    }
  }

  /// What is seen of a word before it is read letter by letter.
  struct Shape: Sendable {
    /// Its letters are folded; a bracket is none.
    var first: UInt8 = 0
    var last: UInt8 = 0
    var count = 0

    /// Adds the next letter.
    mutating func add(_ letter: UInt8) {
      if count == 0 { first = letter }
      last = letter
      count += 1
    }

    /// The place of its bits among those of all words with this first letter and length.
    @inline(__always)
    var place: Int { Int(first & 31) << 5 | min(count, 31) }
    /// The bit of its last letter.
    @inline(__always)
    var bit: UInt32 { 1 << UInt32(last & 31) }
  }

  /// By ``Shape/place``, the last letters of the words.
  private var shapes = [UInt32](repeating: 0, count: 1024)
  private let words: PhraseSet

  /// A filter for phrases, of each its longest word.
  init(_ words: [Word]) {
    self.words = PhraseSet(words.map(\.folded))
    for word in words where word.shape.count > 0 { shapes[word.shape.place] |= word.shape.bit }
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

  /// Whether a word, in ASCII, is one as far as can be told: by its shape, then by its letters.
  @inline(__always)
  private func has(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    let shape = Shape(
      first: text[range.lowerBound].asSmall, last: text[range.upperBound - 1].asSmall,
      count: range.count)
    return shapes[shape.place] & shape.bit != 0 && hasLetters(text, range)
  }

  private func hasLetters(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var word = Phrase()
    for offset in range { word.add(text[offset]) }
    return words.contains(word)
  }
}

extension UInt8 {
  /// Whether an ASCII character belongs to a word: a letter, a digit or an apostrophe.
  fileprivate var isInWord: Bool {
    @inline(__always) get { isLetter || isDigit || self == UInt8(ascii: "'") }
  }
}
