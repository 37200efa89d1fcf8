/// A piece of the source rendered to plain text, from which every position leads back.
struct Prose {
  /// A stretch that is the same in both: from `text` in the rendering and `source` in the source.
  private struct Anchor {
    let text: Int
    let source: Int
  }

  /// The rendered text: no mark-up, runs of white space as one space.
  let text: [UInt8]
  private let anchors: [Anchor]

  /// Renders plain text: line breaks, tabs and repeated spaces become one space.
  init(plain source: Range<Int>, of document: SourceText) {
    let bytes = document.utf8
    var text: [UInt8] = []
    text.reserveCapacity(source.count)
    var anchors = [Anchor(text: 0, source: source.lowerBound)]
    var offset = source.lowerBound
    while offset < source.upperBound {
      var end = offset
      while end < source.upperBound, !bytes[end].isSpace { end += 1 }
      text.append(contentsOf: bytes[offset..<end])
      let gap = end
      while end < source.upperBound, bytes[end].isSpace { end += 1 }
      if end > gap, end < source.upperBound {
        text.append(.space)
        if end - gap > 1 { anchors.append(Anchor(text: text.count, source: end)) }
      }
      offset = end
    }
    self.text = text
    self.anchors = anchors
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
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if anchors[middle].text <= offset { low = middle } else { high = middle }
    }
    return anchors[low].source + (offset - anchors[low].text)
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
