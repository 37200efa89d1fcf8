extension Statistics {
  /// Counts a text in one pass; where it has scripts written without spaces, in a second one.
  init(counting text: SourceText) {
    var counts = Counts()
    let bytes = text.utf8.span
    var offset = 0
    while offset < bytes.count {
      if offset > 0 { counts.addProse(bytes, &offset) }
      // What stopped that is among the next sixteen bytes.
      let end = min(bytes.count, offset + 16)
      while offset + 8 <= end {
        counts.add(EightBytes(bytes, at: offset))
        offset += 8
      }
      while offset < end {
        counts.add(bytes[offset])
        offset += 1
      }
    }
    self.init(
      of: text, words: counts.words, continuations: counts.continuations,
      mayHaveIdeographs: counts.ideographs != 0)
  }

  /// The sizes of a text of which is known what white space parts, and how many bytes only go on with
  /// a character.
  init(of text: SourceText, words: Int, continuations: Int, mayHaveIdeographs: Bool) {
    self.words = mayHaveIdeographs ? Self.wordsAndIdeographs(in: text.utf8) : words
    characters = text.utf8.count - continuations
    readingMinutes = (self.words + 229) / 230
  }

  /// What is counted.
  private struct Counts {
    var words = 0
    var continuations = 0
    /// Not 0 if some byte may begin a character of a script without spaces.
    var ideographs: UInt64 = 0
    /// The highest bit of a byte if the last one was a space, or there was none.
    var endsInSpace: UInt64 = 0x80

    /// Counts all sixteens of bytes up to one with another character than ASCII's printable ones.
    ///
    /// - Parameters:
    ///   - bytes: the text.
    ///   - offset: where to begin, not at the very beginning of the text; then where the rest begins.
    @inline(__always)
    mutating func addProse(_ bytes: Span<UInt8>, _ offset: inout Int) {
      // The byte before may be white space of another kind, which the sixteens do not look for.
      let start = offset
      while offset + 16 <= bytes.count {
        var begun = SixteenBytes.Answer()
        // So many rounds that no count runs over.
        let end = min(bytes.count - 15, offset + 255 * 16)
        while offset < end {
          let sixteen = SixteenBytes(bytes, at: offset)
          guard sixteen.arePrintable else { break }
          let isBehindSpace = SixteenBytes(bytes, at: offset - 1).equal(.space)
          begun.count(isBehindSpace .& .!sixteen.equal(.space))
          offset += 16
        }
        words += begun.sum
        if offset < end { break }
      }
      guard offset > start else { return }
      if endsInSpace != 0, bytes[start - 1] != .space, bytes[start] != .space { words += 1 }
      endsInSpace = bytes[offset - 1] == .space ? 0x80 : 0
    }

    /// Counts eight bytes.
    @inline(__always)
    mutating func add(_ eight: EightBytes) {
      let spaces = eight.spaces
      // A word begins where no space is and one was just before.
      words += (~spaces & (spaces << 8 | endsInSpace) & EightBytes.high).nonzeroBitCount
      endsInSpace = spaces >> 56
      guard !eight.areASCII else { return }
      continuations += eight.continuations.nonzeroBitCount
      ideographs |= eight.mayBeIdeographs
    }

    /// Counts one byte.
    mutating func add(_ byte: UInt8) {
      if endsInSpace != 0, !byte.isSpace { words += 1 }
      if !byte.startsCharacter { continuations += 1 }
      if (0xE3...0xE9).contains(byte) || byte == 0xEF { ideographs = 1 }
      endsInSpace = byte.isSpace ? 0x80 : 0
    }
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
