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
    while offset < heading.count {
      let length = markLength(in: heading, at: offset)
      if length > 0 {
        let end = heading.skippingSpaces(from: offset + length, to: heading.count)
        // `3:1` and `short-term` are no subtitles; a full-width colon needs no space.
        if length == 3 || end > offset + length || end == heading.count { return offset..<end }
      }
      offset += 1
    }
    return nil
  }

  /// The length of the mark at an offset: a colon, or a dash with the space before it; 0 where there
  /// is none.
  @inline(__always)
  private static func markLength(in heading: Excerpt, at offset: Int) -> Int {
    switch heading[offset] {
    case UInt8(ascii: ":"): 1
    case .space where heading.has(" –", at: offset) || heading.has(" —", at: offset): 4
    case .space where heading.has(" -", at: offset): 2
    case 0xEF where heading.has("：", at: offset): 3
    default: 0
    }
  }
}
