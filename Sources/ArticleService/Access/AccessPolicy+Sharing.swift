import HTTPCore

// Cross-origin resource sharing (the Fetch standard, section 3.3): which web pages may read what is
// answered, and send what they could not send unasked.

extension AccessPolicy {
  /// Whether answers say with whom they are shared.
  var sharesAnswers: Bool { !allowedOrigins.isEmpty }

  /// The allowed origin from which a request comes.
  func allowedOrigin(of request: HTTPRequest) -> WebOrigin? {
    guard sharesAnswers else { return nil }
    let given = request.fields.values(of: .origin)
    guard given.count == 1, let origin = WebOrigin(parsing: given[0]) else { return nil }
    return allowedOrigins.first { $0 == origin }
  }

  /// The answer to a browser that asks whether a page may send what it wants to send; `nil` for any
  /// other request. Whatever the path: what is wrong with that, the request itself will be told.
  ///
  /// Nothing is granted to a page that asks for a private network
  /// (`Access-Control-Request-Private-Network`): that is not in the hands of those listed here.
  func preflight(_ request: HTTPRequest) -> HTTPResponse? {
    guard request.method == .options, request.fields.contains(.accessControlRequestMethod),
      allowedOrigin(of: request) != nil
    else { return nil }
    var fields = HTTPFields()
    fields.append(.accessControlAllowMethods, "GET, HEAD, POST, PUT, DELETE")
    fields.append(
      .accessControlAllowHeaders,
      "Accept, Authorization, Content-Encoding, Content-Type, If-Match, If-None-Match, "
        + "traceparent, X-Request-Id")
    fields.append(.accessControlMaxAge, "600")
    fields.append(.xContentTypeOptions, "nosniff")
    return HTTPResponse(status: .noContent, fields: fields)
  }

  /// An answer with what a browser must know to hand it to the page that asked. `Vary` is there for
  /// everyone, so that no cache gives one origin's answer to another.
  func share(_ response: HTTPResponse, with origin: WebOrigin?) -> HTTPResponse {
    var response = response
    response.fields.append(.vary, "Origin")
    guard let origin else { return response }
    response.fields.append(.accessControlAllowOrigin, origin.text)
    response.fields.append(
      .accessControlExposeHeaders,
      "Content-Location, Counterpoint-Ignored, ETag, Link, Location, Retry-After, X-Request-Id")
    return response
  }
}
