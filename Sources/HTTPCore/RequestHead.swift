/// A request line and header section, checked: all that is known before the content.
package struct RequestHead: Sendable {
  /// How the content that follows is delimited (RFC 9112 section 6.3).
  package enum Framing: Sendable, Equatable {
    /// There is none.
    case none
    /// That many bytes, at least one; what cannot be counted is `Int.max`.
    case length(Int)
    /// Chunks, then a trailer section.
    case chunked
  }

  /// A method that this server knows; never ``HTTPMethod/other``.
  package let method: HTTPMethod
  package let target: RequestTarget
  package let version: HTTPVersion
  /// The header section as it was received, less the white space before values.
  package let fields: HTTPFields
  package let framing: Framing
  /// Whether the client waits for `100 Continue` before it sends the content (RFC 9110 10.1.1).
  package let expectsContinue: Bool
  /// What the client wants to become of the connection (RFC 9112 section 9.3).
  package let persistence: Persistence
}

/// What becomes of a connection after an answer, and what the answer says of it
/// (RFC 9112 section 9.3).
package enum Persistence: Sendable, Equatable {
  /// It stays open, as HTTP/1.1 takes for granted; nothing is said.
  case implied
  /// It stays open, and an HTTP/1.0 client has to hear it: `Connection: keep-alive`.
  case announced
  /// It ends after this answer: `Connection: close`.
  case close
}
