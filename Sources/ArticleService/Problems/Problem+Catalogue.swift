import ArticleParsing
package import HTTPCore
import Operations

// What each problem is called, what it answers with and what it says.

extension Problem {
  /// The stable name: the last segment of `type`.
  package var code: String {
    switch self {
    case .noSuchResource: "no-such-resource"
    case .noSuchArticle: "no-such-article"
    case .noSuchPart: "no-such-part"
    case .methodNotAllowed: "method-not-allowed"
    case .misdirected: "misdirected-request"
    case .crossSite: "cross-site-request"
    case .unauthorized: "unauthorized"
    case .forwarded: "forwarded-request"
    case .invalidParameters: "invalid-parameters"
    case .invalidArticleID: "invalid-article-id"
    case .queryTooLong: "query-too-long"
    case .malformedPrecondition: "malformed-precondition"
    case .notAcceptable: "not-acceptable"
    case .unsupportedMedia: "unsupported-media"
    case .unsupportedCharset: "unsupported-charset"
    case .unsupportedCoding: "unsupported-content-coding"
    case .corruptContent: "corrupt-content"
    case .contentTooLarge: "content-too-large"
    case .malformedJSON: "malformed-json"
    case .invalidSubmission: "invalid-submission"
    case .undecodable: "undecodable"
    case .emptyDocument: "empty-document"
    case .binaryDocument: "binary-document"
    case .idTaken: "id-taken"
    case .preconditionFailed: "precondition-failed"
    case .storeFull: "store-full"
    case .diskFull: "disk-full"
    case .storeFailed: "store-failed"
    case .changesGone: "changes-gone"
    case .busy: "busy"
    case .memoryFull: "memory-full"
    case .tooMuchMemory: "too-much-memory"
    case .notReady: "not-ready"
    case .stopping: "stopping"
    case .refused(let error): error.code
    }
  }

  /// The status of the answer.
  package var status: HTTPStatus {
    switch self {
    case .noSuchResource, .noSuchArticle, .noSuchPart: .notFound
    case .methodNotAllowed: .methodNotAllowed
    case .invalidParameters, .queryTooLong, .invalidArticleID, .malformedPrecondition,
      .corruptContent, .malformedJSON:
      .badRequest
    case .misdirected: .misdirectedRequest
    case .crossSite, .forwarded: .forbidden
    case .unauthorized: .unauthorized
    case .notAcceptable: .notAcceptable
    case .unsupportedMedia, .unsupportedCharset, .unsupportedCoding: .unsupportedMediaType
    case .contentTooLarge: .contentTooLarge
    case .invalidSubmission, .undecodable, .emptyDocument, .binaryDocument: .unprocessableContent
    case .idTaken: .conflict
    case .preconditionFailed: .preconditionFailed
    case .storeFull, .diskFull: .insufficientStorage
    case .changesGone: .gone
    case .busy, .memoryFull, .notReady, .stopping, .storeFailed: .serviceUnavailable
    case .tooMuchMemory: .contentTooLarge
    case .refused(let error): error.status
    }
  }

  /// The type in words.
  var title: String {
    switch self {
    case .noSuchResource: "There is nothing at this path"
    case .noSuchArticle: "There is no such article"
    case .noSuchPart: "The article has no such part"
    case .methodNotAllowed: "The method is not allowed here"
    case .misdirected: "The host is not one of this service"
    case .crossSite: "The request comes from another site"
    case .unauthorized: "This needs a token"
    case .forwarded: "The request came through a proxy"
    case .invalidParameters: "The query is not right"
    case .invalidArticleID: "This cannot be the id of an article"
    case .queryTooLong: "The query takes too long"
    case .malformedPrecondition: "The precondition is malformed"
    case .notAcceptable: "There is nothing that the request accepts"
    case .unsupportedMedia: "Documents of this media type are not read"
    case .unsupportedCharset: "Text in this charset is not read"
    case .unsupportedCoding: "Content under this coding is not read"
    case .corruptContent: "The content is not what its coding says"
    // The server refuses what is too large as well, under the same type.
    case .contentTooLarge: HTTPStatus.contentTooLarge.reason
    case .malformedJSON: "The JSON is malformed"
    case .invalidSubmission: "The submission is not right"
    case .undecodable: "The document is not text in its charset"
    case .emptyDocument: "The document is empty"
    case .binaryDocument: "The document is not text"
    case .idTaken: "The id is taken"
    case .preconditionFailed: "The precondition does not hold"
    case .storeFull: "The store is full"
    case .diskFull: "The disk is full"
    case .storeFailed: "The store cannot be relied on"
    case .changesGone: "The changes are gone"
    case .busy: "There is too much to do"
    case .memoryFull: "The memory is used up"
    case .tooMuchMemory: "This takes too much memory"
    case .notReady: "The service is not ready"
    case .stopping: "The service stops"
    case .refused(let error): error.status.reason
    }
  }

