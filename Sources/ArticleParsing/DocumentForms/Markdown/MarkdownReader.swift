internal import CBlockTree
internal import CMarkdown

/// Reads the form of Markdown: cmark finds the blocks, and this turns its tree into ours.
///
/// cmark is given the document's skeleton, not its words. Of its positions only the lines and the
/// first columns are used, which are right; where text ends, and everything inside a line, is read
/// from the document's own bytes.
struct MarkdownReader {
  private(set) var context: MarkdownContext
  private(set) var blocks: [Block] = []
  private(set) var tables: [Table] = []
  let metadata: FrontMatter?
  /// The document, and of its body the skeleton.
  private let bytes: [UInt8]
  private let skeleton: BlockSkeleton
  /// The number of lines before the body.
  private let bodyLine: Int
  /// How many bytes the blocks cover so far.
  private var covered = 0
  /// The index of the line that was last asked for.
  private var nearLine = 0
  private var listDepth = 0
  private var quoteDepth = 0
  /// An item whose first paragraph has not come yet: where it begins.
  private var openItem: Int?

  /// Reads a document. Total, linear.
  init(_ text: SourceText) {
    context = MarkdownContext(text)
    bytes = text.utf8
    metadata = FrontMatter(text)
    bodyLine = metadata?.lines ?? 0
    skeleton = BlockSkeleton(text.utf8, from: metadata?.end ?? 0)
    // Rarely more blocks than this; their array need not move while it grows.
    blocks.reserveCapacity(min(skeleton.lines.count, 1024))
    if let metadata {
      covered = metadata.end
      blocks.append(
        Block(
          kind: .frontMatter, range: 0..<covered, source: 0..<covered, content: 0..<0, depth: 0,
          line: 1))
    }
    readTree()
    cover(upTo: bytes.count)
  }

  /// The blocks with the texts of those that are not rendered as they stand. Linear; made when the whole
  /// document is read, since a link may be defined behind where it is used.
  func rendered() -> (blocks: [Block], renderings: [Prose]) {
    var blocks = blocks
    var renderings: [Prose] = []
    for index in blocks.indices where blocks[index].isText {
      let block = blocks[index]
      // Of a table its cells are read.
      if case .table = block.kind { continue }
      guard !Prose.isVerbatim(markdown: block.content, of: bytes) else { continue }
      blocks[index].rendering = renderings.count
      renderings.append(
        Prose(markdown: block.content, in: context, quoteDepth: block.quoteDepth))
    }
    return (blocks, renderings)
  }

  // MARK: The tree

  private mutating func readTree() {
    // The bytes are read while this is called and none of them is kept; the tree is freed below.
    let memory = unsafe skeleton.bytes.withUnsafeBufferPointer { buffer in
      unsafe buffer.withMemoryRebound(to: CChar.self) { chars in
        unsafe cblocktree_parse(chars.baseAddress, chars.count)
      }
    }
    defer { unsafe cblocktree_free(memory) }
    guard let tree = unsafe memory.root else { return }
    var next = unsafe cmark_node_first_child(tree)
    while let node = unsafe next {
      unsafe next = enter(node)
      var last = unsafe node
      while unsafe next == nil {
        unsafe next = cmark_node_next(last)
        guard unsafe next == nil else { break }
        guard let parent = unsafe cmark_node_parent(last), unsafe parent != tree else { return }
        unsafe leave(parent)
        unsafe last = parent
      }
    }
  }

  /// Reads a node at which the walk arrives, and returns the first one inside it to go to.
  private mutating func enter(_ node: OpaquePointer) -> OpaquePointer? {
    switch unsafe cmark_node_get_type(node) {
    case CMARK_NODE_LIST:
      finishItem(before: unsafe start(of: node))
      listDepth += 1
    case CMARK_NODE_BLOCK_QUOTE:
      finishItem(before: unsafe start(of: node))
      quoteDepth += 1
    case CMARK_NODE_ITEM:
      openItem = unsafe start(of: node)
    case CMARK_NODE_PARAGRAPH:
      unsafe readParagraphs(node)
      return nil
    case CMARK_NODE_HEADING:
      unsafe readHeading(node)
      return nil
    case CMARK_NODE_CODE_BLOCK:
      unsafe readOpaque(node, .code)
      return nil
    case CMARK_NODE_HTML_BLOCK:
      unsafe readOpaque(node, .markup)
      return nil
    case CMARK_NODE_THEMATIC_BREAK:
      unsafe readOpaque(node, .separator)
      return nil
    default: return nil
    }
    guard let first = unsafe cmark_node_first_child(node) else {
      unsafe leave(node)
      return nil
    }
    return unsafe first
  }

