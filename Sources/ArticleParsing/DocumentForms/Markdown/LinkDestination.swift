/// The part of an inline link behind its text: `(destination "title")` (CommonMark 0.30, section 6.3).
enum LinkDestination {
  /// Brackets inside a destination may be nested this deep.
  private static let deepest = 32

  /// Where the link ends, if a destination begins at an offset.
  static func end(_ bytes: [UInt8], from start: Int, to end: Int) -> Int? {
    guard start < end, bytes[start] == UInt8(ascii: "(") else { return nil }
    var offset = skipSpace(bytes, from: start + 1, to: end)
    guard let destination = destinationEnd(bytes, from: offset, to: end) else { return nil }
    offset = skipSpace(bytes, from: destination, to: end)
    if offset > destination, let title = titleEnd(bytes, from: offset, to: end) {
      offset = skipSpace(bytes, from: title, to: end)
    }
    guard offset < end, bytes[offset] == UInt8(ascii: ")") else { return nil }
    return offset + 1
  }

  private static func destinationEnd(_ bytes: [UInt8], from start: Int, to end: Int) -> Int? {
    var offset = start
    if offset < end, bytes[offset] == UInt8(ascii: "<") {
      // No line break and no further < may stand in it; so no byte is looked at for two of them.
      offset += 1
      while offset < end, !bytes[offset].isLineBreak, bytes[offset] != UInt8(ascii: "<") {
        if bytes[offset] == UInt8(ascii: ">") { return offset + 1 }
        offset += bytes[offset] == UInt8(ascii: "\\") ? 2 : 1
      }
      return nil
    }
    var depth = 0
    while offset < end, bytes[offset] > .space {
      switch bytes[offset] {
      case UInt8(ascii: "\\"): offset += 1
      case UInt8(ascii: "("):
        depth += 1
        if depth > deepest { return nil }
      case UInt8(ascii: ")"):
        if depth == 0 { return offset }
        depth -= 1
      default: break
      }
      offset += 1
    }
    return depth == 0 ? min(offset, end) : nil
  }

  private static func titleEnd(_ bytes: [UInt8], from start: Int, to end: Int) -> Int? {
    guard start < end else { return nil }
    let close: UInt8
    switch bytes[start] {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): close = bytes[start]
    case UInt8(ascii: "("): close = UInt8(ascii: ")")
    default: return nil
    }
    var offset = start + 1
    while offset < end {
      if bytes[offset] == close { return offset + 1 }
      if bytes[offset] == UInt8(ascii: "(") { return nil }
      offset += bytes[offset] == UInt8(ascii: "\\") ? 2 : 1
    }
    return nil
  }

  private static func skipSpace(_ bytes: [UInt8], from start: Int, to end: Int) -> Int {
    var offset = start
    while offset < end, bytes[offset].isSpace { offset += 1 }
    return offset
  }
}
