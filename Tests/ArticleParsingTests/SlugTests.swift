import Testing

@testable import ArticleParsing

@Suite struct `a slug` {
  @Test(arguments: [
    ("Context & Background", "context-background"), ("Putin’s Objectives", "putins-objectives"),
    ("  --Straße, Œuvre, Élan, Łódź!  ", "strasse-oeuvre-elan-lodz"),
    ("ÜBER ÄPFEL UND ÖL", "ueber-aepfel-und-oel"), ("İstanbul ıssız", "istanbul-issiz"),
    // Letters of Vietnamese and Romanian, and accents that stand for themselves.
    ("Lợi ích và rủi ro", "loi-ich-va-rui-ro"), ("Ưu điểm", "uu-diem"),
    ("Țară și ștat", "tara-si-stat"),
    ("e\u{301}lan vital", "elan-vital"), ("東京 2025", "2025"), ("東京", ""), ("", ""),
  ])
  func `is what is left of a text in ASCII`(text: String, slug: String) {
    #expect(Slug(text).string == slug)
  }

  @Test(arguments: [
    ("one two three", 8, "one-two"), ("one two three", 13, "one-two-three"),
    ("one two three", 7, "one-two"), ("a twelveletters", 8, "a-twelve"), ("abcdefghij", 4, "abcd"),
    ("Straße", 5, "stras"),
  ])
  func `is cut between words, or where they are long within one`(
    text: String, longest: Int, slug: String
  ) {
    #expect(Slug(text, longest: longest).string == slug)
  }
}