  /// Leaves a node that may hold blocks, behind the last of them.
  private mutating func leave(_ node: OpaquePointer) {
    switch unsafe cmark_node_get_type(node) {
    case CMARK_NODE_LIST: listDepth -= 1
    case CMARK_NODE_BLOCK_QUOTE: quoteDepth -= 1
    default: finishItem()
    }
  }

  /// The byte at which a node begins.
  private func start(of node: OpaquePointer) -> Int {
    let line = Int(unsafe cmark_node_get_start_line(node))
    let column = Int(unsafe cmark_node_get_start_column(node))
    return min(start(ofLine: line) + max(0, column - 1), start(ofLine: line + 1))
  }

  private func lines(of node: OpaquePointer) -> (first: Int, last: Int) {
    let first = Int(unsafe cmark_node_get_start_line(node))
    return (first, max(first, Int(unsafe cmark_node_get_end_line(node))))
  }

  /// Where a line of the skeleton, counted from 1, begins in the document.
  private func start(ofLine line: Int) -> Int {
    let index = max(0, line - 1)
    return index < skeleton.lines.count ? skeleton.lineStarts[skeleton.lines[index]] : bytes.count
  }

  /// Where a line of the document begins, by its index, or where the last one ends.
  private func documentLine(_ index: Int) -> Int {
    index < skeleton.lineStarts.count ? skeleton.lineStarts[index] : bytes.count
  }

  // MARK: Blocks

  /// Reads a paragraph, or all for which one stands in the skeleton.
  private mutating func readParagraphs(_ node: OpaquePointer) {
    let (first, last) = unsafe lines(of: node)
    guard unsafe cmark_node_get_start_column(node) == 1 else {
      return readParagraph(unsafe start(of: node)..<start(ofLine: last + 1))
    }
    var next = skeleton.paragraph(in: first...last, of: bytes, from: 0)
    while let paragraph = next {
      readParagraph(skeleton.lineStarts[paragraph.lowerBound]..<documentLine(paragraph.upperBound))
      next = skeleton.paragraph(in: first...last, of: bytes, from: paragraph.upperBound)
    }
  }

  private mutating func readParagraph(_ range: Range<Int>) {
    let end = range.upperBound
    let content = trimmed(range)
    guard let body = skippingDefinitions(content), !body.isEmpty else { return }
    if let split = Table.parse(body, in: bytes, quoteDepth: quoteDepth) {
      finishItem(before: split.rows.lowerBound)
      if !split.before.isEmpty { readText(split.before, end: split.rows.lowerBound) }
      tables.append(split.table)
      emit(.table(tables.count - 1), upTo: end, source: split.rows, content: split.rows)
    } else {
      readText(body, end: end)
    }
  }

  /// Emits a paragraph, as an item's first or further one where it stands in an item.
  private mutating func readText(_ content: Range<Int>, end: Int) {
    if let start = openItem {
      openItem = nil
      emit(
        .item(Marker.markdown(bytes, at: start)), upTo: end, source: start..<content.upperBound,
        content: Self.afterTaskBox(bytes, content))
    } else {
      emit(listDepth > 0 ? .continuation : .paragraph, upTo: end, source: content, content: content)
    }
  }

  private mutating func readHeading(_ node: OpaquePointer) {
    // An underlined heading ends for cmark only with the line behind its underline.
    let (first, last) = unsafe lines(of: node)
    let end = start(ofLine: last > first ? last : last + 1)
    let source = trimmed(unsafe start(of: node)..<end)
    finishItem(before: source.lowerBound)
    let level = Int(unsafe cmark_node_get_heading_level(node))
    guard !source.isEmpty else { return }
    let (text, mark) = HeadingMark.split(source, in: bytes)
    emit(
      listDepth > 0 || quoteDepth > 0 ? .continuation : .heading(level: level),
      upTo: end, source: mark, content: text)
  }

  private mutating func readOpaque(_ node: OpaquePointer, _ kind: Block.Kind) {
    // A fence that is not closed ends for cmark only with the line that ends what it stands in.
    let (first, last) = unsafe lines(of: node)
    let isShorter = unsafe kind == .code && last > first && lineBehind(node) == last
    let end = start(ofLine: isShorter ? last : last + 1)
    let source = trimmed(unsafe start(of: node)..<end)
    finishItem(before: source.lowerBound)
    emit(kind, upTo: end, source: source, content: source.lowerBound..<source.lowerBound)
  }

