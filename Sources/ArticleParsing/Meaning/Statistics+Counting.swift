extension Statistics {
  /// The sizes of a text of which these are the counts.
  init(of text: SourceText, _ counts: TextCounts) {
    words = counts.mayHaveIdeographs ? Self.wordsAndIdeographs(in: text.utf8) : counts.words
    characters = text.utf8.count - counts.continuations
    readingMinutes = (words + 229) / 230
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
    case 0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF: true
    default: false
    }
  }
}
