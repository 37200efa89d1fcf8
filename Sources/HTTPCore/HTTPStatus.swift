/// A status code with its reason phrase (RFC 9110 section 15).
package struct HTTPStatus: Sendable, Hashable {
  /// The three digits, 100 to 599.
  package let code: UInt16

  /// A status that this service sends; a code outside 100 to 599 is a programmer's error.
  package init(_ code: UInt16) {
    precondition((100...599).contains(code), "not a status code: \(code)")
    self.code = code
  }

  package static let `continue` = HTTPStatus(100)
  package static let ok = HTTPStatus(200)
  package static let created = HTTPStatus(201)
  package static let noContent = HTTPStatus(204)
  package static let notModified = HTTPStatus(304)
  package static let badRequest = HTTPStatus(400)
  package static let unauthorized = HTTPStatus(401)
  package static let forbidden = HTTPStatus(403)
  package static let notFound = HTTPStatus(404)
  package static let methodNotAllowed = HTTPStatus(405)
  package static let notAcceptable = HTTPStatus(406)
  package static let requestTimeout = HTTPStatus(408)
  package static let conflict = HTTPStatus(409)
  package static let gone = HTTPStatus(410)
  package static let preconditionFailed = HTTPStatus(412)
  package static let contentTooLarge = HTTPStatus(413)
  package static let uriTooLong = HTTPStatus(414)
  package static let unsupportedMediaType = HTTPStatus(415)
  package static let expectationFailed = HTTPStatus(417)
  package static let misdirectedRequest = HTTPStatus(421)
  package static let unprocessableContent = HTTPStatus(422)
  package static let tooManyRequests = HTTPStatus(429)
  package static let requestHeaderFieldsTooLarge = HTTPStatus(431)
  package static let internalServerError = HTTPStatus(500)
  package static let notImplemented = HTTPStatus(501)
  package static let serviceUnavailable = HTTPStatus(503)
  package static let httpVersionNotSupported = HTTPStatus(505)
  package static let insufficientStorage = HTTPStatus(507)

  /// All of them.
  package static let all: [HTTPStatus] = [
    .continue, .ok, .created, .noContent, .notModified, .badRequest, .unauthorized, .forbidden,
    .notFound, .methodNotAllowed, .notAcceptable, .requestTimeout, .conflict, .gone,
    .preconditionFailed, .contentTooLarge, .uriTooLong, .unsupportedMediaType, .expectationFailed,
    .misdirectedRequest, .unprocessableContent, .tooManyRequests, .requestHeaderFieldsTooLarge,
    .internalServerError, .notImplemented, .serviceUnavailable, .httpVersionNotSupported,
    .insufficientStorage,
  ]

  /// The reason phrase of RFC 9110 section 15 (and RFC 6585, 4918 for 429, 431, 507).
  package var reason: String {
    switch code {
    case 100: "Continue"
    case 200: "OK"
    case 201: "Created"
    case 204: "No Content"
    case 304: "Not Modified"
    case 400: "Bad Request"
    case 401: "Unauthorized"
    case 403: "Forbidden"
    case 404: "Not Found"
    case 405: "Method Not Allowed"
    case 406: "Not Acceptable"
    case 408: "Request Timeout"
    case 409: "Conflict"
    case 410: "Gone"
    case 412: "Precondition Failed"
    case 413: "Content Too Large"
    case 414: "URI Too Long"
    case 415: "Unsupported Media Type"
    case 417: "Expectation Failed"
    case 421: "Misdirected Request"
    case 422: "Unprocessable Content"
    case 429: "Too Many Requests"
    case 431: "Request Header Fields Too Large"
    case 500: "Internal Server Error"
    case 501: "Not Implemented"
    case 503: "Service Unavailable"
    case 505: "HTTP Version Not Supported"
    case 507: "Insufficient Storage"
    default: ""
    }
  }

  /// Whether an answer with this status never has content (RFC 9110 section 6.4.1).
  package var forbidsContent: Bool { code < 200 || code == 204 || code == 304 }
}
