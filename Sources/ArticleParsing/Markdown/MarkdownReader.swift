internal import CMarkdown

/// Reads the form of Markdown: cmark finds the blocks, and this turns its tree into ours.
///
/// Of cmark's positions only the lines and the first columns are used, which are right; where text
/// ends, and everything inside a line, is read from the document's own bytes.
struct MarkdownReader {
  private(set) var context: MarkdownContext
  private(set) var blocks: [Block] = []
  private(set) var tables: [Table] = []
  let metadata: FrontMatter?
  /// The first byte behind the front matter, and the number of lines before it.
  private let bodyStart: Int
  private let bodyLine: Int
  private let lineStarts: [Int]
  /// How many bytes the blocks cover so far.
  private var covered = 0
  private var listDepth = 0
  private var quoteDepth = 0
  /// An item whose first paragraph has not come yet: where it begins.
  private var openItem: Int?

  /// Reads a document. Total, linear.
  init(_ text: SourceText) {
    context = MarkdownContext(text)
    metadata = FrontMatter(text)
    bodyStart = metadata?.end ?? 0
    var starts = [bodyStart]
    for (offset, byte) in text.utf8.enumerated().dropFirst(bodyStart)
    where byte == .lineFeed || byte == .carriageReturn && !text.utf8.has("\r\n", at: offset) {
      starts.append(offset + 1)
    }
    lineStarts = starts
    bodyLine = metadata?.lines ?? 0
    if bodyStart > 0 {
      emit(.frontMatter, upTo: bodyStart, source: 0..<bodyStart, content: 0..<0, line: 1)
    }
    readTree()
    cover(upTo: text.utf8.count)
  }

  // MARK: The tree

  private mutating func readTree() {
    // A blank line behind the text, so that every underlined heading has a line behind it: see
    // `readHeading`. cmark reads the bytes while it is called and keeps none of them; the tree is
    // freed below.
    let body = context.text.utf8[bodyStart...] + [.lineFeed, .lineFeed]
    let tree = unsafe body.withUnsafeBufferPointer { buffer in
      unsafe buffer.withMemoryRebound(to: CChar.self) { chars in
        unsafe cmark_parse_document(chars.baseAddress, chars.count, CMARK_OPT_DEFAULT)
      }
    }
    guard let tree = unsafe tree else { return }
    defer { unsafe cmark_node_free(tree) }
    guard let walk = unsafe cmark_iter_new(tree) else { return }
    defer { unsafe cmark_iter_free(walk) }
    while true {
      let event = unsafe cmark_iter_next(walk)
      guard event != CMARK_EVENT_DONE, let node = unsafe cmark_iter_get_node(walk) else { return }
      unsafe visit(node, entering: event == CMARK_EVENT_ENTER)
    }
  }

  private mutating func visit(_ node: OpaquePointer, entering: Bool) {
    let type = unsafe cmark_node_get_type(node)
    switch type {
    case CMARK_NODE_LIST:
      if entering { finishItem(before: unsafe start(of: node)) }
      listDepth += entering ? 1 : -1
    case CMARK_NODE_BLOCK_QUOTE:
      if entering { finishItem(before: unsafe start(of: node)) }
      quoteDepth += entering ? 1 : -1
    case CMARK_NODE_ITEM:
      if entering { openItem = unsafe start(of: node) } else { finishItem() }
    case CMARK_NODE_PARAGRAPH where entering: unsafe readParagraph(node)
    case CMARK_NODE_HEADING where entering: unsafe readHeading(node)
    case CMARK_NODE_CODE_BLOCK where entering: unsafe readOpaque(node, .code)
    case CMARK_NODE_HTML_BLOCK where entering: unsafe readOpaque(node, .markup)
    case CMARK_NODE_THEMATIC_BREAK where entering: unsafe readOpaque(node, .separator)
    default: break
    }
  }

  /// The byte at which a node begins.
  private func start(of node: OpaquePointer) -> Int {
    let line = Int(unsafe cmark_node_get_start_line(node))
    let column = Int(unsafe cmark_node_get_start_column(node))
    let range = lines(line, line)
    return min(range.lowerBound + max(0, column - 1), range.upperBound)
  }

  /// The bytes of lines counted from 1 at the body's start, their breaks included.
  private func lines(_ first: Int, _ last: Int) -> Range<Int> {
    let count = context.text.utf8.count
    func start(_ line: Int) -> Int {
      line - 1 < lineStarts.count ? lineStarts[max(0, line - 1)] : count
    }
    let lower = start(first)
    return lower..<max(lower, start(last + 1))
  }

  private func lines(of node: OpaquePointer) -> (first: Int, last: Int) {
    let first = Int(unsafe cmark_node_get_start_line(node))
    return (first, max(first, Int(unsafe cmark_node_get_end_line(node))))
  }

  // MARK: Blocks

  private mutating func readParagraph(_ node: OpaquePointer) {
    let (first, last) = unsafe lines(of: node)
    let whole = lines(first, last)
    let content = trimmed(unsafe start(of: node)..<whole.upperBound)
    guard let body = skippingDefinitions(content), !body.isEmpty else { return }
    if let split = Table.parse(body, in: context.text, quoteDepth: quoteDepth) {
      finishItem(before: split.rows.lowerBound)
      if !split.before.isEmpty { readText(split.before, end: split.rows.lowerBound) }
      tables.append(split.table)
      emit(
        .table(tables.count - 1), upTo: whole.upperBound, source: split.rows,
        content: split.rows, line: line(at: split.rows.lowerBound))
    } else {
      readText(body, end: whole.upperBound)
    }
  }

