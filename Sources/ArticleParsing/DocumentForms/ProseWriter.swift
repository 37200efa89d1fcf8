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
