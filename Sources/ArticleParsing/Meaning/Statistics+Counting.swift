extension Statistics {
  /// Counts a text in one pass; where it has scripts written without spaces, in a second one.
  init(counting text: SourceText) {
    var counts = Counts()
    // The pointer is used within the closure only, and no further than its count.
    unsafe text.utf8.withUnsafeBytes { bytes in
      var offset = 0
      while offset + 8 <= bytes.count {
        let eight = unsafe bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        counts.add(UInt64(littleEndian: eight))
        offset += 8
      }
      while offset < bytes.count {
        unsafe counts.add(bytes[offset])
        offset += 1
      }
    }
    words = counts.mayHaveIdeographs ? Self.wordsAndIdeographs(in: text.utf8) : counts.words
    characters = text.utf8.count - counts.continuations
    readingMinutes = (words + 229) / 230
  }

  /// What is counted, eight bytes at a time: each byte's answer is the highest bit of its place.
  private struct Counts {
    var words = 0
    var continuations = 0
    /// Kana and ideographs begin with 0xE3 to 0xE9 and 0xEF, and so does little else.
    var mayHaveIdeographs = false
    private var endsInSpace = true

    private static let high: UInt64 = 0x8080_8080_8080_8080
    private static let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F

    mutating func add(_ eight: UInt64) {
      let spaces =
        (Self.atLeast(0x09, eight) & ~Self.atLeast(0x0E, eight)
          | Self.atLeast(0x20, eight) & ~Self.atLeast(0x21, eight)) & ~eight & Self.high
      // A word begins where no space is and one was just before.
      let starts = ~spaces & (spaces << 8 | (endsInSpace ? 0x80 : 0)) & Self.high
      words &+= starts.nonzeroBitCount
      continuations &+= (eight & ~(eight << 1) & Self.high).nonzeroBitCount
      let ideographs =
        (Self.atLeast(0x63, eight) & ~Self.atLeast(0x6A, eight)
          | Self.atLeast(0x6F, eight) & ~Self.atLeast(0x70, eight)) & eight & Self.high
      mayHaveIdeographs = mayHaveIdeographs || ideographs != 0
      endsInSpace = spaces >> 63 == 1
    }

    mutating func add(_ byte: UInt8) {
      if endsInSpace, !byte.isSpace { words += 1 }
      if !byte.startsCharacter { continuations += 1 }
      mayHaveIdeographs = mayHaveIdeographs || (0xE3...0xE9).contains(byte) || byte == 0xEF
      endsInSpace = byte.isSpace
    }

    /// The bytes whose lower seven bits are at least a number.
    private static func atLeast(_ number: UInt64, _ eight: UInt64) -> UInt64 {
      (eight & low) &+ (0x80 &- number) &* 0x0101_0101_0101_0101
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
