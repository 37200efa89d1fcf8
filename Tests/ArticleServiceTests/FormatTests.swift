@testable import ArticleParsing
@testable import ArticleService
import ArticleStore
import ContentCoding
import HTTPCore
import Operations
import Testing
@testable import Formats

struct `The formats of an article` {
  let harness = Harness()

  init() throws { try harness.store("x", SampleArticle.submission()) }

  private static let json = "application/json"
  private static let markdown = "text/markdown; charset=utf-8"
  private static let csv = "text/csv; charset=utf-8; header=present"

  @Test(arguments: [
    ("*/*", json), ("text/markdown", markdown), ("text/csv", csv), ("text/*", markdown),
    ("text/csv;header=present", csv), ("text/csv; charset=UTF-8", csv),
    ("text/markdown;q=0.5, text/csv;q=0.6", csv), ("text/csv;q=0.5, */*;q=0.1", csv),
    ("text/*;q=0.3, application/json;q=0.2", markdown), ("text/html, */*;q=0.8", json),
    ("application/json;q=0, */*", markdown), ("text/csv, application/json", json),
  ])
  func `are negotiated, of an article and of an analysis`(accept: String, type: String) throws {
    for response in [
      try harness.get("/v1/articles/x", ["Accept": accept]),
      try harness.post("/v1/analyze", SampleArticle.text, ["Accept": accept]),
    ] {
      #expect(response.status == 200)
      #expect(response["Content-Type"] == type)
      #expect(response["Vary"] == "Accept, Accept-Encoding")
    }
  }

  @Test(arguments: [("json", json), ("markdown", markdown), ("csv", csv)])
  func `are chosen by name, whatever is accepted`(name: String, type: String) throws {
    for response in [
      try harness.get("/v1/articles/x?format=\(name)", ["Accept": "text/html"]),
      try harness.post("/v1/analyze?format=\(name)", "Text", ["Accept": "text/html"]),
    ] {
      #expect(response.status == 200)
      #expect(response["Content-Type"] == type)
    }
  }

