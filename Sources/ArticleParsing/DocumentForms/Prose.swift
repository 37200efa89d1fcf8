/// A piece of the source rendered to plain text, from which every position leads back.
struct Prose {
  /// A stretch that is the same in both: from `text` in the rendering and `source` in the source; or
  /// one that stands for a character reference.
  struct Anchor {
    private let storedText: UInt32
    private let storedSource: UInt32
    /// How many bytes the reference has of which this is the rendering; 0 for text as it stands.
    private let storedLength: UInt32

    init(text: Int, source: Int, reference length: Int = 0) {
      storedText = UInt32(truncatingIfNeeded: text)
      storedSource = UInt32(truncatingIfNeeded: source)
      storedLength = UInt32(truncatingIfNeeded: length)
    }

    var text: Int { Int(storedText) }
    var source: Int { Int(storedSource) }

    /// Where a byte of the stretch, by its offset in the rendering, begins and ends in the source.
    func source(of offset: Int) -> Range<Int> {
      if storedLength > 0 { return source..<source + Int(storedLength) }
      return source + (offset - text)..<source + (offset - text) + 1
    }
  }

  /// The rendered text: no mark-up, runs of white space as one space. Where that is what the source
  /// says as it stands, an excerpt of the source.
  let text: Excerpt
  /// Where the rendering begins in the source.
  private let start: Int
  /// Where it goes on after white space that was shortened; in order.
  private let anchors: [Anchor]
  /// Where the bold text ends with which the rendering begins; 0 when it begins otherwise.
  let strongEnd: Int
  /// Where the emphasised text ends, bold or not, with which the rendering begins.
  let emphasisEnd: Int

  /// Whether all of it is bold, but for a mark behind.
  var isStrong: Bool { strongEnd > 0 && strongEnd + 1 >= text.count }
  /// Whether all of it is emphasised, bold or not, but for a mark behind.
  var isEmphasised: Bool { emphasisEnd > 0 && emphasisEnd + 1 >= text.count }

  /// Text that is rendered as it stands. Constant time.
  init(verbatim source: Range<Int>, of document: SourceText) {
    start = source.lowerBound
    strongEnd = 0
    emphasisEnd = 0
    text = Excerpt(document.utf8, source)
    anchors = []
  }

  /// Renders plain text: line breaks, tabs and repeated spaces become one space. Linear; one pass
  /// and no copy where there is nothing to change.
  init(plain source: Range<Int>, of document: SourceText) {
    let utf8 = document.utf8
    guard utf8.hasIrregularSpace(in: source) else {
      self.init(verbatim: source, of: document)
      return
    }
    var writer = ProseWriter(startingAt: source.lowerBound, capacity: source.count)
    writer.append(utf8, source, from: source.lowerBound)
    self.init(writer, strongEnd: 0, emphasisEnd: 0)
  }

  /// What a writer has written.
  init(_ writer: ProseWriter, strongEnd: Int, emphasisEnd: Int) {
    self.emphasisEnd = emphasisEnd
    text = Excerpt(writer.text)
    anchors = writer.anchors
    start = writer.start
    self.strongEnd = strongEnd
  }

  /// The whole as a string.
  var string: String { text.string }

  /// A part of the text as a string.
  subscript(range: Range<Int>) -> String { text.string(range) }

  /// Where a part of the text, not empty, stands in the source. Logarithmic in the line breaks.
  func source(of range: Range<Int>) -> Range<Int> {
    let first = source(of: range.lowerBound)
    guard !range.isEmpty else { return first.lowerBound..<first.lowerBound }
    return first.lowerBound..<max(first.upperBound, source(of: range.upperBound - 1).upperBound)
  }

  /// Where a byte of the text begins and ends in the source.
  private func source(of offset: Int) -> Range<Int> {
    var low = 0
    var high = anchors.count
    while low < high {
      let middle = low + (high - low) / 2
      if anchors[middle].text <= offset { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return start + offset..<start + offset + 1 }
    return anchors[low - 1].source(of: offset)
  }
}

extension [UInt8] {
  /// Whether white space stands at an end of a range, or the range is empty.
  fileprivate func hasSpace(atEndsOf range: Range<Int>) -> Bool {
    guard let first = range.first else { return true }
    return self[first].isSpace || self[range.upperBound - 1].isSpace
  }

  /// Whether white space stands in a range that rendering shortens or replaces: at its ends, beside
  /// other white space, or anything but spaces.
  func hasIrregularSpace(in range: Range<Int>) -> Bool {
    let bytes = span
    guard !hasSpace(atEndsOf: range) else { return true }
    var offset = range.lowerBound + 1
    while offset + 16 <= range.upperBound {
      if SixteenBytes.haveIrregularSpace(bytes, at: offset) { return true }
      offset += 16
    }
    while offset < range.upperBound {
      let byte = bytes[offset]
      if byte.isSpace, byte != .space || bytes[offset - 1].isSpace { return true }
      offset += 1
    }
    return false
  }
}
