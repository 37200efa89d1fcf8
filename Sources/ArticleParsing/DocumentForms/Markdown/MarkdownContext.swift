/// What a block of a Markdown document must know of the whole document to be rendered.
struct MarkdownContext: Sendable {
  let text: SourceText
  /// The names of links that the document defines: `[name]: https://…`.
  private(set) var names: Set<Phrase> = []

  init(_ text: SourceText) { self.text = text }

  /// Takes the name of a definition.
  mutating func define(_ label: Range<Int>) {
    guard let name = name(label) else { return }
    names.insert(name)
  }

  /// Whether a label is the name of a definition.
  func defines(_ label: Range<Int>) -> Bool {
    guard !names.isEmpty, let name = name(label) else { return false }
    return names.contains(name)
  }

  /// Labels match without regard to case and white space (CommonMark 0.30, section 4.7).
  private func name(_ label: Range<Int>) -> Phrase? {
    guard (1...LinkLabel.longest).contains(label.count) else { return nil }
    let bytes = text.utf8
    var name: Phrase?
    var offset = label.lowerBound
    while offset < label.upperBound {
      let start = offset
      while offset < label.upperBound, !bytes[offset].isSpace { offset += 1 }
      if offset > start {
        let word = Phrase(folding: bytes[start..<offset])
        name = name?.followed(by: word) ?? word
      }
      offset += 1
    }
    return name
  }
}

/// The label of a link definition.
enum LinkLabel {
  /// Longer labels are none: CommonMark allows 999 characters, real names need no more than these.
  static let longest = 200

  /// The label and the end of `[label]:` at an offset.
  static func definition(_ bytes: [UInt8], at start: Int, before end: Int) -> (
    label: Range<Int>, end: Int
  )? {
    guard start < end, bytes[start] == UInt8(ascii: "[") else { return nil }
    let window = bytes[start + 1..<min(end, start + 1 + longest)]
    guard let close = window.firstIndex(of: UInt8(ascii: "]")), close > start + 1,
      close + 1 < end, bytes[close + 1] == UInt8(ascii: ":"),
      !window[..<close].contains(UInt8(ascii: "["))
    else { return nil }
    return (start + 1..<close, close + 2)
  }
}
