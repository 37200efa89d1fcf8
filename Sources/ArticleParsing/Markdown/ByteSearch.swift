/// Searches for single bytes, eight at a time.
extension [UInt8] {
  /// The offset of the first line feed or carriage return of a range, or the range's end.
  func lineEnd(from start: Int, to end: Int) -> Int {
    first(in: start..<end) { word in
      word.zeroBytes(xor: .lineFeed) | word.zeroBytes(xor: .carriageReturn)
    } ?? end
  }

  /// Whether a byte stands in a range.
  func contains(_ byte: UInt8, in range: Range<Int>) -> Bool {
    first(in: range) { $0.zeroBytes(xor: byte) } != nil
  }

  /// The offset of the first byte of a range with which inline structure may begin or end, or a mark
  /// of a quotation; the range's end if there is none.
  func inlineMark(from start: Int, to end: Int) -> Int {
    var offset = start
    while let found = first(in: offset..<end, { $0.mayBeInlineMarks }) {
      if self[found] != UInt8(ascii: "^"), self[found] != UInt8(ascii: "="), self[found] != 0x7F {
        return found
      }
      offset = found + 1
    }
    return end
  }

  /// The first offset of a range at which a search of eight bytes finds something.
  ///
  /// The search is given eight bytes, the first one lowest, and answers with the highest bit set of
  /// the first byte that is looked for; bits of bytes behind it may be set, too.
  @inline(__always)
  private func first(in range: Range<Int>, _ matches: (UInt64) -> UInt64) -> Int? {
    var offset = range.lowerBound
    while range.upperBound - offset >= 8 {
      // Any eight bytes are a number, and the span checks that they are its own.
      let word = unsafe span.bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self)
      let found = matches(UInt64(littleEndian: word))
      if found != 0 { return offset + found.trailingZeroBitCount / 8 }
      offset += 8
    }
    while offset < range.upperBound {
      // Alone in its word, with the seven bytes above it such as no search is for.
      if matches(0xFFFF_FFFF_FFFF_FF00 | UInt64(self[offset])) & 0x80 != 0 { return offset }
      offset += 1
    }
    return nil
  }
}

extension UInt64 {
  /// The highest bits of the bytes that are one of ``\&`*_~[]<>``, or of `^`, `=` and delete.
  fileprivate var mayBeInlineMarks: UInt64 {
    let low = self & 0x7F7F_7F7F_7F7F_7F7F
    let found =
      atLeast(0x5B, low) & ~atLeast(0x61, low) | atLeast(0x3C, low) & ~atLeast(0x3F, low)
      | atLeast(0x7E, low)
    return (found & ~self & 0x8080_8080_8080_8080)
      | zeroBytes(xor: UInt8(ascii: "*")) | zeroBytes(xor: UInt8(ascii: "&"))
  }

  /// The highest bits of the bytes that are at least a number, of bytes below 0x80.
  private func atLeast(_ number: UInt64, _ low: UInt64) -> UInt64 {
    low &+ (0x80 &- number) &* 0x0101_0101_0101_0101
  }

  /// The highest bit of the first of the eight bytes that is a given one, and perhaps of others
  /// behind it.
  fileprivate func zeroBytes(xor byte: UInt8) -> UInt64 {
    let difference = self ^ (UInt64(byte) &* 0x0101_0101_0101_0101)
    return (difference &- 0x0101_0101_0101_0101) & ~difference & 0x8080_8080_8080_8080
  }
}
