package import ArticleParsing

/// Why some bytes are no document that can be read.
package enum DocumentError: Error, Sendable, Equatable {
  /// A byte is not of the document's charset.
  case undecodable(SourceText.DecodingError)
  /// A byte is not US-ASCII, as which the document is labelled.
  case notASCII(offset: Int)
  /// There is nothing in it but white space.
  case empty
  /// What was to be recognised is no text.
  case binary
}
