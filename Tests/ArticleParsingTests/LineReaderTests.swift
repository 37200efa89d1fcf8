import ArticleGrammar
import Testing

@testable import ArticleParsing

@Suite struct `reading lines` {
  /// What texts are made of here: every way to end a line, white space of all kinds, words of one
  /// to four bytes a character, and runs longer than the sixteen bytes that are looked at at once.
  private static let pieces = [
    "\n", "\r\n", "\r", " ", "  ", "\t", "\u{B}", "\u{C}", "\u{A0}", "\u{3000}", "a", "ab: ", "é",
    "語", "か", "😀", "wordswithoutspaces", "one two three four five", ".", "\u{0}",
  ]

  private static func texts(_ count: Int) -> [SourceText] {
    var random = Xorshift(state: 0x9E37_79B9_7F4A_7C15)
    return (0..<count).map { number in
      let length = Int.random(in: 0...40, using: &random)
      var text = (0..<length).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
      // Where a text is regular is known of some thousand bytes together.
      if number % 50 == 0 {
        let filler = String(repeating: "all of it\nis regular ", count: 75)
        text = filler.dropLast(number / 50 % 20) + text + (number % 100 == 0 ? filler : "")
      }
      return SourceText(text)
    }
  }

  @Test func `counts sixteen bytes at a time what is there one by one`() {
    for text in Self.texts(5_000) {
      let statistics = Statistics(of: text, LineReader(text).counts)
      let scalars = text[text.utf8.indices].unicodeScalars
      var words = 0
      var isInWord = false
      for scalar in scalars {
        let isSpace = scalar == " " || ("\t"..."\r").contains(scalar)
        if scalar.isIdeographic || !isSpace && !isInWord { words += 1 }
        isInWord = !isSpace && !scalar.isIdeographic
      }
      #expect(statistics.words == words)
      #expect(statistics.characters == scalars.count)
    }
  }

  @Test func `covers every byte once`() {
    for text in Self.texts(2_000) {
      var end = 0
      for line in LineReader(text).lines {
        #expect(line.start == end)
        #expect(line.end > line.start)
        end = line.end
      }
      #expect(end == text.utf8.count)
    }
  }

  @Test func `calls a line verbatim only if rendering leaves it as it is`() {
    for text in Self.texts(2_000) {
      for line in LineReader(text).lines where line.isVerbatim {
        let rendered = Prose(plain: line.text, of: text).string
        #expect(rendered == text[line.text])
      }
    }
  }
}
