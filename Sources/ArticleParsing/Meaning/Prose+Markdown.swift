extension Prose {
  /// Renders Markdown: inline structure without its marks. Linear in the source.
  init(markdown source: Range<Int>, in context: MarkdownContext, quoteDepth: Int) {
    guard context.text.utf8[source].mayHaveMarkdown else {
      self.init(plain: source, of: context.text)
      return
    }
    var reader = InlineReader(source, in: context, quoteDepth: quoteDepth)
    reader.read()
    var writer = ProseWriter(startingAt: source.lowerBound, capacity: source.count)
    var places = [Int](repeating: 0, count: reader.pieces.count)
    for (index, piece) in reader.pieces.enumerated() {
      places[index] = writer.text.count
      switch piece {
      case .source(let range), .bracket(let range):
        writer.append(context.text.utf8[range], from: range.lowerBound)
      case .reference(let text, let offset): writer.append(text[...], from: offset)
      case .space(let offset): writer.append([.space], from: offset)
      case .delimiter(let run):
        let rest = reader.delimiters.runs[run].rest
        writer.append(context.text.utf8[rest], from: rest.lowerBound)
      }
    }
    let leading = reader.delimiters.matches.filter { places[$0.open] == 0 }
    let strong = leading.filter(\.isStrong).map { places[$0.close] }
    self.init(
      writer, strongEnd: strong.max() ?? 0,
      emphasisEnd: leading.map { places[$0.close] }.max() ?? 0)
  }
}

extension ArraySlice<UInt8> {
  /// Whether anything here could be inline structure; most cells and many items have none.
  fileprivate var mayHaveMarkdown: Bool {
    contains { byte in
      switch byte {
      case UInt8(ascii: "\\"), UInt8(ascii: "&"), UInt8(ascii: "`"), UInt8(ascii: "*"),
        UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "["), UInt8(ascii: "]"),
        UInt8(ascii: "<"), UInt8(ascii: ">"):
        true
      default: false
      }
    }
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

  /// Adds bytes that stand in the source from an offset on.
  mutating func append(_ bytes: ArraySlice<UInt8>, from source: Int) {
    for (index, byte) in bytes.enumerated() {
      if byte.isSpace {
        if pendingSpace == nil, !text.isEmpty { pendingSpace = source + index }
        continue
      }
      if let space = pendingSpace {
        add(.space, from: space)
        pendingSpace = nil
      }
      add(byte, from: source + index)
    }
  }

  private mutating func add(_ byte: UInt8, from source: Int) {
    if source != expected { anchors.append(Prose.Anchor(text: text.count, source: source)) }
    text.append(byte)
    expected = source + 1
  }
}
