/// How much memory parsing a text takes, known before it is parsed: by what its blocks and its inline
/// structure may be at most, counted in one pass of some gigabytes a second.
///
/// The weights are what was measured for texts of nothing but one kind of line, rounded up: a node of
/// cmark's takes 160 bytes, an item three of them, a block of ours 56 and what is kept beside it.
struct MemoryEstimate {
  /// What a line that is not blank may begin: a block, and the paragraph in it.
  private static let plainLine = 240
  private static let markdownLine = 300
  /// What a blank line takes, which may be a block of its own.
  private static let blankLine = 64
  /// What a point, a section or a diagnostic takes, of which a line may make one, as many as
  /// ``ParsingLimits/pieces`` of each.
  private static let piece = 320
  /// What the mark of an item takes: the item, and a list that it may begin.
  private static let item = 384
  /// What the mark of a quotation or of a heading takes.
  private static let container = 160
  /// What a mark of emphasis takes while its paragraph is read, and what a tag does.
  private static let emphasis = 200
  private static let tag = 400
  /// What any other mark of inline structure takes: a piece, a bracket or a stretch of what is rendered.
  private static let mark = 100
  /// What is kept of a mark for the whole document once its block is rendered.
  private static let stretch = 24
  /// How many times the bytes of the text are there at most: in points, and in what is rendered.
  private static let copies = 4
  /// The most that any text takes for each of its bytes.
  static func mostForByte(_ media: DocumentMedia) -> Int { media == .markdown ? 510 : 290 }

  /// About the most bytes that the parser has in use at once, beside the text itself.
  private(set) var bytes: Int
  /// What the inline structure of the paragraph under way takes, and that of the largest one: it is let
  /// go with its paragraph.
  private var paragraph = 0
  private var largest = 0

  /// An estimate for a text. Linear.
  init(_ text: [UInt8], media: DocumentMedia, _ limits: ParsingLimits) {
    bytes = Self.copies * text.count
    var ends = LineEnds(text)
    var pieces = 0
    var start = 0
    while start < text.count {
      let end = ends.next(from: start)
      if text[start..<end].allSatisfy({ $0 == .space || $0 == .tab }) {
        bytes += Self.blankLine
        endParagraph()
      } else {
        pieces += 1
        bytes += media == .markdown ? Self.markdownLine : Self.plainLine
        if media == .markdown { addMarkdown(text, start..<end) }
      }
      start = end + 1
    }
    bytes += Self.piece * min(pieces, 2 * limits.pieces)
    endParagraph()
    bytes += largest
  }

  private mutating func endParagraph() {
    largest = max(largest, paragraph)
    paragraph = 0
  }

  /// Adds what a line takes: the marks at its beginning, and those within it.
  private mutating func addMarkdown(_ text: [UInt8], _ line: Range<Int>) {
    if Self.beginsItem(text, line) { endParagraph() }
    var offset = line.lowerBound
    marks: while offset < line.upperBound {
      switch text[offset] {
      case UInt8(ascii: ">"): bytes += Self.container
      case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"), UInt8(ascii: "."),
        UInt8(ascii: ")"):
        if Self.endsMark(text, offset + 1, line) { bytes += Self.item }
      case UInt8(ascii: "#"):
        if Self.endsMark(text, offset + 1, line) { bytes += Self.container }
      case .space, .tab, UInt8(ascii: "0")...UInt8(ascii: "9"): break
      default: break marks
      }
      offset += 1
    }
    while offset < line.upperBound {
      let mark = text.inlineMark(from: offset, to: line.upperBound)
      guard mark < line.upperBound else { break }
      switch text[mark] {
      case UInt8(ascii: "<"): paragraph += Self.tag
      case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"): paragraph += Self.emphasis
      default: paragraph += Self.mark
      }
      // Where the text goes on behind a mark is kept with what is rendered.
      bytes += Self.stretch
      offset = mark + 1
    }
  }

  /// Whether a line surely ends the paragraph before it: it begins an item with a bullet, on which
  /// something stands (CommonMark section 5.2).
  private static func beginsItem(_ text: [UInt8], _ line: Range<Int>) -> Bool {
    var offset = line.lowerBound
    while offset < line.upperBound, text[offset] == .space { offset += 1 }
    guard offset - line.lowerBound < 4, offset < line.upperBound,
      [UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*")].contains(text[offset]),
      endsMark(text, offset + 1, line)
    else { return false }
    return text[(offset + 1)..<line.upperBound].contains { $0 > .space }
  }

  private static func endsMark(_ text: [UInt8], _ offset: Int, _ line: Range<Int>) -> Bool {
    offset >= line.upperBound || text[offset] == .space || text[offset] == .tab
  }
}

extension ArticleParser {
  /// About the most bytes that parsing a text takes beside the text, with what it makes. Short texts
  /// are not looked at; of others it takes a small part of what parsing them does.
  ///
  /// - Parameters:
  ///   - text: the text.
  ///   - media: what it would be read as.
  ///   - looksAbove: the estimate of a text by its length alone, in bytes, up to which that is enough.
  /// - Returns: bytes, not negative.
  package func memoryEstimate(
    of text: SourceText, media: DocumentMedia, looksAbove: Int
  ) -> Int {
    let most = text.utf8.count.multipliedReportingOverflow(
      by: MemoryEstimate.mostForByte(media))
    guard most.overflow || most.partialValue > looksAbove else { return most.partialValue }
    return MemoryEstimate(text.utf8, media: media, limits).bytes
  }
}
