package import ArticleParsing
package import ArticleStore

/// A document that is to be read: decoded to text, with what was said about it.
package struct Document: Sendable {
  /// The document as it was submitted.
  package let document: SubmittedDocument
  /// Its text.
  package let text: SourceText
  /// What was said about it.
  package let metadata: Metadata
  /// The id that it is to have, not checked yet; `nil` where any will do.
  package let id: String?
  /// The times that it is to have; `nil` for those of the write.
  package let times: ArticleTimes?

  /// A document from bytes.
  ///
  /// - Parameters:
  ///   - bytes: the document as it was submitted, without any content coding.
  ///   - media: `nil` to recognise it in the text.
  ///   - charset: how the bytes are labelled; `nil` without a label.
  ///   - metadata: what was said about the document.
  ///   - id: the id that it is to have.
  ///   - times: the times that it is to have.
  /// - Throws: ``DocumentError``.
  package init(
    bytes: [UInt8], media: DocumentMedia?, charset: Charset? = nil, metadata: Metadata = Metadata(),
    id: String? = nil, times: ArticleTimes? = nil
  ) throws(DocumentError) {
    let charset = Charset(of: bytes, labelled: charset)
    text = try charset.decode(bytes)
    guard !text.isBlank else { throw .empty }
    guard let media = media ?? MediaRecognition.media(of: text) else { throw .binary }
    document = SubmittedDocument(
      bytes: bytes, media: media, mediaType: "\(media.rawValue); charset=\(charset.rawValue)",
      encoding: charset.encoding(of: bytes))
    self.metadata = metadata
    self.id = id
    self.times = times
  }
}
