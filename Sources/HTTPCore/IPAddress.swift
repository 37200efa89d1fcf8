/// An IP address as a number: what all spellings of one literal have in common.
///
/// An IPv4 address is kept as RFC 4291 section 2.5.5.2 maps it into IPv6, so `127.0.0.1` and
/// `::ffff:127.0.0.1` are equal, as they are to the sockets.
package struct IPAddress: Sendable, Hashable {
  private let bits: UInt128

  /// An IPv4 address, its first number in the highest byte.
  package init(v4: UInt32) { bits = 0xFFFF_0000_0000 | UInt128(v4) }

  /// An IPv6 address, its first group in the highest bytes.
  package init(v6: UInt128) { bits = v6 }

  /// The address that a literal says, as it stands in a URI's host but without the brackets
  /// (RFC 3986 section 3.2.2); `nil` for anything else. Cost: one pass, no allocation.
  package init?(literal bytes: ArraySlice<UInt8>) {
    if let v4 = Self.v4(bytes) {
      self.init(v4: v4)
    } else if let v6 = Self.v6(bytes) {
      self.init(v6: v6)
    } else {
      return nil
    }
  }

  /// Whether it never leaves the machine: 127.0.0.0/8 (RFC 1122 section 3.2.1.3) or `::1`
  /// (RFC 4291 section 2.5.3).
  package var isLoopback: Bool { bits == 1 || bits >> 24 == 0xFFFF7F }

  /// Whether it stands for all addresses of a machine when it is listened on, and is nobody's to send
  /// to: 0.0.0.0 (RFC 1122 section 3.2.1.3) or `::` (RFC 4291 section 2.5.2).
  package var isUnspecified: Bool { bits == 0 || bits == 0xFFFF_0000_0000 }

  /// Four numbers of 0 to 255 without leading zeros, between dots.
  private static func v4(_ bytes: ArraySlice<UInt8>) -> UInt32? {
    guard bytes.count <= 15 else { return nil }
    var address: UInt32 = 0
    var number: UInt32?
    var dots = 0
    for byte in bytes {
      if byte == UInt8(ascii: ".") {
        guard let ended = number, dots < 3 else { return nil }
        address = address << 8 | ended
        number = nil
        dots += 1
      } else {
        guard byte.isDigit, number != 0 else { return nil }
        let grown = (number ?? 0) * 10 + UInt32(byte - UInt8(ascii: "0"))
        guard grown <= 255 else { return nil }
        number = grown
      }
    }
    guard let number, dots == 3 else { return nil }
    return address << 8 | number
  }

  /// Eight groups of at most four hexadecimal digits, one run of zero groups left out as `::`, the
  /// last two groups as an IPv4 address if so written (`IPv6address`).
  private static func v6(_ bytes: ArraySlice<UInt8>) -> UInt128? {
    // The longest has 45 characters; what is longer need not be read.
    guard bytes.count <= 45 else { return nil }
    var bits: UInt128 = 0
    var groups = 0
    /// How many groups stand before the `::`.
    var gap: Int?
    var rest = bytes
    if rest.starts(with: [.colon, .colon]) {
      gap = 0
      rest = rest.dropFirst(2)
    }
    while !rest.isEmpty {
      guard groups < 8 else { return nil }
      let digits = rest.prefix { $0.hexValue != nil }
      if rest.dropFirst(digits.count).first == UInt8(ascii: ".") {
        guard let v4 = v4(rest) else { return nil }
        bits = bits << 32 | UInt128(v4)
        groups += 2
        break
      }
      guard (1...4).contains(digits.count) else { return nil }
      let group = digits.reduce(UInt128(0)) { $0 << 4 | UInt128($1.hexValue ?? 0) }
      bits = bits << 16 | group
      groups += 1
      rest = rest.dropFirst(digits.count)
      guard let separator = rest.first else { break }
      guard separator == .colon, rest.count > 1 else { return nil }
      rest = rest.dropFirst()
      if rest.first == .colon {
        guard gap == nil else { return nil }
        gap = groups
        rest = rest.dropFirst()
      }
    }
    guard let gap else { return groups == 8 ? bits : nil }
    guard groups <= 7 else { return nil }
    let after = 16 * (groups - gap)
    return (bits >> after) << (128 - 16 * gap) | bits & ((UInt128(1) << after) - 1)
  }
}
