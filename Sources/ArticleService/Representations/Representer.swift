import ArticleParsing
import ArticleStore
import ContentCoding
import Formats
import HTTPCore
import JSON

/// Makes representations, and keeps them.
final class Representer: Sendable {
  let gzip = GzipEncoder()
  let cache: RepresentationCache

  /// One that keeps at most `cacheLimit` bytes of what it made.
  init(cacheLimit: Int) { cache = RepresentationCache(limit: cacheLimit) }

  /// A representation of a part.
  ///
  /// - Throws: ``Problem/noSuchPart(part:id:)``, and what there is no memory for.
  func make(
    _ part: ArticlePart, of stored: StoredArticle, _ form: RepresentationForm,
    _ memory: consuming WorkMemory
  ) throws(Problem) -> Representation {
    try memory.expect(stored.makingSize(part, form))
    guard let content = content(part, of: stored, form) else {
      throw .noSuchPart(part: part.segment ?? "", id: stored.id.text)
    }
    let compressed = form.isGzip ? compress(content) : nil
    var form = form
    form.isGzip = compressed != nil
    // The document and its text are the store's, but only until the article is replaced.
    return Representation(
      of: stored, mediaType: part.mediaType(of: stored, in: form.format), form,
      content: compressed ?? content,
      reservation: try memory.keep((compressed ?? content).count))
  }

  private func content(
    _ part: ArticlePart, of stored: StoredArticle, _ form: RepresentationForm
  ) -> [UInt8]? {
    // JSON has the members of the store as well; the other formats are of the article alone.
    guard form.format == .json else {
      return form.format.encode(Analysis(stored.article, stored.metadata, form))
    }
    return Format.jsonBuffer.encode(part, of: stored, form)
  }

  /// The content under gzip, where that is worth it; what cannot be compressed goes as it is.
  func compress(_ content: [UInt8]) -> [UInt8]? {
    guard content.count >= Representation.gzipThreshold else { return nil }
    return try? gzip.encode(content)
  }
}
