/// Reads the lines of a text, and counts its words and characters.
struct LineReader {
  /// Every line, a run of blank lines as one. LF, CRLF and a lone CR end a line. The lines cover all
  /// bytes: each begins where the one before it ends.
  private(set) var lines: [Line] = []
  /// What was counted in the text.
  let counts: TextCounts

  /// Reads all lines. Linear.
  init(_ text: SourceText) {
    let bytes = text.utf8
    counts = TextCounts(bytes)
    lines.reserveCapacity(bytes.count / 64)
    var ends = LineEnds(bytes)
    var start = 0
    while start < bytes.count {
      let line = Self.line(from: start, to: ends.next(from: start), in: bytes, counts)
      if line.isBlank, let last = lines.last, last.isBlank {
        lines[lines.count - 1] = Line(blankFrom: last.start, to: line.end)
      } else {
        lines.append(line)
      }
      start = line.end
    }
  }

  /// The line between an offset and a line break.
  private static func line(
    from start: Int, to lineBreak: Int, in bytes: [UInt8], _ counts: TextCounts
  ) -> Line {
    var textStart = start
    var indent: UInt32 = 0
    while textStart < lineBreak {
      if bytes[textStart] == .space {
        indent &+= 1
      } else if bytes[textStart] == .tab {
        // A line of nothing but tabs may be as long as a document.
        indent = (indent / 4 &+ 1) &* 4
      } else {
        break
      }
      textStart += 1
    }
    var textEnd = lineBreak
    while textEnd > textStart, bytes[textEnd - 1].isSpace { textEnd -= 1 }
    var end = lineBreak
    if end < bytes.count { end += bytes.has("\r\n", at: end) ? 2 : 1 }
    let text = textStart..<textEnd
    let isVerbatim =
      !text.isEmpty && (!counts.irregular.overlaps(text) || !bytes.hasIrregularSpace(in: text))
    return Line(start: start, text: text, end: end, indent: indent, isVerbatim: isVerbatim)
  }
}
