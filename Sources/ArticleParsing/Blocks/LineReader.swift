/// Reads the lines of a text and counts its words and characters on the way: one pass, eight bytes at
/// a time.
///
/// Of most lines the white space is single spaces. Such a line has one word more than it has spaces,
/// and need not be looked through again to be rendered.
struct LineReader {
  /// Every line, a run of blank lines as one. LF, CRLF and a lone CR end a line. The lines cover all
  /// bytes: each begins where the one before it ends.
  private(set) var lines: [Line] = []
  private let text: SourceText
  private var words = 0
  private var continuations = 0
  /// Not 0 if some byte may begin a character of a script without spaces.
  private var ideographs: UInt64 = 0

  /// What was found on the way from the beginning of a line's text to its end.
  private struct Scan {
    /// Where the line break stands, or the end of the text.
    var end: Int
    var spaces = 0
    var continuations = 0
    /// Whether there is other white space than single spaces.
    var isIrregular = false
    /// See above.
    var ideographs: UInt64 = 0

    /// Counts all sixteens of bytes up to one with another character than ASCII's printable ones.
    ///
    /// - Parameters:
    ///   - bytes: the text.
    ///   - offset: where to begin, not at the very beginning of the text; then where the rest begins.
    @inline(__always)
    mutating func addProse(_ bytes: Span<UInt8>, _ offset: inout Int) {
      var isDoubled = SixteenBytes.Answer()
      while offset + 16 <= bytes.count {
        var spaces = SixteenBytes.Answer()
        // So many rounds that no count runs over.
        let end = min(bytes.count - 15, offset + 255 * 16)
        while offset < end {
          let sixteen = SixteenBytes(bytes, at: offset)
          guard sixteen.arePrintable else { break }
          let isSpace = sixteen.equal(.space)
          spaces.count(isSpace)
          isDoubled.add(isSpace .& SixteenBytes(bytes, at: offset - 1).equal(.space))
          offset += 16
        }
        self.spaces += spaces.sum
        if offset < end { break }
      }
      if isDoubled.isAny { isIrregular = true }
    }

    /// Counts one byte, which ends no line.
    mutating func add(_ byte: UInt8, _ wasSpace: inout UInt64, _ offset: inout Int) {
      offset += 1
      guard byte != .space else {
        if wasSpace != 0 { isIrregular = true }
        wasSpace = 0x80
        spaces += 1
        return
      }
      wasSpace = 0
      if byte < .space { isIrregular = true }
      guard byte >= 0x80 else { return }
      if !byte.startsCharacter { continuations += 1 }
      if (0xE3...0xE9).contains(byte) || byte == 0xEF { ideographs = 1 }
    }
  }

  /// Reads all lines. Linear.
  init(_ text: SourceText) {
    self.text = text
    let bytes = text.utf8.span
    lines.reserveCapacity(bytes.count / 64)
    var start = 0
    while start < bytes.count {
      let line = readLine(from: start, in: bytes)
      start = line.end
      if line.isBlank, let last = lines.last, last.isBlank {
        lines[lines.count - 1] = Line(blankFrom: last.start, to: line.end)
      } else {
        lines.append(line)
      }
    }
  }

  /// The sizes of the text.
  var statistics: Statistics {
    Statistics(
      of: text, words: words, continuations: continuations, mayHaveIdeographs: ideographs != 0)
  }

  private mutating func readLine(from start: Int, in bytes: Span<UInt8>) -> Line {
    var textStart = start
    var indent: UInt32 = 0
    while textStart < bytes.count {
      if bytes[textStart] == .space {
        indent += 1
      } else if bytes[textStart] == .tab {
        indent = (indent / 4 + 1) * 4
      } else {
        break
      }
      textStart += 1
    }
    let scan = Self.scan(bytes, from: textStart)
    var textEnd = scan.end
    while textEnd > textStart, bytes[textEnd - 1].isSpace { textEnd -= 1 }
    var end = scan.end
    if end < bytes.count {
      let isPair =
        bytes[end] == .carriageReturn && end + 1 < bytes.count && bytes[end + 1] == .lineFeed
      end += isPair ? 2 : 1
    }
    continuations += scan.continuations
    ideographs |= scan.ideographs
    let isVerbatim = !scan.isIrregular && textEnd > textStart
    if isVerbatim {
      // At most one space stands behind the text, as two would be irregular.
      words += scan.spaces - (scan.end - textEnd) + 1
    } else {
      words += text.utf8.wordCount(in: textStart..<textEnd, upTo: .max)
    }
    return Line(
      start: start, text: textStart..<textEnd, end: end, indent: indent, isVerbatim: isVerbatim)
  }

  /// Looks for the first line feed or carriage return at an offset or behind it.
  private static func scan(_ bytes: Span<UInt8>, from start: Int) -> Scan {
    var scan = Scan(end: start)
    var offset = start
    var wasSpace: UInt64 = 0
    while offset + 8 <= bytes.count {
      if offset > 0 {
        scan.addProse(bytes, &offset)
        wasSpace = bytes[offset - 1] == .space ? 0x80 : 0
      }
      // What stopped that is among the next sixteen bytes.
      let limit = min(bytes.count - 7, offset + 16)
      var spaceLanes: UInt64 = 0
      var continuationLanes: UInt64 = 0
      var control: UInt64 = 0
      while offset < limit {
        let eight = EightBytes(bytes, at: offset)
        let spaces = eight.plainSpaces
        control = eight.mayBeControls
        if control != 0 { break }
        if spaces & (spaces << 8 | wasSpace) != 0 { scan.isIrregular = true }
        wasSpace = spaces >> 56
        spaceLanes &+= spaces >> 7
        if !eight.areASCII {
          continuationLanes &+= eight.continuations >> 7
          scan.ideographs |= eight.mayBeIdeographs
        }
        offset += 8
      }
      scan.spaces += EightBytes.sum(ofLanes: spaceLanes)
      scan.continuations += EightBytes.sum(ofLanes: continuationLanes)
      guard control != 0 else { continue }
      // Up to the control character and over it, unless it ends the line.
      let stop = offset + control.trailingZeroBitCount / 8
      while offset < stop { scan.add(bytes[offset], &wasSpace, &offset) }
      if bytes[offset].isLineBreak {
        scan.end = offset
        return scan
      }
      scan.add(bytes[offset], &wasSpace, &offset)
    }
    while offset < bytes.count, !bytes[offset].isLineBreak {
      scan.add(bytes[offset], &wasSpace, &offset)
    }
    scan.end = offset
    return scan
  }
}
