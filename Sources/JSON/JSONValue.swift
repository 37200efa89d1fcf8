/// A value within JSON text that ``JSONSyntax`` has found well-formed.
package struct JSONValue: Sendable {
  private let bytes: ArraySlice<UInt8>

  /// A value as it is written.
  package init(checked bytes: ArraySlice<UInt8>) { self.bytes = bytes }

  /// Whether it is `null`.
  package var isNull: Bool { bytes.first == UInt8(ascii: "n") }

  /// The characters of a string in UTF-8; `nil` for anything else. One pass.
  package var utf8: [UInt8]? {
    guard bytes.first == UInt8(ascii: "\"") else { return nil }
    return Self.unescaped(bytes.dropFirst().dropLast())
  }

  /// The same as a string.
  package var string: String? { utf8.map { String(decoding: $0, as: UTF8.self) } }

  /// A truth value; `nil` for anything else.
  package var boolean: Bool? {
    switch bytes.first {
    case UInt8(ascii: "t"): true
    case UInt8(ascii: "f"): false
    default: nil
    }
  }

  /// A number as it is written; `nil` for anything else.
  package var number: String? {
    guard let first = bytes.first,
      first == UInt8(ascii: "-") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first)
    else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The first elements of an array, as many as are asked for; `nil` for anything else.
  package func elements(limit: Int = JSONSyntax.usualItemLimit) -> [JSONValue]? {
    guard bytes.first == UInt8(ascii: "[") else { return nil }
    // A part of what is well-formed, and less deep, so that there is no fault.
    let items = (try? JSONSyntax.items(of: Array(bytes), limit: limit)) ?? []
    return items.map { JSONValue(checked: $0.value) }
  }

  /// What stands between the quotation marks of a string, or of a name, without its escapes (RFC
  /// 8259 section 7).
  package static func unescaped(_ written: ArraySlice<UInt8>) -> [UInt8] {
    var plain: [UInt8] = []
    plain.reserveCapacity(written.count)
    var rest = written
    while let escape = rest.firstPlace(of: UInt8(ascii: "\\")) {
      plain += rest[..<escape]
      rest = rest[escape...].dropFirst()
      guard let kind = rest.popFirst() else { break }
      switch kind {
      case UInt8(ascii: "b"): plain.append(0x08)
      case UInt8(ascii: "f"): plain.append(0x0C)
      case UInt8(ascii: "n"): plain.append(0x0A)
      case UInt8(ascii: "r"): plain.append(0x0D)
      case UInt8(ascii: "t"): plain.append(0x09)
      case UInt8(ascii: "u"): plain += Array(String(scalar(takenFrom: &rest)).utf8)
      default: plain.append(kind)
      }
    }
    plain += rest
    return plain
  }

  /// The character of the escape of which the digits come next; of a surrogate the other half, too.
  private static func scalar(takenFrom rest: inout ArraySlice<UInt8>) -> Unicode.Scalar {
    let unit = unit(takenFrom: &rest)
    guard (0xD800..<0xDC00).contains(unit) else { return Unicode.Scalar(unit) ?? "\u{FFFD}" }
    rest = rest.dropFirst(2)
    let low = Self.unit(takenFrom: &rest)
    return Unicode.Scalar(0x10000 + (unit & 0x3FF) << 10 + low & 0x3FF) ?? "\u{FFFD}"
  }

  private static func unit(takenFrom rest: inout ArraySlice<UInt8>) -> UInt32 {
    let digits = rest.prefix(4)
    rest = rest.dropFirst(4)
    return digits.reduce(0) { unit, digit in
      // Letters of either case: 0x41 and 0x61 are 10.
      unit << 4 | UInt32(digit < 0x40 ? digit & 0xF : (digit & 0xF) + 9)
    }
  }
}
