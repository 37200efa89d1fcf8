/// The name of one request, by which logs of several services are brought together: `X-Request-Id`,
/// which is no standard and is written like this everywhere.
///
/// It goes back to the client and into logs, so only what is harmless there is accepted.
package struct RequestID: Sendable, Equatable, CustomStringConvertible {
  /// The most bytes that one may have.
  package static let maximumLength = 128
  /// Letters, digits, and `-._~:/+=@`; at least one.
  package let bytes: [UInt8]

  /// The id that a client gave; `nil` when it gave none, several, or one that is not accepted. Allocates
  /// only for one that is there.
  package init?(in fields: HTTPFields) {
    // Most requests have no field whose name is even as long; this is asked of every one.
    guard fields.lines.contains(where: { $0.name.count == Self.nameLength }) else { return nil }
    let given = fields.values(of: .xRequestID)
    guard let first = given.first, given.count == 1, !first.isEmpty,
      first.count <= Self.maximumLength, first.allSatisfy(Self.isAllowed)
    else { return nil }
    bytes = Array(first)
  }

  /// An id made from a number that no other has: 16 hexadecimal digits.
  package init(number: UInt64) {
    let digits = String(number, radix: 16)
    bytes = Array((String(repeating: "0", count: 16 - digits.utf8.count) + digits).utf8)
  }

  /// The id as text.
  package var description: String { String(decoding: bytes, as: UTF8.self) }

  /// Of `X-Request-Id`.
  private static let nameLength = 12

  private static func isAllowed(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "_"), UInt8(ascii: "~"), .colon, .slash, UInt8(ascii: "+"), .equals,
      UInt8(ascii: "@"):
      true
    default: false
    }
  }
}
