import ArticleStore
import HTTPCore
import Operations

/// The document of one line, decoded and not read yet.
struct BulkLine: Sendable {
  fileprivate let incoming: Document
  fileprivate let id: ArticleID?
  /// About the most bytes that the document takes until it is stored.
  let readingSize: Int

  /// Decodes a line, of which reading may take so much memory.
  ///
  /// - Throws: ``Problem``, as the same submission alone would answer.
  init(
    _ line: LineSplitter.Line, _ service: ArticleService, available: Int
  ) throws(Problem) {
    guard let bytes = line.bytes else {
      throw .contentTooLarge(
        detail:
          "The line is longer than \(min(service.configuration.lineLimit, available / 3)) bytes.")
    }
    let incoming = try Document(JSONSubmission.read(IncomingContent.jsonText(bytes)))
    let limit = service.configuration.documentLimit
    guard incoming.document.bytes.count <= limit else {
      throw .contentTooLarge(detail: "The document is larger than \(limit) bytes.")
    }
    readingSize = incoming.readingSize(service.parser)
    guard readingSize <= available else {
      throw .tooMuchMemory(needed: readingSize, available: available)
    }
    id = try incoming.articleID()
    self.incoming = incoming
  }
}

/// The document of one line, read and ready to be stored.
struct BulkDocument: Sendable {
  private let prepared: PreparedSubmission
  private let id: ArticleID?
  /// What it, and the others of its batch, have of the memory budget.
  private let reservation: MemoryReservation
  /// Its write, for which the store waits a moment.
  private let expected: ExpectedWrite

  /// Reads a document.
  init(
    _ line: BulkLine, _ service: ArticleService, _ reservation: MemoryReservation,
    _ expected: ExpectedWrite
  ) {
    id = line.id
    prepared = service.operations.prepare(service.operations.analyze(line.incoming))
    self.reservation = reservation
    self.expected = expected
  }

  /// The bytes that it takes until it is stored.
  var memorySize: Int { prepared.submission.memorySize }

  /// Has the store add it; `finish` is called with what came of it, on the store's queue.
  func add(
    with operations: ArticleOperations, _ mode: BulkRequest.Mode,
    finish: @escaping @Sendable (BulkResult) -> Void
  ) {
    let submission = prepared.submission
    operations.store(write(mode), expected: expected) { [reservation] result in
      // Until here the document is nobody's but the write's.
      defer { withExtendedLifetime(reservation) {} }
      switch result {
      case .success(let written):
        let ignored =
          written.outcome == .existing ? submission.namesIgnored(for: written.article) : []
        finish(.stored(written, ignored: ignored))
      case .failure(let error): finish(.refused(Problem(error)))
      }
    }
  }

  private func write(_ mode: BulkRequest.Mode) -> ArticleWrite {
    switch (id, mode) {
    case (let id?, .create): .create(id, prepared)
    case (let id?, .upsert): .upsert(id, prepared)
    // A document that is there is the same under whatever id.
    case (nil, _): .add(prepared)
    }
  }
}
