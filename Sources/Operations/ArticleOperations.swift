package import ArticleParsing
package import ArticleStore
package import Metrics

/// What can be asked of the articles, whoever asks and by whatever way: values in, values out. Routes
/// bind these to HTTP, and the command line to its words.
///
/// What is asked for comes as a value that is right by its type: a ``Document``, a request made of
/// ``Parameters``. What reads the store takes a completion, which may be called before the call returns;
/// lists and searches take milliseconds, and are for workers.
package final class ArticleOperations: Sendable {
  /// Takes what came of an operation; called once.
  package typealias Completion<Value> = @Sendable (Result<Value, OperationError>) -> Void

  private let reader: ArticleReader
  private let writer: ArticleWriter
  private let parser: ArticleParser
  /// How long reading documents takes.
  package let parses = DurationHistograms(writers: .many)

  /// The operations on the articles of a store.
  package init(on store: ArticleStore) {
    reader = store.reader
    writer = store.writer
    parser = store.parser
  }

  // MARK: Documents

  /// What a document argues.
  package func analyze(_ document: Document) -> Submission {
    parses.measure { Self.analyze(document, with: parser) }
  }

  /// What a parser reads in a document: for those who have no store.
  package static func analyze(
    _ document: Document, with parser: ArticleParser
  ) -> Submission {
    Submission(
      document: document.document, metadata: document.metadata,
      article: parser.parse(document.text, media: document.document.media), times: document.times)
  }

  // MARK: Writing

  /// Says that a document is being read that will be stored, so that one commit does for several.
  package func expectWrite() -> ExpectedWrite { writer.expect() }

  /// What storing needs of a submission, made before its turn comes: about as much work as reading it.
  package func prepare(_ submission: Submission) -> PreparedSubmission {
    writer.prepare(submission)
  }

  /// Stores a submission. What was expected is used up.
  package func store(
    _ write: ArticleWrite, expected: ExpectedWrite? = nil, completion: @escaping Completion<Written>
  ) {
    writer.write(write, expected: expected) { completion($0.mapError { OperationError($0) }) }
  }

  /// Deletes an article, and gives what it was.
  package func delete(
    _ id: String, if precondition: WritePrecondition,
    completion: @escaping Completion<StoredArticle>
  ) {
    // What cannot be an id is not there.
    guard let articleID = ArticleID(id) else { return completion(.failure(.noSuchArticle(id: id))) }
    writer.delete(articleID, if: precondition) {
      completion($0.mapError { OperationError($0, id: id) })
    }
  }

  // MARK: Reading

  /// The article of an id, at once while all articles are in memory.
  package func read(_ id: String, completion: @escaping Completion<StoredArticle>) {
    // What cannot be an id is not there.
    guard let articleID = ArticleID(id) else { return completion(.failure(.noSuchArticle(id: id))) }
    reader.article(articleID) { completion($0.mapError { OperationError($0, id: id) }) }
  }

  /// A page of a list of articles.
  package func find(
    _ request: ArticleListRequest, completion: @escaping Completion<ListPage<StoredArticle>>
  ) {
    find(request.query) { found in
      completion(
        found.map { page in
          let last = page.hasMore ? page.items.last : nil
          let next = last.map { Cursor(place: $0.place(by: request.query.ordering.sort)) }
          return ListPage(
            items: page.items, total: page.total, next: next?.token(of: request.identity))
        })
    }
  }

  /// Articles of a list from a position on, for those who go through all of it.
  package func find(
    _ query: ArticleQuery, completion: @escaping Completion<Page<StoredArticle>>
  ) {
    reader.articles(query) { completion($0.mapError { OperationError($0) }) }
  }

  /// A page of a list of points.
  package func points(
    _ request: PointListRequest, completion: @escaping Completion<ListPage<LocatedPoint>>
  ) {
    reader.points(request.query) { found in
      completion(
        found.map { page in
          let last = page.hasMore ? page.items.last : nil
          return ListPage(
            items: page.items, total: page.total, next: last?.cursor.token(of: request.identity))
        }.mapError { OperationError($0) })
    }
  }

  /// A page of what a search finds, the best first. The index answers later, from its queue.
  package func search(
    _ request: SearchRequest, completion: @escaping Completion<ListPage<SearchHit>>
  ) {
    reader.search(request.query) { found in
      completion(
        found.map { page in
          ListPage(
            items: page.hits, total: page.total, next: page.next?.token(of: request.identity))
        }.mapError { OperationError($0) })
    }
  }

  /// Some changes, in the order of their commits.
  package func changes(_ request: ChangeRequest, completion: @escaping Completion<ChangePage>) {
    reader.changes(request.query) { completion($0.mapError { OperationError($0) }) }
  }
}

/// Calls an operation and waits for what comes of it: for workers and commands, never for an event loop
/// or a thread of the store.
///
/// - Throws: ``OperationError``, where it failed.
package func waitForOperation<Value: Sendable>(
  _ call: (@escaping ArticleOperations.Completion<Value>) -> Void
) throws(OperationError) -> Value {
  let result: Result<Value, OperationError>
  do throws(StoreError) {
    result = try waitForStore { answered in call { answered(.success($0)) } }
  } catch {
    throw OperationError(error)
  }
  return try result.get()
}
