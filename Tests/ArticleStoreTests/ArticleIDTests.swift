@testable import ArticleStore
import Testing

struct `The id of an article` {
  @Test(arguments: ["a", "7", "A-b_c.d", String(repeating: "x", count: 128), "0..", "alaska-2025"])
  func `may be a client's choice`(text: String) {
    #expect(ArticleID(text)?.text == text)
  }

  @Test(arguments: [
    "", "-a", ".a", "_a", "a b", "a/b", "é", "a\u{0}", "a\n", String(repeating: "x", count: 129),
  ])
  func `is refused when it could need escaping or is too long`(text: String) {
    #expect(ArticleID(text) == nil)
  }

  @Test(
    arguments: [
      ("Context & Background: A World", "context-background-a-world"),
      ("Vladimir Putin’s Objectives", "vladimir-putins-objectives"),
      ("  --Straße, Œuvre, Élan, Łódź!  ", "strasse-oeuvre-elan-lodz"),
      ("e\u{301}lan", "elan"), ("東京サミット", "article"), ("東京 2025", "2025"), ("", "article"),
      (String(repeating: "a", count: 70), String(repeating: "a", count: 60)),
      (
        "A title of a great many words that would go on far beyond the limit of sixty",
        "a-title-of-a-great-many-words-that-would-go-on-far-beyond"
      ),
      (
        "A title of many words that would go on well beyond the limit of sixty characters",
        "a-title-of-many-words-that-would-go-on-well-beyond-the-limit"
      ),
    ])
  func `begins with a slug of the title`(title: String, slug: String) {
    #expect(ArticleID.slug(title) == slug)
    #expect(ArticleID.slug(title).utf8.count <= 60)
  }

  @Test func `made from content it is one that a client could choose`() {
    let id = ArticleID(title: "The Summit", hash: 0xBEEF)
    #expect(id.text == "the-summit-000000000000beef")
    #expect(ArticleID(title: nil, hash: .max, attempt: 2).text == "article-ffffffffffffffff-2")
    #expect(ArticleID(id.text) == id)
    let longest = ArticleID(title: String(repeating: "ß", count: 99), hash: .max, attempt: 99)
    #expect(ArticleID(longest.text) == longest)
  }
}
