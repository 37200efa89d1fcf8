import Testing

@testable import ArticleParsing

@Suite struct `the memory of Markdown trees` {
  /// Documents that make cmark move, free and keep much: long definitions, deep nesting, markup.
  private static let texts: [String] = [
    String(repeating: "- a\n", count: 4000),
    String(repeating: "> ", count: 900) + "a",
    (0..<3000).map { "[name \($0)]: <https://example.org/\($0)> \"title \($0)\"\n" }.joined(),
    "[a\n" + String(repeating: "*b* `c` [d](e) ![f](g) &amp; <h> \\i\n", count: 2000),
    "<div>\n" + String(repeating: "<a b='c'> text\n", count: 4000),
    "",
  ]

  private static func blocks(_ text: String) -> [Block] { MarkdownReader(SourceText(text)).blocks }

  @Test func `is each thread's own`() async {
    let expected = Self.texts.map(Self.blocks)
    await withTaskGroup(of: Bool.self) { group in
      for turn in 0..<24 {
        group.addTask {
          let index = turn % Self.texts.count
          return Self.blocks(Self.texts[index]) == expected[index]
        }
      }
      for await isSame in group { #expect(isSame) }
    }
  }

  @Test(arguments: texts)
  func `holds every block up to the end`(text: String) {
    let blocks = Self.blocks(text)
    #expect((blocks.last?.range.upperBound ?? 0) == text.utf8.count)
    for (block, next) in zip(blocks, blocks.dropFirst()) {
      #expect(block.range.upperBound == next.range.lowerBound)
    }
  }
}