  @Test(arguments: ["text/html", "text/markdown;q=0", "text/csv;header=absent"])
  func `are told to who takes none of them`(accept: String) throws {
    let response = try harness.get("/v1/articles/x", ["Accept": accept])
    expectProblem(response, 406, "not-acceptable")
    #expect(
      response.json.detail.string == "What there is: application/json, text/markdown, text/csv.")
  }

  @Test(arguments: [
    "/v1/articles/x/pros", "/v1/articles/x/sections", "/v1/pros", "/v1/articles",
  ])
  func `are not those of parts and lists, which are JSON`(path: String) throws {
    expectProblem(try harness.get("\(path)?format=csv"), 406, "not-acceptable")
    expectProblem(try harness.get(path, ["Accept": "text/csv"]), 406, "not-acceptable")
  }

  @Test func `have entity tags of their own, which spare a client what it has`() throws {
    var tags: Set<String> = []
    for query in [
      "", "?pretty", "?format=markdown", "?format=csv", "?format=csv&offsets=utf16",
      "?offsets=utf16", "?offsets=codepoint", "?include=text", "?include=paragraphs",
      "?include=text,paragraphs&offsets=utf16",
    ] {
      for coding in ["identity", "gzip"] {
        let fields = ["Accept-Encoding": coding]
        let response = try harness.get("/v1/articles/x\(query)", fields)
        let tag = try #require(response["ETag"])
        let isCompressed = response["Content-Encoding"] == "gzip"
        #expect(tag.hasSuffix(".gzip\"") == isCompressed)
        if coding == "identity" || isCompressed {
          #expect(tags.insert(tag).inserted, "\(query) \(coding)")
        }
        let again = try harness.get(
          "/v1/articles/x\(query)", fields.merging(["If-None-Match": tag]) { $1 })
        #expect(again.status == 304)
      }
    }
  }

  @Test func `share one tag where a parameter makes no difference`() throws {
    let tag = try harness.get("/v1/articles/x?format=markdown")["ETag"]
    let same = try harness.get(
      "/v1/articles/x?format=markdown&pretty&offsets=utf16&include=text")
    #expect(same["ETag"] == tag)
    #expect(tag?.hasSuffix("-markdown\"") == true)
  }

  @Test(arguments: ["markdown", "csv"])
  func `are made once and compressed once`(format: String) throws {
    let long = SampleArticle.submission(String(repeating: "long ", count: 300), pros: 5)
    try harness.store("y", long)
    let path = "/v1/articles/y?format=\(format)"
    let gzip = ["Accept-Encoding": "gzip"]
    let plain = try harness.get(path)
    let first = try harness.get(path, gzip)
    #expect(first["Content-Encoding"] == "gzip")
    #expect(try Inflater.inflate(first.content, limit: 1 << 20) == plain.content)
    #expect(try harness.get(path, gzip).storage == first.storage)
    #expect(try harness.get(path).storage == plain.storage)
  }

  @Test(arguments: ["markdown", "csv"])
  func `are the same from the command line`(name: String) throws {
    let format = try #require(Format.named(name))
    let bytes = AnalysisSeries(format: format, isPretty: true).analysis(
      of: try Document(bytes: Array(SampleArticle.text.utf8), media: .plainText))
    #expect(try harness.post("/v1/analyze?format=\(name)", SampleArticle.text).content == bytes)
  }

  @Test func `HEAD has the fields of the format`() throws {
    let head = try harness.send(.head, "/v1/articles/x", ["Accept": "text/csv"])
    #expect(head["Content-Type"] == Self.csv)
  }

  @Test(arguments: ["text/csv", "text/markdown"])
  func `are not those of a write, which is not made`(accept: String) throws {
    expectProblem(
      try harness.put("/v1/articles/new", "Text", ["Accept": accept]), 406, "not-acceptable")
    expectProblem(try harness.get("/v1/articles/new"), 404, "no-such-article")
  }
}

struct `A brief in Markdown` {
  private func brief(_ article: Article, _ metadata: Metadata = Metadata()) -> String {
    String(
      decoding: MarkdownBrief(Analysis(article, metadata, RepresentationForm())).encode(),
      as: UTF8.self)
  }

  private static func point(
    _ text: String, label: String? = nil, subject: String? = nil, actor: String? = nil
  ) -> Point {
    Point(
      id: "p", label: label, text: text, subject: subject, actor: actor, section: "s",
      rule: .listItem, source: SourceRange(bytes: 0..<1, line: 1))
  }

