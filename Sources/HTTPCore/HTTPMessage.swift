/// The protocol versions that this server speaks (RFC 9112 section 2.3).
package enum HTTPVersion: Sendable, Equatable {
  case http10, http11
}

/// A request, whole: its head, and its content with the transfer coding removed.
package struct HTTPRequest: Sendable {
  package var method: HTTPMethod
  package var target: RequestTarget
  package var version: HTTPVersion
  package var fields: HTTPFields
  /// The content, still under its content coding (`Content-Encoding`), never more than the limit.
  package var content: [UInt8]
  /// The address of this machine on which the connection was accepted; `nil` where there is none.
  package var localAddress: IPAddress?

  /// A request from its parts.
  package init(
    method: HTTPMethod, target: RequestTarget, version: HTTPVersion = .http11,
    fields: HTTPFields = HTTPFields(), content: [UInt8] = [], localAddress: IPAddress? = nil
  ) {
    self.method = method
    self.target = target
    self.version = version
    self.fields = fields
    self.content = content
    self.localAddress = localAddress
  }

  /// To whom the request is addressed, as `host` or `host:port`: the authority of a target in
  /// absolute form, else `Host` (RFC 9112 section 3.3). `nil` in an HTTP/1.0 request without either.
  package var authority: ArraySlice<UInt8>? {
    switch target.form {
    case .absolute(let authority): Array(authority.utf8)[...]
    case .origin, .asterisk: fields.first(.host)
    }
  }
}

/// An answer: whole, or its head and where the pieces of its content come from.
///
/// `Date`, `Content-Length`, `Connection`, `X-Request-Id` and the framing are the server's and never
/// among `fields`; everything else the handler says.
package struct HTTPResponse: Sendable {
  /// The content that a GET would get: the server leaves it out for HEAD.
  package enum Content: Sendable {
    /// All of it, whose length the server says.
    case bytes([UInt8])
    /// Pieces that are made while it is sent. Its length is not said.
    case stream(ContentSource)
  }

  package var status: HTTPStatus
  package var fields: HTTPFields
  package var body: Content
  /// Under which of its own numbers the handler has the answer counted; 0 for those without one.
  package var label = 0
  /// What a large answer has of the memory budget, until it is sent or nobody wants it.
  package var reservation: MemoryReservation?

  /// The content of a whole answer; of one in pieces, none.
  package var content: [UInt8] {
    get {
      switch body {
      case .bytes(let bytes): bytes
      case .stream: []
      }
    }
    set { body = .bytes(newValue) }
  }

  /// A whole answer from its parts.
  package init(status: HTTPStatus, fields: HTTPFields = HTTPFields(), content: [UInt8] = []) {
    self.status = status
    self.fields = fields
    body = .bytes(content)
  }

  /// An answer whose content comes in pieces.
  package init(status: HTTPStatus, fields: HTTPFields = HTTPFields(), stream: ContentSource) {
    self.status = status
    self.fields = fields
    body = .stream(stream)
  }
}
