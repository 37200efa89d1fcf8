/// The syntax of `uri-host [ ":" port ]` (RFC 9110 section 7.2, RFC 3986 section 3.2).
enum Authority {
  /// Whether the bytes are a host, as a name or an address, with an optional port.
  ///
  /// An empty host is refused although a reg-name may be empty: no `http` URI has one
  /// (RFC 9110 section 4.2.1). User information is refused for the same reason.
  static func isValid(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let first = bytes.first else { return false }
    if first == UInt8(ascii: "[") {
      guard let end = bytes.firstIndex(of: UInt8(ascii: "]")) else { return false }
      return isIPv6(bytes[(bytes.startIndex + 1)..<end]) && isPort(bytes[(end + 1)...])
    }
    let end = bytes.firstIndex(of: .colon) ?? bytes.endIndex
    return isName(bytes[..<end]) && isPort(bytes[end...])
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

  /// `IPv6address`: eight groups of at most four hexadecimal digits, one run of zero groups left out
  /// as `::`, the last two groups as an IPv4 address if so written.
  private static func isIPv6(_ bytes: ArraySlice<UInt8>) -> Bool {
    var groups = 0
    var isShortened = false
    var rest = bytes
    if rest.starts(with: [.colon, .colon]) {
      isShortened = true
      rest = rest.dropFirst(2)
    }
    while !rest.isEmpty {
      let group = rest.prefix { $0.hexValue != nil }
      if rest.dropFirst(group.count).first == UInt8(ascii: ".") {
        guard isIPv4(rest) else { return false }
        groups += 2
        break
      }
      guard (1...4).contains(group.count) else { return false }
      groups += 1
      rest = rest.dropFirst(group.count)
      guard let separator = rest.first else { break }
      guard separator == .colon, rest.count > 1 else { return false }
      rest = rest.dropFirst()
      if rest.first == .colon {
        guard !isShortened else { return false }
        isShortened = true
        rest = rest.dropFirst()
      }
    }
    return isShortened ? groups <= 7 : groups == 8
  }

  /// Four numbers of 0 to 255 without leading zeros, between dots.
  private static func isIPv4(_ bytes: ArraySlice<UInt8>) -> Bool {
    let parts = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return parts.count == 4
      && parts.allSatisfy { part in
        guard (1...3).contains(part.count), part.allSatisfy(\.isDigit) else { return false }
        guard part.count == 1 || part.first != UInt8(ascii: "0") else { return false }
        return part.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) } <= 255
      }
  }
}

extension UInt8 {
  /// `unreserved` or `sub-delims` (RFC 3986 section 2).
  fileprivate var isNameByte: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"),
      UInt8(ascii: "!"), UInt8(ascii: "$"), UInt8(ascii: "&"), UInt8(ascii: "'"),
      UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "*"), UInt8(ascii: "+"),
      UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "="):
      true
    default: false
    }
  }
}
