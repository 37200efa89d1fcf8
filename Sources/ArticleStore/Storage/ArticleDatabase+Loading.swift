import ArticleParsing

/// An article as the tables keep it, before it is analysed again.
struct ArticleRow: Sendable {
  let sequence: UInt64
  let id: String
  let revision: Int
  let createdAt: Int64
  let updatedAt: Int64
  let writtenAt: Int64
  let contentHash: UInt64
  let media: String
  let mediaType: String
  let encoding: String
  let metadata: Metadata
  let document: [UInt8]

  /// Whether the document is the one that was stored.
  var isWhole: Bool {
    submitted.map { ArticleStore.hash($0) == contentHash } ?? false
  }

  /// What was submitted; `nil` when the row is not as it was written.
  private var submitted: SubmittedDocument? {
    guard let media = DocumentMedia(rawValue: media),
      let encoding = TextEncoding(storedName: encoding)
    else { return nil }
    return SubmittedDocument(
      bytes: document, media: media, mediaType: mediaType, encoding: encoding)
  }

  /// The article, read again in its document; `nil` when the row is not as it was written.
  func analysed(
    _ contentHash: ArticleStore.ContentHash, _ parser: ArticleParser
  ) -> StoredArticle? {
    guard let id = ArticleID(id), let document = submitted,
      contentHash(document) == self.contentHash,
      let text = try? SourceText(decoding: document.bytes, as: document.encoding)
    else { return nil }
    let submission = Submission(
      document: document, metadata: metadata,
      article: parser.parse(text, media: document.media))
    return StoredArticle(
      id: id, revision: revision, createdAt: createdAt, updatedAt: updatedAt,
      writtenAt: writtenAt, sequence: sequence, contentHash: self.contentHash,
      size: submission.size, submission: submission)
  }
}

/// Reads the rows of all articles, in the order of their creation.
struct ArticleRows: ~Copyable {
  private var rows: SQLiteStatement
  private var tags: SQLiteStatement
  private var last = Int64.min

  /// Rows from the first on.
  ///
  /// - Throws: ``SQLiteError``.
  init(_ connection: borrowing SQLiteConnection) throws(SQLiteError) {
    let rows = try SQLiteStatement(
      "SELECT * FROM articles WHERE sequence > ? ORDER BY sequence", on: connection)
    tags = try SQLiteStatement("SELECT value FROM json_each(?)", on: connection)
    self.rows = rows
  }

  /// The next rows: at most `count`, and no more once they have `bytes`; none at the end.
  ///
  /// - Throws: ``SQLiteError``.
  mutating func next(count: Int, bytes: Int) throws(SQLiteError) -> [ArticleRow] {
    var found: [ArticleRow] = []
    var size = 0
    try rows.bind(last, at: 1)
    while found.count < count, size < bytes, try rows.step() {
      let row = try row()
      size += row.document.count
      last = Int64(bitPattern: row.sequence)
      found.append(row)
    }
    // Not left open: what is read must not keep the log from being copied into the database.
    rows.reset()
    return found
  }

  private mutating func row() throws(SQLiteError) -> ArticleRow {
    var metadata = Metadata()
    metadata.title = rows.text(10)
    metadata.url = rows.text(11)
    metadata.publishedAt = rows.text(12)
    if let json = rows.text(13), json != "[]" {
      try tags.bind(json, at: 1)
      while try tags.step() { metadata.tags.append(tags.text(0) ?? "") }
    }
    return ArticleRow(
      sequence: UInt64(bitPattern: rows.integer(0)), id: rows.text(1) ?? "",
      revision: Int(rows.integer(2)), createdAt: rows.integer(3), updatedAt: rows.integer(4),
      writtenAt: rows.integer(5), contentHash: UInt64(bitPattern: rows.integer(6)),
      media: rows.text(7) ?? "", mediaType: rows.text(8) ?? "", encoding: rows.text(9) ?? "",
      metadata: metadata, document: rows.bytes(14) ?? [])
  }
}

extension ArticleDatabase {
  /// The changes that are kept; `nil` when they are not as they were written.
  ///
  /// - Throws: ``SQLiteError``.
  borrowing func changes() throws(SQLiteError) -> ChangeFeed? {
    var feed = ChangeFeed()
    var rows = try SQLiteStatement("SELECT * FROM changes ORDER BY sequence", on: connection)
    while try rows.step() {
      let sequence = UInt64(bitPattern: rows.integer(0))
      guard let kind = rows.text(1).flatMap(Change.Kind.init(rawValue:)),
        let id = rows.text(2).flatMap(ArticleID.init),
        feed.last == 0 || sequence == feed.last + 1
      else { return nil }
      feed.append(
        Change(
          sequence: sequence, kind: kind, article: id, revision: Int(rows.integer(3)),
          at: rows.integer(4)))
    }
    return feed
  }
}
