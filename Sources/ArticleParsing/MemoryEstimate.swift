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
  /// What the mark of an item takes: the item, and a list that it may begin.
  private static let item = 384
  /// What the mark of a quotation or of a heading takes.
  private static let container = 160
  /// What a mark of emphasis takes while its paragraph is read, and what a tag does.
  private static let emphasis = 200
  private static let tag = 400
  /// How many times the bytes of the text are there at most: in points, and in what is rendered.
  private static let copies = 4
  /// The most that any text takes for each of its bytes.
  static let mostForByte = 200

  /// About the most bytes that the parser has in use at once, beside the text itself.
  private(set) var bytes: Int

  /// An estimate for a text. Linear.
  init(_ text: [UInt8], media: DocumentMedia) {
    bytes = Self.copies * text.count
    var ends = LineEnds(text)
    var start = 0
    // What inline structure takes is let go with its paragraph: the largest one counts.
    var paragraph = 0
    var largest = 0
    while start < text.count {
      let end = ends.next(from: start)
      if text[start..<end].allSatisfy({ $0 == .space || $0 == .tab }) {
        bytes += Self.blankLine
        largest = max(largest, paragraph)
        paragraph = 0
      } else if media == .markdown {
        bytes += Self.markdownLine
        paragraph += addMarkdown(text, start..<end)
      } else {
        bytes += Self.plainLine
      }
      start = end + 1
    }
    bytes += max(largest, paragraph)
  }

  /// Adds what the marks at the beginning of a line take; gives what those within it do.
  private mutating func addMarkdown(_ text: [UInt8], _ line: Range<Int>) -> Int {
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
    var inline = 0
    while let mark = text.span.first(
      in: offset..<line.upperBound, { $0.equal("*", "_") .| $0.equal(UInt8(ascii: "<")) })
    {
      inline += text[mark] == UInt8(ascii: "<") ? Self.tag : Self.emphasis
      offset = mark + 1
    }
    return inline
  }

  private static func endsMark(_ text: [UInt8], _ offset: Int, _ line: Range<Int>) -> Bool {
    offset >= line.upperBound || text[offset] == .space || text[offset] == .tab
  }
}

extension ArticleParser {
  /// About the most bytes that parsing a text takes beside the text, with what it makes. Short texts
  /// are not looked at; of others it takes a small part of what parsing them does.
  ///
  /// - Parameter looksAbove: the estimate of a text by its length alone, in bytes, up to which that is
  ///   enough.
  package static func memoryEstimate(
    of text: SourceText, media: DocumentMedia, looksAbove: Int
  ) -> Int {
    let most = text.utf8.count.multipliedReportingOverflow(by: MemoryEstimate.mostForByte)
    guard most.overflow || most.partialValue > looksAbove else { return most.partialValue }
    return MemoryEstimate(text.utf8, media: media).bytes
  }
}
