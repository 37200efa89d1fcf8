import ArticleGrammar
import CMarkdown
import Testing

@testable import ArticleParsing

@Suite struct `the skeleton of a Markdown document` {
  /// A block as cmark finds it: its type, its level, and where it begins and ends in the document.
  private struct Found: Equatable {
    var type: String
    var level: Int
    var start: Int
    var end: Int
    /// Where it stands in what cmark was given.
    let lines: ClosedRange<Int>
    let column: Int

    static func == (one: Found, other: Found) -> Bool {
      one.type == other.type && one.level == other.level && one.start == other.start
        && one.end == other.end
    }
  }

  /// The blocks of a text by cmark, in order, nested ones behind those that hold them. It is told
  /// where each line of the text, counted from 1, begins in the document.
  private static func blocks(
    _ text: [UInt8], lineStart: (Int) -> Int
  ) -> [Found] {
    var blocks: [Found] = []
    // The tree and the walk are this function's own and freed at its end; strings are copied at once.
    let tree = unsafe text.withUnsafeBytes { buffer in
      unsafe cmark_parse_document(
        buffer.assumingMemoryBound(to: CChar.self).baseAddress, buffer.count, CMARK_OPT_DEFAULT)
    }
    defer { unsafe cmark_node_free(tree) }
    guard let walk = unsafe cmark_iter_new(tree) else { return [] }
    defer { unsafe cmark_iter_free(walk) }
    while true {
      let event = unsafe cmark_iter_next(walk)
      guard event != CMARK_EVENT_DONE, let node = unsafe cmark_iter_get_node(walk) else { break }
      guard event == CMARK_EVENT_ENTER,
        unsafe cmark_node_get_type(node).rawValue <= CMARK_NODE_LAST_BLOCK.rawValue,
        unsafe cmark_node_get_type(node) != CMARK_NODE_DOCUMENT
      else { continue }
      let line = Int(unsafe cmark_node_get_start_line(node))
      let lastLine = max(line, Int(unsafe cmark_node_get_end_line(node)))
      let column = Int(unsafe cmark_node_get_start_column(node))
      blocks.append(
        Found(
          type: unsafe String(cString: cmark_node_get_type_string(node)),
          level: Int(unsafe cmark_node_get_heading_level(node)),
          start: lineStart(line) + column - 1,
          end: lineStart(Int(unsafe cmark_node_get_end_line(node)) + 1), lines: line...lastLine,
          column: column))
    }
    return blocks
  }

  /// Holds cmark's tree of the skeleton against its tree of the document.
  private static func check(_ text: String) {
    let bytes = Array(text.utf8)
    let skeleton = BlockSkeleton(bytes, from: 0)
    let whole = blocks(bytes + [.lineFeed, .lineFeed]) {
      $0 <= skeleton.lineStarts.count ? skeleton.lineStarts[$0 - 1] : bytes.count
    }
    let inSkeleton = blocks(skeleton.bytes) {
      $0 <= skeleton.lines.count ? skeleton.lineStarts[skeleton.lines[$0 - 1]] : bytes.count
    }
    // One paragraph of the skeleton may stand for several.
    let found = inSkeleton.flatMap { block -> [Found] in
      guard block.type == "paragraph", block.column == 1 else { return [block] }
      var paragraphs: [Found] = []
      var next = skeleton.paragraph(in: block.lines, of: bytes, from: 0)
      while let lines = next {
        var paragraph = block
        paragraph.start = skeleton.lineStarts[lines.lowerBound]
        paragraph.end =
          lines.upperBound < skeleton.lineStarts.count
          ? skeleton.lineStarts[lines.upperBound] : bytes.count
        paragraphs.append(paragraph)
        next = skeleton.paragraph(in: block.lines, of: bytes, from: lines.upperBound)
      }
      return paragraphs
    }
    // Where the end is one line late, by cmark's mistake, it is so in both, but that line may stand
    // for several; the reader does not use it.
    let isLate = { (block: Found) in block.type == "heading" || block.type == "code_block" }
    func withoutLateEnds(_ blocks: [Found]) -> [Found] {
      blocks.map { block in
        var block = block
        if isLate(block) { block.end = 0 }
        return block
      }
    }
    #expect(withoutLateEnds(whole) == withoutLateEnds(found), "\(text.debugDescription)")
  }

  @Test(arguments: Fixtures.names(in: "articles", suffix: ".md") as [String])
  func `has the blocks of every article`(name: String) throws {
    Self.check(String(decoding: try Fixtures.bytes("articles/\(name).md"), as: UTF8.self))
  }

