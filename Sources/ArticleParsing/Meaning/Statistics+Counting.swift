extension Statistics {
  /// Counts a text in one pass; where it has scripts written without spaces, in a second one.
  init(counting text: SourceText) {
    var words = 0
    var continuations = 0
    var mayHaveIdeographs = false
    var wasSpace = true
    for byte in text.utf8 {
      let isSpace = byte.isSpace
      words &+= wasSpace && !isSpace ? 1 : 0
      continuations &+= byte.startsCharacter ? 0 : 1
      // Kana and ideographs begin with these bytes, and so does little else.
      mayHaveIdeographs = mayHaveIdeographs || (0xE3...0xE9).contains(byte) || byte == 0xEF
      wasSpace = isSpace
    }
    self.words = mayHaveIdeographs ? Self.wordsAndIdeographs(in: text.utf8) : words
    characters = text.utf8.count - continuations
    readingMinutes = (self.words + 229) / 230
  }

  private static func wordsAndIdeographs(in bytes: [UInt8]) -> Int {
    var words = 0
    var inWord = false
    for (offset, byte) in bytes.enumerated() where byte.startsCharacter {
      if byte.isSpace {
        inWord = false
      } else if byte >= 0xE3, bytes.scalar(at: offset)?.scalar.isIdeographic ?? false {
        words += 1
        inWord = false
      } else if !inWord {
        words += 1
        inWord = true
      }
    }
    return words
  }
}

extension Unicode.Scalar {
  /// Kana and CJK ideographs, of which texts are written without spaces.
  var isIdeographic: Bool {
    switch value {
    case 0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x2FA1F: true
    default: false
    }
  }
}
