/// What is counted in a text, sixteen bytes at a time.
struct TextCounts {
  /// What white space parts.
  private(set) var words = 0
  /// Bytes that only go on with a character.
  private(set) var continuations = 0
  /// Whether there may be characters of a script without spaces.
  private(set) var mayHaveIdeographs = false
  /// Within what all white space stands but line feeds and single spaces, and all control characters.
  private(set) var irregular = 0..<0
  /// Whether there are control characters other than white space, which part no words.
  private var hasControls = false

  /// Counts a text. Linear: one pass, and another one where there are control characters.
  init(_ text: [UInt8]) {
    let bytes = text.span
    // Each byte is looked at with the one before it, so the first is one for itself.
    var offset = min(1, bytes.count)
    if !bytes.isEmpty { add(bytes, at: 0, behind: .lineFeed) }
    while offset + 16 <= bytes.count { add(bytes, sixteensFrom: &offset) }
    while offset < bytes.count {
      add(bytes, at: offset, behind: bytes[offset - 1])
      offset += 1
    }
    if hasControls { words = Self.words(in: bytes) }
  }

  /// Counts sixteens of bytes, at most so many that no count of a place runs over and that it is known
  /// well enough where the text is irregular.
  @inline(__always)
  private mutating func add(_ bytes: Span<UInt8>, sixteensFrom offset: inout Int) {
    var begun = SixteenBytes.Answer()
    var continuations = SixteenBytes.Answer()
    var irregular = SixteenBytes.Answer()
    var ideographs = SixteenBytes.Answer()
    let start = offset
    let end = min(bytes.count - 15, offset + 64 * 16)
    while offset < end {
      let sixteen = SixteenBytes(bytes, at: offset)
      let before = SixteenBytes(bytes, at: offset - 1)
      let isSpace = sixteen.equal(.space)
      // Of a regular text the only others are line feeds.
      let isBlank = sixteen.within(0 ... .space)
      begun.count(before.within(0 ... .space) .& .!isBlank)
      irregular.add(
        isSpace .& before.equal(.space) .| isBlank .& .!(isSpace .| sixteen.equal(.lineFeed)))
      continuations.count(sixteen.continuations)
      ideographs.add(sixteen.mayBeIdeographs)
      offset += 16
    }
    words += begun.sum
    self.continuations += continuations.sum
    if irregular.isAny { noteIrregular(start..<offset, of: bytes) }
    mayHaveIdeographs = mayHaveIdeographs || ideographs.isAny
  }

  private mutating func add(_ bytes: Span<UInt8>, at offset: Int, behind before: UInt8) {
    let byte = bytes[offset]
    if byte > .space, before <= .space { words += 1 }
    if byte == .space ? before == .space : byte < .space && byte != .lineFeed {
      noteIrregular(offset..<offset + 1, of: bytes)
    }
    if !byte.startsCharacter { continuations += 1 }
    if (0xE3...0xE9).contains(byte) || byte == 0xEF { mayHaveIdeographs = true }
  }

  private mutating func noteIrregular(_ range: Range<Int>, of bytes: Span<UInt8>) {
    irregular = (irregular.isEmpty ? range.lowerBound : irregular.lowerBound)..<range.upperBound
    let control = bytes.first(in: range) { $0.within(0 ... .space) .& .!$0.spaces }
    hasControls = hasControls || control != nil
  }

  /// How many words white space parts a text into, whatever else it has. Linear.
  static func words(in bytes: Span<UInt8>) -> Int {
    var words = bytes.isEmpty || bytes[0].isSpace ? 0 : 1
    var offset = 1
    while offset + 16 <= bytes.count {
      var begun = SixteenBytes.Answer()
      let end = min(bytes.count - 15, offset + 255 * 16)
      while offset < end {
        let before = SixteenBytes(bytes, at: offset - 1)
        begun.count(before.spaces .& .!SixteenBytes(bytes, at: offset).spaces)
        offset += 16
      }
      words += begun.sum
    }
    while offset < bytes.count {
      if bytes[offset - 1].isSpace, !bytes[offset].isSpace { words += 1 }
      offset += 1
    }
    return words
  }
}
