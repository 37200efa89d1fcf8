/// What stands around the words of a heading and is form: numbers of chapters, glosses in brackets, anchors.
extension Vocabulary {
  /// A heading or label without them; `nil` where there are none. Linear in it.
  ///
  /// `一、优点`, `第1章 メリット`, `가. 장점`, `优点（Pros）`, `Pros {#pros}`, `Vorteile (+)`, `メリット3つ`.
  func frameless(_ text: Excerpt) -> Excerpt? {
    guard let last = text.last, let first = text.first, text.count <= Self.longestFramed else {
      return nil
    }
    // Most headings begin and end in letters of ASCII, and have no frame.
    let mayBegin = first >= 0xE3
    let mayEnd = last == UInt8(ascii: ")") || last == UInt8(ascii: "}") || last >= 0x80
    guard mayBegin || mayEnd else { return nil }
    var range = text.trimmed(Self.numberEnd(of: text)..<text.count)
    range = text.trimmed(range.lowerBound..<anchorStart(in: text, range))
    range = text.trimmed(range.lowerBound..<glossStart(in: text, range))
    range = text.trimmed(range.lowerBound..<countStart(in: text, range))
    return range.isEmpty || range == text.indices ? nil : text.part(range)
  }

  private static let longestFramed = 240

  /// Behind the number of a chapter in Chinese, Japanese or Korean; 0 without one.
  private static func numberEnd(of text: Excerpt) -> Int {
    var offset = 0
    let isDivision = text.has("第", at: 0)
    let isOpen = text.has("（", at: 0)
    if isDivision || isOpen { offset = 3 }
    let start = offset
    var isSyllable = false
    while let (scalar, length) = text.scalar(at: offset) {
      if "가나다라마바사아자차카타파하".unicodeScalars.contains(scalar), offset == start {
        isSyllable = true
      } else if isSyllable || !isNumeral(scalar) {
        break
      }
      offset += length
    }
    guard offset > start, let (mark, length) = text.scalar(at: offset) else { return 0 }
    if isDivision {
      return "章节節部篇回編编".unicodeScalars.contains(mark) ? offset + length : 0
    }
    let marks = isSyllable ? ".)" : "、）)．.，"
    return marks.unicodeScalars.contains(mark) ? offset + length : 0
  }

  private static func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
    ("0"..."9").contains(scalar) || ("０"..."９").contains(scalar)
      || "一二三四五六七八九十百".unicodeScalars.contains(scalar)
  }

  /// Where an anchor begins at the end: `{#pros}`.
  private func anchorStart(in text: Excerpt, _ range: Range<Int>) -> Int {
    guard let last = range.last, text[last] == UInt8(ascii: "}"),
      let open = range.last(where: { text[$0] == UInt8(ascii: "{") }), text.has("{#", at: open)
    else { return range.upperBound }
    return open
  }

  /// Where a gloss in brackets begins at the end, if it says one thing: `（Pros）`, `(+)`.
  private func glossStart(in text: Excerpt, _ range: Range<Int>) -> Int {
    let end = range.upperBound
    let isWide = text.has("）", at: end - 3)
    guard !range.isEmpty, isWide || text[end - 1] == UInt8(ascii: ")") else { return end }
    for offset in range.reversed() {
      let open: Int? =
        text[offset] == UInt8(ascii: "(") ? 1 : text.has("（", at: offset) ? 3 : nil
      guard let open else { continue }
      let close = end - (isWide ? 3 : 1)
      guard offset + open <= close, offset > range.lowerBound else { return end }
      let words = Words(text.part(offset + open..<close), limit: 8)
      let isParted =
        words.count > 1 && words.words.contains { conjunctions.contains($0.folded) }
      return isParted ? end : offset
    }
    return end
  }

  /// Where a number with its counter begins at the end: `3つ`, `5選`.
  private func countStart(in text: Excerpt, _ range: Range<Int>) -> Int {
    guard let counter = counters.first(where: { text.part(range).ends(with: $0) }) else {
      return range.upperBound
    }
    var start = range.upperBound - counter.count
    let end = start
    while start > range.lowerBound {
      let before = text.characterStart(before: start)
      guard before >= range.lowerBound, let (scalar, _) = text.scalar(at: before),
        Self.isNumeral(scalar)
      else { break }
      start = before
    }
    return start < end ? start : range.upperBound
  }
}

extension Excerpt {
  fileprivate func ends(with bytes: [UInt8]) -> Bool {
    begins(with: bytes, at: count - bytes.count)
  }
}
