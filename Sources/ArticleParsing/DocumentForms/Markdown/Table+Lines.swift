extension Table {
  /// The lines of a cell that `<br>` parts, without the space around them; of several, without the bullets
  /// with which they begin. Linear in the cell.
  static func lines(of cell: Range<Int>, in bytes: [UInt8]) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = cell.lowerBound
    var offset = start
    while offset < cell.upperBound {
      let length = breakLength(bytes, at: offset, to: cell.upperBound)
      if length > 0 {
        parts.append(bytes.trimmed(start..<offset))
        start = offset + length
      }
      offset += max(1, length)
    }
    parts.append(bytes.trimmed(start..<cell.upperBound))
    guard parts.count > 1 else { return parts }
    // A cell of several lines is a list; its bullets are no text.
    let text = Excerpt(bytes)
    return parts.map { part in
      Marker.parse(text, in: part).map { $0.content..<part.upperBound } ?? part
    }
  }

  private static func breakLength(_ bytes: [UInt8], at offset: Int, to end: Int) -> Int {
    let tags: [StaticString] = ["<br>", "<br/>", "<br />", "<BR>"]
    return tags.first { bytes.has($0, at: offset) }?.utf8CodeUnitCount ?? 0
  }
}
