/// What is seen of a word before it is read letter by letter: its ends and its length.
struct WordShape: Sendable {
  /// The letters are folded; a bracket is none.
  fileprivate var first: UInt8 = 0
  fileprivate var last: UInt8 = 0
  fileprivate(set) var count = 0

  /// Adds the next letter.
  mutating func add(_ letter: UInt8) {
    if count == 0 { first = letter }
    last = letter
    count += 1
  }

  /// The place of its bit among those of all words with this first letter and length.
  @inline(__always)
  fileprivate var place: Int { Int(first & 31) << 5 | min(count, 31) }
  /// The bit of its last letter.
  @inline(__always)
  fileprivate var bit: UInt32 { 1 << UInt32(last & 31) }
}

/// The shapes of some words, by which most others are told from them.
struct WordShapes: Sendable {
  /// By ``WordShape/place``, the last letters of the words.
  private var endings = [UInt32](repeating: 0, count: 1024)
  /// The first letters of the words.
  private var beginnings: UInt32 = 0

  init(_ shapes: [WordShape]) {
    for shape in shapes where shape.count > 0 {
      endings[shape.place] |= shape.bit
      beginnings |= 1 << UInt32(shape.first & 31)
    }
  }

  /// Whether a word that begins with a letter of ASCII may be one.
  @inline(__always)
  func mayBegin(with letter: UInt8) -> Bool { beginnings >> UInt32(letter & 31) & 1 != 0 }

  /// Whether a word of a text, in ASCII and of either case, may be one. Constant time.
  @inline(__always)
  func mayHave(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    let shape = WordShape(
      first: text[range.lowerBound].asSmall, last: text[range.upperBound - 1].asSmall,
      count: range.count)
    return endings[shape.place] & shape.bit != 0
  }
}
