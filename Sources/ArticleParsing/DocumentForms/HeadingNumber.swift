/// The number in front of a heading: `3`, `3.1`, `IV.`, `a)`.
struct HeadingNumber {
  /// How many parts it has: 2 for `3.1`.
  let depth: Int
  /// Its last part: 1 for `3.1`.
  let last: Int?
  /// Where the heading's words begin.
  let end: Int

  /// The number at an offset, when words follow it.
  static func parse(_ heading: Excerpt, from start: Int) -> HeadingNumber? {
    if let number = parts(heading, from: start) { return number }
    guard start < heading.count,
      let (marker, content) = Marker.parse(heading, in: start..<heading.count).flatMap({
        $0.marker.number == nil ? nil : $0
      })
    else { return nil }
    return HeadingNumber(depth: 1, last: marker.number, end: content)
  }

  /// `3. `, `3.1 `, `3.1. `: parts of at most three digits, with a point among them, then white
  /// space; `100 Days` is no number.
  private static func parts(_ heading: Excerpt, from start: Int) -> HeadingNumber? {
    var depth = 0
    var points = 0
    var last: Int?
    var offset = start
    while true {
      var number = 0
      var end = offset
      while end < heading.count, end - offset < 4, heading[end].isDigit {
        number = number * 10 + Int(heading[end] - UInt8(ascii: "0"))
        end += 1
      }
      guard (1...3).contains(end - offset) else { break }
      depth += 1
      last = number
      offset = end
      guard offset < heading.count, heading[offset] == UInt8(ascii: ".") else { break }
      offset += 1
      points += 1
    }
    guard depth > 0, points > 0, offset < heading.count, heading[offset].isSpace else { return nil }
    let end = heading.skippingSpaces(from: offset, to: heading.count)
    return end < heading.count ? HeadingNumber(depth: depth, last: last, end: end) : nil
  }
}
