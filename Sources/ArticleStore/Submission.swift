package import ArticleParsing

/// A document as it was submitted: what the store keeps, and can analyse again.
package struct SubmittedDocument: Sendable, Equatable {
  /// The bytes, without any content coding.
  package var bytes: [UInt8]
  /// How they were read.
  package var media: DocumentMedia
  /// The media type to give them back under, with its charset.
  package var mediaType: String
  /// How the bytes stand for characters.
  package var encoding: TextEncoding

  /// A document from its parts.
  package init(
    bytes: [UInt8], media: DocumentMedia, mediaType: String, encoding: TextEncoding = .utf8
  ) {
    self.bytes = bytes
    self.media = media
    self.mediaType = mediaType
    self.encoding = encoding
  }

  /// Whether it is the same document: the same bytes, read in the same way.
  func isSame(as other: SubmittedDocument) -> Bool {
    media == other.media && encoding == other.encoding && bytes == other.bytes
  }
}

/// What a client says about a document, beside the document.
package struct Metadata: Sendable, Equatable {
  /// Takes the place of the title found.
  package var title: String?
  /// Where the document comes from; never fetched.
  package var url: String?
  /// Takes the place of the date found, as `YYYY-MM-DD`.
  package var publishedAt: String?
  /// Words to find it by, in the order given.
  package var tags: [String] = []

  /// No metadata, to be filled in.
  package init() {}

  /// The names of the members that are there, as the API calls them.
  package var names: [String] {
    [
      title.map { _ in "title" }, url.map { _ in "url" },
      publishedAt.map { _ in "publishedAt" }, tags.isEmpty ? nil : "tags",
    ].compactMap(\.self)
  }

  var byteCount: Int {
    (title?.utf8.count ?? 0) + (url?.utf8.count ?? 0) + (publishedAt?.utf8.count ?? 0)
      + tags.reduce(0) { $0 + $1.utf8.count }
  }
}

/// When an article was created and last written elsewhere, as a line of an export says it, in
/// milliseconds since 1970, UTC.
package struct ArticleTimes: Sendable, Equatable {
  /// When it was created.
  package let createdAt: Int64
  /// When it was last written; not before ``createdAt``.
  package let updatedAt: Int64

  /// Times of which the second is not before the first.
  package init(createdAt: Int64, updatedAt: Int64) {
    precondition(createdAt <= updatedAt, "an article is not written before it is created")
    self.createdAt = createdAt
    self.updatedAt = updatedAt
  }
}

/// A document, what was said about it, and what was read in it: all that a write needs.
package struct Submission: Sendable {
  /// What is kept byte for byte.
  package var document: SubmittedDocument
  /// What the client says about it.
  package var metadata: Metadata
  /// What was read in the document.
  package var article: Article
  /// The times that the article is to have; `nil` for those of the write.
  package var times: ArticleTimes?

  /// A submission from its parts.
  package init(
    document: SubmittedDocument, metadata: Metadata, article: Article, times: ArticleTimes? = nil
  ) {
    self.document = document
    self.metadata = metadata
    self.article = article
    self.times = times
  }

  /// The names of the members of what was said about the document that have no effect where the
  /// document is there already, as this article: all metadata, and times that are others.
  package func namesIgnored(for article: StoredArticle) -> [String] {
    var names = metadata.names
    if let times {
      if times.createdAt != article.createdAt { names.append("createdAt") }
      if times.updatedAt != article.updatedAt { names.append("updatedAt") }
    }
    return names
  }

  /// What the article counts against the store's limit: beside ``byteCount`` its own records and those
  /// of what was read in it, which of a document that is nothing but points are many times its bytes.
  var size: Int {
    let points = PointKind.allCases.reduce(0) { count, kind in
      count + article[kind].count + article[kind].reduce(0) { $0 + $1.details.count }
    }
    let pieces =
      points + article.sections.count + article.diagnostics.count
      + (article.outlook?.scenarios.count ?? 0)
    return ArticleStore.articleOverhead + byteCount + pieces * ArticleStore.pieceOverhead
  }

  /// What it takes to keep. The text of a document in UTF-8 is the document's own bytes.
  var byteCount: Int {
    document.bytes.count + metadata.byteCount
      + (document.encoding == .utf8 ? 0 : article.text.utf8.count)
  }
}
