import ArticleGrammar
import Glibc
import Testing

@testable import ArticleParsing

@Suite struct `any text at all` {
  /// Checks what holds for every article, whatever its text.
  static func check(_ article: Article) {
    let bytes = article.text.utf8
    for kind in PointKind.allCases {
      for (index, point) in article[kind].enumerated() {
        #expect(point.id == "\(kind.rawValue)-\(index + 1)")
        #expect(!point.text.isEmpty)
        #expect(point.label?.isEmpty != true && point.subject?.isEmpty != true)
        #expect(article.sections.contains { $0.id == point.section })
        checkPlace(point.source, in: bytes)
        for detail in point.details {
          #expect(!detail.text.isEmpty)
          checkPlace(detail.source, in: bytes)
        }
      }
    }
    for scenario in article.outlook?.scenarios ?? [] {
      #expect(!scenario.condition.isEmpty && !scenario.consequence.isEmpty)
      checkPlace(scenario.source, in: bytes)
    }
    #expect(article.title?.isEmpty != true && article.callToAction?.text.isEmpty != true)
    for section in article.sections { checkPlace(section.source, in: bytes) }
    for diagnostic in article.diagnostics { checkPlace(diagnostic.source, in: bytes) }
    #expect(Set(article.sections.map(\.id)).count == article.sections.count)
  }

