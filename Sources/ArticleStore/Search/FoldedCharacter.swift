/// What a character is to search.
///
/// Letters are in lower case and without their marks, and digits are ASCII: é is e, ø o, ß ss, İ and
/// ı i, ё е, й и, ά α; a mark falls whether it is a character of its own or part of a letter, so
/// that a text is found in every normal form. What falls are the marks of Latin, Greek, Cyrillic,
/// Hebrew and Arabic, the nukta, and what shows nothing (joiners, directions, soft hyphens). The
/// vowel signs of India and South-East Asia are letters.
enum FoldedCharacter: Sendable, Equatable {
  /// White space, punctuation, symbols: it parts words.
  case separator
  /// It is as if it were not there.
  case ignored
  /// A letter or digit, or the few that it stands for.
  case letters(FoldedLetters)
  /// A letter of a script that is written without spaces between words: Han, Hiragana, Katakana,
  /// Bopomofo, Thai, Lao, Burmese, Khmer.
  case unspaced(FoldedLetters)

  /// What this code point, above ASCII, is. A look into a table for the scripts of most texts, a few
  /// comparisons for Chinese, Japanese and Korean; only the others ask the tables of Unicode.
  static func of(_ scalar: Unicode.Scalar) -> FoldedCharacter {
    let value = scalar.value
    if value < firstOfTable { return asciiCharacter(UInt8(truncatingIfNeeded: value)) }
    if value < endOfTable { return table[Int(value - firstOfTable)] }
    switch value {
    // Hangul syllables, which stand in words.
    case 0xAC00...0xD7A3: return .letters(FoldedLetters(scalar))
    case 0x3005...0x3007, 0x3021...0x3029, 0x3031...0x3035, 0x303B, 0x3041...0x3096,
      0x309D...0x309F, 0x30A1...0x30FA, 0x30FC...0x312F, 0x31A0...0x31BF, 0x31F0...0x31FF,
      0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x1AFF0...0x1B16F, 0x20000...0x323AF:
      return .unspaced(FoldedLetters(scalar))
    // Full-width forms of ASCII.
    case 0xFF01...0xFF5E: return asciiCharacter(UInt8(truncatingIfNeeded: value - 0xFF01 + 0x21))
    case 0xFF66...0xFF9D:
      return .unspaced(FoldedLetters(Kana.fullWidth(ofHalfWidth: value) ?? scalar))
    default: return FoldedCharacter(lookingUp: scalar)
    }
  }

  private static func asciiCharacter(_ byte: UInt8) -> FoldedCharacter {
    FoldedLetters.folded(byte).map { .letters(FoldedLetters(ascii: $0)) } ?? .separator
  }

  static let firstOfTable: UInt32 = 0x80
  private static let endOfTable: UInt32 = 0x2E80
  /// What all code points of these are; made when the first is asked for.
  static let table: [FoldedCharacter] = (firstOfTable..<endOfTable).map {
    Unicode.Scalar($0).map(FoldedCharacter.init(lookingUp:)) ?? .separator
  }

  /// The rows of the data by the letter that is folded.
  private static let bases: [UInt32: FoldedLetters] = {
    var bases: [UInt32: FoldedLetters] = [:]
    for row in rows.split(separator: "\n") {
      let parts = row.split(separator: " ")
      guard parts.count == 2 else { continue }
      let base = FoldedLetters(parts[0].unicodeScalars)
      for letter in parts[1].unicodeScalars { bases[letter.value] = base }
    }
    for (base, letters) in codeRows {
      guard let base = Unicode.Scalar(base) else { continue }
      for letter in letters { bases[letter] = FoldedLetters(base) }
    }
    return bases
  }()

