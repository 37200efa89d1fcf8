/// Tells which block quotations are another's: their pros are not the author's.
enum Quotations {
  /// The indices of the blocks that stand in a quotation with a source, or in one that the paragraph
  /// before it announces with a colon. Linear in the blocks.
  static func others(in document: DocumentForm) -> Set<Int> {
    var others: Set<Int> = []
    guard document.blocks.contains(where: { $0.quoteDepth > 0 }) else { return others }
    var start: Int?
    var last: Block?
    for (index, block) in document.blocks.enumerated() {
      if block.quoteDepth > 0 {
        if start == nil { start = index }
      } else if !block.isBlank {
        if let first = start, isOthers(document.blocks[first..<index], after: last, document) {
          others.formUnion(first..<index)
        }
        start = nil
        last = block
      }
    }
    if let first = start, isOthers(document.blocks[first...], after: last, document) {
      others.formUnion(first..<document.blocks.count)
    }
    return others
  }

  private static func isOthers(
    _ quotation: ArraySlice<Block>, after last: Block?, _ document: DocumentForm
  ) -> Bool {
    if let last, last.kind == .paragraph, document.endsInColon(last) { return true }
    guard let closing = quotation.last(where: { !$0.isBlank && !$0.content.isEmpty }) else {
      return false
    }
    return isAttribution(closing, document.text)
  }

  /// Whether the last line of a block names a source: `— Ada Lovelace`.
  private static func isAttribution(_ block: Block, _ text: SourceText) -> Bool {
    let bytes = text.utf8
    var start =
      bytes[block.content].lastIndex(where: \.isLineBreak).map { $0 + 1 }
      ?? block.content.lowerBound
    while start < block.content.upperBound,
      bytes[start].isSpace || bytes[start] == UInt8(ascii: ">")
    {
      start += 1
    }
    if block.source.lowerBound < block.content.lowerBound, start == block.content.lowerBound {
      return false  // a list item's dash names nobody
    }
    return bytes.has("—", at: start) || bytes.has("–", at: start) || bytes.has("--", at: start)
      || bytes.has("*—", at: start) || bytes.has("<cite", at: start)
  }
}
