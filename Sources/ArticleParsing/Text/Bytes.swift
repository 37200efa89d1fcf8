/// Names and classes of the bytes that the readers look for.
///
/// All structure of a document hangs on ASCII and on a few longer sequences; in valid UTF-8 an ASCII
/// byte is never part of another character, so bytes may be compared without decoding.
extension UInt8 {
  static let tab = UInt8(ascii: "\t")
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let space = UInt8(ascii: " ")

  /// Space, tab or a line break: what a run of is one space in rendered text.
  var isSpace: Bool { self == .space || (self >= .tab && self <= .carriageReturn) }
  var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }
  var isUppercase: Bool { self >= UInt8(ascii: "A") && self <= UInt8(ascii: "Z") }
  var isLowercase: Bool { self >= UInt8(ascii: "a") && self <= UInt8(ascii: "z") }
  var isLetter: Bool { (self | 0x20).isLowercase }
  /// The small letter of a capital; anything else as it is.
  var asSmall: UInt8 { isUppercase ? self | 0x20 : self }
  /// Whether a character starts here, that is, whether this is no UTF-8 continuation byte.
  var startsCharacter: Bool { self & 0xC0 != 0x80 }
}

/// What is asked of bytes by their offset: of a whole text, and of an ``Excerpt`` of one.
extension RandomAccessCollection<UInt8> where Index == Int {
  /// Whether these bytes stand at an offset.
  @inline(__always)
  func has(_ wanted: StaticString, at offset: Int) -> Bool {
    let length = wanted.utf8CodeUnitCount
    guard offset >= startIndex, length <= endIndex - offset else { return false }
    // The buffer is the literal's own, which lives as long as the program.
    return wanted.withUTF8Buffer { literal in
      for index in 0..<length where unsafe self[offset + index] != literal[index] { return false }
      return true
    }
  }

  /// The character at an offset, and its length in bytes; `nil` at the end.
  @inline(__always)
  func scalar(at offset: Int) -> (scalar: Unicode.Scalar, length: Int)? {
    guard offset >= startIndex, offset < endIndex else { return nil }
    let lead = self[offset]
    return lead < 0x80 ? (Unicode.Scalar(lead), 1) : longScalar(at: offset)
  }

  /// The same for a character of several bytes.
  private func longScalar(at offset: Int) -> (scalar: Unicode.Scalar, length: Int)? {
    let lead = self[offset]
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    guard length <= endIndex - offset else { return nil }
    var value = UInt32(lead) & (0x7F >> UInt32(length))
    for index in 1..<length { value = value << 6 | UInt32(self[offset + index] & 0x3F) }
    guard let scalar = Unicode.Scalar(value) else { return nil }
    return (scalar, length)
  }

  /// The offset of the character that ends before an offset.
  func characterStart(before offset: Int) -> Int {
    var start = offset - 1
    while start > startIndex, !self[start].startsCharacter { start -= 1 }
    return start
  }

  /// The first offset that is no space, tab or no-break space.
  func skippingSpaces(from start: Int, to end: Int) -> Int {
    var offset = start
    while offset < end {
      let byte = self[offset]
      if byte.isSpace {
        offset += 1
      } else if byte == 0xC2, has("\u{A0}", at: offset) {
        offset += 2
      } else if byte >= 0xE2, has("\u{3000}", at: offset) || has("\u{202F}", at: offset) {
        offset += 3
      } else {
        break
      }
    }
    return Swift.min(offset, end)
  }

  /// A range without the white space at its ends, no-break spaces included.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    let start = skippingSpaces(from: range.lowerBound, to: range.upperBound)
    var end = range.upperBound
    while end > start {
      let last = self[end - 1]
      if last.isSpace {
        end -= 1
      } else if last < 0x80 {
        break
      } else if end - 2 >= start, has("\u{A0}", at: end - 2) {
        end -= 2
      } else if end - 3 >= start, has("\u{202F}", at: end - 3) || has("\u{3000}", at: end - 3) {
        end -= 3
      } else {
        break
      }
    }
    return start..<end
  }
}
