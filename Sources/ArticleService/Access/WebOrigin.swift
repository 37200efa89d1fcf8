import HTTPCore

/// The origin of a web page (RFC 6454): its scheme, its host and its port.
package struct WebOrigin: Sendable, Equatable {
  /// As browsers write it in `Origin`: in lower case, without the port that the scheme has anyway.
  package let text: String
  /// Where the authority begins in the text, in bytes.
  private let schemeLength: Int

  /// The origin that a configuration names: `https://example.org` or `http://localhost:3000`; `nil`
  /// for anything else, a path, `null` or `*` among them.
  package init?(_ text: String) { self.init(parsing: Array(text.utf8)[...]) }

  /// The origin in the value of an `Origin` field; `nil` for `null` and for what is none.
  init?(parsing bytes: ArraySlice<UInt8>) {
    let schemes: [(prefix: StaticString, port: StaticString)] = [
      ("http://", ":80"), ("https://", ":443"),
    ]
    for scheme in schemes {
      let length = scheme.prefix.utf8CodeUnitCount
      guard bytes.prefix(length).matches(scheme.prefix) else { continue }
      let authority = bytes.dropFirst(length)
      guard Authority.isValid(authority) else { return nil }
      let port = scheme.port.utf8CodeUnitCount
      let isDefault = authority.suffix(port).matches(scheme.port)
      let written = isDefault ? bytes.dropLast(port) : bytes
      text = String(decoding: written.map(\.asciiLowercased), as: UTF8.self)
      schemeLength = length
      return
    }
    return nil
  }

  /// Whether pages of this origin came from there; `authority` is a valid `host` or `host:port`.
  func isOf(authority: ArraySlice<UInt8>) -> Bool {
    text.utf8.dropFirst(schemeLength).elementsEqual(authority.lazy.map(\.asciiLowercased))
  }
}
