/// Reads the form of plain text: lines into blocks.
///
/// Text without mark-up says what it is by its layout: blank lines, indentation, markers, underlines,
/// and lines that are short and stand alone. The reader goes from chunk to chunk (lines without a
/// blank one between them) and looks one line ahead, never back: linear in the text.
struct PlainTextReader: ~Copyable {
  private let text: SourceText
  private let bytes: Excerpt
  private let lines: [Line]
  /// The text in blocks.
  private(set) var blocks: [Block] = []
  /// The texts of those of them that are not rendered as they stand.
  private(set) var renderings: [Prose] = []
  /// Lines that are headings if their words say so.
  private(set) var loneLines: [LoneLine] = []
  /// What was counted in the text on the way.
  let counts: TextCounts
  /// The items that a deeper or further one may belong to, outermost first.
  private var openItems: [OpenItem] = []
  /// What comes next in a list must follow the last of its kind, or begin at one.
  private var lastMarkers = LastMarkers()
  private var hasDoubleUnderline = false
  /// The line that is read next, and its number, counted from 1.
  private var next = 0
  private var lineNumber = 1

  private struct OpenItem {
    let indent: Int
    let marker: Marker
    /// Whether a blank line has come since.
    var isBehindBlank = false
  }

  /// Reads a text. Total: every text has blocks.
  init(_ text: SourceText) {
    let lineReader = LineReader(text)
    self.text = text
    bytes = Excerpt(text.utf8)
    lines = lineReader.lines
    counts = lineReader.counts
    blocks.reserveCapacity(lines.count)
    openItems.reserveCapacity(4)
    while next < lines.count { readChunk() }
  }

  // MARK: Chunks

  /// Reads blank lines, or the lines up to the next blank one.
  private mutating func readChunk() {
    if lines[next].isBlank {
      for index in openItems.indices { openItems[index].isBehindBlank = true }
      emit(.blank, lines: 1, content: nil)
      return
    }
    var end = next
    while end < lines.count, !lines[end].isBlank { end += 1 }
    let form = ChunkForm(lines, next..<end, of: bytes)
    var isFirst = true
    while next < end {
      readBlock(chunkEnd: end, form: form, isFirst: isFirst)
      isFirst = false
    }
  }

  private mutating func readBlock(chunkEnd: Int, form: ChunkForm, isFirst: Bool) {
    let line = lines[next]
    if next + 1 < chunkEnd, let level = underlineLevel(lines[next + 1]),
      acceptedMarker(next, isFirst: isFirst) == nil
    {
      if level == 1 { hasDoubleUnderline = true }
      openItems.removeAll(keepingCapacity: true)
      emit(.heading(level: level == 1 || !hasDoubleUnderline ? 1 : 2), lines: 2, content: line.text)
      return
    }
    if ChunkForm.isSeparator(line, of: bytes) {
      openItems.removeAll(keepingCapacity: true)
      emit(.separator, lines: 1, content: nil)
      return
    }
    let isAlone = isFirst && (next + 1 == chunkEnd || startsItem(next + 1))
    let mayBeHeading = isAlone && LineShape.mayBeHeading(bytes.part(line.text))
    if mayBeHeading {
      loneLines.append(
        LoneLine(
          block: blocks.count, isIndented: line.indent >= 4, hasItemBelow: next + 1 < chunkEnd))
    }
    if let (marker, content) = acceptedMarker(next, isFirst: isFirst) {
      let counts = !mayBeHeading || beginsList(marker, chunkEnd: chunkEnd)
      let end = mayBeHeading ? next + 1 : nil
      readItem(marker, content: content, upTo: end, counts: counts, chunkEnd: chunkEnd, form: form)
      return
    }
    let end =
      mayBeHeading ? next + 1 : paragraphEnd(from: next, chunkEnd: chunkEnd, form: form)
    let content = line.textStart..<lines[end - 1].textEnd
    if let depth = continuedDepth(line, isFirst: isFirst) {
      emit(.continuation, lines: end - next, content: content, depth: depth)
    } else {
      openItems.removeAll(keepingCapacity: true)
      emit(.paragraph, lines: end - next, content: content)
    }
  }

  /// Reads an item; `counts` says whether its number does for those that follow.
  private mutating func readItem(
    _ marker: Marker, content start: Int, upTo end: Int?, counts: Bool, chunkEnd: Int,
    form: ChunkForm
  ) {
    let indent = Int(lines[next].indent)
    let depth = openItem(marker, indent: indent)
    if counts { lastMarkers.keep(marker) }
    let end = end ?? paragraphEnd(from: next, chunkEnd: chunkEnd, form: form)
    emit(
      .item(marker), lines: end - next, content: start..<lines[end - 1].textEnd, depth: depth)
  }

  /// Whether a line that stands alone and may be a heading is one item of several, by its number: it goes on
  /// with a list, or the next one stands below. `1. Costs` over a paragraph counts for no `2.` behind it,
  /// unless it looks like no title.
  private func beginsList(_ marker: Marker, chunkEnd: Int) -> Bool {
    if marker.number == nil || lastMarkers.goesOn(with: marker) { return true }
    // A run of blank lines is one line.
    let following = lines[chunkEnd...].prefix(2).first { !$0.isBlank }
    if let next = following.flatMap({ Marker.parse(bytes, in: $0.text)?.marker }),
      next.follows(marker)
    {
      return true
    }
    return !LineShape.looksLikeTitle(bytes.part(lines[next].text))
  }

