/// Which content codings a client accepts (RFC 9110 section 12.5.3).
package struct AcceptEncoding: Sendable {
  private let qualities: [String: Int]

  /// What the `Accept-Encoding` of a request says. Members that are malformed are ignored; of a
  /// coding that is named twice the first counts.
  package init(_ fields: HTTPFields) {
    var qualities: [String: Int] = [:]
    for member in fields.members(of: .acceptEncoding) {
      var scanner = FieldValueScanner(member)
      guard let token = scanner.consumeToken(), let parameters = scanner.consumeParameters() else {
        continue
      }
      guard let weight = parameters.first else {
        Self.add(token, Quality.full, to: &qualities)
        continue
      }
      guard parameters.count == 1, weight.name == "q", let quality = Quality.parse(weight.value)
      else { continue }
      Self.add(token, quality, to: &qualities)
    }
    self.qualities = qualities
  }

  private static func add(
    _ token: ArraySlice<UInt8>, _ quality: Int, to qualities: inout [String: Int]
  ) {
    // `x-gzip` is `gzip` by another name (RFC 9110 section 8.4.1.3).
    let name = String(lowercasing: token)
    let coding = name == "x-gzip" ? "gzip" : name
    if qualities[coding] == nil { qualities[coding] = quality }
  }

  /// The coding (in lower case; `identity` for none) that the client likes best, the first of those
  /// that it likes equally; `nil` when it accepts none of them.
  package func best(of codings: [String]) -> String? {
    Quality.best(of: codings, quality(of:))
  }

  /// The weight of a coding in thousandths, 0 when it must not be used. A coding must be named to be
  /// used; `identity` may be used unless it is excluded, but comes after whatever is named.
  package func quality(of coding: String) -> Int {
    qualities[coding] ?? qualities["*"] ?? (coding == "identity" ? 1 : 0)
  }
}
