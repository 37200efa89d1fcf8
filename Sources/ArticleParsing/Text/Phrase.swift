/// One word or several, folded for comparison and kept as a number.
///
/// Folding is lower case and straight apostrophes; brackets inside a word fall away, so that
/// `Drawback(s)` is `drawbacks`, and so do the marks that Arabic may be written without. The Turkish
/// ı is an i and ß is ss, since capitals do not tell them apart. The number is a 64-bit hash that is the same in every process;
/// among the thousand phrases of the vocabulary no two share one, which a test holds.
struct Phrase: Hashable, Sendable {
  /// FNV-1a over the bytes of a word; words are chained by the same step.
  private(set) var hash: UInt64 = 0xCBF2_9CE4_8422_2325

  /// The beginning of a word, to which its bytes are added.
  init() {}

  /// A phrase of the vocabulary, its words parted by spaces, already in lower case.
  init(_ phrase: some StringProtocol) {
    let words = phrase.split(separator: " ").map { word in
      var folded = Phrase()
      for scalar in word.unicodeScalars { folded.add(scalar) }
      return folded
    }
    guard let first = words.first else { return }
    self = words.dropFirst().reduce(first) { $0.followed(by: $1) }
  }

  /// A word as it stands in a text, in UTF-8.
  init<Bytes: RandomAccessCollection<UInt8>>(folding word: Bytes) where Bytes.Index == Int {
    guard word.contains(where: { $0 >= 0x80 }) else {
      for byte in word { add(byte) }
      return
    }
    var offset = word.startIndex
    while let (scalar, length) = word.scalar(at: offset) {
      add(scalar)
      offset += length
    }
  }

  /// A word of ASCII as it stands in a text.
  @inline(__always)
  init(folding text: Span<UInt8>, _ word: Range<Int>) {
    for offset in word { add(text[offset]) }
  }

  /// Adds a byte to a word, folding it if it is ASCII.
  mutating func add(_ byte: UInt8) {
    add(folded: byte.asSmall)
  }

  /// Adds a byte that is folded already.
  mutating func add(folded byte: UInt8) {
    hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
  }

  /// Adds a character to a word, folding it.
  @inline(__always)
  mutating func add(_ scalar: Unicode.Scalar) {
    if scalar.isASCII, scalar != "(", scalar != ")" {
      add(UInt8(truncatingIfNeeded: scalar.value))
    } else {
      addUncommon(scalar)
    }
  }

  /// The same for brackets and for what is not ASCII.
  private mutating func addUncommon(_ scalar: Unicode.Scalar) {
    scalar.foldUncommon { add(folded: $0) }
  }

  /// The phrase of this one and a word behind it.
  func followed(by word: Phrase) -> Phrase {
    var chained = self
    chained.hash = (hash ^ (word.hash &+ 0x9E37_79B9_7F4A_7C15)) &* 0x100_0000_01B3
    return chained
  }
}

extension Unicode.Scalar {
  /// Gives the bytes by which a character of a word is compared, in order; none for some.
  func fold(_ take: (UInt8) -> Void) {
    if isASCII, self != "(", self != ")" {
      take(UInt8(truncatingIfNeeded: value).asSmall)
    } else {
      foldUncommon(take)
    }
  }

  /// The same for brackets and for what is not ASCII.
  fileprivate func foldUncommon(_ take: (UInt8) -> Void) {
    switch self {
    case "’", "‘": take(UInt8(ascii: "'"))
    case "(", ")": break
    case "ı": take(UInt8(ascii: "i"))
    // The dot that lower case leaves of İ, and the vowel signs and the stretching of Arabic.
    case "\u{307}", "\u{640}", "\u{64B}"..."\u{652}", "\u{670}": break
    case "أ", "إ", "آ": Unicode.Scalar("ا").encode(take)
    case "İ": take(UInt8(ascii: "i"))
    case "ß", "ẞ": for _ in 0..<2 { take(UInt8(ascii: "s")) }
    default:
      if isLowercaseOrUncased {
        encode(take)
      } else if let small = nearbySmall {
        small.encode(take)
      } else {
        for scalar in properties.lowercaseMapping.unicodeScalars {
          if scalar.isASCII { scalar.fold(take) } else { scalar.encode(take) }
        }
      }
    }
  }

  /// Gives the bytes of the character.
  private func encode(_ take: (UInt8) -> Void) {
    guard let encoded = UTF8.encode(self) else { return }
    for byte in encoded { take(byte) }
  }

  /// Whether folding surely leaves the character as it is: small letters of the scripts in use, and
  /// letters of scripts without case. Asking Unicode's tables takes ten times as long.
  fileprivate var isLowercaseOrUncased: Bool {
    switch value {
    case 0xE0...0xFF, 0x430...0x45F, 0x620...0x6FF, 0x3040...0x30FF, 0x3400...0x9FFF,
      0xAC00...0xD7A3:
      true
    default: false
    }
  }
}
