/// What a document looks like, before any word of it is understood: its text in blocks that cover every
/// byte, each with what it is by its form, rendered once.
///
/// Readers make it, one for each kind of document; whoever reads a meaning from it need not know which.
struct DocumentForm: Sendable {
  let text: SourceText
  private(set) var blocks: [Block]
  let tables: [Table]
  /// What the document says of itself in front.
  let metadata: FrontMatter?
  let counts: TextCounts
  /// The index of the block that is the document's title, if it is one line and its words allow it.
  let titleCandidate: Int?
  /// Lines that are headings if their words say so, in order, until that is settled; where mark-up says
  /// what is a heading, none.
  private var loneLines: [LoneLine]
  /// Whether mark-up says which paragraphs belong to an item, and not layout alone.
  let marksUpItems: Bool
  private let inline: InlineForm
  private var renderings: [Prose]

  /// Reads the form of a text. Total, linear.
  init(_ text: SourceText, media: DocumentMedia) {
    self.text = text
    switch media {
    case .plainText:
      let reader = PlainTextReader(text)
      blocks = reader.blocks
      renderings = reader.renderings
      counts = reader.counts
      tables = []
      metadata = nil
      titleCandidate = blocks.firstIndex { $0.isText }
      loneLines = reader.loneLines
      marksUpItems = false
      inline = .plain
    case .markdown:
      let reader = MarkdownReader(text)
      (blocks, renderings) = reader.rendered()
      counts = TextCounts(text.utf8)
      tables = reader.tables
      metadata = reader.metadata
      titleCandidate = blocks.firstIndex(where: \.isHeading).flatMap { [blocks] in
        blocks[$0].kind == .heading(level: 1) ? $0 : nil
      }
      loneLines = []
      marksUpItems = true
      inline = .markdown(reader.context)
    }
  }

  /// Settles which lines that stand alone are headings, and what follows from it for the lists of the
  /// document. Linear in the blocks; nothing where mark-up says what is a heading.
  ///
  /// - Parameter level: the level of the heading that a candidate is, `nil` for one that is none. It is
  ///   told the evidence when it asks for it.
  mutating func settleHeadings(
    _ level: (HeadingCandidate, _ evidence: () -> HeadingCandidate.Evidence) -> Int?
  ) {
    guard !loneLines.isEmpty else { return }
    var lines = loneLines[...]
    var markers = LastMarkers()
    var regrouping = ListRegrouping()
    for index in blocks.indices {
      if let line = lines.first, line.block == index {
        lines.removeFirst()
        let prose = asHeading(blocks[index])
        let candidate = HeadingCandidate(block: index, line: prose.text)
        if let level = level(candidate, { evidence(for: line, after: markers) }) {
          regrouping.begin(at: blocks[index])
          if let rendering = blocks[index].rendering { renderings[rendering] = prose }
          blocks[index].becomeHeading(level: level)
          continue
        }
      }
      if regrouping.isUnderWay { regrouping.regroup(&blocks[index]) }
      if case .item(let marker) = blocks[index].kind { markers.keep(marker) }
    }
    loneLines = []
  }

  /// The text of a block of plain text if it is a heading: of an item its marker, too.
  private func asHeading(_ block: Block) -> Prose {
    block.rendering == nil
      ? Prose(verbatim: block.source, of: text) : Prose(plain: block.source, of: text)
  }

  /// What is to be known of a line that stands alone. Linear in what stands below it without a blank line.
  private func evidence(
    for line: LoneLine, after markers: LastMarkers
  ) -> HeadingCandidate.Evidence {
    var next = line.block + 1
    if line.hasItemBelow { while next < blocks.count, !blocks[next].isBlank { next += 1 } }
    // A run of blank lines is one block.
    if next < blocks.count, blocks[next].isBlank { next += 1 }
    let isFollowed = next < blocks.count
    let marker = marker(of: blocks[line.block])
    return HeadingCandidate.Evidence(
      marker: marker, goesOnWithList: marker.map(markers.goesOn(with:)) ?? false,
      isIndented: line.isIndented,
      hasItemBelow: line.hasItemBelow, isFollowed: line.hasItemBelow || isFollowed,
      next: isFollowed ? self.marker(of: blocks[next]) : nil)
  }

  /// The marker with which the first line of a block begins, whether it counts as one in its place or not.
  private func marker(of block: Block) -> Marker? {
    let bytes = text.utf8
    let start = bytes.skippingSpaces(from: block.range.lowerBound, to: block.range.upperBound)
    guard
      let (marker, content) = Marker.parse(Excerpt(bytes), in: start..<block.range.upperBound),
      !bytes[start..<content].contains(where: \.isLineBreak)
    else { return nil }
    return marker
  }

  /// Gives paragraphs, by their indices, to the outermost item before each of them.
  mutating func joinToItems(_ paragraphs: [Int]) {
    for index in paragraphs { blocks[index].become(.continuation, depth: 1) }
  }

  /// A block's text, rendered. Constant time; of a table, linear.
  func prose(_ block: Block) -> Prose {
    if let rendering = block.rendering { return renderings[rendering] }
    if case .table = block.kind { return prose(block.content, in: block) }
    return Prose(verbatim: block.content, of: text)
  }

  /// A part of a block, rendered. Linear in the part.
  func prose(_ range: Range<Int>, in block: Block) -> Prose {
    inline.prose(range, of: text, quoteDepth: block.quoteDepth)
  }

  /// The texts of some blocks, rendered, with a space between them.
  func string(of blocks: some Collection<Block>) -> String {
    guard let first = blocks.first else { return "" }
    return blocks.dropFirst().reduce(into: prose(first).string) { $0 += " " + prose($1).string }
  }

  /// The place of a whole block.
  func source(_ block: Block) -> SourceRange { SourceRange(bytes: block.source, line: block.line) }

  /// Whether a block stands on one line.
  func isOneLine(_ block: Block) -> Bool {
    !text.utf8[block.content].contains(where: \.isLineBreak)
  }

  /// Whether a block ends in a colon, bold or not: it announces what stands below.
  func endsInColon(_ block: Block) -> Bool {
    var end = block.content.upperBound
    while end > block.content.lowerBound, text.utf8[end - 1] == UInt8(ascii: "*") { end -= 1 }
    return end > block.content.lowerBound
      && (text.utf8[end - 1] == UInt8(ascii: ":") || text.utf8.has("：", at: end - 3))
  }
}

/// How text that is no block of its own is rendered: a part of a block, or a cell.
enum InlineForm: Sendable {
  case plain
  case markdown(MarkdownContext)

  /// A range of a text, rendered. Linear in the range.
  func prose(_ range: Range<Int>, of text: SourceText, quoteDepth: Int) -> Prose {
    switch self {
    case .plain: Prose(plain: range, of: text)
    case .markdown(let context): Prose(markdown: range, in: context, quoteDepth: quoteDepth)
    }
  }
}
