/// The character classes of RFC 9110 section 5.6, asked of one byte.
extension UInt8 {
  /// `tchar`: what a token (method, field name, coding) is made of (RFC 9110 section 5.6.2).
  package var isTokenByte: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    case UInt8(ascii: "!"), UInt8(ascii: "#"), UInt8(ascii: "$"), UInt8(ascii: "%"),
      UInt8(ascii: "&"), UInt8(ascii: "'"), UInt8(ascii: "*"), UInt8(ascii: "+"),
      UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "^"), UInt8(ascii: "_"),
      UInt8(ascii: "`"), UInt8(ascii: "|"), UInt8(ascii: "~"):
      true
    default: false
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
