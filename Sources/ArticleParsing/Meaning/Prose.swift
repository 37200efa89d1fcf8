/// A piece of the source rendered to plain text, from which every position leads back.
struct Prose {
  /// A stretch that is the same in both: from `text` in the rendering and `source` in the source.
  struct Anchor {
    let text: Int
    let source: Int
  }

  /// The rendered text: no mark-up, runs of white space as one space.
  let text: [UInt8]
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

  /// Renders plain text: line breaks, tabs and repeated spaces become one space. Linear; one copy
  /// where there is nothing to change.
  init(plain source: Range<Int>, of document: SourceText) {
    let bytes = document.utf8[source]
    start = source.lowerBound
    guard bytes.hasIrregularSpace else {
      text = Array(bytes)
      anchors = []
      strongEnd = 0
      emphasisEnd = 0
      return
    }
    var text: [UInt8] = []
    text.reserveCapacity(source.count)
    var anchors: [Anchor] = []
    var gap = 0
    for (offset, byte) in zip(bytes.indices, bytes) {
      if byte.isSpace {
        gap += 1
        continue
      }
      if gap > 0 {
        if !text.isEmpty { text.append(.space) }
        if gap > 1 { anchors.append(Anchor(text: text.count, source: offset)) }
        gap = 0
      }
      text.append(byte)
    }
    self.text = text
    self.anchors = anchors
    strongEnd = 0
    emphasisEnd = 0
  }

  /// What a writer has written.
  init(_ writer: ProseWriter, strongEnd: Int, emphasisEnd: Int) {
    self.emphasisEnd = emphasisEnd
    text = writer.text
    anchors = writer.anchors
    start = writer.start
    self.strongEnd = strongEnd
  }

  /// The whole as a string.
  var string: String { String(decoding: text, as: UTF8.self) }

  /// A part of the text as a string.
  subscript(range: Range<Int>) -> String { String(decoding: text[range], as: UTF8.self) }

  /// Where a part of the text, not empty, stands in the source. Logarithmic in the line breaks.
  func source(of range: Range<Int>) -> Range<Int> {
    let start = sourceOffset(of: range.lowerBound)
    guard !range.isEmpty else { return start..<start }
    return start..<sourceOffset(of: range.upperBound - 1) + 1
  }

  private func sourceOffset(of offset: Int) -> Int {
    var low = 0
    var high = anchors.count
    while low < high {
      let middle = low + (high - low) / 2
      if anchors[middle].text <= offset { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return start + offset }
    return anchors[low - 1].source + (offset - anchors[low - 1].text)
  }
}

extension ArraySlice<UInt8> {
  /// Whether white space stands here that rendering shortens or replaces.
  fileprivate var hasIrregularSpace: Bool {
    var wasSpace = true
    for byte in self {
      if byte >= .tab, byte <= .carriageReturn { return true }
      let isSpace = byte == .space
      if isSpace, wasSpace { return true }
      wasSpace = isSpace
    }
    return wasSpace
  }
}

extension [UInt8] {
  /// A range without the white space at its ends, no-break spaces included.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    let start = skippingSpaces(from: range.lowerBound, to: range.upperBound)
    var end = range.upperBound
    while end > start {
      if self[end - 1].isSpace {
        end -= 1
      } else if end - 2 >= start, has("\u{A0}", at: end - 2) {
        end -= 2
      } else if end - 3 >= start, has("\u{202F}", at: end - 3) || has("\u{3000}", at: end - 3) {
        end -= 3
      } else {
        break
      }
    }
    return start..<end
  }
}
