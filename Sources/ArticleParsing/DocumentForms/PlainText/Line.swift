/// One line of a text, as offsets into it.
///
/// Offsets are 32 bits wide, because a document of short lines has as many of these as it has bytes
/// to spare: 20 bytes a line.
struct Line {
  private let startOffset: UInt32
  private let textStartOffset: UInt32
  private let textEndOffset: UInt32
  private let endOffset: UInt32
  /// The indentation, and in the highest bit whether the text is rendered as it stands.
  private let indentAndForm: UInt32

  /// The width of the indentation in columns; a tab goes to the next multiple of four.
  var indent: UInt32 { indentAndForm & ~Self.verbatim }
  /// Whether the text surely is rendered as it stands: its white space is single spaces.
  var isVerbatim: Bool { indentAndForm & Self.verbatim != 0 }
  private static let verbatim: UInt32 = 1 << 31

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

  /// A line of a text; its ends are offsets into the text.
  init(start: Int, text: Range<Int>, end: Int, indent: UInt32, isVerbatim: Bool) {
    startOffset = UInt32(truncatingIfNeeded: start)
    textStartOffset = UInt32(truncatingIfNeeded: text.lowerBound)
    textEndOffset = UInt32(truncatingIfNeeded: text.upperBound)
    endOffset = UInt32(truncatingIfNeeded: end)
    indentAndForm = indent & ~Self.verbatim | (isVerbatim ? Self.verbatim : 0)
  }

  /// A run of blank lines.
  init(blankFrom start: Int, to end: Int) {
    self.init(start: start, text: end..<end, end: end, indent: 0, isVerbatim: false)
  }
}
