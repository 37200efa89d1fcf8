/// Where a request stands in a trace: `traceparent` (W3C Trace Context, section 3.2).
package struct TraceParent: Sendable, Equatable {
  /// The id of the whole trace: 32 lower-case hexadecimal digits, not all zero.
  package let traceID: String
  /// The id of the caller's part of it: 16 of them, not all zero.
  package let parentID: String
  /// Whether the caller has recorded its part.
  package let isSampled: Bool

  /// What a request says; `nil` when it says nothing, says it twice, or says what is not right.
  package init?(in fields: HTTPFields) {
    let given = fields.values(of: .traceParent)
    guard given.count == 1 else { return nil }
    self.init(parsing: given[0])
  }

  /// `version "-" trace-id "-" parent-id "-" trace-flags`. Version `ff` is none; after what version
  /// `00` has a later one may have more, after another dash (section 3.2.4).
  init?(parsing value: ArraySlice<UInt8>) {
    let bytes = Array(value)
    guard bytes.count >= 55, bytes[2] == Self.dash, bytes[35] == Self.dash, bytes[52] == Self.dash,
      let version = Self.digits(bytes[0..<2]), version != "ff",
      bytes.count == 55 || version != "00" && bytes[55] == Self.dash,
      let traceID = Self.digits(bytes[3..<35]), traceID.contains(where: { $0 != "0" }),
      let parentID = Self.digits(bytes[36..<52]), parentID.contains(where: { $0 != "0" }),
      Self.digits(bytes[53..<55]) != nil, let flags = bytes[54].hexValue
    else { return nil }
    self.traceID = traceID
    self.parentID = parentID
    isSampled = flags & 1 == 1
  }

  private static let dash = UInt8(ascii: "-")

  /// Lower-case hexadecimal digits as text.
  private static func digits(_ bytes: ArraySlice<UInt8>) -> String? {
    guard bytes.allSatisfy({ $0.hexValue != nil && $0.asciiLowercased == $0 }) else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }
}
