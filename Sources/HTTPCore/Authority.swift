/// The syntax of `uri-host [ ":" port ]` (RFC 9110 section 7.2, RFC 3986 section 3.2).
package enum Authority {
  /// Whether the bytes are a host, as a name or an address, with an optional port.
  ///
  /// An empty host is refused although a reg-name may be empty: no `http` URI has one
  /// (RFC 9110 section 4.2.1). User information is refused for the same reason.
  package static func isValid(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let first = bytes.first else { return false }
    if first == UInt8(ascii: "[") {
      guard let end = bytes.firstIndex(of: UInt8(ascii: "]")) else { return false }
      let literal = bytes[(bytes.startIndex + 1)..<end]
      // Brackets are for IPv6 alone.
      return literal.contains(.colon) && IPAddress(literal: literal) != nil
        && isPort(bytes[(end + 1)...])
    }
    let end = bytes.firstIndex(of: .colon) ?? bytes.endIndex
    return isName(bytes[..<end]) && isPort(bytes[end...])
  }

  /// The host of a valid authority: a name or an IPv4 address as it stands, an IPv6 address without
  /// its brackets. Cost: one pass, no allocation.
  package static func host(of bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard bytes.first == UInt8(ascii: "[") else { return bytes.prefix { $0 != .colon } }
    return bytes.dropFirst().prefix { $0 != UInt8(ascii: "]") }
  }

  /// Nothing, or a colon and at most five digits that make a port.
  private static func isPort(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let first = bytes.first else { return true }
    let digits = bytes.dropFirst()
    guard first == .colon, digits.count <= 5, digits.allSatisfy(\.isDigit) else { return false }
    return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) } <= 65535
  }

  /// `reg-name`, which covers IPv4 addresses: unreserved, sub-delims and percent-encoded bytes.
  private static func isName(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard !bytes.isEmpty else { return false }
    var index = bytes.startIndex
    while index < bytes.endIndex {
      if bytes[index] == .percent {
        guard index + 2 < bytes.endIndex, bytes[index + 1].hexValue != nil,
          bytes[index + 2].hexValue != nil
        else { return false }
        index += 3
      } else {
        guard bytes[index].isNameByte else { return false }
        index += 1
      }
    }
    return true
  }
}

extension UInt8 {
  /// `unreserved` or `sub-delims` (RFC 3986 section 2).
  fileprivate var isNameByte: Bool {
    switch self {
    case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"),
      UInt8(ascii: "!"), UInt8(ascii: "$"), UInt8(ascii: "&"), UInt8(ascii: "'"),
      UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "*"), UInt8(ascii: "+"),
      UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "="):
      true
    default: isLetterOrDigit
    }
  }
}
