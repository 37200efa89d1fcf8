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
  var isLetter: Bool { isUppercase || isLowercase }
  /// Whether a character starts here, that is, whether this is no UTF-8 continuation byte.
  var startsCharacter: Bool { self & 0xC0 != 0x80 }
}

extension [UInt8] {
  /// Whether these bytes stand at an offset.
  func has(_ wanted: StaticString, at offset: Int) -> Bool {
    let length = wanted.utf8CodeUnitCount
    guard offset >= 0, length <= count - offset else { return false }
    // The buffer is the literal's own, which lives as long as the program.
    return wanted.withUTF8Buffer { literal in
      for index in 0..<length where unsafe self[offset + index] != literal[index] { return false }
      return true
    }
  }

  /// The character at an offset, and its length in bytes; `nil` at the end.
  func scalar(at offset: Int) -> (scalar: Unicode.Scalar, length: Int)? {
    guard offset >= 0, offset < count else { return nil }
    let lead = self[offset]
    if lead < 0x80 { return (Unicode.Scalar(lead), 1) }
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    guard length <= count - offset else { return nil }
    var value = UInt32(lead) & (0x7F >> UInt32(length))
    for index in 1..<length { value = value << 6 | UInt32(self[offset + index] & 0x3F) }
    guard let scalar = Unicode.Scalar(value) else { return nil }
    return (scalar, length)
  }

  /// The offset of the character that ends before an offset.
  func characterStart(before offset: Int) -> Int {
    var start = offset - 1
    while start > 0, !self[start].startsCharacter { start -= 1 }
    return start
  }
}
