/// Tells quickly that a text has no word of the vocabulary: most headings and labels have none.
///
/// Of every phrase the filter holds one word, the phrase's longest, as a bit at the word's hash. A
/// text without such a word holds no phrase; a text with one may. Only ASCII is folded here, so a
/// text with other letters may always.
struct WordFilter: Sendable {
  private var bits = [UInt64](repeating: 0, count: 256)

  /// A filter for phrases, each as its words in lower case.
  init(_ phrases: [[Substring]]) {
    for phrase in phrases {
      guard let longest = phrase.max(by: { $0.utf8.count < $1.utf8.count }) else { continue }
      var hash = Hash()
      for byte in longest.utf8 { hash.add(byte) }
      bits[hash.word] |= 1 << hash.bit
    }
  }

  /// Whether a text may have a phrase. Linear in the text, without allocation.
  func mayKnow(_ text: ArraySlice<UInt8>) -> Bool {
    var hash = Hash()
    var isEmpty = true
    for byte in text {
      if byte >= 0x80 { return true }
      if byte.isLetter || byte.isDigit || byte == UInt8(ascii: "'") {
        hash.add(byte.isUppercase ? byte | 0x20 : byte)
        isEmpty = false
      } else if byte == UInt8(ascii: "(") {
        continue  // `Drawback(s)` is `drawbacks`
      } else if !isEmpty {
        if bits[hash.word] & 1 << hash.bit != 0 { return true }
        hash = Hash()
        isEmpty = true
      }
    }
    return !isEmpty && bits[hash.word] & 1 << hash.bit != 0
  }

  /// FNV-1a, of which 14 bits are used.
  private struct Hash {
    private var value: UInt64 = 0xCBF2_9CE4_8422_2325

    mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }

    var word: Int { Int(truncatingIfNeeded: value >> 32) & 255 }
    var bit: UInt64 { value >> 48 & 63 }
  }
}

/// A word of at most eight bytes in one integer, ASCII in lower case: compared without a string.
struct PackedWord: Hashable, Sendable {
  private var bytes: UInt64 = 0

  /// A word; `nil` when it is empty or longer.
  init?(_ word: ArraySlice<UInt8>) {
    guard (1...8).contains(word.count) else { return nil }
    for byte in word { bytes = bytes << 8 | UInt64(byte.isUppercase ? byte | 0x20 : byte) }
  }
}
