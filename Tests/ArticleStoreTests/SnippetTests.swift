import ArticleParsing
@testable import ArticleStore
import Testing

struct `A snippet` {
  private func snippet(_ text: String, _ query: String) -> String {
    String(decoding: Snippet(of: Array(text.utf8), for: SearchQuery(query)).html, as: UTF8.self)
  }

  private func stretch(_ text: String, _ query: String) -> String {
    let source = Snippet(of: Array(text.utf8), for: SearchQuery(query)).source
    return String(decoding: Array(text.utf8)[source.bytes], as: UTF8.self)
  }

  @Test(arguments: [
    ("The tram runs.", "tram", "The <mark>tram</mark> runs."),
    ("The TRAM,\n\n  runs. ", "tram runs", "The <mark>TRAM</mark>, <mark>runs</mark>."),
    ("A tram-line here", #""tram line""#, "A <mark>tram-line</mark> here"),
    ("Sanctions bite", "sanction*", "<mark>Sanctions</mark> bite"),
    ("Putin’s plan", "putin", "<mark>Putin</mark>’s plan"),
    ("le cafe\u{301} noir", "café", "le <mark>cafe\u{301}</mark> noir"),
    ("in 1,100 trips", "1100", "in <mark>1,100</mark> trips"),
    (
      "a <b> & \"tram\" 'x'", "tram b",
      "a &lt;<mark>b</mark>&gt; &amp; &quot;<mark>tram</mark>&quot; &#39;x&#39;"
    ),
    ("東京都は", "京都", "東<mark>京都</mark>は"), ("東京都は", "東京都", "<mark>東京都</mark>は"),
    ("東京都は", "京", "東<mark>京</mark>都は"), ("東京都は", "は", "東京都<mark>は</mark>"),
    ("ﾃﾞｰﾀを", "データ", "<mark>ﾃﾞｰﾀ</mark>を"), ("tram", "quay", "tram"), ("", "tram", ""),
    ("tram", "", "tram"), ("tram bus", "tram -bus", "<mark>tram</mark> bus"), (" \n ", "a", ""),
  ])
  func `marks what was found`(text: String, query: String, html: String) {
    #expect(snippet(text, query) == html)
  }

  @Test func `is cut between words, around the hits`() {
    let filler = (0..<500).map { "word\($0)" }.joined(separator: " ")
    let text = "\(filler) the tram line \(filler)"
    let html = snippet(text, "tram")
    #expect(html.hasPrefix("…word4"))
    #expect(html.contains(" the <mark>tram</mark> line word0 "))
    #expect(html.hasSuffix("…"))
    let stretch = stretch(text, "tram")
    #expect((150...Snippet.length).contains(stretch.count))
    #expect(stretch.split(separator: " ").allSatisfy { text.split(separator: " ").contains($0) })
  }

  @Test func `stands where the most terms are close together`() {
    let filler = String(repeating: "filler ", count: 60)
    let text = "\(filler)tram \(filler)tram quay \(filler)tram quay council \(filler)"
    #expect(stretch(text, "tram quay council").contains("tram quay council"))
    #expect(stretch(text, "tram").contains("filler tram filler"))
    // Several hits of one term do not outweigh another term.
    let other = "\(filler)tram tram tram tram \(filler)tram quay \(filler)"
    #expect(stretch(other, "tram quay").contains("tram quay"))
  }

  @Test func `fills up from the other side at the ends of a text`() {
    let filler = String(repeating: "filler ", count: 60)
    #expect(stretch("tram \(filler)", "tram").count > 180)
    #expect(stretch("\(filler) tram", "tram").count > 180)
    #expect(!snippet("tram \(filler)", "tram").hasPrefix("…"))
    #expect(!snippet("\(filler) tram\n", "tram").hasSuffix("…"))
    #expect(stretch(filler, "tram").hasPrefix("filler filler"))
  }

  @Test func `has its place in the text`() {
    let text = "One\r\ntwo\rthree\n\n  東京 tram"
    let snippet = Snippet(of: Array(text.utf8), for: SearchQuery("tram"))
    #expect(snippet.source.bytes == 0..<text.utf8.count)
    #expect(snippet.source.line == 1)
    let long = Array((String(repeating: "ä\r\n", count: 300) + "tram").utf8)
    let end = Snippet(of: long, for: SearchQuery("tram"))
    #expect(end.source.bytes.upperBound == long.count)
    #expect(end.source.line == 1 + end.source.bytes.lowerBound / 4)
  }

  @Test func `is short whatever the text is`() {
    for unit in ["東", "a", "a.", "\u{301}", "<", "🚋", "-a", "\n"] {
      let text = Array((String(repeating: unit, count: 30_000) + " tram").utf8)
      let snippet = Snippet(of: text, for: SearchQuery(#"東 a* "a a" tram"#))
      #expect(snippet.html.count <= 200 * 40)
      #expect(String(validating: snippet.html, as: UTF8.self) != nil)
      #expect(String(validating: text[snippet.source.bytes], as: UTF8.self) != nil)
    }
  }

  @Test func `does not follow a phrase over any distance`() {
    let text = Array("tram \(String(repeating: ". ", count: 50_000))line".utf8)
    let snippet = Snippet(of: text, for: SearchQuery(#""tram line""#))
    #expect(snippet.html.count < 300)
    #expect(snippet.html.starts(with: "<mark>tram".utf8))
  }
}
