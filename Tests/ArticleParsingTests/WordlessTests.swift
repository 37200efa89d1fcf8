import Testing

@testable import ArticleParsing

/// What is rendered to nothing, or to marks alone, names nothing and says nothing.
@Suite struct `what has no words` {
  private func article(_ text: String) -> Article {
    let article = ArticleParser().parse(SourceText(text), media: .markdown)
    `any text at all`.check(article)
    return article
  }

  static let headings = [
    "![a chart](/a)", "<!-- a -->", "[^1]", "[](/a)", "🚀", "…", "***", "&nbsp;", "![a](/a) 🚀",
    "<br>",
    "– –",
  ]

  @Test(arguments: headings, [("Pros", PointKind.pro), ("Cons", .con)])
  func `is no label as a heading`(heading: String, side: (name: String, kind: PointKind)) {
    let article = article(
      "# T\n\n## \(side.name)\n\n### \(heading)\n\nIt is so.\n\n### Dust\n\nAll is.\n")
    #expect(article[side.kind].map(\.label) == [nil, "Dust"])
    #expect(article[side.kind].map(\.text) == ["It is so.", "All is."])
  }

  @Test(arguments: headings)
  func `is no option`(heading: String) {
    let options = [heading, "Larch", "Fir"].map { "## \($0)\n\nPros:\n\n- a\n\n" }
    let article = article("# Options\n\n" + options.joined())
    #expect(article.pros.map(\.subject) == [nil, "Larch", "Fir"])
  }

  @Test(arguments: headings)
  func `is no option as an item or a cell`(name: String) {
    let items = article(
      "# Options\n\n- \(name)\n  - Cons:\n    - a\n- Larch\n  - Cons:\n    - b\n- Fir\n  - Cons:\n    - c\n"
    )
    #expect(items.cons.allSatisfy { $0.subject?.saysSomething ?? true })
    let cells = article("| Tree | Cons |\n|--|--|\n| \(name) | a |\n| Larch | b |\n| Fir | c |\n")
    #expect(cells.cons.map(\.subject) == [nil, "Larch", "Fir"])
  }

  @Test(arguments: ["![a](/a)", "<!-- a -->", "[^1]", "[](/a)"])
  func `is no point, no detail and no title`(text: String) {
    #expect(
      article("# T\n\n## Pros\n\n- \(text)\n- a\n  - \(text)\n  - b\n").pros.map(\.text) == ["a"])
    #expect(
      article("# T\n\n## Pros\n\n- a\n  - \(text)\n  - b\n").pros[0].details.map(\.text) == ["b"])
    #expect(article("# T\n\n## Cons\n\n### Dust\n\n\(text)\n").cons.isEmpty)
    #expect(article("# \(text)\n\n## Pros\n\n- a\n").title == nil)
    #expect(article("# \(text)\n\n# Trams\n\n## Pros\n\n- a\n").title == "Trams")
    #expect(article("# T\n\n## Call to action\n\n\(text)\n").callToAction == nil)
  }

  @Test func `is no condition`() {
    #expect(article("# Outlook\n\nIf , b c, d is.\n").outlook?.scenarios.isEmpty == true)
  }
}
