extension Prose {
  /// What may be inline structure, or a quotation's mark; most cells and many items have none.
  private static let marks = ASCIISet("\\&`*_~[]<>")

  /// Renders Markdown: inline structure without its marks. Linear in the source.
  init(markdown source: Range<Int>, in context: MarkdownContext, quoteDepth: Int) {
    guard Self.marks.first(in: source, of: context.text.utf8) < source.upperBound else {
      self.init(plain: source, of: context.text)
      return
    }
    var reader = InlineReader(source, in: context, quoteDepth: quoteDepth)
    reader.read()
    var writer = ProseWriter(startingAt: source.lowerBound, capacity: source.count)
    for piece in reader.pieces {
      switch piece {
      case .source(let range):
        writer.append(context.text.utf8, range, from: range.lowerBound)
      case .reference(let range, let offset):
        writer.append(reader.references, range, from: offset)
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
}

/// Writes rendered text, white space folded, and keeps where it comes from.
struct ProseWriter {
  private(set) var text: [UInt8] = []
  private(set) var anchors: [Prose.Anchor] = []
  let start: Int
  /// The source offset that the next byte has if nothing is skipped.
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
      offset += 1
      while offset < range.upperBound {
        guard bytes[offset].isSpace else {
          offset += 1
          continue
        }
        guard bytes[offset] == .space, offset + 1 < range.upperBound, !bytes[offset + 1].isSpace
        else { break }
        offset += 2
      }
      if let space = pendingSpace {
        anchor(space)
        text.append(.space)
        expected = space + 1
        pendingSpace = nil
      }
      anchor(start + skipped)
      text.append(contentsOf: bytes[start..<offset])
      expected = offset + skipped
    }
  }

  /// Adds white space that stands at an offset of the source; it counts only between words.
  mutating func appendSpace(from source: Int) {
    if pendingSpace == nil, !text.isEmpty { pendingSpace = source }
  }

  private mutating func anchor(_ source: Int) {
    if source != expected { anchors.append(Prose.Anchor(text: text.count, source: source)) }
  }
}
