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
      let reader = PlainTextReader(text, vocabulary)
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

  /// A heading, by its index among the blocks: its text, rendered, and what that says. The reading's
  /// places are that text's own.
  func heading(_ index: Int) -> (text: Excerpt, reading: HeadingReading) {
    let block = blocks[index]
    // What was read with the form was read from the content as it stands.
    if let reading = headings[index] { return (Excerpt(text.utf8, block.content), reading) }
    let text = prose(block).text
    let parts = HeadingParts(text)
    return (
      text, HeadingReading(name: parts.name, meaning: vocabulary.meaning(of: parts, in: text))
    )
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

  /// Whether a block may begin with a label or reason of the vocabulary: `false` only where the words
  /// of its source, as they stand, show that it surely does not. Most blocks do not, and need not be
  /// rendered to know it. Linear in the block.
  func mayBeginWithLabel(_ block: Block) -> Bool {
    let bytes = text.utf8
    let content = block.content
    if mayBeginWithReason(content) { return true }
    let anchors = vocabulary.labelAnchors
    // A short block may be a label as a whole.
    if content.count <= PointLabel.longestBare { return anchors.mayKnow(bytes, content) }
    let window = content.prefix(Self.labelWindow)
    var mark = bytes.labelMark(in: window)
    if mark == nil {
      if window.count == content.count { return anchors.mayKnow(bytes, content) }
      // In most texts a colon behind that much comes too late for a label. Gaps are counted with the
      // byte before each.
      guard mayBeLabel(content.prefix(Self.labelWindow + 1)) else { return false }
      mark = bytes.labelMark(in: window.upperBound..<content.upperBound)
    }
    guard let mark else { return false }
    if bytes[mark] == UInt8(ascii: ":"), mark + 1 < content.upperBound, bytes[mark + 1].isSpace {
      return anchors.mayKnow(bytes, content.lowerBound..<mark, words: Self.mostWordsOfLabel)
    }
    // Scripts without spaces have long words; without a colon and without mark-up they need not be read.
    guard
      bytes[mark] < 0xE3 || bytes.mayHaveColon(in: mark..<content.upperBound)
        || media == .markdown
          && bytes.inlineMark(from: mark, to: content.upperBound) < content.upperBound
    else { return false }
    if anchors.mayKnow(bytes, content, words: Self.mostWordsOfLabel) { return true }
    guard media == .markdown, let hiding = bytes.hidingMark(in: mark..<content.upperBound) else {
      return false
    }
    return mayBeLabel(content.lowerBound..<hiding)
      && anchors.mayKnow(bytes, hiding..<content.upperBound)
  }

  /// The same for a reason, such as `Good, because …`: it is the first words of what is rendered.
  private func mayBeginWithReason(_ content: Range<Int>) -> Bool {
    let bytes = text.utf8
    let openings = vocabulary.reasonOpenings
    guard let first = content.first.map({ bytes[$0] }) else { return false }
    // No word of these is longer, but any number of symbols may stand in front of it.
    let window = first < 0xE2 ? content.prefix(Self.reasonWindow) : content
    if openings.mayKnow(bytes, window, words: 1) { return true }
    // Behind mark-up that may hide words any of those behind it may be the first.
    guard media == .markdown, first < 0x80, !first.isLetter,
      let hiding = bytes.hidingMark(in: content),
      !bytes[content.lowerBound..<hiding].contains(where: { $0.isLetter || $0 >= 0x80 })
    else { return false }
    return openings.mayKnow(bytes, content)
  }

  /// Whether so few words stand in a range that a label may end behind it.
  private func mayBeLabel(_ range: Range<Int>) -> Bool {
    !text.utf8.hasGaps(in: range, moreThan: Self.mostWordsOfLabel)
  }

  /// A label has at most eight words; a sign may count as one, and a point may part one into two.
  private static let mostWordsOfLabel = 12
  /// Bytes in which a label is looked for first, six times sixteen. A text without a colon and longer
  /// than this is none.
  private static let labelWindow = 96
  /// No word with which a reason begins is longer.
  private static let reasonWindow = 32

  /// A block that is bold as a whole, rendered, where it is short enough to be a title.
  func boldTitle(_ block: Block) -> Prose? {
    guard media == .markdown, let first = firstByte(block),
      first == UInt8(ascii: "*") || first == UInt8(ascii: "_")
    else { return nil }
    let prose = prose(block)
    return prose.isStrong && prose.text.count <= Self.longestBoldTitle ? prose : nil
  }

  /// Bold text of more bytes is emphasis and no title.
  private static let longestBoldTitle = 240

  /// The side that a symbol shows with which a block begins. Such characters are no mark-up, so they
  /// are the first of what is rendered, too.
  func symbol(_ block: Block) -> PointKind? {
    guard let first = firstByte(block), first >= 0xE2 else { return nil }
    return PointLabel.symbol(Excerpt(text.utf8, block.content))
  }

  private func firstByte(_ block: Block) -> UInt8? {
    block.content.first.map { text.utf8[$0] }
  }

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
    headings[index]?.meaning == nil && isFurniture(blocks[index])
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
