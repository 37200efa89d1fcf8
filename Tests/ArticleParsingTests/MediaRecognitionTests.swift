import ArticleParsing
import Testing

@Suite struct `recognising media` {
  @Test(arguments: `fixture articles`.names)
  func `every fixture is what its suffix says`(name: String) throws {
    let (bytes, media) = try Fixtures.document(name)
    #expect(MediaRecognition.media(of: try SourceText(decoding: bytes)) == media)
  }

  @Test(arguments: [
    "# A heading", "text\n\n   ###### six", "---\ntitle: x\n---\ntext", "+++\ntitle = \"x\"\n+++\n",
    "```\ncode\n```", "```swift\ncode\n````", "a | b\n--|--\n1 | 2", "| a |\n|:-:|\n",
    "see [this](there)", "![](picture.png)", "see [this][1].\n\n[1]: https://example.org",
    "It is **so** strong.", "**Pros:**\nquiet", "“**Talks**”", "- an item\n\nIt is *so*.",
    "Use `make`.\n1. an item", "* one\n* _two_",
  ])
  func `a mark makes Markdown`(text: String) {
    #expect(MediaRecognition.media(of: SourceText(text)) == .markdown)
  }

  @Test(arguments: [
    "", "A title\n\nPros: quiet; cheap.", "Title\n=====\n\nHead\n----\n\n- item\n* item\n1. item",
    "#1 in sales", "####### seven", "#", "---\ntext\n---\n", "---\ntitle: x\n",
    "```\nnever closed\n# heading", "Head\n~~~~\n\nHead\n~~~~", "2**3 and 4**5", "** spaced **",
    "Price** and terms**", "a | b", "|---|", "[1] a note", "[1] (see below)", "[a](not closed",
    "\\[a](b)", "\\**a\\**", "It is *so*.", "Use `make`.", "a_b_c\n- item", "the __init__ method",
    "- 5* at sea, 3* ashore", "2024. A year.\n- item", "Café\r\n\r\n• item",
  ])
  func `without one it is plain text`(text: String) {
    #expect(MediaRecognition.media(of: SourceText(text)) == .plainText)
  }

  @Test(arguments: ["a\0b", "\u{1}\u{2}\u{3}", String(repeating: "text\u{7F}", count: 20)])
  func `binary content is no document`(text: String) {
    #expect(MediaRecognition.media(of: SourceText(text)) == nil)
  }

  @Test(arguments: [
    "\u{1B}[1mbold\u{1B}[0m", "page\u{C}page", String(repeating: "a", count: 500) + "\u{1}",
  ])
  func `a few controls do not make content binary`(text: String) {
    #expect(MediaRecognition.media(of: SourceText(text)) == .plainText)
  }

  /// Each is long, of one line or of many, and never comes to its end.
  @Test(arguments: [
    "**a ", "[a](", "[", "`", "```", "_a ", "| a\n", "[a\n", "**a\n", "- a\n", "\\",
  ])
  func `whatever repeats is read in one pass`(piece: String) {
    func seconds(_ count: Int) -> Double {
      let text = SourceText(String(repeating: piece, count: count))
      return ProcessorTime.fewestSeconds { _ = MediaRecognition.media(of: text) }
    }
    // Quadratic, it would be 64 times as long, and not 8 times.
    #expect(seconds(40_000) < seconds(5_000) * 24 + 0.002)
  }
}
