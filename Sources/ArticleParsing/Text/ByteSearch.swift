/// Searches for single bytes, sixteen at a time.
extension [UInt8] {
  /// The offset of the first line feed or carriage return of a range, or the range's end.
  func lineEnd(from start: Int, to end: Int) -> Int {
    first(in: start..<end) { $0.equal("\n", "\r") } ?? end
  }

  /// Whether an ASCII character stands in a range.
  func contains(_ byte: UInt8, in range: Range<Int>) -> Bool {
    first(in: range) { $0.equal(byte) } != nil
  }

  /// The offset of the first byte of a range with which inline structure may begin or end, or a mark
  /// of a quotation; the range's end if there is none.
  func inlineMark(from start: Int, to end: Int) -> Int {
    first(in: start..<end) { bytes in
      let emphasis = bytes.equal("*", "_")
      let links = bytes.equal("[", "]") .| bytes.equal("<", ">")
      let others = bytes.equal("\\", "&") .| bytes.equal("`", "~")
      return emphasis .| links .| others
    } ?? end
  }

  /// The offset of the first colon of a range, or of what stands before it of mark-up and of wide
  /// characters, which have a colon of their own.
  func labelMark(in range: Range<Int>) -> Int? {
    first(in: range) { bytes in
      let brackets = bytes.equal("(", "[") .| bytes.equal("<", "!")
      let emphasis = bytes.equal("*", "_") .| bytes.equal("`", "\\")
      let others = bytes.equal(":", "&") .| bytes.within(0xE3...0xFF)
      return brackets .| emphasis .| others
    }
  }

  /// Whether more gaps between words than a number, of one space or more, stand in a range. Gaps of other
  /// white space are not counted, and neither are a few bytes at the end.
  func hasGaps(in range: Range<Int>, moreThan limit: Int) -> Bool {
    let bytes = span
    var gaps = 0
    var offset = range.lowerBound + 1
    while offset + 16 <= range.upperBound, gaps <= limit {
      var found = SixteenBytes.Answer()
      let end = Swift.min(range.upperBound - 15, offset + 6 * 16)
      while offset < end {
        let before = SixteenBytes(bytes, at: offset - 1)
        let sixteen = SixteenBytes(bytes, at: offset)
        found.count(sixteen.equal(.space) .& .!before.equal(.space))
        offset += 16
      }
      gaps += found.sum
    }
    return gaps > limit
  }

  /// Whether a colon may stand in a range, of whatever width: its byte, or the first of the wide one.
  func mayHaveColon(in range: Range<Int>) -> Bool {
    first(in: range) { $0.equal(UInt8(ascii: ":")) .| $0.equal(0xEF) } != nil
  }

  /// The offset of the first mark in a range of mark-up that may hide words: a link, an image, a tag
  /// or a reference.
  func hidingMark(in range: Range<Int>) -> Int? {
    first(in: range) { $0.equal("[", "<") .| $0.equal(UInt8(ascii: "&")) }
  }

  @inline(__always)
  private func first(
    in range: Range<Int>, _ places: (SixteenBytes) -> SixteenBytes.Places
  ) -> Int? {
    span.first(in: range, places)
  }
}

extension Excerpt {
  /// The offset of the first byte of a range with which a mark may begin that ends a sentence, of
  /// whatever script.
  func sentenceMark(in range: Range<Int>) -> Int? {
    withBytes { bytes in
      bytes.first(in: range) { bytes in
        let wide = bytes.equal(0xE3) .| bytes.equal(0xEF)
        return bytes.equal(".", "!") .| bytes.equal(UInt8(ascii: "?")) .| wide
      }
    }
  }

  /// The same for what may end a lead-in or keep one from ending.
  func leadInMark(in range: Range<Int>) -> Int? {
    withBytes { bytes in
      bytes.first(in: range) { bytes in
        let brackets = bytes.equal("(", ")") .| bytes.equal("[", "]")
        let ends = bytes.equal(":", ".") .| bytes.equal("!", "?")
        return brackets .| ends .| bytes.within(0xE2...0xFF)
      }
    }
  }

  /// The same for what may part a heading from its subtitle: colons and dashes.
  func titleMark(in range: Range<Int>) -> Int? {
    withBytes { bytes in
      bytes.first(in: range) { bytes in
        bytes.equal(":", "-") .| bytes.equal(0xE2) .| bytes.equal(0xEF)
      }
    }
  }

  /// How many spaces stand in a range, of at most 4,000 bytes.
  func spaceCount(in range: Range<Int>) -> Int {
    withBytes { bytes in
      var spaces = SixteenBytes.Answer()
      var offset = range.lowerBound
      while offset + 16 <= range.upperBound {
        spaces.count(SixteenBytes(bytes, at: offset).equal(.space))
        offset += 16
      }
      var sum = spaces.sum
      while offset < range.upperBound {
        if bytes[offset] == .space { sum += 1 }
        offset += 1
      }
      return sum
    }
  }

  /// The same for a comma.
  func commaMark(in range: Range<Int>) -> Int? {
    withBytes { bytes in
      bytes.first(in: range) { bytes in
        let wide = bytes.equal(0xE3) .| bytes.equal(0xEF)
        return bytes.equal(UInt8(ascii: ",")) .| bytes.equal(0xD8) .| wide
      }
    }
  }
}

extension Span<UInt8> {
  /// The first offset of a range at which a search of sixteen bytes finds something.
  @inline(__always)
  func first(
    in range: Range<Int>, _ places: (SixteenBytes) -> SixteenBytes.Places
  ) -> Int? {
    var offset = range.lowerBound
    while offset + 16 <= range.upperBound {
      let found = SixteenBytes.Answer(places(SixteenBytes(self, at: offset)))
      if let place = found.first(from: 0) { return offset + place }
      offset += 16
    }
    guard offset < range.upperBound else { return nil }
    // The rest, as the end of sixteen bytes, or among the first sixteen of all.
    let start = max(range.upperBound - 16, 0)
    let last = SixteenBytes(self, from: start)
    guard let place = SixteenBytes.Answer(places(last)).first(from: offset - start),
      start + place < range.upperBound
    else { return nil }
    return start + place
  }
}
