import ArticleStore

/// The document of one line, read and ready to be stored.
struct BulkDocument: Sendable {
  private let prepared: PreparedSubmission
  private let id: ArticleID?

  /// Reads a line. As much work as reading the same submission alone.
  ///
  /// - Throws: ``Problem``, as that would answer.
  init(_ line: LineSplitter.Line, _ service: ArticleService) throws(Problem) {
    guard let bytes = line.bytes else {
      throw .contentTooLarge(
        detail: "The line is longer than \(service.configuration.lineLimit) bytes.")
    }
    let incoming = try IncomingDocument(JSONSubmission.read(IncomingContent.jsonText(bytes)))
    let limit = service.configuration.documentLimit
    guard incoming.document.bytes.count <= limit else {
      throw .contentTooLarge(detail: "The document is larger than \(limit) bytes.")
    }
    id = try incoming.articleID()
    prepared = service.store.prepare(service.figures.read(incoming))
  }

  /// Has the store add it; `finish` is called with what came of it, on the store's queue.
  func add(to store: ArticleStore, finish: @escaping @Sendable (BulkResult) -> Void) {
    let names = prepared.submission.metadata.names
    let completion: @Sendable (Result<ArticleStore.Written, StoreError>) -> Void = { result in
      switch result {
      case .success(let written):
        finish(.stored(written, ignored: written.outcome == .existing ? names : []))
      case .failure(let error): finish(.refused(Problem(error, id: "")))
      }
    }
    if let id {
      store.create(id, prepared, completion: completion)
    } else {
      store.add(prepared, completion: completion)
    }
  }
}
