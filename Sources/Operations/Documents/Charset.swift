package import ArticleParsing

/// The charsets in which documents are read.
package enum Charset: String, Sendable, CaseIterable {
  case utf8 = "utf-8"
  case ascii = "us-ascii"
  /// In the order that its mark says; without one, the most significant byte first (RFC 2781
  /// section 4.3).
  case utf16 = "utf-16"
  case utf16LittleEndian = "utf-16le"
  case utf16BigEndian = "utf-16be"

  /// What is read, for messages.
  package static var names: String {
    let names = allCases.map(\.rawValue)
    return names.dropLast().joined(separator: ", ") + " or " + (names.last ?? "")
  }

  /// The charset of this label, in any case, and with the names by which they often go.
  package init?(label: String) {
    switch label.lowercased() {
    case "utf8": self = .utf8
    case "ascii": self = .ascii
    case "utf16": self = .utf16
    case let name: self.init(rawValue: name)
    }
  }

  /// Whether it can be the charset of a string in JSON, which is UTF-8.
  package var isOfCharacters: Bool { self == .utf8 || self == .ascii }

  /// How a document is to be read: as the mark in front of it says, else as it is labelled, else as
  /// UTF-8. A mark goes before the label because it is part of the document, while labels are often
  /// what a tool puts on everything. US-ASCII has no mark.
  package init(of bytes: [UInt8], labelled label: Charset?) {
    switch (TextEncoding(markOf: bytes), label) {
    case (_, .ascii): self = .ascii
    case (.utf8, _): self = .utf8
    case (.utf16BigEndian, _), (.utf16LittleEndian, _): self = .utf16
    case (nil, let label): self = label ?? .utf8
    }
  }

  /// The encoding of these bytes, which this is the charset of.
  package func encoding(of bytes: [UInt8]) -> TextEncoding {
    switch self {
    case .utf8, .ascii: .utf8
    case .utf16:
      TextEncoding(markOf: bytes) == .utf16LittleEndian ? .utf16LittleEndian : .utf16BigEndian
    case .utf16LittleEndian: .utf16LittleEndian
    case .utf16BigEndian: .utf16BigEndian
    }
  }

  /// The text of these bytes.
  ///
  /// - Throws: ``DocumentError/undecodable(_:)``, ``DocumentError/notASCII(offset:)`` with the first byte
  ///   that is not of the charset.
  func decode(_ bytes: [UInt8]) throws(DocumentError) -> SourceText {
    if self == .ascii, let offset = bytes.firstIndex(where: { $0 >= 0x80 }) {
      throw .notASCII(offset: offset)
    }
    do throws(SourceText.DecodingError) {
      return try SourceText(decoding: bytes, as: encoding(of: bytes))
    } catch {
      throw .undecodable(error)
    }
  }
}