  /// The end of the paragraph or item that begins at a line.
  private func paragraphEnd(from start: Int, chunkEnd: Int, form: ChunkForm) -> Int {
    var end = start + 1
    while end < chunkEnd {
      let line = lines[end]
      if startsItem(end) || form.startsEntry(line, of: bytes)
        || ChunkForm.isSeparator(line, of: bytes)
      {
        break
      }
      if end + 1 < chunkEnd, underlineLevel(lines[end + 1]) != nil { break }
      if ChunkForm.isLabel(line, of: bytes), end + 1 < chunkEnd, startsItem(end + 1) { break }
      end += 1
    }
    return end
  }

  private mutating func emit(
    _ kind: Block.Kind, lines count: Int, content: Range<Int>?, depth: Int = 0
  ) {
    let first = lines[next]
    let last = lines[next + count - 1]
    let isHeading = if case .heading = kind { true } else { false }
    let sourceEnd = isHeading ? first.textEnd : last.textEnd
    var rendering: Int?
    if let content, !first.isVerbatim || content.upperBound > first.textEnd {
      rendering = renderings.count
      renderings.append(Prose(plain: content, of: text))
    }
    blocks.append(
      Block(
        kind: kind, range: first.start..<last.end,
        source: content == nil ? first.start..<first.start : first.textStart..<sourceEnd,
        content: content ?? first.start..<first.start, depth: depth, line: lineNumber,
        rendering: rendering))
    lineNumber += count == 1 && first.isBlank ? lineBreaks(in: first.start..<first.end) : count
    next += count
  }

  /// Line breaks of a run of blank lines, which is one `Line`.
  private func lineBreaks(in range: Range<Int>) -> Int {
    var count = 0
    for offset in range {
      let byte = bytes[offset]
      let endsPair = byte == .lineFeed && offset > 0 && bytes[offset - 1] == .carriageReturn
      if byte == .lineFeed && !endsPair || byte == .carriageReturn { count += 1 }
    }
    return count
  }

  // MARK: Items

  /// Whether a line inside a chunk begins an item.
  private func startsItem(_ index: Int) -> Bool { acceptedMarker(index, isFirst: false) != nil }

  /// The marker of a line, if it may be one where it stands.
  ///
  /// A number counts when it begins a list (0, 1, a, i), follows the last one of its kind, or
  /// repeats it (`1.` `1.` `1.`); a dash counts inside running text only below an item of its kind.
  private func acceptedMarker(_ index: Int, isFirst: Bool) -> (Marker, content: Int)? {
    let line = lines[index]
    guard let (marker, content) = Marker.parse(bytes, in: line.text) else { return nil }
    if let number = marker.number {
      guard number <= 1 || lastMarkers.goesOn(with: marker) else { return nil }
      return (marker, content)
    }
    if !isFirst, marker.shape == "–" || marker.shape == "—" {
      guard openItems.contains(where: { $0.marker.continues(marker) }) else { return nil }
    }
    return (marker, content)
  }

  /// Enters an item among the open ones and says how deep it is.
  ///
  /// Indentation nests. At the same place, the same kind of marker is the next item; another kind is
  /// the next item of an outer list of its kind, bullets straight below a number are nested in it,
  /// and anything else begins another list.
  private mutating func openItem(_ marker: Marker, indent: Int) -> Int {
    openItems.removeAll { $0.indent > indent + 1 }
    if let top = openItems.last, top.indent >= indent - 1 {
      let nestsBullets = top.marker.number != nil && marker.number == nil && !top.isBehindBlank
      if let sibling = openItems.lastIndex(where: { $0.marker.continues(marker) }) {
        openItems.removeSubrange(sibling...)
      } else if !nestsBullets {
        openItems.removeLast()
      }
    }
    if openItems.count == Block.maximumDepth { openItems.removeLast() }
    openItems.append(OpenItem(indent: indent, marker: marker))
    return openItems.count
  }

  /// The depth of the item that an indented paragraph goes on with.
  private mutating func continuedDepth(_ line: Line, isFirst: Bool) -> Int? {
    guard isFirst, let depth = openItems.lastIndex(where: { $0.indent + 2 <= Int(line.indent) })
    else { return nil }
    openItems.removeSubrange((depth + 1)...)
    return depth + 1
  }

  // MARK: Headings

  /// 1 for a line of `=`, 2 for a line of `-`, three or more of them and nothing else.
  private func underlineLevel(_ line: Line) -> Int? {
    guard line.text.count >= 3 else { return nil }
    let mark = bytes[line.textStart]
    guard mark == UInt8(ascii: "=") || mark == UInt8(ascii: "-"),
      line.text.allSatisfy({ bytes[$0] == mark })
    else { return nil }
    return mark == UInt8(ascii: "=") ? 1 : 2
  }
}
