extension FoldedCharacter {
  /// The character above ASCII at an offset, and where it ends.
  ///
  /// Kana and their voicing marks, and the parts of a Hangul syllable, are one character however
  /// they were sent. What is no UTF-8 is a separator of one byte, so the reading goes on.
  static func decode(_ text: borrowing Span<UInt8>, at offset: Int) -> (FoldedCharacter, end: Int) {
    // Latin, Greek, Cyrillic, Hebrew and Arabic letters are two bytes, and in the table.
    let lead = text[offset]
    if 0xC2...0xDF ~= lead, offset + 1 < text.count, text[offset + 1] & 0xC0 == 0x80 {
      let value = UInt32(lead & 0x1F) << 6 | UInt32(text[offset + 1] & 0x3F)
      return (table[Int(value - firstOfTable)], offset + 2)
    }
    guard let (scalar, end) = scalar(text, at: offset) else { return (.separator, offset + 1) }
    switch scalar.value {
    case 0x1100...0x1112, 0xAC00...0xD7A3:
      let (syllable, end) = Hangul.syllable(scalar, until: end, in: text)
      return (.letters(FoldedLetters(syllable)), end)
    case 0x3041...0x30FF, 0xFF66...0xFF9D:
      let full = Kana.fullWidth(ofHalfWidth: scalar.value) ?? scalar
      if let (mark, markEnd) = Self.scalar(text, at: end),
        let voiced = Kana.voiced(full, by: mark)
      {
        return (.unspaced(FoldedLetters(voiced)), markEnd)
      }
      return (of(full), end)
    default: return (of(scalar), end)
    }
  }

  /// The code point at an offset, and where it ends; `nil` at the end and at what is no UTF-8.
  fileprivate static func scalar(
    _ text: borrowing Span<UInt8>, at offset: Int
  ) -> (Unicode.Scalar, end: Int)? {
    guard offset < text.count else { return nil }
    let lead = text[offset]
    if lead < 0x80 { return (Unicode.Scalar(lead), offset + 1) }
    guard lead >= 0xC2, lead <= 0xF4 else { return nil }
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    guard length <= text.count - offset else { return nil }
    var value = UInt32(lead) & (0x7F >> UInt32(length))
    for index in offset + 1..<offset + length {
      guard text[index] & 0xC0 == 0x80 else { return nil }
      value = value << 6 | UInt32(text[index] & 0x3F)
    }
    guard let scalar = Unicode.Scalar(value) else { return nil }
    return (scalar, offset + length)
  }
}

/// The letters of Japanese that come in several forms.
enum Kana {
  private static let fullWidth = Array(
    "ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン".unicodeScalars)

  /// The Katakana of a half-width form; `nil` for everything else.
  static func fullWidth(ofHalfWidth value: UInt32) -> Unicode.Scalar? {
    (0xFF66...0xFF9D).contains(value) ? fullWidth[Int(value - 0xFF66)] : nil
  }

  /// The letter that a letter and the mark after it are together: カ and ゛ are ガ.
  static func voiced(_ letter: Unicode.Scalar, by mark: Unicode.Scalar) -> Unicode.Scalar? {
    let isHalfVoiced: Bool
    switch mark.value {
    case 0x3099, 0xFF9E: isHalfVoiced = false
    case 0x309A, 0xFF9F: isHalfVoiced = true
    default: return nil
    }
    let value = letter.value
    let hiragana = value >= 0x30A0 ? value - 0x60 : value
    switch hiragana {
    case 0x306F, 0x3072, 0x3075, 0x3078, 0x307B:
      return Unicode.Scalar(value + (isHalfVoiced ? 2 : 1))
    case _ where isHalfVoiced: return nil
    case 0x3046: return Unicode.Scalar(value + 0x4E)
    case 0x304B...0x3062 where hiragana % 2 == 1, 0x3064, 0x3066, 0x3068, 0x309D:
      return Unicode.Scalar(value + 1)
    default: return nil
    }
  }
}

/// The syllables of Korean (The Unicode Standard, section 3.12).
private enum Hangul {
  /// The syllable that a character begins, with the vowel and the final consonant after it.
  static func syllable(
    _ first: Unicode.Scalar, until end: Int, in text: borrowing Span<UInt8>
  ) -> (Unicode.Scalar, end: Int) {
    var syllable = first
    var end = end
    if (0x1100...0x1112).contains(first.value) {
      guard let (vowel, vowelEnd) = FoldedCharacter.scalar(text, at: end),
        (0x1161...0x1175).contains(vowel.value),
        let both = Unicode.Scalar(
          0xAC00 + ((first.value - 0x1100) * 21 + vowel.value - 0x1161) * 28)
      else { return (first, end) }
      (syllable, end) = (both, vowelEnd)
    }
    if (syllable.value - 0xAC00) % 28 == 0,
      let (final, finalEnd) = FoldedCharacter.scalar(text, at: end),
      (0x11A8...0x11C2).contains(final.value),
      let all = Unicode.Scalar(syllable.value + final.value - 0x11A7)
    {
      return (all, finalEnd)
    }
    return (syllable, end)
  }
}
