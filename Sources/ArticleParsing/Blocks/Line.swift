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
      let line = Line(startingAt: start, in: bytes)
      start = line.end
      if line.isBlank, let last = lines.last, last.isBlank {
        lines[lines.count - 1] = Line(blankFrom: last.start, to: line.end)
      } else {
        lines.append(line)
      }
    }
    return lines
  }

  private init(startingAt start: Int, in bytes: [UInt8]) {
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
    var lineBreak = textStart
    while lineBreak < bytes.count, bytes[lineBreak] != .lineFeed,
      bytes[lineBreak] != .carriageReturn
    {
      lineBreak += 1
    }
    var textEnd = lineBreak
    while textEnd > textStart, bytes[textEnd - 1].isSpace { textEnd -= 1 }
    var end = lineBreak
    if end < bytes.count {
      end += bytes[end] == .carriageReturn && bytes.has("\r\n", at: end) ? 2 : 1
    }
    startOffset = UInt32(truncatingIfNeeded: start)
    textStartOffset = UInt32(truncatingIfNeeded: textStart)
    textEndOffset = UInt32(truncatingIfNeeded: textEnd)
    endOffset = UInt32(truncatingIfNeeded: end)
    self.indent = indent
  }

  private init(blankFrom start: Int, to end: Int) {
    startOffset = UInt32(truncatingIfNeeded: start)
    textStartOffset = UInt32(truncatingIfNeeded: end)
    textEndOffset = textStartOffset
    endOffset = textStartOffset
    indent = 0
  }
}
