/// A field name (RFC 9110 section 5.1), compared without regard to case.
///
/// The invariant lives in the type: a value of it is always a token, so a name can never carry a
/// colon, white space or a line break onto the wire.
package struct HTTPFieldName: Sendable {
  /// The name as given, for the wire.
  package let rawName: String
  /// The name in lower case: what equality and look-up use.
  package let canonicalName: String

  /// A name from a string, or `nil` unless it is a token (RFC 9110 section 5.6.2).
  package init?(_ name: String) {
    guard !name.isEmpty, name.utf8.allSatisfy(\.isTokenByte) else { return nil }
    rawName = name
    canonicalName = name.lowercased()
  }

  /// A name known to be a token, for the constants below.
  private init(known name: StaticString) {
    rawName = name.description
    canonicalName = rawName.lowercased()
  }

  package static let accept = HTTPFieldName(known: "Accept")
  package static let acceptEncoding = HTTPFieldName(known: "Accept-Encoding")
  package static let acceptPost = HTTPFieldName(known: "Accept-Post")
  package static let accessControlAllowHeaders = HTTPFieldName(
    known: "Access-Control-Allow-Headers")
  package static let accessControlAllowMethods = HTTPFieldName(
    known: "Access-Control-Allow-Methods")
  package static let accessControlAllowOrigin = HTTPFieldName(known: "Access-Control-Allow-Origin")
  package static let accessControlExposeHeaders = HTTPFieldName(
    known: "Access-Control-Expose-Headers")
  package static let accessControlMaxAge = HTTPFieldName(known: "Access-Control-Max-Age")
  package static let accessControlRequestMethod = HTTPFieldName(
    known: "Access-Control-Request-Method")
  package static let allow = HTTPFieldName(known: "Allow")
  package static let authorization = HTTPFieldName(known: "Authorization")
  package static let cacheControl = HTTPFieldName(known: "Cache-Control")
  package static let connection = HTTPFieldName(known: "Connection")
  package static let contentEncoding = HTTPFieldName(known: "Content-Encoding")
  package static let contentLength = HTTPFieldName(known: "Content-Length")
  package static let contentType = HTTPFieldName(known: "Content-Type")
  package static let date = HTTPFieldName(known: "Date")
  package static let eTag = HTTPFieldName(known: "ETag")
  package static let expect = HTTPFieldName(known: "Expect")
  package static let host = HTTPFieldName(known: "Host")
  package static let ifMatch = HTTPFieldName(known: "If-Match")
  package static let ifModifiedSince = HTTPFieldName(known: "If-Modified-Since")
  package static let ifNoneMatch = HTTPFieldName(known: "If-None-Match")
  package static let ifUnmodifiedSince = HTTPFieldName(known: "If-Unmodified-Since")
  package static let lastModified = HTTPFieldName(known: "Last-Modified")
  package static let link = HTTPFieldName(known: "Link")
  package static let location = HTTPFieldName(known: "Location")
  package static let origin = HTTPFieldName(known: "Origin")
  package static let retryAfter = HTTPFieldName(known: "Retry-After")
  package static let secFetchSite = HTTPFieldName(known: "Sec-Fetch-Site")
  package static let traceParent = HTTPFieldName(known: "traceparent")
  package static let trailer = HTTPFieldName(known: "Trailer")
  package static let transferEncoding = HTTPFieldName(known: "Transfer-Encoding")
  package static let vary = HTTPFieldName(known: "Vary")
  package static let wwwAuthenticate = HTTPFieldName(known: "WWW-Authenticate")
  package static let xContentTypeOptions = HTTPFieldName(known: "X-Content-Type-Options")
  package static let xRequestID = HTTPFieldName(known: "X-Request-Id")
}

extension HTTPFieldName: Hashable {
  /// Names are equal when they differ only in case (RFC 9110 section 5.1).
  package static func == (a: HTTPFieldName, b: HTTPFieldName) -> Bool {
    a.canonicalName == b.canonicalName
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(canonicalName) }
}
