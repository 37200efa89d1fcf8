import ArticleParsing
import ArticleStore
import Formats
import HTTPCore
import HTTPServer
import Operations

// Writes: the document is read and its answer encoded by a worker, before the store is asked, so
// that the store's queue never waits for either; what is left to do after the write is small.

extension ArticleService {
  /// 201 for a new article, 200 for one that is there. A JSON submission may name the id; there,
  /// another document is 409.
  static let createArticle: Route.Handler = { service, call throws(Problem) in
    // With content it was admitted as a stream, and is not here.
    if BulkRequest.isIt(call.request) {
      let bulk = try BulkRequest(call.request)
      return .now(service.takeIn(bulk, ContentStream(whole: call.request.content)))
    }
    let content = try IncomingContent(call.request)
    return try service.write(content, for: call) { incoming, memory, expected throws(Problem) in
      let id = try incoming.articleID()
      let submission = service.operations.analyze(incoming)
      let body = try service.encodedArticle(submission, call, memory)
      let prepared = service.operations.prepare(submission)
      service.operations.store(
        id.map { .create($0, prepared) } ?? .add(prepared), expected: expected
      ) { service.finish(call, body, submission, $0) }
    }
  }

  /// 201 for a new article, 200 for one that was replaced.
  static let putArticle: Route.Handler = { service, call throws(Problem) in
    guard let id = ArticleID(call.id) else { throw .invalidArticleID(call.id) }
    let precondition = try call.request.fields.writePrecondition()
    let content = try IncomingContent(call.request)
    return try service.write(content, for: call) { incoming, memory, expected throws(Problem) in
      guard incoming.id == nil || incoming.id == call.id else {
        throw .invalidSubmission([
          .pointer("/id", "misplaced-member", "id is not the one in the path.")
        ])
      }
      let submission = service.operations.analyze(incoming)
      let body = try service.encodedArticle(submission, call, memory)
      let prepared = service.operations.prepare(submission)
      service.operations.store(.put(id, prepared, if: precondition), expected: expected) {
        service.finish(call, body, submission, $0)
      }
    }
  }

  /// 204, or 404 where there is nothing to delete.
  static let deleteArticle: Route.Handler = { service, call throws(Problem) in
    guard ArticleID(call.id) != nil else { throw .noSuchArticle(id: call.id) }
    let precondition = try call.request.fields.writePrecondition()
    service.operations.delete(call.id, if: precondition) { result in
      switch result {
      case .success:
        var fields = HTTPFields()
        fields.append(.xContentTypeOptions, "nosniff")
        call.reply(HTTPResponse(status: .noContent, fields: fields))
      case .failure(let error): call.reply(Problem(error).response)
      }
    }
    return .later
  }

  /// Has a worker prepare a write and hand it to the store, which answers. The store knows that it is
  /// coming, and commits it together with others.
  private func write(
    _ content: IncomingContent, for call: Call,
    _ work:
      @escaping @Sendable (Document, consuming WorkMemory, ExpectedWrite) throws(Problem)
      -> Void
  ) throws(Problem) -> Answer {
    let expected = operations.expectWrite()
    return try read(content, for: call) { incoming, memory throws(Problem) in
      try work(incoming, memory, expected)
      return nil
    }
  }

  /// What the answer will have of the article, and what it and the write have of the memory until the
  /// answer is sent.
  private struct Body {
    let content: [UInt8]
    let reservation: MemoryReservation?
  }

  private func encodedArticle(
    _ submission: Submission, _ call: Call, _ memory: consuming WorkMemory
  ) throws(Problem) -> Body {
    let size = Article.makingSize(submission.article.encodedSize(call.form))
    try memory.expect(submission.memorySize + size)
    let content = call.form.format.encode(
      Analysis(submission.article, submission.metadata, call.form))
    // Until it is committed, the document is nobody's but the write's; the answer is made of the body.
    return Body(
      content: content,
      reservation: try memory.keep(submission.memorySize + 2 * content.count))
  }

  /// Answers a write with the article as it is now, and keeps what was encoded for those who will
  /// ask for it. Called on the store's queue, so the answer is not compressed.
  private func finish(
    _ call: Call, _ body: Body, _ submission: Submission,
    _ result: Result<Written, OperationError>
  ) {
    switch result {
    case .failure(let error): call.reply(Problem(error).response)
    case .success(let written) where written.outcome == .existing:
      answerExisting(
        written.article, call, ignored: submission.namesIgnored(for: written.article))
    case .success(let written):
      var form = call.form
      form.isGzip = false
      let representation = Representation(
        of: written.article, mediaType: form.format.contentType, form,
        content: Format.jsonBuffer.encode(
          written.article, before: body.content, isPretty: form.isPretty),
        reservation: body.reservation)
      // The article is the store's from here on, and the body is not needed any more.
      representation.shrinkReservation()
      representer.cache.keep(.init(written.article, .article, form), representation)
      let isNew = written.outcome == .created
      call.reply(
        representation.response(
          isNew ? .created : .ok,
          representation.fields(afterWriting: written.article, call, isNew: isNew)))
    }
  }

  /// Answers a document that was there already with the article that it is.
  private func answerExisting(_ stored: StoredArticle, _ call: Call, ignored: [String]) {
    let answer: @Sendable (RepresentationCache.Made) -> Void = { made in
      switch made {
      case .failure(let problem): call.reply(problem.response)
      case .success(let representation):
        var fields = representation.fields(afterWriting: stored, call, isNew: false)
        if !ignored.isEmpty {
          fields.append(.counterpointIgnored, ignored.joined(separator: ", "))
        }
        call.reply(representation.response(.ok, fields))
      }
    }
    let key = RepresentationCache.Key(stored, .article, call.form)
    switch representer.cache.lookUp(key, waiter: answer) {
    case .found(let representation): answer(.success(representation))
    case .waiting: break
    case .make:
      // Not here: this is the store's queue.
      let isTaken = workers.submit(Self.length(of: stored)) {
        answer(self.make(key, of: stored))
      }
      if !isTaken {
        representer.cache.finish(key, .failure(.busy))
        answer(.failure(.busy))
      }
    }
  }
}

extension Representation {
  /// The fields of the answer to a write, which has this representation as its content.
  fileprivate func fields(
    afterWriting stored: StoredArticle, _ call: Call, isNew: Bool
  ) -> HTTPFields {
    var fields = HTTPFields()
    fields.append(.contentType, mediaType)
    if isGzip { fields.append(.contentEncoding, "gzip") }
    // What PUT brought is not what is given back, and then its answer has no entity tag
    // (RFC 9110 section 9.3.4).
    if call.request.method == .post, let entityTag {
      fields.append(.eTag, entityTag.description)
    }
    fields.append(isNew ? .location : .contentLocation, "/v1/articles/\(stored.id.text)")
    fields.append(.cacheControl, "no-cache")
    fields.append(.xContentTypeOptions, "nosniff")
    return fields
  }
}

extension HTTPFieldName {
  /// RFC 9110 section 8.7.
  fileprivate static let contentLocation = known("Content-Location")
  /// The names of the members of a submission's metadata that had no effect, because the document
  /// was there already.
  fileprivate static let counterpointIgnored = known("Counterpoint-Ignored")

  private static func known(_ name: String) -> HTTPFieldName {
    guard let name = HTTPFieldName(name) else { preconditionFailure("not a token: \(name)") }
    return name
  }
}
