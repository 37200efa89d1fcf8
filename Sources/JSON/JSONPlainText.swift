/// What may stand in a string of JSON as it is: all but control characters, quotation marks and
/// backslashes (RFC 8259 section 7).
enum JSONPlainText {
  /// Where the run of such bytes ends that begins at an offset. Eight bytes at once: one that ends it
  /// shows by the highest bit of its place, and no byte before it does.
  static func end(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let high: UInt64 = 0x8080_8080_8080_8080
    let bytes = UnsafeRawBufferPointer(text)
    var index = start
    while index + 8 <= bytes.count {
      // Right because eight bytes from `index` on are the buffer's.
      let eight = UInt64(
        littleEndian: unsafe bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      let quotes = eight ^ ones &* UInt64(UInt8(ascii: "\""))
      let backslashes = eight ^ ones &* UInt64(UInt8(ascii: "\\"))
      // Where the subtraction borrows without need, a lower byte has borrowed with need.
      let ending =
        ((eight &- ones &* 0x20) & ~eight | (quotes &- ones) & ~quotes
          | (backslashes &- ones) & ~backslashes) & high
      if ending != 0 { return index + ending.trailingZeroBitCount / 8 }
      index += 8
    }
    while index < text.count, unsafe !ends(text[index]) { index += 1 }
    return index
  }

  private static func ends(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }
}
