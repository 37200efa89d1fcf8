/// One line of a text, as offsets into it.
///
/// Offsets are 32 bits wide, because a document of short lines has as many of these as it has bytes
/// to spare: 20 bytes a line.
struct Line {
  private let startOffset: UInt32
  private let textStartOffset: UInt32
  private let textEndOffset: UInt32
  private let endOffset: UInt32
  /// The width of the indentation in columns; a tab goes to the next multiple of four.
  let indent: UInt32

  /// Where the line begins.
  var start: Int { Int(startOffset) }
  /// Where its text begins, behind the indentation.
  var textStart: Int { Int(textStartOffset) }
  /// Where its text ends, before trailing white space and the line break.
  var textEnd: Int { Int(textEndOffset) }
  /// Where it ends, its line break included.
  var end: Int { Int(endOffset) }
  var isBlank: Bool { textStartOffset == textEndOffset }
  var text: Range<Int> { textStart..<textEnd }

  /// Every line of a text, a run of blank lines as one. LF, CRLF and a lone CR end a line.
  ///
  /// The lines cover all bytes: each begins where the one before it ends. Linear, one pass.
  static func lines(of text: SourceText) -> [Line] {
    let bytes = text.utf8
    var lines: [Line] = []
    lines.reserveCapacity(bytes.count / 64)
    var start = 0
    while start < bytes.count {
      let line = Line(startingAt: start, in: bytes.span)
      start = line.end
      if line.isBlank, let last = lines.last, last.isBlank {
        lines[lines.count - 1] = Line(blankFrom: last.start, to: line.end)
      } else {
        lines.append(line)
      }
    }
    return lines
  }

  private init(startingAt start: Int, in bytes: Span<UInt8>) {
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
    let lineBreak = Self.lineBreak(in: bytes, from: textStart)
    var textEnd = lineBreak
    while textEnd > textStart, bytes[textEnd - 1].isSpace { textEnd -= 1 }
    var end = lineBreak
    if end < bytes.count {
      let isPair =
        bytes[end] == .carriageReturn && end + 1 < bytes.count && bytes[end + 1] == .lineFeed
      end += isPair ? 2 : 1
    }
    startOffset = UInt32(truncatingIfNeeded: start)
    textStartOffset = UInt32(truncatingIfNeeded: textStart)
    textEndOffset = UInt32(truncatingIfNeeded: textEnd)
    endOffset = UInt32(truncatingIfNeeded: end)
    self.indent = indent
  }

  /// The first line feed or carriage return at an offset or behind it, or the end.
  private static func lineBreak(in bytes: Span<UInt8>, from start: Int) -> Int {
    var offset = start
    while offset + 8 <= bytes.count {
      let candidates = EightBytes(bytes, at: offset).mayBeLineBreaks
      guard candidates != 0 else {
        offset += 8
        continue
      }
      offset += candidates.trailingZeroBitCount / 8
      if bytes[offset].isLineBreak { return offset }
      offset += 1
    }
    while offset < bytes.count, !bytes[offset].isLineBreak { offset += 1 }
    return offset
  }

  private init(blankFrom start: Int, to end: Int) {
    startOffset = UInt32(truncatingIfNeeded: start)
    textStartOffset = UInt32(truncatingIfNeeded: end)
    textEndOffset = textStartOffset
    endOffset = textStartOffset
    indent = 0
  }
}
