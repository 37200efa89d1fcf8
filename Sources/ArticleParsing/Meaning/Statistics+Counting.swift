extension Statistics {
  /// Counts a text in one pass.
  init(counting text: SourceText) {
    var inWord = false
    var words = 0
    var characters = 0
    var offset = 0
    let bytes = text.utf8
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte.startsCharacter { characters += 1 }
      if byte.isSpace {
        inWord = false
      } else if byte >= 0xE3, let (scalar, _) = bytes.scalar(at: offset), scalar.isIdeographic {
        words += 1
        inWord = false
      } else if !inWord, byte.startsCharacter {
        words += 1
        inWord = true
      }
      offset += 1
    }
    self.words = words
    self.characters = characters
    readingMinutes = (words + 229) / 230
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
