import Testing

@testable import ArticleParsing

@Suite struct `Markdown` {
  private func document(_ text: String) -> Document {
    Document(DocumentForm(SourceText(text), media: .markdown), .builtIn)
  }

  private func rendered(_ text: String) -> String {
    let document = document(text)
    return document.blocks.filter(\.isText).map { document.prose($0).string }
      .joined(separator: "\n")
  }

  @Test(arguments: [
    ("plain text", "plain text"), ("*a* **b** ***c***", "a b c"), ("_a_ __b__", "a b"),
    ("snake_case_name", "snake_case_name"), ("2 * 3 * 4", "2 * 3 * 4"), ("**a", "**a"),
    ("a*b*c", "abc"), ("~~gone~~", "gone"), ("`a *b*`", "a *b*"), ("`` a`b ``", "a`b"),
    ("`open", "`open"), (##"\*a\* \# \\"##, ##"*a* # \"##), (##"\a"##, ##"\a"##), ("a\\\nb", "a b"),
    ("a  \nb", "a b"), ("[text](https://example.org)", "text"), ("[a](b \"c\") d", "a d"),
    ("[a](<b c>)", "a"), ("[a [b] c](d)", "a [b] c"), ("[a](b", "[a](b"), ("[a]", "[a]"),
    ("[*a*](b)", "a"), ("![alt](b.png) c", "c"), ("a[^1] b", "a b"), ("<b>a</b>", "a"),
    ("a<br>b", "a b"), ("<https://example.org/x>", "https://example.org/x"),
    ("<me@example.org>", "me@example.org"), ("a <!-- b --> c", "a c"), ("1 < 2 > 0", "1 < 2 > 0"),
    (
      "a &amp; b &lt; &#35; &#x41; &nope; &CounterClockwiseContourIntegral;", "a & b < # A &nope; ∳"
    ),
    ("AT&T", "AT&T"), ("[a][r]\n\n[r]: https://example.org", "a"),
    ("[r]\n\n[R]: https://example.org", "r"), ("> a\n> b", "a b"), ("a\n  b\n   c", "a b c"),
  ])
  func `renders to plain text`(markdown: String, text: String) {
    #expect(rendered(markdown) == text)
  }

  static let texts = [
    "", "\n\n", "# A\n\ntext\n", "A\n=\n\n- a\n  - b\n\n    c\n- d\n", "> a\n>\n> - b\n\nc",
    "```\n- a\n```\n", "- - a\n", "1. a\n\n   b\n2. c", "a\n\n[r]: https://example.org\n\nb",
    "|a|b|\n|-|-|\n|c|d|\n", "text\n|a|b|\n|-|-|\n|c|d|", "---\ntitle: x\n---\n# A\n",
    "- [ ] a\n- [x] b",
    "- # a\n- ```\n  b\n  ```\n", "<div>\na\n</div>\n\nb", "* * *\n", "a\r\n\r\n- b\r\n- c",
    "-\n-\n",
    "\u{A0}", "[^1]: note\n\na[^1]", "- a\n> b\n", "# \n\n##\n",
  ]

  @Test(arguments: texts)
  func `is covered by its blocks, in order`(text: String) {
    let document = document(text)
    var end = 0
    for block in document.blocks {
      #expect(block.range.lowerBound == end)
      #expect(block.range.lowerBound <= block.source.lowerBound)
      #expect(block.source.upperBound <= block.range.upperBound)
      #expect(
        block.content.isEmpty
          || block.source.lowerBound <= block.content.lowerBound
            && block.content.upperBound <= block.source.upperBound
      )
      end = block.range.upperBound
    }
    #expect(end == text.utf8.count)
  }

  @Test(arguments: [
    ("A\n=\ntext", ["A", "text"]), ("A\n=\n", ["A"]), ("A\n-\n- b", ["A", "b"]),
    ("A\nB\n---\n---\nc", ["A B", "c"]), ("- A\n  -\nb", ["", "A", "b"]), ("A\n=", ["A"]),
    ("A\n=\n\ntext", ["A", "text"]), ("> A\n> -\n> b", ["A", "b"]), ("# A\ntext", ["A", "text"]),
  ])
  func `a heading ends with its underline`(text: String, texts: [String]) {
    #expect(rendered(text) == texts.joined(separator: "\n"))
  }

  @Test(arguments: [
    ("> ```\n> a\ntext", "text"), ("- ```\n  a\ntext\n", "\ntext"), ("- ~~~\n  a\n- b", "\nb"),
    ("> ```\n> a\n```\nb\n```\ntext", "text"), ("> ```\n> a\n> ```\ntext", "text"),
    ("```\na\n```\ntext", "text"), ("```\na", ""), ("> ```\n> a\n\ntext", "text"),
    ("- ```\n  a\n  ```\n  text", "\ntext"),
  ])
  func `code ends with its fence or with what it stands in`(text: String, rest: String) {
    #expect(rendered(text) == rest)
  }

