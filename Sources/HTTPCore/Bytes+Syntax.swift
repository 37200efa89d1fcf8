/// The bytes that the grammar names.
extension UInt8 {
  package static let tab: UInt8 = 0x09
  package static let lineFeed: UInt8 = 0x0A
  package static let carriageReturn: UInt8 = 0x0D
  package static let space: UInt8 = 0x20
  package static let colon = UInt8(ascii: ":")
  package static let comma = UInt8(ascii: ",")
  package static let semicolon = UInt8(ascii: ";")
  package static let equals = UInt8(ascii: "=")
  package static let quote = UInt8(ascii: "\"")
  package static let backslash = UInt8(ascii: "\\")
  package static let slash = UInt8(ascii: "/")
  package static let percent = UInt8(ascii: "%")
}

/// The character classes of RFC 9110 section 5.6, asked of one byte.
extension UInt8 {
  /// `tchar`: what a token (method, field name, coding) is made of (RFC 9110 section 5.6.2).
  package var isTokenByte: Bool {
    switch self {
    case UInt8(ascii: "!"), UInt8(ascii: "#"), UInt8(ascii: "$"), UInt8(ascii: "%"),
      UInt8(ascii: "&"), UInt8(ascii: "'"), UInt8(ascii: "*"), UInt8(ascii: "+"),
      UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "^"), UInt8(ascii: "_"),
      UInt8(ascii: "`"), UInt8(ascii: "|"), UInt8(ascii: "~"):
      true
    default: isLetterOrDigit
    }
  }

  /// `field-vchar`, space or tab: what may stand in a field value (RFC 9110 section 5.5).
  package var isFieldValueByte: Bool { self == 0x09 || (self >= 0x20 && self != 0x7F) }

  /// `OWS`: space or horizontal tab (RFC 9110 section 5.6.3).
  package var isOptionalWhitespace: Bool { self == 0x20 || self == 0x09 }

  /// The letter in lower case; every other byte as it is.
  package var asciiLowercased: UInt8 {
    UInt8(ascii: "A") <= self && self <= UInt8(ascii: "Z") ? self | 0x20 : self
  }

  /// `ALPHA` or `DIGIT` (RFC 5234 appendix B.1).
  var isLetterOrDigit: Bool {
    isDigit || UInt8(ascii: "a") <= asciiLowercased && asciiLowercased <= UInt8(ascii: "z")
  }

  /// `DIGIT`: a decimal digit.
  package var isDigit: Bool { UInt8(ascii: "0") <= self && self <= UInt8(ascii: "9") }

  /// The value of a hexadecimal digit, `nil` for any other byte.
  package var hexValue: UInt8? {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): self - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): self - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): self - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}

extension [UInt8] {
  /// Adds a part of the input, in one copy.
  package mutating func append(_ input: Span<UInt8>, _ range: Range<Int>) {
    // Right because the pointer is used within the closure only, where the span is alive.
    unsafe input.extracting(range).withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
  }

  /// Adds text that is known when the program is built, in one copy.
  package mutating func append(_ text: StaticString) {
    // Right because a static string's bytes live as long as the program.
    unsafe append(
      contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }
}

extension ArraySlice<UInt8> {
  /// Whether these bytes are that lower-case text, in any case.
  package func matches(_ lowercased: StaticString) -> Bool {
    guard count == lowercased.utf8CodeUnitCount else { return false }
    // Right because a static string's bytes live as long as the program.
    let text = unsafe UnsafeBufferPointer(
      start: lowercased.utf8Start, count: lowercased.utf8CodeUnitCount)
    return unsafe elementsEqual(text) { $0.asciiLowercased == $1 }
  }
}
