/// A heading taken apart: `3.1 Analysis: What the Mayor Is After` has a number, a name and a subtitle.
/// Their places are the heading's own.
struct HeadingParts {
  /// The number in front, if there is one.
  let number: HeadingNumber?
  /// Where the heading's words begin: behind its number and its emoji.
  let start: Int
  /// The words up to the first colon or spaced dash; all of them without one.
  let name: Range<Int>
  /// The words behind it; `nil` where there are none.
  let subtitle: Range<Int>?
  /// Whether a colon or dash ends the heading, as what announces something does.
  let isOpen: Bool
  /// Whether such a mark stands in front of all words: `> - so it is quoted`.
  let isBehindMark: Bool

  /// Takes a heading apart, its text without its mark-up. Linear.
  init(_ heading: borrowing Excerpt) {
    let symbols = Self.symbols(before: heading)
    number = HeadingNumber.parse(heading, from: symbols)
    start = number?.end ?? (symbols < heading.count ? symbols : 0)
    let first = Self.mark(in: heading, from: 0)
    if let first { isBehindMark = first.lowerBound < start } else { isBehindMark = false }
    guard let mark = isBehindMark ? Self.mark(in: heading, from: start) : first else {
      name = start..<heading.count
      subtitle = nil
      isOpen = false
      return
    }
    name = start..<mark.lowerBound
    isOpen = mark.upperBound == heading.count
    subtitle = isOpen ? nil : mark.upperBound..<heading.count
  }

  /// How many bytes of symbols a heading begins with.
  private static func symbols(before heading: Excerpt) -> Int {
    var start = 0
    while let (scalar, length) = heading.scalar(at: start),
      !scalar.isAlphabetic, !("0"..."9").contains(scalar), scalar != "“", scalar != "\""
    {
      start += length
    }
    return start
  }

  /// The first colon or spaced dash from an offset on, with the white space behind it.
  private static func mark(in heading: Excerpt, from start: Int) -> Range<Int>? {
    var offset = start
    while let place = heading.titleMark(in: offset..<heading.count) {
      offset = place + 1
      guard let mark = mark(in: heading, at: place), mark.lowerBound >= start else { continue }
      let end = heading.skippingSpaces(from: mark.upperBound, to: heading.count)
      // `3:1` and `short-term` are no subtitles; a full-width colon needs no space.
      if heading[place] == 0xEF || end > mark.upperBound || end == heading.count {
        return mark.lowerBound..<end
      }
    }
    return nil
  }

  /// The mark at an offset: a colon, or a dash with the space before it.
  private static func mark(in heading: Excerpt, at offset: Int) -> Range<Int>? {
    switch heading[offset] {
    case UInt8(ascii: ":"): offset..<offset + 1
    case UInt8(ascii: "-") where heading.has(" -", at: offset - 1): offset - 1..<offset + 1
    case 0xE2 where heading.has(" –", at: offset - 1) || heading.has(" —", at: offset - 1):
      offset - 1..<offset + 3
    case 0xEF where heading.has("：", at: offset): offset..<offset + 3
    default: nil
    }
  }
}