  @Test(arguments: Fixtures.names(in: "articles", suffix: ".md"))
  func `every rendered character leads back to its place`(name: String) throws {
    let text = try SourceText(decoding: Fixtures.bytes("articles/\(name).md"))
    let document = Document(DocumentForm(text, media: .markdown), .builtIn)
    for block in document.blocks where block.isText {
      let prose = document.prose(block)
      for (offset, byte) in prose.text.enumerated() where byte.isLetter {
        let place = prose.source(of: offset..<offset + 1)
        #expect(block.content.contains(place.lowerBound))
        #expect(
          text.utf8[place.lowerBound] == byte || text.utf8[place.lowerBound] == UInt8(ascii: "&"))
      }
    }
  }

  @Test(arguments: ["- ", "> ", "1. ", "> - "])
  func `what is nested too deep is text`(mark: String) {
    let text = SourceText("# Pros\n\n" + String(repeating: mark, count: 500) + "word\n\nend\n")
    let document = Document(DocumentForm(text, media: .markdown), .builtIn)
    var covered = 0
    for block in document.blocks {
      #expect(block.range.lowerBound == covered)
      covered = block.range.upperBound
    }
    #expect(covered == text.utf8.count)
    let texts = document.blocks.filter(\.isText).map { document.prose($0).string }
    #expect(texts.contains { $0.hasSuffix("word") })
    #expect(texts.last == "end")
  }

  @Test(arguments: [
    ("Pros: a; b&nGt;", ["a", "b&nGt;"]), ("Pros: a&nGt;é; b", ["a&nGt;é", "b"]),
    ("Pros: &nGt;&nLt;; b&eacute;\n", ["&nGt;&nLt;", "b&eacute;"]),
    ("Cons: a&#x1F600; c; &amp;&amp;", ["a&#x1F600; c", "&amp;&amp;"]),
  ])
  func `a reference is whole in every place`(text: String, quotes: [String]) {
    let article = ArticleParser().parse(SourceText(text), media: .markdown)
    #expect((article.pros + article.cons).map { article.text[$0.source.bytes] } == quotes)
  }

  @Test(arguments: [
    ("[a](<b>)", "a"), ("[a](<b c>)", "a"), ("[a](<b\\>c>)", "a"), ("[a](<b", "[a](<b"),
    ("[a](<b<c>)", "[a](<b"), ("[a](<b\nc>)", "[a]()"), ("[a](<b\rc>)", "[a]()"),
  ])
  func `a destination in angle brackets ends on its line`(text: String, rendered: String) {
    #expect(self.rendered(text).hasPrefix(rendered))
  }

  @Test func `front matter is metadata and no text`() {
    let article = ArticleParser().parse(
      SourceText(
        "---\ntitle: \"A Weir\"\ndate: 2025-08-09T10:00:00Z\ntags: [river, \"stone\"]\nlang: en-GB\nauthor: Piet\n---\n\nIt leaks.\n"
      ),
      media: .markdown)
    #expect(article.title == "A Weir")
    #expect(article.publishedAt == "2025-08-09")
    #expect(article.tags == ["river", "stone"])
    #expect(article.language == "en")
    #expect(article.byline == "Piet")
    #expect(article.sections.map(\.kind) == [.introduction])
  }

  @Test(arguments: ["---\ntitle: a\n", "--- \n\n# A", "---", "----\na: b\n----\n"])
  func `an opening line alone is no front matter`(text: String) {
    #expect(document(text).form.metadata == nil)
  }
}

@Suite struct `a line in bold` {
  private func article(_ text: String) -> Article {
    ArticleParser().parse(SourceText(text), media: .markdown)
  }

  @Test func `over its paragraphs is their label`() {
    let pros = article(
      "# Pros\n\n**Speed**\n\nIt is fast.\n\nVery fast.\n\n**Cost**\n\nIt is cheap.\n"
    ).pros
    #expect(pros.map(\.label) == ["Speed", "Cost"])
    #expect(pros.map(\.text) == ["It is fast. Very fast.", "It is cheap."])
    #expect(pros.map(\.rule) == [.subHeading, .subHeading])
  }

  @Test func `with nothing below it is a point itself`() {
    #expect(
      article("# Pros\n\n**It is fast.**\n\n**It is cheap.**\n").pros.map(\.text) == [
        "It is fast.", "It is cheap.",
      ])
  }

  @Test func `over labels is the option that they are about`() {
    let article = article(
      "# Tools\n\n**Larch**\n\nPros:\n\n- quick\n\n**Hemlock**\n\nPros:\n\n- cheap\n")
    #expect(article.pros.map(\.subject) == ["Larch", "Hemlock"])
  }
}
