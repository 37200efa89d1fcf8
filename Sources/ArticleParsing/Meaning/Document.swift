/// A document in its blocks: what the meaning is read from.
struct Document {
  let text: SourceText
  let blocks: [Block]
  let vocabulary: Vocabulary

  /// A block's text, rendered. Linear in the block.
  func prose(_ block: Block) -> Prose { Prose(plain: block.content, of: text) }

  /// The place of a whole block.
  func source(_ block: Block) -> SourceRange { SourceRange(bytes: block.source, line: block.line) }

  /// Whether a block is a line of the page and not of the article: `Share this`, `Advertisement`.
  func isFurniture(_ block: Block) -> Bool {
    switch block.kind {
    case .heading, .paragraph: break
    case .blank, .item, .continuation, .separator: return false
    }
    guard block.content.count <= 60 else { return false }
    let words = Words(prose(block).text, limit: 8)
    return vocabulary.furniture.contains(words.phrase(words.words.indices))
  }
}

/// Tells on which line the parts of a block stand, asked in their order: linear in the block.
struct LineCounter {
  private let bytes: [UInt8]
  private var offset: Int
  private var line: Int

  init(_ block: Block, of text: SourceText) {
    bytes = text.utf8
    offset = block.source.lowerBound
    line = block.line
  }

  /// The place of a part that does not begin before the last one asked for.
  mutating func source(_ range: Range<Int>) -> SourceRange {
    while offset < range.lowerBound {
      let endsLine =
        bytes[offset] == .lineFeed || bytes[offset] == .carriageReturn && !bytes.has("\r\n", at: offset)
      if endsLine { line += 1 }
      offset += 1
    }
    return SourceRange(bytes: range, line: line)
  }
}
