/// The kinds of files that people take for documents, and that are no text, by how they begin.
enum FileSignature {
  private static let signatures: [(beginning: [UInt8], kind: String)] = [
    (Array("%PDF-".utf8), "a PDF"),
    (Array("{\\rtf".utf8), "RTF"),
    ([0x50, 0x4B, 0x03, 0x04], "a ZIP archive, as DOCX, ODT and EPUB are"),
    ([0xD0, 0xCF, 0x11, 0xE0], "an Office document of the old kind, such as DOC"),
    ([0x1F, 0x8B], "a gzip file"),
    ([0x89, 0x50, 0x4E, 0x47], "a PNG image"),
    ([0xFF, 0xD8, 0xFF], "a JPEG image"),
    (Array("<!doctype html".utf8), "HTML"),
    (Array("<html".utf8), "HTML"),
  ]

  /// What a file is that is not to be read as text; `nil` for all others.
  static func kind(of bytes: [UInt8]) -> String? {
    let text = bytes.drop { $0 == 0x20 || (0x09...0x0D).contains($0) }
    return signatures.first { text.starts(with: $0.beginning, by: isEqual) }?.kind
  }

  /// But for the case of ASCII letters.
  private static func isEqual(_ byte: UInt8, _ wanted: UInt8) -> Bool {
    byte == wanted
      || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) && byte | 0x20 == wanted
  }
}
