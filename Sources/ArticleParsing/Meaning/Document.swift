/// A document in its blocks: what the meaning is read from.
struct Document {
  let text: SourceText
  let blocks: [Block]
  let vocabulary: Vocabulary

  /// A block's text, rendered. Linear in the block.
  func prose(_ block: Block) -> Prose { Prose(plain: block.content, of: text) }

  /// The first bytes of a block's text, rendered: enough for a label. Constant time.
  func opening(_ block: Block) -> Prose {
    var end = block.content.lowerBound + Self.longestOpening
    guard end < block.content.upperBound else { return prose(block) }
    while !text.utf8[end].startsCharacter { end -= 1 }
    return Prose(plain: block.content.lowerBound..<end, of: text)
  }

  /// Whether the opening of a block is all of it.
  func isWhollyOpening(_ block: Block) -> Bool { block.content.count <= Self.longestOpening }

  /// Bytes of an opening: labels are shorter.
  private static let longestOpening = 240

  /// The place of a whole block.
  func source(_ block: Block) -> SourceRange { SourceRange(bytes: block.source, line: block.line) }

  /// Whether a block ends in a colon: it announces what stands below.
  func endsInColon(_ block: Block) -> Bool {
    let end = block.content.upperBound
    return !block.content.isEmpty
      && (text.utf8[end - 1] == UInt8(ascii: ":") || text.utf8.has("：", at: end - 3))
  }

  /// Whether a block is a line of the page and not of the article: `Share this`, `Advertisement`.
  func isFurniture(_ block: Block) -> Bool {
    switch block.kind {
    case .heading, .paragraph: break
    case .blank, .item, .continuation, .separator: return false
    }
    guard block.content.count <= 60 else { return false }
    let text = prose(block).text
    guard vocabulary.furnitureWords.mayKnow(text[...]) else { return false }
    return Words(text, limit: 8).phrase.map(vocabulary.furniture.contains) ?? false
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
        bytes[offset] == .lineFeed
        || bytes[offset] == .carriageReturn && !bytes.has("\r\n", at: offset)
      if endsLine { line += 1 }
      offset += 1
    }
    return SourceRange(bytes: range, line: line)
  }
}
