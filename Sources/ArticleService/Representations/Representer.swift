import ArticleStore
import ContentCoding
import HTTPCore

/// Makes representations, and keeps them.
final class Representer: Sendable {
  let json = JSONEncoding()
  let gzip = GzipEncoder()
  let cache: RepresentationCache

  /// One that keeps at most `cacheLimit` bytes of what it made.
  init(cacheLimit: Int) { cache = RepresentationCache(limit: cacheLimit) }

  /// A representation of a part.
  ///
  /// - Throws: ``Problem/noSuchPart(part:id:)``.
  func make(
    _ part: ArticlePart, of stored: StoredArticle, _ form: RepresentationForm
  ) throws(Problem) -> Representation {
    guard let content = json.encode(part, of: stored, isPretty: form.isPretty) else {
      throw .noSuchPart(part: part.segment ?? "", id: stored.id.text)
    }
    let compressed = form.isGzip ? compress(content) : nil
    return Representation(
      of: stored, mediaType: part.mediaType(of: stored), isPretty: form.isPretty,
      isGzip: compressed != nil, content: compressed ?? content)
  }

  /// The content under gzip, where that is worth it; what cannot be compressed goes as it is.
  func compress(_ content: [UInt8]) -> [UInt8]? {
    guard content.count >= Representation.gzipThreshold else { return nil }
    return try? gzip.encode(content)
  }
}
