/// How the bytes of a document stand for characters.
package enum TextEncoding: Sendable, Hashable, CaseIterable {
  case utf8
  case utf16BigEndian
  case utf16LittleEndian

  /// The encoding that a byte order mark in front of a document says; `nil` without one.
  package init?(markOf bytes: [UInt8]) {
    guard let encoding = Self.allCases.first(where: { bytes.starts(with: $0.mark) }) else {
      return nil
    }
    self = encoding
  }

  /// The byte order mark (RFC 3629 section 6, RFC 2781 section 3.2), which is no part of the text.
  var mark: [UInt8] {
    switch self {
    case .utf8: [0xEF, 0xBB, 0xBF]
    case .utf16BigEndian: [0xFE, 0xFF]
    case .utf16LittleEndian: [0xFF, 0xFE]
    }
  }
}

extension SourceText {
  /// Decodes a document, with or without the byte order mark of its encoding. One pass.
  ///
  /// - Parameters:
  ///   - bytes: the document as it was submitted.
  ///   - encoding: how the bytes are to be read, whatever mark they may have.
  /// - Throws: ``DecodingError`` with the offset, in the submitted bytes, of the first wrong byte.
  package init(decoding bytes: [UInt8], as encoding: TextEncoding) throws(DecodingError) {
    switch encoding {
    case .utf8: try self.init(decoding: bytes)
    case .utf16BigEndian, .utf16LittleEndian:
      let start = bytes.starts(with: encoding.mark) ? encoding.mark.count : 0
      let isBigEndian = encoding == .utf16BigEndian
      self.init(validated: try Self.utf8(fromUTF16: bytes[start...], isBigEndian: isBigEndian))
    }
  }

  /// UTF-16 (RFC 2781 section 2.2) as UTF-8. The output is at most half as long again.
  private static func utf8(
    fromUTF16 bytes: ArraySlice<UInt8>, isBigEndian: Bool
  ) throws(DecodingError) -> [UInt8] {
    var utf8: [UInt8] = []
    utf8.reserveCapacity(bytes.count)
    /// The unit at an offset; `nil` where fewer than two bytes are left.
    func unit(at offset: Int) -> UInt32? {
      guard bytes.endIndex - offset >= 2 else { return nil }
      let (first, second) = (UInt32(bytes[offset]), UInt32(bytes[offset + 1]))
      return isBigEndian ? first << 8 | second : second << 8 | first
    }
    var offset = bytes.startIndex
    while offset < bytes.endIndex {
      guard let lead = unit(at: offset) else { throw .oddByteCount(offset: offset) }
      var value = lead
      var length = 2
      if lead & 0xFC00 == 0xD800 {
        guard let trail = unit(at: offset + 2), trail & 0xFC00 == 0xDC00 else {
          throw .loneSurrogate(offset: offset)
        }
        value = 0x10000 + ((lead & 0x3FF) << 10 | trail & 0x3FF)
        length = 4
      }
      // What is left without a scalar is a trail that nothing leads.
      guard let scalar = Unicode.Scalar(value), let encoded = UTF8.encode(scalar) else {
        throw .loneSurrogate(offset: offset)
      }
      utf8.append(contentsOf: encoded)
      offset += length
    }
    return utf8
  }
}
