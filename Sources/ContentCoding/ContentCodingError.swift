/// Why content under a content coding could not be read.
package enum ContentCodingError: Error, Equatable {
  /// The content ends within a member, or is empty.
  case truncated
  /// The content is no gzip, its checksum or its length does not fit, or something follows its end.
  case corrupt
  /// Inflated, the content would be longer than this many bytes.
  case tooLarge(limit: Int)
  /// The content inflates to more than this many times its size: what only a bomb does.
  case ratioExceeded(limit: Int)
  /// The system has no memory for a stream.
  case outOfMemory
}
