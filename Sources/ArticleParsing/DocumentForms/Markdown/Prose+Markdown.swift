extension Prose {
  /// Whether Markdown is rendered as it stands: without inline structure, and with single spaces only.
  static func isVerbatim(markdown source: Range<Int>, of bytes: [UInt8]) -> Bool {
    bytes.inlineMark(from: source.lowerBound, to: source.upperBound) == source.upperBound
      && !bytes.hasIrregularSpace(in: source)
  }

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