  /// The first line of what follows a node; as much work as the walk has there.
  private func lineBehind(_ node: OpaquePointer) -> Int? {
    var node = unsafe node
    while true {
      if let next = unsafe cmark_node_next(node) {
        return Int(unsafe cmark_node_get_start_line(next))
      }
      guard let parent = unsafe cmark_node_parent(node) else { return nil }
      unsafe node = parent
    }
  }

  /// Emits an item that begins with something other than a paragraph.
  private mutating func finishItem(before next: Int? = nil) {
    guard let start = openItem else { return }
    openItem = nil
    let marker = Marker.markdown(bytes, at: start)
    let end = min(start + marker.length, bytes.count)
    let lineEnd = skeleton.lineStarts[min(lineIndex(at: start) + 1, skeleton.lineStarts.count - 1)]
    let limit = min(next ?? lineEnd, lineEnd > start ? lineEnd : bytes.count)
    emit(.item(marker), upTo: max(end, limit), source: start..<end, content: end..<end)
  }

  /// The content behind the definitions of links and footnotes with which a paragraph may begin;
  /// `nil` when nothing is left.
  private mutating func skippingDefinitions(_ content: Range<Int>) -> Range<Int>? {
    var start = content.lowerBound
    while let (label, end) = LinkLabel.definition(bytes, at: start, before: content.upperBound) {
      if bytes[label.lowerBound] == UInt8(ascii: "^") { return nil }
      let lineEnd = bytes.lineEnd(from: end, to: content.upperBound)
      let next = bytes.skippingSpaces(from: lineEnd, to: content.upperBound)
      guard next < content.upperBound else { break }
      context.define(label)
      start = next
    }
    return start..<content.upperBound
  }

  // MARK: Coverage

  private mutating func emit(
    _ kind: Block.Kind, upTo end: Int, source: Range<Int>, content: Range<Int>
  ) {
    let line = lineIndex(at: source.lowerBound)
    cover(upTo: min(max(covered, skeleton.lineStarts[line]), source.lowerBound))
    let end = max(end, source.upperBound, covered)
    blocks.append(
      Block(
        kind: kind, range: covered..<end, source: source, content: content,
        depth: min(listDepth, Block.maximumDepth), line: bodyLine + line + 1,
        quoteDepth: min(quoteDepth, Block.maximumDepth)))
    covered = end
  }

  /// Covers what cmark has no node for: blank lines, and definitions, whose names are taken.
  private mutating func cover(upTo end: Int) {
    guard covered < end else { return }
    var blankEnd = covered
    while blankEnd < end, bytes[blankEnd].isSpace || bytes[blankEnd] == UInt8(ascii: ">") {
      blankEnd += 1
    }
    let isBlank = blankEnd == end
    var lineStart = covered
    while !isBlank, lineStart < end {
      // Not beyond the line: spaces are skipped once, however many lines of them there are.
      let lineEnd = bytes.lineEnd(from: lineStart, to: end)
      let text = bytes.skippingSpaces(from: lineStart, to: lineEnd)
      if let (label, _) = LinkLabel.definition(bytes, at: text, before: end) {
        context.define(label)
      }
      lineStart = lineEnd + 1
    }
    blocks.append(
      Block(
        kind: isBlank ? .blank : .definition, range: covered..<end, source: covered..<covered,
        content: covered..<covered, depth: 0, line: bodyLine + lineIndex(at: covered) + 1))
    covered = end
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    let lower = min(max(range.lowerBound, covered), range.upperBound)
    return bytes.trimmed(lower..<range.upperBound)
  }

  /// The index of the line that holds an offset. Constant time near the last line asked for, which
  /// is where blocks are; logarithmic elsewhere.
  private mutating func lineIndex(at offset: Int) -> Int {
    var low = 0
    var high = skeleton.lineStarts.count
    if skeleton.lineStarts[nearLine] <= offset {
      low = nearLine
      var step = 1
      while low + step < high, skeleton.lineStarts[low + step] <= offset {
        low += step
        step *= 2
      }
      high = min(high, low + step)
    }
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if skeleton.lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    nearLine = low
    return low
  }

  /// Behind `[ ]` or `[x]` at the beginning of an item.
  private static func afterTaskBox(_ bytes: [UInt8], _ content: Range<Int>) -> Range<Int> {
    let start = content.lowerBound
    guard content.count > 4, bytes[start] == UInt8(ascii: "["),
      bytes[start + 2] == UInt8(ascii: "]"),
      bytes[start + 3].isSpace,
      bytes[start + 1] == .space || bytes[start + 1] | 0x20 == UInt8(ascii: "x")
    else { return content }
    return bytes.trimmed(start + 4..<content.upperBound)
  }
}

extension UInt8 {
  var isLineBreak: Bool { self == .lineFeed || self == .carriageReturn }
}
