package import ArticleParsing
package import ArticleStore

extension Submission {
  /// What the parser reads in a document that came without HTTP, such as a file: in the encoding
  /// that its mark says, else UTF-8, with nothing said about it but its media; `nil` to recognise
  /// that.
  ///
  /// - Throws: ``Problem/undecodable(_:)``, ``Problem/emptyDocument``, ``Problem/binaryDocument``.
  package init(
    reading bytes: [UInt8], media: DocumentMedia?, with parser: ArticleParser
  ) throws(Problem) {
    self = try IncomingDocument(
      bytes: bytes, media: media, charset: nil, metadata: Metadata()
    ).submission(parser)
  }
}
