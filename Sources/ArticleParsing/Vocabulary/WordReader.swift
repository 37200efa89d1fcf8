/// Reads the words of a text one by one, without allocation.
struct WordReader {
  private let text: Excerpt
  private var offset = 0
  /// Whether what was read last is a word and no sign.
  private var isBehindWord = false

  init(_ text: Excerpt) { self.text = text }

  /// The next word, or sign that counts as one; `nil` when there are no more.
  mutating func next() -> Words.Word? {
    while offset < text.count {
      let byte = text[offset]
      if byte.isLetter || byte.isDigit || byte >= 0x80 && Self.isWordPart(text, at: offset) {
        return readWord()
      }
      if let sign = readSign() { return sign }
      offset += byte < 0x80 ? 1 : text.scalar(at: offset)?.length ?? text.count
    }
    return nil
  }

  /// The sign that stands straight behind the last word; `nil` where there is none.
  mutating func nextSign() -> Words.Word? { isBehindWord ? readSign() : nil }

  /// Reads a sign that is a word of its own.
  private mutating func readSign() -> Words.Word? {
    guard offset < text.count else { return nil }
    let byte = text[offset]
    guard byte == UInt8(ascii: "&") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "+") else {
      return nil
    }
    var sign = Phrase()
    sign.add(byte)
    offset += 1
    isBehindWord = false
    return Words.Word(folded: sign, range: offset - 1..<offset)
  }

  /// Reads the word that begins here.
  private mutating func readWord() -> Words.Word {
    let start = offset
    isBehindWord = true
    var word = Phrase()
    while true {
      offset = text.withBytes { bytes in
        var offset = offset
        while offset < bytes.count, bytes[offset].isLetter || bytes[offset].isDigit {
          // What is a letter or a digit is folded by this bit.
          word.add(folded: bytes[offset] | 0x20)
          offset += 1
        }
        return offset
      }
      guard let (scalar, length) = text.scalar(at: offset) else { break }
      if scalar.isASCII {
        guard joins(UInt8(truncatingIfNeeded: scalar.value)) else { break }
        word.add(scalar)
      } else if scalar.isUnfoldedLetter {
        for place in offset..<offset + length { word.add(folded: text[place]) }
      } else {
        guard Self.isWordPart(scalar) else { break }
        word.add(scalar)
      }
      offset += length
    }
    return Words.Word(folded: word, range: start..<offset)
  }

  private static func isWordPart(_ text: Excerpt, at offset: Int) -> Bool {
    text.scalar(at: offset).map { isWordPart($0.scalar) } ?? false
  }

  /// Whether a character that is not ASCII belongs to a word.
  private static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isAlphabetic || scalar == "’" { return true }
    // Punctuation of the common scripts, without asking the tables of Unicode.
    if (0x2010...0x2027).contains(scalar.value) || (0x3001...0x3002).contains(scalar.value) {
      return false
    }
    return scalar.properties.generalCategory == .nonspacingMark
      || scalar.properties.numericType != nil
  }

  /// Marks that belong to a word only inside it: the apostrophe, a point between letters (`e.g`) and
  /// the brackets around an ending, as in `Drawback(s)` and `Ziel(e)`.
  private func joins(_ mark: UInt8) -> Bool {
    switch mark {
    case UInt8(ascii: "'"): true
    case UInt8(ascii: "."): offset + 1 < text.count && text[offset + 1].isLetter
    case UInt8(ascii: "("): bracketEnd(from: offset) != nil
    case UInt8(ascii: ")"):
      (offset - Self.longestEnding - 1..<offset).contains { bracketEnd(from: $0) == offset }
    default: false
    }
  }

  /// Where the ending in brackets closes that begins at an offset, straight behind a letter.
  private func bracketEnd(from open: Int) -> Int? {
    guard open > 0, text.has("(", at: open), text[open - 1].isLetter || text[open - 1] >= 0x80
    else { return nil }
    let letters = text[(open + 1)...].prefix(Self.longestEnding + 1).prefix(while: \.isLetter).count
    let close = open + 1 + letters
    return (1...Self.longestEnding).contains(letters) && text.has(")", at: close) ? close : nil
  }

  /// Letters that an ending in brackets has at most.
  private static let longestEnding = 3
}
