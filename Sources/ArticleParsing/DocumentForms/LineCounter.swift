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
