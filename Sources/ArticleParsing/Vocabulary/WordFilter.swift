/// Tells quickly that a text has no word of the vocabulary: most headings and labels have none.
///
/// Of every phrase the filter holds one word, the phrase's longest: by its first letter, its last
/// letter and its length, which few other words share, and whole. A text without such a word holds no
/// phrase; a text with one may. Words of ASCII, which are most, are told by their shape first.
///
/// A class, because it is asked of every block.
final class WordFilter: Sendable {
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
  fileprivate func mayKnow(_ text: Excerpt, words limit: Int) -> Bool {
    var place = Place(offset: 0)
    while true {
      let stop = text.withBytes { read($0, from: &place, words: limit) }
      guard stop == .otherLetters else { return stop == .known }
      var reader = WordReader(text.part(place.offset..<text.count))
      guard let word = reader.next() else { return false }
      if words.contains(word.folded) { return true }
      place.offset += word.range.upperBound
      place.words += 1
    }
  }

  /// How far a text was read.
  private struct Place {
    var offset: Int
    var words = 0
  }

  /// What ends the reading of words of ASCII.
  private enum Stop {
    case known, end
    /// A word that has other letters.
    case otherLetters
  }

  /// Reads words of ASCII, and the marks between them.
  private func read(
    _ text: Span<UInt8>, from place: inout Place, words limit: Int
  ) -> Stop {
    var offset = place.offset
    var words = place.words
    while offset < text.count, words < limit {
      let start = offset
      if text[start].isLetter, words + 1 == limit, !shapes.mayBegin(with: text[start]) {
        return .end
      }
      while offset < text.count, text[offset].isInWord { offset += 1 }
      if offset > start {
        words += 1
        if has(text, start..<offset) { return .known }
      }
      guard offset < text.count else { break }
      if text[offset] >= 0x80 {
        guard text.hasPunctuation(at: offset) else {
          place = Place(offset: start, words: offset > start ? words - 1 : words)
          return .otherLetters
        }
        offset += 3
        continue
      }
      // In `drawback(s)` the bracket does not end the word.
      if text[offset] == UInt8(ascii: "("), offset > start { return .known }
      offset += 1
    }
    return .end
  }

  /// Whether a word, in ASCII, is one: by its shape, then by its letters.
  @inline(__always)
  private func has(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    shapes.mayHave(text, range) && words.contains(Phrase(folding: text, range))
  }
}

extension Excerpt {
  /// Whether it may have a phrase that a filter knows, among its first words.
  func mayHave(_ filter: WordFilter, words limit: Int = .max) -> Bool {
    filter.mayKnow(self, words: limit)
  }
}

extension Span<UInt8> {
  /// Whether a dash, a quotation mark or the like stands at an offset, which ends a word: one of U+2010
  /// to U+2027 but the apostrophe.
  fileprivate func hasPunctuation(at offset: Int) -> Bool {
    offset + 3 <= count && self[offset] == 0xE2 && self[offset + 1] == 0x80
      && (0x90...0xA7).contains(self[offset + 2]) && self[offset + 2] != 0x99
  }
}

extension UInt8 {
  /// Whether an ASCII character belongs to a word: a letter, a digit or an apostrophe.
  fileprivate var isInWord: Bool {
    @inline(__always) get { isLetter || isDigit || self == UInt8(ascii: "'") }
  }
}