  /// Emits a paragraph, as an item's first or further one where it stands in an item.
  private mutating func readText(_ content: Range<Int>, end: Int) {
    let bytes = context.text.utf8
    if let start = openItem {
      openItem = nil
      let marker = Marker.markdown(bytes, at: start)
      let text = Self.afterTaskBox(bytes, content)
      emit(
        .item(marker), upTo: end, source: start..<content.upperBound, content: text,
        line: line(at: start))
    } else {
      emit(
        listDepth > 0 ? .continuation : .paragraph, upTo: end, source: content,
        content: content, line: line(at: content.lowerBound))
    }
  }

  private mutating func readHeading(_ node: OpaquePointer) {
    // An underlined heading ends for cmark only with the line behind its underline.
    let (first, last) = unsafe lines(of: node)
    let whole = lines(first, last > first ? last - 1 : last)
    let source = trimmed(unsafe start(of: node)..<whole.upperBound)
    finishItem(before: source.lowerBound)
    let level = Int(unsafe cmark_node_get_heading_level(node))
    guard !source.isEmpty else { return }
    let (text, mark) = HeadingMark.split(source, in: context.text.utf8)
    emit(
      listDepth > 0 || quoteDepth > 0 ? .continuation : .heading(level: level),
      upTo: whole.upperBound, source: mark, content: text, line: line(at: source.lowerBound))
  }

  private mutating func readOpaque(_ node: OpaquePointer, _ kind: Block.Kind) {
    // A fence that is not closed ends for cmark only with the line that ends what it stands in.
    let (first, last) = unsafe lines(of: node)
    let isShorter = unsafe kind == .code && last > first && lineBehind(node) == last
    let whole = lines(first, isShorter ? last - 1 : last)
    let source = trimmed(unsafe start(of: node)..<whole.upperBound)
    finishItem(before: source.lowerBound)
    emit(
      kind, upTo: whole.upperBound, source: source,
      content: source.lowerBound..<source.lowerBound, line: line(at: source.lowerBound))
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
    let marker = Marker.markdown(context.text.utf8, at: start)
    let end = min(start + marker.length, context.text.utf8.count)
    let lineEnd = lineStarts[min(lineIndex(at: start) + 1, lineStarts.count - 1)]
    let limit = min(next ?? lineEnd, lineEnd > start ? lineEnd : context.text.utf8.count)
    emit(
      .item(marker), upTo: max(end, limit), source: start..<end, content: end..<end,
      line: line(at: start))
  }

  /// The content behind the definitions of links and footnotes with which a paragraph may begin;
  /// `nil` when nothing is left.
  private mutating func skippingDefinitions(_ content: Range<Int>) -> Range<Int>? {
    let bytes = context.text.utf8
    var start = content.lowerBound
    while let (label, end) = LinkLabel.definition(bytes, at: start, before: content.upperBound) {
      if bytes[label.lowerBound] == UInt8(ascii: "^") { return nil }
      let lineEnd = bytes[end..<content.upperBound].firstIndex { $0.isLineBreak }
      let next = lineEnd.map { bytes.skippingSpaces(from: $0, to: content.upperBound) }
      guard let next, next < content.upperBound else { break }
      context.define(label)
      start = next
    }
    return start..<content.upperBound
  }

  // MARK: Coverage

  private mutating func emit(
    _ kind: Block.Kind, upTo end: Int, source: Range<Int>, content: Range<Int>, line: Int
  ) {
    let lineStart = lineStarts[lineIndex(at: source.lowerBound)]
    cover(upTo: min(max(covered, lineStart), source.lowerBound))
    let end = max(end, source.upperBound, covered)
    blocks.append(
      Block(
        kind: kind, range: covered..<end, source: source, content: content,
        depth: min(listDepth, Block.maximumDepth), line: line,
        quoteDepth: min(quoteDepth, Block.maximumDepth)))
    covered = end
  }

  /// Covers what cmark has no node for: blank lines, and definitions, whose names are taken.
  private mutating func cover(upTo end: Int) {
    guard covered < end else { return }
    let bytes = context.text.utf8
    let isBlank = bytes[covered..<end].allSatisfy { $0.isSpace || $0 == UInt8(ascii: ">") }
    var lineStart = covered
    while !isBlank, lineStart < end {
      let text = bytes.skippingSpaces(from: lineStart, to: end)
      if let (label, _) = LinkLabel.definition(bytes, at: text, before: end) {
        context.define(label)
      }
      lineStart = (bytes[lineStart..<end].firstIndex { $0.isLineBreak } ?? end) + 1
    }
    blocks.append(
      Block(
        kind: isBlank ? .blank : .definition, range: covered..<end, source: covered..<covered,
        content: covered..<covered, depth: 0, line: line(at: covered)))
    covered = end
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    let lower = min(max(range.lowerBound, covered), range.upperBound)
    return context.text.utf8.trimmed(lower..<range.upperBound)
  }

  /// The index of the line that holds an offset; logarithmic.
  private func lineIndex(at offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  private func line(at offset: Int) -> Int { bodyLine + lineIndex(at: offset) + 1 }

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