  @Test(arguments: [
    "", "a", "a\nb\n  c\n  d\n", "- a\n  b\n  c\nd\n", "[a]: b\nc\n=\n", "[a\n]: b\n\n[a]\nb",
    "- [a](b)\n- [c]\n", "```\na `b`\n```\nc", "``` a`b\nc", "`a`\n`b`\n", "~~~ a`b\nc\n~~~\nd",
    "<!-- a\n\nb -->\nc\nd", "<div>\na\n\nb", "<pre>\na\nb</pre>\nc", "a\n<b>\nc", "<?\na\n?>\nb",
    "> a\nb\nc\n> d", "**a** b\n- *c*\n_d\n* * e\n**", "a\n===\nb\n---\nc", "# a #\nb",
    "*a*\n* b\n***\n", "1. a\n2024 b\n3) c",
    "    a\n    b\n\n    c\nd", "a\n    b\n    c", "a\r\nb\r\n\r\nc\rd",
    "\u{C}a\nb",
    "-\n\n  a\n-\n  b", "- a\n\n\n  b\n\nc", "a\u{0}b\nc", "|a|b|\n|-|-|\n|c|d|\n", "\ta\n\tb\nc",
    "a\n\nb\n\n\nc\n===\n\nd\n\ne\n  f\n\ng\n- h", "a\n\nb", "a\n\nb\n\n\n", "- a\n\nb\n\nc\n\n  d",
    "```\na\n\nb\n\nc\n```\nd\n\ne", "> a\nb\n\nc\n\nd", "<!--\n\na\n\nb -->\n\nc\n\nd",
  ])
  func `has the blocks of every form`(text: String) { Self.check(text) }

  @Test func `has the blocks of marks in any order`() {
    let pieces = [
      "a", "b c", "é", "\n", "\n", "\n\n", "\n  ", "\n    ", "\r\n", "\t", " ", "- ", "1. ", "> ",
      "# ",
      "#", "*", "_", "`", "```", "~~~", "---", "===", "***", "[", "]", "]: ", "[a]: b", "(", ")",
      "\\",
      "<", ">", "<!--", "-->", "<div>", "<pre>", "</pre>", "<?", "?>", "<![CDATA[", "]]>", "|",
      "1986",
      "\"", "'", "\u{0}", "\u{C}", "\u{A0}", "\na\nb\nc\n", "\n  a\n  b\n  c\n",
    ]
    var generator = Xorshift(state: 88_172_645_463)
    for _ in 0..<3000 {
      let count = Int.random(in: 0...30, using: &generator)
      Self.check((0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined())
    }
  }

  /// How deep cmark nests what a skeleton says, its innermost paragraph among it.
  private static func depth(_ text: String) -> Int {
    let skeleton = BlockSkeleton(Array(text.utf8), from: 0)
    // The tree is this function's own and freed at its end.
    let tree = unsafe skeleton.bytes.withUnsafeBytes { buffer in
      unsafe cmark_parse_document(
        buffer.assumingMemoryBound(to: CChar.self).baseAddress, buffer.count, CMARK_OPT_DEFAULT)
    }
    defer { unsafe cmark_node_free(tree) }
    var depth = 0
    var node = unsafe cmark_node_last_child(tree)
    while let inner = unsafe node {
      depth += 1
      unsafe node = cmark_node_last_child(inner)
    }
    return depth
  }

  @Test(arguments: ["> ", ">", "- ", "* ", "1. ", "> - ", "+ 1) ", "-\t"])
  func `is nested no deeper than a hundred levels`(mark: String) {
    for prefix in ["", "[a]: /u\n", "<div>\n", "\u{FEFF}"] {
      // A level of items is a list and an item.
      #expect(Self.depth(prefix + String(repeating: mark, count: 500) + "a\n") <= 205)
    }
    let stairs = (0..<300).map { String(repeating: "  ", count: $0) + "- a\n" }.joined()
    #expect(Self.depth(stairs) <= 205)
    let tabs = (0..<300).map { String(repeating: "\t", count: $0) + "- a\n" }.joined()
    #expect(Self.depth(tabs) <= 205)
  }

  @Test(arguments: ["> ", "- ", "> - "])
  func `keeps what is nested less deep`(mark: String) {
    let text = String(repeating: mark, count: 90 / mark.count) + "a\n"
    #expect(Self.depth(text) > 40)
    Self.check(text)
  }

  @Test(arguments: [
    String(repeating: "- ", count: 300), String(repeating: "*  ", count: 300),
    "> " + String(repeating: "- ", count: 300), String(repeating: "-", count: 300),
    String(repeating: " ", count: 300) + "- a", "- a\n" + String(repeating: " ", count: 300) + "b",
  ])
  func `has lines across and far indentation as they are`(line: String) {
    Self.check("a\n\n\(line)\nb\n")
  }

  @Test func `leaves the words out`() {
    let skeleton = BlockSkeleton(
      Array("# A title\n\nSome words\nand *more*.\n- `one`\n".utf8), from: 0)
    #expect(String(decoding: skeleton.bytes, as: UTF8.self) == "# x\n\nx\n- x\n\n")
    #expect(skeleton.lines == [0, 1, 2, 4])
  }

  @Test func `has one paragraph for several in turn`() {
    let skeleton = BlockSkeleton(Array("a\n\nb\nc\n\n\n- d\n\ne\n\nf\n===\n".utf8), from: 0)
    #expect(String(decoding: skeleton.bytes, as: UTF8.self) == "x\n\n- x\n\nx\n\nx\n===\n\n")
    #expect(skeleton.lines == [0, 4, 6, 7, 8, 9, 10, 11])
  }
}
