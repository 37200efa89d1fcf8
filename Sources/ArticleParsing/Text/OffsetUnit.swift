/// In what the offsets of an answer count.
package enum OffsetUnit: String, Sendable, Hashable, CaseIterable {
  /// Bytes of UTF-8: what Swift, Go and Rust cut text by, and what the parser counts in.
  case utf8
  /// Code units of UTF-16: what JavaScript, Java and C# cut strings by.
  case utf16
  /// Unicode code points: what Python cuts strings by.
  case codepoint
}

/// The places of a text in some unit: one table for all questions that an answer puts.
///
/// The units before every 128th byte are counted in one pass when the table is made, at 32 bits
/// each; a question counts on from there, at most 127 bytes. In UTF-8 there is nothing to count, and
/// the table is free.
package struct TextOffsets: Sendable {
  /// The text.
  package let text: SourceText
  /// What the offsets count.
  package let unit: OffsetUnit
  /// The units before each stride; empty where units are bytes.
  private let table: [UInt32]

  private static let stride = 128

  /// The table of a text. Linear in the text, but for ``OffsetUnit/utf8``, which costs nothing.
  package init(_ text: SourceText, in unit: OffsetUnit) {
    self.text = text
    self.unit = unit
    guard unit != .utf8 else {
      table = []
      return
    }
    let bytes = text.utf8
    var table: [UInt32] = []
    table.reserveCapacity(bytes.count / Self.stride + 1)
    var count: UInt32 = 0
    var start = 0
    while start < bytes.count {
      table.append(count)
      let end = min(start + Self.stride, bytes.count)
      // Documents are far smaller than the 4 GiB at which this would begin again at 0.
      count &+= UInt32(truncatingIfNeeded: Self.units(in: bytes[start..<end], unit))
      start = end
    }
    table.append(count)
    self.table = table
  }

  /// The offset of a byte, which must begin a character or be the end; one beyond the text counts as
  /// its end, but for UTF-8, where it stays what it is.
  package subscript(byte: Int) -> Int {
    guard unit != .utf8 else { return byte }
    let byte = min(max(byte, 0), text.utf8.count)
    let block = byte / Self.stride
    let start = block * Self.stride
    guard start < byte else { return Int(table[block]) }
    return Int(table[block]) + Self.units(in: text.utf8[start..<byte], unit)
  }

  /// How many units begin in these bytes: a character of four bytes is a pair of surrogates in
  /// UTF-16, every other character is one unit.
  private static func units(in bytes: ArraySlice<UInt8>, _ unit: OffsetUnit) -> Int {
    var units = 0
    for byte in bytes {
      units &+= byte & 0xC0 != 0x80 ? 1 : 0
      if unit == .utf16 { units &+= byte >= 0xF0 ? 1 : 0 }
    }
    return units
  }
}
