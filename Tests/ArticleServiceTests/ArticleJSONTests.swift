@testable import ArticleParsing
@testable import ArticleService
import ArticleStore
import JSON
import Testing
@testable import Formats

struct `An article as JSON` {
  private func encoded(_ article: Article, _ metadata: Metadata = Metadata()) -> String {
    String(
      decoding: JSONEncoding().encode(Analysis(article, metadata, RepresentationForm())),
      as: UTF8.self)
  }

  @Test func `has its members in the documented order`() {
    #expect(
      encoded(SampleArticle.article)
        == #"{"title":"Summit \"2025\"","standfirst":"A short one.","byline":"A. Writer","#
        + #""publishedAt":"2025-08-09","language":"en","media":"text/plain","offsets":"utf8","#
        + #""statistics":{"words":20,"characters":150,"readingMinutes":1},"#
        + #""sections":[{"id":"objectives","kind":"objectives","heading":"Objectives","level":1,"#
        + #""source":{"start":14,"end":24,"line":2,"quote":"Objectives"}},"#
        + #"{"id":"pros","kind":"pros","heading":"Pros","level":2,"parent":"objectives","#
        + #""source":{"start":64,"end":68,"line":4,"quote":"Pros"}}],"#
        + #""objectives":[{"id":"objective-1","number":1,"label":"Recognition","#
        + #""text":"A seat at the table…","actor":"Someone","section":"objectives","#
        + #""rule":"labelled-list-item","source":{"start":25,"end":63,"line":3,"#
        + #""quote":"1. Recognition: A seat at the table…"}}],"nonGoals":[],"#
        + #""pros":[{"id":"pro-1","label":"Peace","text":"Talks reduce risk.","#
        + #""qualifier":"potential","subject":"Talks","#
        + #""details":[{"text":"Fewer shells","#
        + #""source":{"start":99,"end":113,"line":6,"quote":"- Fewer shells"}}],"#
        + #""section":"pros","rule":"labelled-list-item","#
        + #""source":{"start":69,"end":96,"line":5,"quote":"- Peace: Talks reduce risk."}},"#
        + #"{"id":"pro-2","text":"Talks reduce risk.","section":"pros","rule":"paragraph","#
        + #""source":{"start":78,"end":96,"line":5,"quote":"Talks reduce risk."}}],"#
        + #""cons":[],"neutral":[],"takeaways":[],"#
        + #""outlook":{"section":"outlook","scenarios":[{"condition":"talks fail","#
        + #""consequence":"war goes on.","source":{"start":114,"end":141,"line":7,"#
        + #""quote":"If talks fail, war goes on."}}]},"#
        + #""callToAction":{"section":"call","text":"Write to us.","#
        + #""source":{"start":142,"end":154,"line":8,"quote":"Write to us."}},"#
        + #""diagnostics":[{"code":"duplicate-title","severity":"info","message":"Twice.","#
        + #""source":{"start":0,"end":6,"line":1,"quote":"Summit"}}]}"#)
  }

  @Test func `leaves out what is absent and keeps the six lists`() {
    let article = Article(
      text: SourceText("x"), media: .plainText, statistics: Statistics())
    #expect(
      encoded(article)
        == #"{"media":"text/plain","offsets":"utf8","#
        + #""statistics":{"words":0,"characters":0,"readingMinutes":0},"sections":[],"#
        + #""objectives":[],"nonGoals":[],"pros":[],"cons":[],"neutral":[],"takeaways":[],"#
        + #""diagnostics":[]}"#)
  }

  @Test func `shows submitted metadata, before what was found`() {
    var metadata = Metadata()
    metadata.title = "Mine"
    metadata.url = "https://example.org/a"
    metadata.publishedAt = "2024-01-02"
    metadata.tags = ["x", "y"]
    #expect(
      encoded(SampleArticle.article, metadata).hasPrefix(
        #"{"title":"Mine","standfirst":"A short one.","byline":"A. Writer","#
          + #""publishedAt":"2024-01-02","url":"https://example.org/a","tags":["x","y"],"#
          + #""language":"en","#))
  }

  @Test(arguments: [false, true])
  func `stored, it has the store's members in front`(isPretty: Bool) throws {
    let harness = Harness()
    try harness.store("mine", SampleArticle.submission())
    let stored = try harness.get(isPretty ? "/v1/articles/mine?pretty" : "/v1/articles/mine")
    let space = isPretty ? " " : ""
    let line = isPretty ? "\n  " : ""
    let head =
      #"{\#(line)"id":\#(space)"mine",\#(line)"revision":\#(space)1,\#(line)"#
      + #""createdAt":\#(space)"2025-08-09T17:03:00.000Z",\#(line)"#
      + #""updatedAt":\#(space)"2025-08-09T17:03:00.000Z",\#(line)"#
    #expect(stored.text.hasPrefix(head))
    let plain = JSONEncoding().encode(
      Analysis(SampleArticle.article, Metadata(), RepresentationForm(isPretty: isPretty)))
    #expect(
      "{" + line + stored.text.dropFirst(head.count) == String(decoding: plain, as: UTF8.self))
  }

  @Test func `a range beyond the text gives a short quote, not a trap`() {
    var article = SampleArticle.article
    article.pros[1].source = SourceRange(bytes: 150..<1_000, line: 9)
    article.cons = [article.pros[1]]
    article.cons[0].source = SourceRange(bytes: 900..<1_000, line: 9)
    #expect(encoded(article).contains(#""end":1000,"line":9,"quote":"""#))
  }
}
