extension Prose {
  /// Renders Markdown: inline structure without its marks. Linear in the source.
  init(markdown source: Range<Int>, in context: MarkdownContext, quoteDepth: Int) {
    let bytes = context.text.utf8
    let mark = bytes.inlineMark(from: source.lowerBound, to: source.upperBound)
    guard mark < source.upperBound else {
      self.init(plain: source, of: context.text)
      return
    }
    if let emphasis = OnlyEmphasis(in: source, of: bytes, at: mark) {
      self.init(emphasis, in: source, of: bytes)
      return
    }
    var reader = InlineReader(source, in: context, quoteDepth: quoteDepth)
    reader.read()
    var writer = ProseWriter(startingAt: source.lowerBound, capacity: source.count)
    for piece in reader.pieces {
      switch piece {
      case .source(let range):
        writer.append(context.text.utf8, range, from: range.lowerBound)
      case .reference(let range, let source):
        writer.append(reference: reader.references[range], from: source)
      case .space(let offset): writer.appendSpace(from: offset)
      case .delimiter(let run):
        let rest = reader.delimiters.place(run, at: writer.text.count)
        writer.append(context.text.utf8, rest, from: rest.lowerBound)
      }
    }
    var strongEnd = 0
    var emphasisEnd = 0
    let runs = reader.delimiters.runs
    for match in reader.delimiters.matches where runs[match.open].place == 0 {
      emphasisEnd = max(emphasisEnd, runs[match.close].place)
      if match.isStrong { strongEnd = max(strongEnd, runs[match.close].place) }
    }
    self.init(writer, strongEnd: strongEnd, emphasisEnd: emphasisEnd)
  }

  /// Renders a source of which only a part is emphasised, as the labels of many items are.
  private init(_ emphasis: OnlyEmphasis, in source: Range<Int>, of bytes: [UInt8]) {
    var writer = ProseWriter(startingAt: source.lowerBound, capacity: source.count)
    let open = emphasis.open
    let close = emphasis.close
    writer.append(bytes, source.lowerBound..<open.lowerBound, from: source.lowerBound)
    let isFirst = writer.text.isEmpty
    writer.append(bytes, open.upperBound..<close.lowerBound, from: open.upperBound)
    let end = isFirst ? writer.text.count : 0
    writer.append(bytes, close.upperBound..<source.upperBound, from: close.upperBound)
    self.init(writer, strongEnd: open.count == 2 ? end : 0, emphasisEnd: end)
  }
}

/// Emphasis that is all the inline structure of a source, but for line breaks: it needs no stack.
private struct OnlyEmphasis {
  let open: Range<Int>
  let close: Range<Int>

  /// The emphasis that begins with the first mark of a source, if there is no other mark but the ones
  /// that end it. Linear.
  init?(in source: Range<Int>, of bytes: [UInt8], at mark: Int) {
    let end = source.upperBound
    guard bytes[mark] == UInt8(ascii: "*") || bytes[mark] == UInt8(ascii: "_") else { return nil }
    open = mark..<bytes.runEnd(from: mark, to: end)
    let second = bytes.inlineMark(from: open.upperBound, to: end)
    guard open.count <= 2, second < end, bytes[second] == bytes[mark] else { return nil }
    close = second..<bytes.runEnd(from: second, to: end)
    // Runs of one or two marks never fail the rule of three.
    guard open.count == close.count, bytes.inlineMark(from: close.upperBound, to: end) == end,
      DelimiterStack.Run(open, of: bytes, to: end).canOpen,
      DelimiterStack.Run(close, of: bytes, to: end).canClose
    else { return nil }
  }
}

/// Writes rendered text, white space folded, and keeps where it comes from.
struct ProseWriter {
  private(set) var text: [UInt8] = []
  private(set) var anchors: [Prose.Anchor] = []
  let start: Int
  /// The source offset that the next byte has if nothing is skipped; none behind a reference.
  private var expected: Int
  private var pendingSpace: Int?

  init(startingAt start: Int, capacity: Int) {
    self.start = start
    expected = start
    text.reserveCapacity(capacity)
  }

  /// Adds a range of bytes that stand in the source from an offset on: whole stretches in which there
  /// is no white space but single spaces, and one space for any other white space between them.
  mutating func append(_ bytes: [UInt8], _ range: Range<Int>, from source: Int) {
    let skipped = source - range.lowerBound
    var offset = range.lowerBound
    while offset < range.upperBound {
      if bytes[offset].isSpace {
        appendSpace(from: offset + skipped)
        offset += 1
        continue
      }
      let start = offset
      offset = Self.stretchEnd(bytes.span, from: start, to: range.upperBound)
      flushSpace()
      anchor(start + skipped)
      text.append(contentsOf: bytes[start..<offset])
      expected = offset + skipped
    }
  }

  /// Adds what a character reference stands for. Each of its bytes leads back to the whole reference,
  /// which may be shorter than they are together.
  mutating func append(reference bytes: ArraySlice<UInt8>, from source: Range<Int>) {
    guard !bytes.allSatisfy(\.isSpace) else { return appendSpace(from: source.lowerBound) }
    flushSpace()
    anchors.append(
      Prose.Anchor(text: text.count, source: source.lowerBound, reference: source.count))
    text.append(contentsOf: bytes)
    expected = .max
  }

  private mutating func flushSpace() {
    guard let space = pendingSpace else { return }
    anchor(space)
    text.append(.space)
    expected = space + 1
    pendingSpace = nil
  }

  /// Where a stretch ends that begins with a word: at white space that is no single space between
  /// words.
  private static func stretchEnd(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Int {
    var offset = start + 1
    while offset + 16 <= end, !SixteenBytes.haveIrregularSpace(bytes, at: offset) { offset += 16 }
    // A space that ends them is judged again.
    if bytes[offset - 1] == .space { offset -= 1 }
    while offset < end {
      if !bytes[offset].isSpace {
        offset += 1
      } else if bytes[offset] == .space, offset + 1 < end, !bytes[offset + 1].isSpace {
        offset += 2
      } else {
        break
      }
    }
    return offset
  }

  /// Adds white space that stands at an offset of the source; it counts only between words.
  mutating func appendSpace(from source: Int) {
    if pendingSpace == nil, !text.isEmpty { pendingSpace = source }
  }

  private mutating func anchor(_ source: Int) {
    if source != expected { anchors.append(Prose.Anchor(text: text.count, source: source)) }
  }
}
