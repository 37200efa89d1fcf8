package import ArticleParsing

/// An article in the store, as it was at one revision; it never changes.
///
/// A class, so that lists, pages and answers share one of it at the price of a reference.
package final class StoredArticle: Sendable {
  /// Unique in the store.
  package let id: ArticleID
  /// 1 when created, one more with each replacement.
  package let revision: Int
  /// Milliseconds since 1970, UTC: when it was created here, or what the submission said of it.
  package let createdAt: Int64
  /// Milliseconds since 1970, UTC, never before ``createdAt``: when it was written here, later than any
  /// write before, or what the submission said of it.
  package let updatedAt: Int64
  /// When the clock said that it was written: ``updatedAt`` can be ahead of the clock after many writes
  /// at once, or is what the submission said.
  package let writtenAt: Int64
  /// What was submitted beside the document.
  package let metadata: Metadata
  /// What was submitted.
  package let document: SubmittedDocument
  /// What was read in it.
  package let article: Article
  /// The place among all articles, in the order in which they came here; kept when the article is
  /// replaced.
  package let sequence: UInt64
  let contentHash: UInt64
  /// A hash of what was submitted and of the times: the same for the same article alone, also where it
  /// was deleted and brought back.
  private let digest: UInt64
  /// What lists ask of it.
  let facets: ArticleFacets
  /// What it counts against the store's limit.
  let size: Int

  init(
    id: ArticleID, revision: Int, createdAt: Int64, updatedAt: Int64, writtenAt: Int64,
    sequence: UInt64, contentHash: UInt64, size: Int, submission: Submission
  ) {
    self.id = id
    self.revision = revision
    self.createdAt = createdAt
    self.updatedAt = updatedAt
    self.writtenAt = writtenAt
    self.sequence = sequence
    self.contentHash = contentHash
    self.size = size
    metadata = submission.metadata
    document = submission.document
    article = submission.article
    digest = Self.digest(submission, contentHash, createdAt: createdAt, updatedAt: updatedAt)
    facets = ArticleFacets(of: submission.article, submission.metadata)
  }

  /// The title: as submitted, else as found.
  package var title: String? { metadata.title ?? article.title }

  /// The second since 1970 in which it was written, as HTTP says it.
  package var lastModified: Int { Int(clamping: writtenAt / 1_000) }

  /// What changes whenever the article does, however it is read: the part of an entity tag that
  /// preconditions of writes compare.
  package var validator: String {
    "\(revision).\(String(digest, radix: 36))"
  }

  /// Whether a write of this submission would change nothing.
  func isSame(as submission: Submission) -> Bool {
    metadata == submission.metadata && document.mediaType == submission.document.mediaType
      && submission.times.map { $0.createdAt == createdAt && $0.updatedAt == updatedAt } ?? true
      && document.isSame(as: submission.document)
  }

  private static func digest(
    _ submission: Submission, _ contentHash: UInt64, createdAt: Int64, updatedAt: Int64
  ) -> UInt64 {
    let metadata = submission.metadata
    // The encoding is not in the hash of the content. No value has a NUL, and tags are last.
    let words =
      [
        String(contentHash, radix: 36), String(createdAt, radix: 36), String(updatedAt, radix: 36),
        submission.document.mediaType, submission.document.encoding.storedName,
        metadata.title ?? "", metadata.url ?? "", metadata.publishedAt ?? "",
      ] + metadata.tags
    return XXH64.hash(Array(words.joined(separator: "\0").utf8))
  }
}