  private static func checkPlace(_ source: SourceRange, in bytes: [UInt8]) {
    guard bytes.indices.contains(source.bytes.lowerBound), !source.bytes.isEmpty,
      source.bytes.upperBound <= bytes.count
    else {
      Issue.record(
        "\(source.bytes) is no place in \(String(decoding: bytes, as: UTF8.self).debugDescription)")
      return
    }
    #expect(bytes[source.bytes.lowerBound].startsCharacter)
    #expect(
      source.bytes.upperBound == bytes.count || bytes[source.bytes.upperBound].startsCharacter)
    let lines = String(decoding: bytes[..<source.bytes.lowerBound], as: UTF8.self)
    #expect(source.line == lines.split(omittingEmptySubsequences: false) { $0.isNewline }.count)
  }

  @Test(arguments: `fixture articles`.names)
  func `every place is in the text, on its line, between characters`(name: String) throws {
    Self.check(try Fixtures.article(name))
  }

  @Test(arguments: `fixture articles`.names)
  func `reads the same with any line break`(name: String) throws {
    let (bytes, media) = try Fixtures.document(name)
    let text = String(decoding: bytes, as: UTF8.self).replacing("\r\n", with: "\n")
    func points(_ lineBreak: String) -> [[String]] {
      let source = SourceText(text.replacing("\n", with: lineBreak))
      let article = ArticleParser().parse(source, media: media)
      return PointKind.allCases.map { kind in
        article[kind].map { "\($0.number ?? 0) \($0.label ?? "") \($0.text) \($0.source.line)" }
      }
    }
    #expect(points("\r\n") == points("\n"))
    #expect(points("\r") == points("\n"))
  }

  @Test(arguments: `fixture articles`.names)
  func `cut anywhere, it still reads`(name: String) throws {
    let (bytes, media) = try Fixtures.document(name)
    for end in stride(from: 0, to: bytes.count, by: 13) {
      guard let text = try? SourceText(decoding: Array(bytes[..<end])) else { continue }
      Self.check(ArticleParser().parse(text, media: media))
    }
  }

  @Test(arguments: `fixture articles`.names)
  func `with any word missing, it still reads`(name: String) throws {
    let (bytes, media) = try Fixtures.document(name)
    let text = String(decoding: bytes, as: UTF8.self)
    let words = text.split(separator: " ", omittingEmptySubsequences: false)
    for index in stride(from: 0, to: words.count, by: 11) {
      var rest = words
      rest.remove(at: index)
      Self.check(
        ArticleParser().parse(SourceText(rest.joined(separator: " ")), media: media))
    }
  }

  @Test(arguments: [
    "By, 9 August 2025", "By | 2025-08-09", "By — 9 August 2025 —", "By, By, 1 May 2024",
  ])
  func `a byline without a name is none`(line: String) {
    let text = "A ferry\n\n\(line)\n\nThe body of the article, which is longer than that.\n"
    let article = ArticleParser().parse(SourceText(text), media: .plainText)
    Self.check(article)
    #expect(article.byline == nil)
  }

  @Test func `random marks in any order still read`() {
    let pieces = [
      "Pros:", "Cons", "- ", "1. ", "\n", "\n\n", "  ", "\t", "a", "Key Takeaways", ":", ";", ", ",
      ". ", "If ", "then", "=====", "---", "’s goals", "–", " — ", "None", "é", "🙂", "(", ")",
      "Good, because",
      "\r", "\u{A0}", "：", "。", "II. ", "Outlook", "Call to Action", "\u{0}", "What X wants",
    ]
    var generator = Xorshift(state: 2_463_534_242)
    for _ in 0..<4000 {
      let count = Int.random(in: 0...24, using: &generator)
      let text = (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
      Self.check(ArticleParser().parse(SourceText(text), media: .plainText))
      Self.check(ArticleParser().parse(SourceText(text), media: .markdown))
    }
  }

  /// Texts made to be slow to read, by their size.
  static let hostile: [(name: String, text: @Sendable (Int) -> String)] = [
    ("one line", { String(repeating: "word ", count: $0 / 5) }),
    ("one line without spaces", { String(repeating: "x", count: $0) }),
    ("items", { String(repeating: "- a\n", count: $0 / 4) }),
    ("items under Pros", { "Pros\n\n" + String(repeating: "- a: b\n", count: $0 / 7) }),
    ("headings", { String(repeating: "Pros\n\n", count: $0 / 6) }),
    ("labels", { "T\n\n" + String(repeating: "Pros:\n\n", count: $0 / 7) }),
    ("entries", { "T\n\n" + String(repeating: "Pros: a\nKey: b\n", count: $0 / 15) }),
    ("semicolons", { "T\n\nPros: " + String(repeating: "a;", count: $0 / 2) }),
    ("commas", { "Outlook\n\nIf " + String(repeating: "a, ", count: $0 / 3) }),
    ("scenarios", { "Outlook\n\n" + String(repeating: "If a, b. ", count: $0 / 9) }),
    ("wrapped scenarios", { "Outlook\n\n" + String(repeating: "If a,\nb. ", count: $0 / 9) }),
    ("points in a row", { "Pros\n\n- " + String(repeating: ".", count: $0) + "x" }),
    ("marks in a row", { "Outlook\n\nIf " + String(repeating: "!", count: $0) + "x" }),
    ("full stops", { "Outlook\n\n" + String(repeating: "A. ", count: $0 / 3) }),
    (
      "stairs",
      { size in
        let deep = (0..<64).map { String(repeating: " ", count: $0) + "- a\n" }.joined()
        return "Pros\n\n" + String(repeating: deep, count: size / deep.utf8.count + 1)
      }
    ),
    ("numbers", { size in (1...(size / 8)).map { "\($0 % 999 + 1). abc\n\n" }.joined() }),
    ("blank lines", { String(repeating: "\n", count: $0) }),
    ("underlines", { String(repeating: "a\n---\n", count: $0 / 6) }),
    ("separators", { String(repeating: "---\n", count: $0 / 4) }),
    ("possessives", { "T\n\n" + String(repeating: "A’s goals are\n\n- b\n\n", count: $0 / 22) }),
  ]

  /// Markdown made to be slow to read.
  static let hostileMarkdown: [(name: String, text: @Sendable (Int) -> String)] = [
    ("quotations", { String(repeating: "> ", count: min($0 / 2, 2000)) + "a\n" }),
    ("brackets", { "Pros\n----\n\n- " + String(repeating: "[", count: $0) }),
    ("links cut short", { "Pros\n----\n\n- " + String(repeating: "[a](b", count: $0 / 5) }),
    ("bracket pairs", { "Pros\n----\n\n- " + String(repeating: "[a][", count: $0 / 4) }),
    (
      "backticks",
      { size in
        "Pros\n----\n\n- "
          + (1...max(1, Int(Double(size).squareRoot()))).map {
            String(repeating: "`", count: $0) + "a"
          }
          .joined()
      }
    ),
    ("emphasis", { "Pros\n----\n\n- " + String(repeating: "*a_ ", count: $0 / 4) }),
    ("stars", { "Pros\n----\n\n- " + String(repeating: "*a **b", count: $0 / 6) }),
    ("entities", { "Pros\n----\n\n- " + String(repeating: "&amp;", count: $0 / 5) }),
    ("tags cut short", { "Pros\n----\n\n- " + String(repeating: "<a \"", count: $0 / 4) }),
    ("comments cut short", { "Pros\n----\n\n- a" + String(repeating: "<!--", count: $0 / 4) }),
    (
      "columns",
      { size in
        let row = String(repeating: "|a", count: size / 8) + "|\n"
        return row + String(repeating: "|-", count: size / 8) + "|\n" + row
      }
    ),
    ("rows", { "|Pros|Cons|\n|-|-|\n" + String(repeating: "|a|b|\n", count: $0 / 6) }),
    (
      "links and images",
      { "Pros\n----\n\n- " + String(repeating: "[*a*](b)![*c*](d)", count: $0 / 17) }
    ),
    ("open fences", { String(repeating: "> > ```\n- - ```\n", count: $0 / 16) }),
    ("definitions", { String(repeating: "[a]: b\n", count: $0 / 7) }),
    ("links without their bracket", { "# " + String(repeating: "[a](<", count: $0 / 5) }),
    ("the same in an item", { "# Pros\n\n- " + String(repeating: "[a](<", count: $0 / 5) }),
    ("the same in a scenario", { "# Outlook\n\nIf " + String(repeating: "[a](<", count: $0 / 5) }),
    ("titles without their end", { "# " + String(repeating: "[a](b \"", count: $0 / 7) }),
    ("no-break lines", { "# Pros\n\n- a\n\n" + String(repeating: "\u{A0}\n", count: $0 / 3) }),
    ("no-break lines of CRLF", { "- " + String(repeating: "\r\n\u{A0}", count: $0 / 4) }),
    ("ideographic spaces", { "[a]: /u\n\n" + String(repeating: "\u{3000}\n", count: $0 / 4) }),
    (
      "blank lines before a definition",
      {
        String(repeating: "\n", count: $0 / 2)
          + String(repeating: "[a]: /u\n\n- }\n", count: $0 / 28)
      }
    ),
    (
      "definitions in deep items",
      {
        String(repeating: "- ", count: $0 / 4)
          + String(repeating: "[a]: /u\n**:** ", count: $0 / 28)
      }
    ),
    (
      "lines below deep items",
      { size in
        let depth = Int(Double(size / 2).squareRoot())
        let stairs = (0..<depth).map { String(repeating: "  ", count: $0) + "- a\n" }.joined()
        return stairs + String(repeating: "a\n b\n", count: size / 10)
      }
    ),
    (
      "rows below a long header",
      {
        "| a | \(String(repeating: "b ", count: $0 / 4)) |\n|--|--|\n"
          + String(repeating: "| Pros | c |\n", count: $0 / 26)
      }
    ),
    (
      "ambiguous lists below a long heading",
      {
        "# Pros and Cons: \(String(repeating: "b ", count: $0 / 4))\n\n"
          + String(repeating: "- a\n\nb\n\n", count: $0 / 16)
      }
    ),
  ]

  @Test(arguments: (hostile + hostileMarkdown).map(\.name), DocumentMedia.allCases)
  func `sixteen times the text takes no more than linear time`(
    name: String, media: DocumentMedia
  ) throws {
    let text = try #require((Self.hostile + Self.hostileMarkdown).first { $0.name == name }?.text)
    func seconds(_ size: Int) -> Double {
      let source = SourceText(text(size))
      return ProcessorTime.seconds { _ = ArticleParser().parse(source, media: media) }
    }
    _ = seconds(1000)
    let small = max(seconds(20_000), 0.0005)
    // Linear growth gives 16, quadratic 256: the bound leaves room for a noisy machine.
    #expect(seconds(320_000) / small < 64)
  }
}
