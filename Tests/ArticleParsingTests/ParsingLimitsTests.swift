import Testing

@testable import ArticleParsing

@Suite struct `of one document` {
  private func article(
    _ text: String, _ media: DocumentMedia = .markdown, pieces: Int
  ) -> Article {
    ArticleParser(limits: ParsingLimits(pieces: pieces)).parse(SourceText(text), media: media)
  }

  /// What tells of the pieces that were left out.
  private func omission(_ article: Article) -> Diagnostic? {
    let found = article.diagnostics.filter { $0.code == .tooManyPieces }
    #expect(found.count <= 1)
    return found.first
  }

  @Test(
    arguments: [
      ("Goals", PointKind.objective, "objectives"), ("Non-goals", .nonGoal, "non-goals"),
      ("Pros", .pro, "pros"), ("Cons", .con, "cons"), ("Key takeaways", .takeaway, "takeaways"),
    ], DocumentMedia.allCases)
  func `no more points of a kind are made than the limit`(
    heading: (text: String, kind: PointKind, name: String), media: DocumentMedia
  ) {
    let text = "Title\n\n\(heading.text)\n====\n\n- a\n- b\n- c\n- d\n- e\n"
    #expect(omission(article(text, media, pieces: 5)) == nil)
    let article = article(text, media, pieces: 3)
    #expect(article[heading.kind].map(\.text) == ["a", "b", "c"])
    let omission = omission(article)
    #expect(omission?.message.hasSuffix("2 more \(heading.name).") == true)
    #expect(omission.map { article.text[$0.source.bytes] } == "- d")
  }

  @Test func `neutral points are bounded, too`() {
    let article = article(
      "# Pros and Cons\n\n" + String(repeating: "- Neutral, because a\n", count: 4), pieces: 3)
    #expect(article.neutral.count == 3)
    #expect(omission(article)?.message.hasSuffix("1 more neutral points.") == true)
  }

  @Test func `each side has room of its own`() {
    let article = article("# Pros\n\n- a\n- b\n- c\n\n# Cons\n\n- d\n- e\n- f\n", pieces: 2)
    #expect(article.pros.map(\.text) == ["a", "b"])
    #expect(article.cons.map(\.text) == ["d", "e"])
    #expect(omission(article)?.message.hasSuffix("1 more pros, 1 more cons.") == true)
  }

  @Test func `no more parts of a line, cells and paragraphs are made`() {
    #expect(article("Pros: a; b; c; d\n", pieces: 3).pros.count == 3)
    #expect(
      article("| Pros | Cons |\n|--|--|\n| a | b |\n| c | d |\n", pieces: 1).cons.map(\.text) == [
        "b"
      ]
    )
    #expect(article("# Cons\n\na\n\nb\n\nc\n", pieces: 2).cons.map(\.text) == ["a", "b"])
  }

  @Test func `no more details are made, of all points together`() {
    let text = "# Pros\n\n- a\n  - x\n  - y\n- b\n  - z\n"
    let article = article(text, pieces: 2)
    #expect(article.pros.map { $0.details.map(\.text) } == [["x", "y"], []])
    #expect(omission(article)?.message.hasSuffix("left out, from here on: 1 more details.") == true)
  }

  @Test func `no more sections are made, and what stands below the others is not read`() {
    let text = "# A\n\na\n\n# Pros\n\n- b\n\n# B\n\n## Pros\n\n- c\n\n# Call to action\n\nd\n"
    let article = article("---\ntitle: T\n---\n\(text)", pieces: 2)
    #expect(article.sections.map(\.heading) == ["A", "Pros"])
    #expect(article.pros.map(\.text) == ["b"])
    #expect(article.callToAction == nil)
    #expect(
      omission(article)?.message.contains("3 more sections with all that stands in them") == true)
    `any text at all`.check(article)
  }

  @Test(arguments: ["a\n\nPros:\n- b\n", "# Pros\n\n- b\n", "# T\n\n# T\n"])
  func `nothing may be made at all`(text: String) {
    let article = article(text, pieces: 0)
    `any text at all`.check(article)
    #expect(article.sections.isEmpty && article.pros.isEmpty)
    #expect(article.diagnostics.map(\.code) == [.tooManyPieces])
  }

  @Test func `no more scenarios are made`() {
    let article = article("# Outlook\n\nIf a, b. If c, d. If e, f.\n", pieces: 2)
    #expect(article.outlook?.scenarios.map(\.condition) == ["a", "c"])
    #expect(omission(article)?.message.hasSuffix("1 more scenarios.") == true)
  }

  @Test func `diagnostics are bounded, and what tells of that has room always`() {
    let text = "# T\n\n# T\n\n# T\n\n# T\n\n# Pros\n\n- None\n- N/A\n- a\n- b\n- c\n"
    let article = article(text, pieces: 2)
    #expect(article.diagnostics.count == 3)
    #expect(omission(article)?.message.hasSuffix("1 more pros, 3 more diagnostics.") == true)
  }

  @Test func `the usual limit is ten thousand`() {
    let text = "# Pros\n\n" + String(repeating: "- a\n", count: 12_345)
    let article = ArticleParser().parse(SourceText(text), media: .markdown)
    #expect(article.pros.count == 10_000)
    #expect(omission(article)?.message.hasSuffix("2345 more pros.") == true)
  }

  @Test func `another limit is another reading`() {
    let versions = [5, 6, 10_000].map { ArticleParser(limits: ParsingLimits(pieces: $0)).version }
    #expect(Set(versions).count == 3)
    #expect(versions[2] == ArticleParser().version)
    #expect(article("a", pieces: 5).parserVersion == versions[0])
  }

  // What is said with each of many points must not be long itself.

  @Test(arguments: [
    "| a | x | LONG |\n|--|--|--|\n", "| a | LONG | x |\n|--|--|--|\n",
  ])
  func `a name that is too long names no option`(head: String) {
    let long = String(repeating: "long ", count: 4_000)
    let text =
      head.replacing("LONG", with: long) + String(repeating: "| Pros | b | c |\n", count: 2_000)
    let article = article(text, pieces: 10_000)
    #expect(article.pros.count == 4_000)
    #expect(
      article.pros.allSatisfy { $0.subject.map { $0.utf8.count <= Option.longestName } ?? true })
  }

  @Test func `a name that is too long is nobody's`() {
    let long = "M" + String(repeating: "a", count: 2_000)
    let article = article("# T\n\n\(long)’s goals are:\n\n- a\n- b\n", pieces: 10)
    #expect(article.objectives.allSatisfy { $0.actor == nil })
  }

  @Test func `a heading that leaves its lists ambiguous is told once`() {
    let text = "# Pros and Cons\n\n- a\n\nb\n\n- c\n\nd\n\n- e\n"
    #expect(article(text, pieces: 10).diagnostics.map(\.code) == [.ambiguousList])
  }
}
