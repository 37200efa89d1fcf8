package import ArticleParsing
package import ArticleStore

extension Submission {
  /// What the parser reads in a document that came without HTTP, such as a file: UTF-8, with nothing
  /// said about it.
  ///
  /// - Throws: ``Problem/undecodable(_:)``, ``Problem/emptyDocument``.
  package init(reading bytes: [UInt8], media: DocumentMedia) throws(Problem) {
    self = try IncomingDocument(
      bytes: bytes, media: media, charset: .utf8, metadata: Metadata()
    ).submission
  }
}
