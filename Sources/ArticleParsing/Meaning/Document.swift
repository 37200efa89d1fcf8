/// A document in its blocks: what the meaning is read from, whatever its form was.
///
/// A class, because every reader of the meaning holds it, and a value of so many arrays would be copied
/// array by array.
final class Document: Sendable {
  let text: SourceText
  let media: DocumentMedia
  let blocks: [Block]
  let tables: [Table]
  let metadata: FrontMatter?
  /// The sizes of the text.
  let statistics: Statistics
  let vocabulary: Vocabulary
  private let context: MarkdownContext
  private let headings: HeadingReadings

  /// Reads the form of a text. Total, linear.
  init(_ text: SourceText, media: DocumentMedia, vocabulary: Vocabulary) {
    self.text = text
    self.media = media
    self.vocabulary = vocabulary
    switch media {
    case .plainText:
      let reader = PlainTextReader(text)
      blocks = reader.blocks
      statistics = reader.statistics
      headings = reader.headings
      tables = []
      metadata = nil
      context = MarkdownContext(text)
    case .markdown:
      let reader = MarkdownReader(text)
      blocks = reader.blocks
      tables = reader.tables
      metadata = reader.metadata
      context = reader.context
      statistics = Statistics(counting: text)
      headings = HeadingReadings()
    }
  }

  /// What a heading says, by its index among the blocks, and its text, rendered.
  func reading(ofHeading index: Int, _ text: Excerpt) -> HeadingReading {
    if let reading = headings[index] { return reading }
    let parts = HeadingParts(text)
    return HeadingReading(name: parts.name, wording: vocabulary.wording(of: parts, in: text))
  }

  /// A block's text, rendered. Linear in the block.
  func prose(_ block: Block) -> Prose { prose(block.content, in: block) }

  /// The texts of some blocks, rendered, with a space between them.
  func string(of blocks: some Collection<Block>) -> String {
    guard let first = blocks.first else { return "" }
    return blocks.dropFirst().reduce(into: prose(first).string) { $0 += " " + prose($1).string }
  }

  /// A part of a block, rendered.
  func prose(_ range: Range<Int>, in block: Block) -> Prose {
    switch media {
    case .plainText: Prose(plain: range, of: text, isVerbatim: block.isVerbatim)
    case .markdown: Prose(markdown: range, in: context, quoteDepth: block.quoteDepth)
    }
  }

  /// The first bytes of a block's text, rendered: enough for a label. Constant time.
  func opening(_ block: Block) -> Prose {
    var end = block.content.lowerBound + Self.longestOpening
    guard end < block.content.upperBound else { return prose(block) }
    while !text.utf8[end].startsCharacter { end -= 1 }
    return prose(block.content.lowerBound..<end, in: block)
  }

  /// Whether the opening of a block is all of it.
  func isWhollyOpening(_ block: Block) -> Bool { block.content.count <= Self.longestOpening }

  /// Behind emoji and other symbols with which a block begins, judged by its opening.
  func afterSymbols(_ prose: Prose, of block: Block) -> Int {
    let first = prose.text.first ?? 0
    // No symbol begins with a smaller byte.
    guard first >= 0xE2 else { return 0 }
    return StanceLabel.afterSymbols(isWhollyOpening(block) ? prose.text : opening(block).text)
  }

  /// Bytes of an opening: labels are shorter.
  private static let longestOpening = 240

  /// Whether a block may begin with a label or reason of the vocabulary, judged by its first bytes as
  /// they stand. Most blocks do not, and need not be rendered to know it.
  func mayBeginWithLabel(_ block: Block) -> Bool {
    let content = block.content
    let opening = content.prefix(Self.longestLabel)
    if vocabulary.stanceOpenings.mayKnow(text.utf8, content.prefix(32), words: 1) { return true }
    // A short block may be a label as a whole.
    if content.count <= StanceLabel.longestBare {
      return vocabulary.labelAnchors.mayKnow(text.utf8, opening)
    }
    guard let mark = text.utf8.labelMark(in: opening) else {
      return content.count <= opening.count && vocabulary.labelAnchors.mayKnow(text.utf8, opening)
    }
    // What mark-up stands for is not known before it is rendered.
    let isColon =
      text.utf8[mark] == UInt8(ascii: ":") && mark + 1 < opening.upperBound
      && text.utf8[mark + 1].isSpace
    return vocabulary.labelAnchors.mayKnow(
      text.utf8, isColon ? opening.lowerBound..<mark : opening)
  }

  /// Whether a block may be bold as a whole.
  func mayBeStrong(_ block: Block) -> Bool {
    guard media == .markdown, isWhollyOpening(block), let first = firstByte(block) else {
      return false
    }
    return first == UInt8(ascii: "*") || first == UInt8(ascii: "_")
  }

  /// Whether a block begins with a character outside the common scripts, as emoji are.
  func beginsWithSymbol(_ block: Block) -> Bool { firstByte(block).map { $0 >= 0xE2 } ?? false }

  private func firstByte(_ block: Block) -> UInt8? {
    block.content.first.map { text.utf8[$0] }
  }

  /// Bytes within which a label's words stand.
  private static let longestLabel = 96

  /// The place of a whole block.
  func source(_ block: Block) -> SourceRange { SourceRange(bytes: block.source, line: block.line) }

  /// Whether a block ends in a colon: it announces what stands below.
  func endsInColon(_ block: Block) -> Bool {
    var end = block.content.upperBound
    while end > block.content.lowerBound, text.utf8[end - 1] == UInt8(ascii: "*") { end -= 1 }
    return end > block.content.lowerBound
      && (text.utf8[end - 1] == UInt8(ascii: ":") || text.utf8.has("：", at: end - 3))
  }

  /// Whether a block, by its index, is a line of the page and not of the article. No heading that was
  /// found to say something is.
  func isFurniture(at index: Int) -> Bool {
    headings[index]?.wording == nil && isFurniture(blocks[index])
  }

  /// Whether a block is a line of the page and not of the article: `Share this`, `Advertisement`.
  func isFurniture(_ block: Block) -> Bool {
    guard block.content.count <= 60, block.isHeading || block.isParagraph else {
      return false
    }
    guard vocabulary.furnitureWords.mayKnow(text.utf8, block.content) else {
      return false
    }
    let text = prose(block).text
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