  /// The occurrence in words: what was wrong, and what would be right.
  package var detail: String {
    switch self {
    case .noSuchResource(let path): "Nothing is served at \(path). GET / lists what there is."
    case .noSuchArticle(let id): "No article is stored as \(id)."
    case .noSuchPart(let part, let id): "The document of \(id) states no \(part)."
    case .methodNotAllowed(let allow): "This resource takes \(allow)."
    case .misdirected(let host):
      "\(host) is not a name of this service. Ask for localhost or for its address, or have it"
        + " allowed where the service is configured: access.allowedHosts, --allowed-host."
    case .crossSite:
      "A page of another site sent this. Only pages of allowed origins may do more than read."
    case .unauthorized: "Send the service's token: Authorization: Bearer, a space, the token."
    case .forwarded(let field):
      "\(field) says that a proxy passed this on, and without a token only this machine itself may"
        + " do more than read. Configure a token for the service and send it: access.tokenFile,"
        + " --token-file, COUNTERPOINT_ACCESS_TOKEN; or let everyone whom the proxy lets through do"
        + " it: access.allowUnauthenticated, --allow-unauthenticated."
    case .invalidParameters(let faults), .invalidSubmission(let faults):
      faults.map(\.message).joined(separator: " ")
    case .invalidArticleID(let id):
      "\(id) is no id. An id is a letter or a digit and at most 127 letters, digits, '.', '_', '-'."
    case .queryTooLong:
      "Looking for these words took longer than a query may take. Ask for fewer of them, or rarer ones."
    case .malformedPrecondition(let field):
      "\(field) is neither * nor a list of entity tags such as \"1.1.x\"."
    case .notAcceptable(let available):
      "What there is: \(available.joined(separator: ", "))."
    case .unsupportedMedia(let given, let readable, let isPut):
      (given.map { "\($0) is not read here." } ?? "There is no Content-Type.")
        + " Send \(readable.joined(separator: " or "))"
        + (isPut ? "." : "; many documents at once to /v1/articles as \(BulkRequest.mediaType).")
    case .unsupportedCharset(let given):
      "\(given) is not read here. Send \(Charset.names)."
    case .unsupportedCoding(let given): "\(given) is not read here. Send gzip, or no coding."
    case .corruptContent(.truncated): "The gzip content ends before it is whole."
    case .corruptContent(.corrupt): "The content is not gzip, or was damaged on its way."
    case .contentTooLarge(let detail): detail
    case .malformedJSON(let fault), .undecodable(let fault): fault.message
    case .emptyDocument: "The document is empty, or white space alone."
    case .binaryDocument:
      "The document holds what text does not, such as NUL. If it is text, say which: "
        + "\(DocumentMedia.names)."
    case .idTaken(let id):
      "Another document is stored as \(id). PUT replaces it, and so does a line of many with ?mode=upsert."
    case .preconditionFailed: "The article is not as the request's preconditions want it."
    case .storeFull(let limit): "The store holds its \(limit) bytes. Delete articles first."
    case .diskFull:
      "There is no room left on the disk of the store. Nothing was changed, and reading goes on; writes"
        + " work again once there is room."
    case .storeFailed(true):
      "Writing to the disk of the store failed, and nothing more is written until the service is"
        + " started again; reading goes on. Whether this write is kept shows only then."
    case .storeFailed(false):
      "Reading or writing the disk of the store failed. Nothing was changed; the service's log says"
        + " more."
    case .changesGone(let oldest?):
      "What came behind this one is not kept, or it is ahead of the last change, as of a store that was"
        + " begun anew; the oldest that is kept has the sequence \(oldest). Read the articles anew, and go"
        + " on from the last change."
    case .changesGone(nil):
      "This is the change feed of another store. Read the articles anew, and go on from its last change."
    case .busy: "The line of work is full. Try again shortly."
    case .memoryFull:
      "The memory for work and for answers that are not yet taken is used up. Try again shortly."
    case .tooMuchMemory(let needed, let available):
      "Reading this and answering it would take about \(needed) bytes of memory, and \(available) is the"
        + " most that one request may have. Send the document in parts, or have limits.memoryBytes raised."
    case .notReady(let reason): reason.detail
    case .stopping:
      "The service is being stopped, and no more of this is taken. Send the rest when it runs again."
    case .refused(let error): error.detail
    }
  }

  /// What is wrong and where, as far as there are places to point at.
  var faults: [Fault] {
    switch self {
    case .invalidParameters(let faults), .invalidSubmission(let faults): faults
    case .malformedJSON(let fault), .undecodable(let fault): [fault]
    default: []
    }
  }

  /// The fields that belong to the problem: what would be right, and when.
  func append(to fields: inout HTTPFields) {
    switch self {
    case .methodNotAllowed(let allow): fields.append(.allow, allow)
    case .unauthorized:
      // The same for a missing and for a wrong token: the answer is no hint (RFC 6750 section 3).
      fields.append(.wwwAuthenticate, "Bearer realm=\"counterpoint\"")
    case .unsupportedMedia(_, let readable, let isPut):
      // Accept in an answer says what PUT takes (RFC 9110 section 12.5.1), Accept-Post what POST does.
      fields.append(isPut ? .accept : .acceptPost, readable.joined(separator: ", "))
    case .unsupportedCoding: fields.append(.acceptEncoding, "gzip")
    case .busy, .memoryFull, .notReady, .storeFailed(false): fields.append(.retryAfter, "1")
    case .storeFailed(true): fields.append(.retryAfter, "60")
    case .refused(let error) where error.status == .serviceUnavailable:
      fields.append(.retryAfter, "1")
    default: break
    }
  }
}