  @Test func `says what the article argues, in a fixed order`() {
    var article = SampleArticle.article
    article.objectives.append(Self.point("Nobody's."))
    article.nonGoals = [Self.point("Not this.")]
    article.pros[0].subject = nil
    article.cons = [Self.point("Dear.", subject: "Kafka"), Self.point("Slow.")]
    article.pros.append(Self.point("Quick.", label: "Speed", subject: "Kafka"))
    article.neutral = [Self.point("Blue.", subject: "NATS")]
    article.takeaways = [Self.point("Talk.")]
    #expect(
      brief(article) == """
        # Summit "2025"

        A short one.

        A. Writer · 2025-08-09

        ## Objectives

        - Nobody's.

        ## Objectives: Someone

        - **Recognition:** A seat at the table…

        ## Non-goals

        - Not this.

        ## Pros

        - **Peace:** Talks reduce risk. (potential)
          - Fewer shells
        - Talks reduce risk.

        ## Cons

        - Slow.

        ## Pros and cons: Kafka

        ### Pros

        - **Speed:** Quick.

        ### Cons

        - Dear.

        ## Pros and cons: NATS

        ### Neutral

        - Blue.

        ## Takeaways

        - Talk.

        ## Scenarios

        - **talks fail:** war goes on.

        ## Call to action

        Write to us.

        """)
  }

  @Test func `leaves out what is not there`() {
    let text = SourceText("x")
    var article = Article(text: text, media: .plainText, statistics: Statistics())
    #expect(brief(article) == "")
    article.title = "Only a title"
    #expect(brief(article) == "# Only a title\n")
    article.outlook = Outlook(section: "o", scenarios: [])
    #expect(brief(article) == "# Only a title\n")
  }

  @Test func `has the submitted title and date`() {
    var metadata = Metadata()
    metadata.title = "Mine"
    metadata.publishedAt = "2024-01-02"
    #expect(
      brief(SampleArticle.article, metadata).hasPrefix(
        "# Mine\n\nA short one.\n\nA. Writer · 2024-01-02\n\n## "))
  }

  @Test(arguments: [
    ("| a |", "\\| a \\|"), ("~~struck~~", "\\~\\~struck\\~\\~"),
    ("see https://example.org", "see https\\://example.org"),
    ("WWW.example.org", "WWW\\.example.org"), ("Slow. C# at 3:1, 2025.", "Slow. C# at 3:1, 2025."),
  ])
  func `gives a backslash to what GitHub gives a meaning, and to nothing harmless`(
    text: String, escaped: String
  ) {
    var article = Article(text: SourceText("x"), media: .plainText, statistics: Statistics())
    article.takeaways = [Self.point(text)]
    #expect(brief(article) == "## Takeaways\n\n- \(escaped)\n")
  }

  static let hostile = [
    "# heading", "## #", "a heading #", "- item", "+ item", "* item", "1. item", "12) item", "---",
    "- - -", "***", "===", "> quote", "    code", "\tcode", "```", "~~~ x", "`code`", "**strong**",
    "*a* _b_ __c__", "~~struck~~", "[link](javascript:alert(1))", "![](x)", "[a]: b", "<script>",
    "<https://example.org>", "https://example.org", "www.example.org", "&amp; &#35; &lt;", "\\*",
    "back\\", "a\nb", "a\r\n\r\n# b", "a  \nb", "a\\\nb", "| a | b |", "|--|--|", "[ ] task",
    "<!-- -->", "\u{A0}space", "a\u{0}b", "\u{1}", "1986. A great year.", "*", "_", ":", "-", "1.",
    "\u{2028}a", "] [", "<b>&copy;", "!", "a*b*c", "<?php ?>", "C#", "x = 1", "- [x] a", "é*é*é",
  ]

  /// The text that is to come out: white space and controls are one space, and none at the ends.
  private static func plain(_ text: String) -> String {
    text.unicodeScalars.split { $0.value <= 0x20 || $0.value == 0x7F }.map(String.init)
      .joined(separator: " ")
  }

  @Test(arguments: hostile)
  func `keeps text text, wherever it stands`(text: String) {
    var article = Article(text: SourceText("x"), media: .plainText, statistics: Statistics())
    article.title = text
    article.standfirst = text
    article.objectives = [Self.point(text, label: "L", actor: text)]
    article.nonGoals = [Self.point(text)]
    article.pros = [Self.point("T", label: text, subject: text), Self.point(text)]
    article.pros[1].details = [
      Point.Detail(text: text, source: SourceRange(bytes: 0..<1, line: 1))
    ]
    article.callToAction = CallToAction(
      section: "s", text: text, source: SourceRange(bytes: 0..<1, line: 1))
    let (blocks, types) = CommonMark.read(
      MarkdownBrief(Analysis(article, Metadata(), RepresentationForm())).encode())
    let plain = Self.plain(text)
    // White space that is no ASCII does not begin what is emphasised.
    let label = String(plain.unicodeScalars.drop { $0.properties.isWhitespace })
    let expected: [(String, String)] = [
      ("heading 1", plain), ("paragraph", plain), ("heading 2", "Objectives: \(plain)"),
      ("item 1", "L: \(plain)"), ("heading 2", "Non-goals"), ("item 1", plain),
      ("heading 2", "Pros"), ("item 1", plain), ("item 2", plain),
      ("heading 2", "Pros and cons: \(plain)"), ("heading 3", "Pros"),
      ("item 1", label.isEmpty ? "T" : "\(label): T"), ("heading 2", "Call to action"),
      ("paragraph", plain),
    ]
    func trimmed(_ text: String) -> String {
      text.last == " " ? String(text.dropLast()) : text
    }
    // A paragraph without text is none.
    let wanted = expected.filter { !$0.1.isEmpty || $0.0.hasPrefix("heading") }
    #expect(blocks.map(\.kind) == wanted.map(\.0))
    #expect(blocks.map { trimmed($0.text) } == wanted.map { trimmed($0.1) })
    #expect(
      types.isSubset(of: ["document", "heading", "paragraph", "list", "item", "strong", "text"]))
  }
}

