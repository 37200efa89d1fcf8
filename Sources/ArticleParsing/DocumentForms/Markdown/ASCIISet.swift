/// A set of ASCII characters, asked without a branch: one bit for each.
struct ASCIISet {
  private let low: UInt64
  private let high: UInt64

  /// The characters of a string, those beyond ASCII left out.
  init(_ characters: String) {
    var low: UInt64 = 0
    var high: UInt64 = 0
    for character in characters.utf8 where character < 0x80 {
      if character < 64 {
        low |= 1 << UInt64(character)
      } else {
        high |= 1 << UInt64(character - 64)
      }
    }
    self.low = low
    self.high = high
  }

  /// Whether a byte is a character of the set.
  @inline(__always)
  func contains(_ byte: UInt8) -> Bool {
    let half = byte < 64 ? low : byte < 0x80 ? high : 0
    return half >> UInt64(byte & 63) & 1 != 0
  }

  /// The first offset of a range, which must be one of these bytes, at which a character of the set
  /// stands, or the range's end.
  func first(in range: Range<Int>, of bytes: [UInt8]) -> Int {
    let span = bytes.span
    var offset = range.lowerBound
    while offset < range.upperBound, !contains(span[offset]) { offset += 1 }
    return offset
  }
}
