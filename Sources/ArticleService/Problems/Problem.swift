package import HTTPCore

/// Everything that can be wrong, as a client is told of it (RFC 9457): the one catalogue.
///
/// A problem's `type` is `/problems/` and its ``code``, which never changes; its title belongs to the
/// type, its detail and its faults to the occurrence.
package enum Problem: Error, Sendable, Equatable {
  // Where the request went.
  case noSuchResource(path: String)
  case noSuchArticle(id: String)
  case noSuchPart(part: String, id: String)
  case methodNotAllowed(allow: String)
  // Whose it is.
  case misdirected(host: String)
  case crossSite
  case unauthorized
  /// It came through a proxy, as the field of that name says, and there is no token that it could
  /// show.
  case forwarded(field: String)
  // What it asked for.
  case invalidParameters([Fault])
  case invalidArticleID(String)
  /// Looking for the words of a query takes longer than any may take.
  case queryTooLong
  case malformedPrecondition(field: String)
  case notAcceptable(available: [String])
  // What it brought.
  case unsupportedMedia(given: String?, readable: [String], isPut: Bool)
  case unsupportedCharset(given: String)
  case unsupportedCoding(given: String)
  case corruptContent(ContentFault)
  case contentTooLarge(detail: String)
  case malformedJSON(Fault)
  case invalidSubmission([Fault])
  case undecodable(Fault)
  case emptyDocument
  /// What was to be recognised is no text.
  case binaryDocument
  // What the store says.
  case idTaken(id: String)
  case preconditionFailed
  case storeFull(limit: Int)
  case diskFull
  /// The store could not be relied on; `isFinal` when it takes no more writes.
  case storeFailed(isFinal: Bool)
  /// Changes that were asked for are no longer kept, or are another store's.
  case changesGone(oldest: UInt64?)
  // What the service says.
  case busy
  /// The memory for work and answers is used up.
  case memoryFull
  /// The work would take more memory than there ever is.
  case tooMuchMemory(needed: Int, available: Int)
  case notReady(Unreadiness)
  /// The service is being stopped, and no more of a submission is waited for.
  case stopping
  /// What the server refused before it was a request.
  case refused(RequestError)

  /// One thing that is wrong, and where.
  package struct Fault: Sendable, Equatable {
    /// A JSON pointer (RFC 6901) into the content.
    var pointer: String?
    /// The name of a query parameter.
    var parameter: String?
    /// Bytes of the document, or of the JSON text.
    var range: Range<Int>?
    /// The stable name of the fault.
    var code: String
    var message: String
  }

  /// How compressed content is no gzip.
  package enum ContentFault: Sendable, Equatable {
    case truncated, corrupt
  }
}

extension Problem.Fault {
  static func pointer(_ pointer: String, _ code: String, _ message: String) -> Self {
    Self(pointer: pointer, code: code, message: message)
  }

  static func parameter(_ name: String, _ code: String, _ message: String) -> Self {
    Self(parameter: name, code: code, message: message)
  }
}
