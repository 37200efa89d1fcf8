/// The canonical text of a document: valid UTF-8 without a byte order mark.
///
/// The invariant is the type's: whoever holds a `SourceText` need not check its encoding again.
package struct SourceText: Sendable, Equatable {
  /// Why bytes are no text.
  package enum DecodingError: Error, Equatable {
    /// The first byte that begins no valid UTF-8 sequence (RFC 3629 section 4).
    case invalidUTF8(offset: Int)
    /// Half of a surrogate pair of UTF-16 without its other half (RFC 2781 section 2.2).
    case loneSurrogate(offset: Int)
    /// The last byte of UTF-16, whose units have two.
    case oddByteCount(offset: Int)

    /// The place of the first wrong byte.
    package var offset: Int {
      switch self {
      case .invalidUTF8(let offset), .loneSurrogate(let offset), .oddByteCount(let offset): offset
      }
    }
  }

  /// The text, in UTF-8.
  package let utf8: [UInt8]

  /// Decodes UTF-8, with or without a byte order mark. One pass; the bytes are shared, not copied,
  /// when there is no mark.
  ///
  /// - Parameter bytes: the document as it was submitted.
  /// - Throws: ``DecodingError`` with the offset, in the submitted bytes, of the first wrong byte.
  package init(decoding bytes: [UInt8]) throws(DecodingError) {
    let body = bytes.has("\u{FEFF}", at: 0) ? Array(bytes.dropFirst(3)) : bytes
    if !UTF8Validation.isValid(body.span) {
      do {
        _ = try UTF8Span(validating: body.span)
      } catch {
        throw .invalidUTF8(offset: error.byteOffsets.lowerBound + bytes.count - body.count)
      }
    }
    utf8 = body
  }

  /// The text of bytes that are known to be UTF-8 without a byte order mark.
  init(validated utf8: [UInt8]) { self.utf8 = utf8 }

  /// The text of a string.
  package init(_ string: String) { utf8 = Array(string.utf8) }

  /// The text at a range, which must start and end between characters.
  package subscript(range: Range<Int>) -> String {
    String(checking: utf8.span.extracting(range))
  }

  /// Whether there is nothing but white space.
  package var isBlank: Bool {
    var offset = 0
    while let (scalar, length) = utf8.scalar(at: offset) {
      guard scalar.properties.isWhitespace else { return false }
      offset += length
    }
    return true
  }
}
