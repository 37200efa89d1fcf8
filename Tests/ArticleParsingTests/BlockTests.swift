import Testing

@testable import ArticleParsing

@Suite struct `blocks of plain text` {
  private func blocks(_ text: String) -> [Block] {
    Document(DocumentForm(SourceText(text), media: .plainText), .builtIn).blocks
  }

  /// The blocks in short: their kind, depth and content.
  private func outline(_ text: String) -> [String] {
    blocks(text).filter { !$0.isBlank }.map { block in
      let content = SourceText(text)[block.content]
      switch block.kind {
      case .blank: return ""
      case .heading(let level): return "h\(level) \(content)"
      case .paragraph: return "p \(content)"
      case .item(let marker):
        return "i\(block.depth)\(marker.number.map { "#\($0)" } ?? "") \(content)"
      case .continuation: return "c\(block.depth) \(content)"
      case .separator: return "-"
      case .table, .code, .markup, .definition, .frontMatter: return "other"
      }
    }
  }

  static let texts = [
    "", "\n", "\r\n\r\n", "a", "a\n", "a\rb\r\r- c", "\t- a\n\t  b\n\n\t  c\n", "- a\n  - b\n- c\n",
    "Title\n=====\n\nText here.\n\nPart\n----\n\n1. a\n2. b\n", "* * *\n\n-----\n",
    "•\u{A0}a\n•\u{A0}b",
    "１．一つ\n２．二つ\n", "(1) a\n(2) b\n", "🙂\n\n- 🙂\n", "\u{FEFF}x",
  ]

  @Test(arguments: texts)
  func `cover every byte, in order`(text: String) {
    var end = 0
    for block in blocks(text) {
      #expect(block.range.lowerBound == end)
      #expect(block.range.lowerBound <= block.source.lowerBound)
      #expect(block.source.lowerBound <= block.content.lowerBound)
      #expect(block.content.upperBound <= block.source.upperBound)
      #expect(block.source.upperBound <= block.range.upperBound)
      end = block.range.upperBound
    }
    #expect(end == text.utf8.count)
  }

  @Test(arguments: texts)
  func `know the line on which they begin`(text: String) {
    let bytes = Array(text.utf8)
    for block in blocks(text) where !block.source.isEmpty {
      let before = String(decoding: bytes[..<block.source.lowerBound], as: UTF8.self)
      #expect(block.line == before.split(omittingEmptySubsequences: false) { $0.isNewline }.count)
    }
  }

  @Test(arguments: [
    ("- a\n- b", ["i1 a", "i1 b"]),
    ("* a\n+ b", ["i1 a", "i1 b"]),
    ("- a\n  - b\n    - c\n- d", ["i1 a", "i2 b", "i3 c", "i1 d"]),
    ("1. a\n- b\n- c\n2. d", ["i1#1 a", "i2 b", "i2 c", "i1#2 d"]),
    ("1. a\n\n- b", ["i1#1 a", "i1 b"]),
    ("I. a\nII. b\nIII. c", ["i1#1 a", "i1#2 b", "i1#3 c"]),
    ("a) a\nb) b", ["i1#1 a", "i1#2 b"]),
    ("1° a\n2° b", ["i1#1 a", "i1#2 b"]),
    ("①一つ\n②二つ", ["i1#1 一つ", "i1#2 二つ"]),
    ("・一つ\n・二つ", ["i1 一つ", "i1 二つ"]),
    ("- a\n  b\n- c", ["i1 a\n  b", "i1 c"]),
    ("1. A.\n\nBetween.\n\n2. B.", ["i1#1 A.", "p Between.", "i1#2 B."]),
    ("- a\n\n  b\n\n- c", ["i1 a", "c1 b", "i1 c"]),
    (
      "1. One: a.\n\nMore of it.\n\n2. Two: b.", ["i1#1 One: a.", "c1 More of it.", "i1#2 Two: b."]
    ),
  ])
  func `make lists of marked lines`(text: String, expected: [String]) {
    #expect(outline(text) == expected)
  }

  @Test(arguments: [
    "In\n2024. It was", "on\n3. May it", "It was\n– so they say – late.", "1000. Mann",
    "3.5 million",
    "-5 degrees", "1.Mai", "*emphasis* in front", "12. July came",
  ])
  func `take no item for one that is none`(text: String) {
    #expect(!blocks(text).contains { $0.depth > 0 })
  }

  @Test(arguments: [
    ("Title\n\nKey Takeaways\n\n- a", ["h1 Title", "h1 Key Takeaways", "i1 a"]),
    ("Title\n\nKey Takeaways\n- a", ["h1 Title", "h1 Key Takeaways", "i1 a"]),
    ("Part\n====\n\nPiece\n-----\n\nText.", ["h1 Part", "h2 Piece", "p Text."]),
    ("Part\n----\n\nText.", ["h1 Part", "p Text."]),
    ("BACKGROUND\n\nText it is.", ["h1 BACKGROUND", "p Text it is."]),
    ("3.1 What Speaks for It\n\nText.", ["h2 3.1 What Speaks for It", "p Text."]),
    ("2. Background\n\nSome text.", ["h1 2. Background", "p Some text."]),
    (
      "1. Cheap\n\n2. Quiet\n\n3. Small\n\nThat is all.",
      ["i1#1 Cheap", "i1#2 Quiet", "i1#3 Small", "p That is all."]
    ),
    ("A line of prose that ends.\n\nMore.", ["p A line of prose that ends.", "p More."]),
    ("Pros:\n\n- a", ["p Pros:", "i1 a"]),
    ("The board lists:\n\n- a", ["p The board lists:", "i1 a"]),
    ("What Comes Next:\n\nSome text.", ["h1 What Comes Next:", "p Some text."]),
    ("Price: 300\nWeight: 12", ["p Price: 300", "p Weight: 12"]),
    ("One.\n\n* * *\n\nTwo.", ["p One.", "-", "p Two."]),
  ])
  func `tell headings by their form`(text: String, expected: [String]) {
    #expect(outline(text) == expected)
  }

  @Test func `nesting has a bottom`() {
    let text = (0..<200).map { String(repeating: "  ", count: $0) + "- a\n" }.joined()
    #expect(blocks(text).map(\.depth).max() == Block.maximumDepth)
  }
}