  private init(lookingUp scalar: Unicode.Scalar) {
    if Self.isIgnored(scalar.value) {
      self = .ignored
      return
    }
    let properties = scalar.properties
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .letterNumber, .otherNumber:
      // The apostrophe of Ukrainian and others is a letter to Unicode.
      if (0x02B9...0x02BF).contains(scalar.value) {
        self = .separator
        return
      }
      var letters = FoldedLetters()
      for lower in properties.lowercaseMapping.unicodeScalars where !Self.isIgnored(lower.value) {
        letters.append(Self.bases[lower.value] ?? FoldedLetters(lower))
      }
      if letters.count == 0 {
        self = .ignored
      } else {
        self = Self.isUnspaced(scalar.value) ? .unspaced(letters) : .letters(letters)
      }
    case .decimalNumber:
      let digit = properties.numericValue.flatMap { UInt8(exactly: $0) } ?? 0
      self = .letters(FoldedLetters(ascii: UInt8(ascii: "0") + min(digit, 9)))
    default: self = .separator
    }
  }

  /// Marks that are dropped, and what shows nothing.
  private static func isIgnored(_ value: UInt32) -> Bool {
    switch value {
    case 0x0300...0x036F, 0x0483...0x0489, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x20D0...0x20FF,
      0xFE20...0xFE2F:
      true  // Of Latin, Greek, Cyrillic and of symbols.
    case 0x0591...0x05BD, 0x05BF, 0x05C1...0x05C2, 0x05C4...0x05C5, 0x05C7:
      true  // The points and accents of Hebrew.
    case 0x0610...0x061A, 0x0640, 0x064B...0x065F, 0x0670, 0x06D6...0x06DC, 0x06DF...0x06E4,
      0x06E7...0x06E8, 0x06EA...0x06ED, 0x0711, 0x0730...0x074A:
      true  // The marks of Arabic and Syriac, and the tatweel.
    case 0x093C, 0x09BC, 0x0A3C, 0x0ABC, 0x0B3C: true  // The nukta.
    case 0x3099...0x309A, 0xFF9E...0xFF9F: true  // The voicing marks of kana.
    case 0x00AD, 0x034F, 0x061C, 0x180B...0x180F, 0x200C...0x200F, 0x202A...0x202E, 0x2060...0x206F,
      0xFE00...0xFE0F, 0xFEFF, 0xE0000...0xE01EF:
      true  // Soft hyphens, joiners, directions, variation selectors, tags.
    default: false
    }
  }

  /// The letters and signs of Thai, Lao, Burmese and Khmer.
  private static func isUnspaced(_ value: UInt32) -> Bool {
    switch value {
    case 0x0E01...0x0E4E, 0x0E80...0x0ECF, 0x0EDC...0x0EDF, 0x1000...0x103F, 0x1050...0x109F,
      0x1780...0x17D3, 0x17D7, 0x17DC, 0x17DD:
      true
    default: false
    }
  }
}

/// The UTF-8 bytes of one to four letters that a character folds to: at most four.
struct FoldedLetters: Sendable, Equatable {
  /// The first byte lowest.
  private var bytes: UInt32 = 0
  private var length: UInt8 = 0

  /// The number of bytes.
  var count: Int { Int(length) }

  init() {}

  init(ascii byte: UInt8) {
    bytes = UInt32(byte)
    length = 1
  }

  init(_ scalar: Unicode.Scalar) { self.init(CollectionOfOne(scalar)) }

  /// The scalars, as far as there is room for them.
  init(_ scalars: some Sequence<Unicode.Scalar>) {
    for scalar in scalars {
      let encoded = UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
      guard count + encoded.count <= 4 else { return }
      for byte in encoded {
        bytes |= UInt32(byte) << UInt32(8 * length)
        length += 1
      }
    }
  }

  /// Appends others, if there is room for all of them.
  mutating func append(_ other: FoldedLetters) {
    guard count + other.count <= 4 else { return }
    bytes |= other.bytes << UInt32(8 * length)
    length += other.length
  }

  /// Writes the letters.
  @inline(__always)
  func append(to words: inout OutputSpan<UInt8>) {
    var bytes = bytes
    for _ in 0..<length {
      words.append(UInt8(truncatingIfNeeded: bytes))
      bytes >>= 8
    }
  }

  /// Appends the letters to what is there already.
  func append(to words: inout [UInt8]) {
    words.append(addingCapacity: count) { append(to: &$0) }
  }

  /// The letter or digit that an ASCII byte is, in lower case; `nil` for everything else.
  @inline(__always)
  static func folded(_ byte: UInt8) -> UInt8? {
    let lower = byte | 0x20
    if lower &- UInt8(ascii: "a") < 26 { return lower }
    return byte &- UInt8(ascii: "0") < 10 ? byte : nil
  }
}
