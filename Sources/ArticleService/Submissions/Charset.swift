import ArticleParsing

/// The charsets in which documents are read.
enum Charset: String, Sendable {
  case utf8 = "utf-8"
  case ascii = "us-ascii"

  /// What is read, for messages.
  static let names = "utf-8 or us-ascii"

  /// The charset of this label, in any case, and with the names by which the two often go.
  init?(label: String) {
    switch label.lowercased() {
    case "utf-8", "utf8": self = .utf8
    case "us-ascii", "ascii": self = .ascii
    default: return nil
    }
  }

  /// The text of these bytes.
  ///
  /// - Throws: ``Problem/undecodable(_:)`` with the first byte that is not of the charset.
  func decode(_ bytes: [UInt8], pointer: String?) throws(Problem) -> SourceText {
    if self == .ascii, let offset = bytes.firstIndex(where: { $0 >= 0x80 }) {
      throw .undecodable(at: offset, "is not US-ASCII", pointer: pointer)
    }
    do throws(SourceText.DecodingError) {
      return try SourceText(decoding: bytes)
    } catch {
      throw Problem(error, pointer: pointer)
    }
  }
}
