@testable import ArticleParsing
@testable import ArticleStore
import Testing

struct `A query` {
  @Test(arguments: [
    ("tram", #""tram""#),
    ("Tram HARBOUR tram", #""tram" AND "harbour""#),
    (#""tram line" quay"#, #""tram line" AND "quay""#),
    ("“tram line”", #""tram line""#),
    ("sanction*", #""sanction" *"#), ("s* ф* st*", #""s" AND "ф" AND "st" *"#),
    (#""foreign p*""#, #""foreign p""#),
    (#""foreign pol*" "foreign pol"*"#, #""foreign pol" *"#),
    ("tram -bus -\"night line\"", #"("tram") NOT ("bus" OR "night line")"#),
    ("tram --bus*", #"("tram") NOT ("bus" *)"#),
    ("Putin’s night-time", #""putin s" AND "night time""#),
    ("日", #""日" *"#), ("日本", #""日本""#), ("日本人", #""日本 本人""#), ("日本*", #""日本""#),
    ("日本 人", #""日本" AND "人" *"#), (#""日本 人""#, #""日本 本 人" *"#), ("x日", #""x 日" *"#),
    ("AND OR NOT NEAR(a b)", #""and" AND "or" AND "not" AND "near a" AND "b""#),
    ("title:x {a b}:c ^d e+f", #""title x" AND "a" AND "b c" AND "d" AND "e f""#),
    ("\"tram", #""tram""#), ("tram\" \" line", #""tram" AND "line""#),
    ("* tram - -- *", #""tram""#),
    ("a*b", #""a b""#), ("3.5 1,100", #""3 5" AND "1100""#), ("a\u{0}b", #""a" AND "b""#),
  ])
  func `is this expression`(text: String, expression: String) {
    #expect(SearchQuery(text).expression() == expression)
  }

  @Test(arguments: [
    "", " ", "*", "-", "--", "\"", "\"\"", "-\"\"", "🚋", "-tram", "-\"tram line\"", "…*",
  ])
  func `without a word to find is empty`(text: String) {
    let query = SearchQuery(text)
    #expect(query.isEmpty)
    #expect(query.expression() == nil)
    #expect(!query.matches("tram"))
    #expect(!query.matches(""))
  }

  @Test func `can be of some columns`() {
    #expect(
      SearchQuery("a -b").expression(in: ["pros", "cons"])
        == #"{pros cons} : (("a") NOT ("b"))"#)
  }

  @Test func `can be a phrase without operators`() {
    #expect(SearchQuery(phrase: "-\"Putin, *V.").expression() == #""putin v""#)
    #expect(SearchQuery(phrase: "putin").matches("Vladimir Putin"))
    #expect(!SearchQuery(phrase: "vladimir p").matches("Vladimir Putin"))
    #expect(SearchQuery(phrase: "…").isEmpty)
  }

  @Test func `has at most thirty-two terms and a thousand characters`() {
    let many = (0..<50).map { "w\($0)" }.joined(separator: " ")
    #expect(SearchQuery(many).terms.count == 32)
    #expect(SearchQuery(many).matches(many))
    #expect(SearchQuery("a " + String(repeating: " ", count: 1_000) + "b").terms.count == 1)
  }

  @Test(arguments: [
    ("tram", "The Tram.", true), ("tram", "trams", false), ("tram*", "trams", true),
    ("tram quay", "quay, tram", true), ("tram quay", "tram", false),
    (#""tram line""#, "a tram-line", true), (#""tram line""#, "line tram", false),
    (#""tram li*""#, "tram lines", true), (#""tram li*""#, "trams lines", false),
    ("tram -bus", "tram", true), ("tram -bus", "tram bus", false),
    ("tram -bus", "tram buses", true),
    ("tram -bus*", "tram buses", false), ("putin", "Putin’s", true),
    ("京", "東京都", true), ("都", "東京都", true), ("東京都", "東京都庁", true), ("東都", "東京都", false),
    ("京 都", "東京", false), (#""京 都""#, "東京 都庁", true), ("뉴스", "뉴스를", false),
    ("뉴스*", "뉴스를", true), ("cafe", "CAFÉ", true), ("café", "cafe", true), ("1100", "1,100", true),
    ("ﾃﾞｰﾀ", "データ", true), ("tram", "", false),
  ])
  func `decides for a text`(text: String, other: String, isMatch: Bool) {
    #expect(SearchQuery(text).matches(other) == isMatch)
  }

  @Test func `finds what a point says in its label, text and details`() {
    let range = SourceRange(bytes: 0..<1, line: 1)
    var point = Point(
      id: "pro-1", label: "Fewer Cars", text: "on the quay", section: "s", rule: .listItem,
      source: range)
    point.details = [Point.Detail(text: "In summer", source: range)]
    var article = Article(
      text: SourceText("x"), media: .plainText, language: nil, statistics: Statistics())
    let other = Point(
      id: "pro-2", label: nil, text: "winter bus", section: "s", rule: .listItem, source: range)
    article.pros = [point, other]
    article.cons = [other]
    let words = PointWords(article)
    func found(_ query: String, _ index: Int = 0) -> SearchQuery.Found {
      words.found(SearchQuery(query), in: .pro, index)
    }
    #expect(found("cars quay summer").isMatch)
    #expect(found("cars quay winter").count == 2)
    #expect(!found("cars quay winter").isMatch)
    #expect(found("cars -quay").hasExcluded)
    #expect(found("winter bus", 1).isMatch)
    #expect(!found(#""summer winter""#).isMatch)
    #expect(words.found(SearchQuery("bus"), in: .con, 0).isMatch)
    #expect(words[.takeaway].isEmpty)
    #expect(point.searchedText == "Fewer Cars: on the quay In summer")
    #expect(words.found(SearchQuery(phrase: point.searchedText), in: .pro, 0).isMatch)
  }
}