struct `A table in CSV` {
  private static func point(_ text: String, label: String? = nil) -> Point {
    Point(
      id: "pro-1", label: label, text: text, section: "s", rule: .listItem,
      source: SourceRange(bytes: 0..<1, line: 7))
  }

  private func lines(_ article: Article, _ unit: OffsetUnit = .utf8) -> [String] {
    let bytes = Format.csv.encode(
      Analysis(article, Metadata(), RepresentationForm(format: .csv, offsets: unit)))
    return String(decoding: bytes, as: UTF8.self).split(
      separator: "\r\n", omittingEmptySubsequences: false
    ).map(String.init)
  }

  @Test func `has a line for each point below the names of the columns`() {
    #expect(
      lines(SampleArticle.article) == [
        "kind,id,number,label,text,qualifier,subject,actor,section,rule,start,end,line",
        "objective,objective-1,1,Recognition,A seat at the table…,,,Someone,objectives,"
          + "labelled-list-item,25,63,3",
        "pro,pro-1,,Peace,Talks reduce risk.,potential,Talks,,pros,labelled-list-item,69,96,5",
        "pro,pro-2,,,Talks reduce risk.,,,,pros,paragraph,78,96,5", "",
      ])
  }

  @Test func `has its places in the unit that was asked for`() {
    let line = lines(SampleArticle.article, .utf16)[2]
    #expect(line.hasSuffix(",67,94,5"))
  }

  @Test func `of no points is the names alone`() {
    let article = Article(text: SourceText("x"), media: .plainText, statistics: Statistics())
    #expect(lines(article).count == 2)
  }

  @Test(arguments: [
    ("a,b", "\"a,b\""), ("say \"no\"", "\"say \"\"no\"\"\""), ("a\r\nb", "\"a\r\nb\""),
    ("a\nb", "\"a\nb\""), (" a ", " a "), ("é", "é"), ("", ""),
    ("=1+1", "'=1+1"), ("+49 30", "'+49 30"), ("-5 %", "'-5 %"), ("@SUM(A1)", "'@SUM(A1)"),
    ("\tx", "'\tx"), ("\rx", "\"'\rx\""), ("\nx", "\"'\nx\""), ("=a,\"b\"", "\"'=a,\"\"b\"\"\""),
    ("＝1", "'＝1"), ("a=b", "a=b"), ("'x", "'x"),
  ])
  func `quotes what needs it and lets no cell be a formula`(text: String, cell: String) {
    var article = Article(text: SourceText("x"), media: .plainText, statistics: Statistics())
    article.pros = [Self.point(text)]
    let bytes = Format.csv.encode(Analysis(article, Metadata(), RepresentationForm(format: .csv)))
    #expect(
      String(decoding: bytes, as: UTF8.self).hasSuffix(
        "\r\npro,pro-1,,,\(cell),,,,s,list-item,0,1,7\r\n"))
  }
}
