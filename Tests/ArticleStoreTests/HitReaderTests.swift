@testable import ArticleStore
import Testing

/// Words that cannot be a hit are skipped without being read: that must not be seen.
struct `Hits of a query in a text` {
  /// What texts are made of: words that are terms or nearly, and what may stand between them.
  private static let pieces = [
    "tram", "Tram", "TRAMS", "trams", "bus", "étram", "tramé", "tram’s", "tram's", "a-tram",
    "1,100",
    "1’100tram", "100", "x1,100", "b", "日本tram", "tram日本", "東京", "\u{301}tram", "tram\u{301}",
    "ＴＲＡＭ",
    " ", " ", " ", "\n", ", ", ".", "—", "-", "'", "_", "\u{A0}",
  ]

  private func text(_ seed: UInt64) -> [UInt8] {
    var numbers = SeededGenerator(seed: seed)
    return (0..<Int.random(in: 1...24, using: &numbers)).flatMap { _ in
      Array((Self.pieces.randomElement(using: &numbers) ?? "").utf8)
    }
  }

  /// All words of a text with their places.
  private func words(of text: [UInt8]) -> [(folded: ArraySlice<UInt8>, source: Range<Int>)] {
    var reading = SearchWords()
    var words: [(folded: ArraySlice<UInt8>, source: Range<Int>)] = []
    var buffer: [UInt8] = []
    while case let start = buffer.count, let word = reading.next(in: text.span, to: &buffer) {
      words.append((buffer[start...].dropLast(), word.source))
    }
    return words
  }

  @Test(arguments: [["tram"], ["tram", "bus"], ["bus"], ["tram*"], ["100"], ["1100", "tram"]])
  func `are those among all words`(terms: [String]) {
    let query = SearchQuery(terms.joined(separator: " "))
    var found = 0
    for seed in 0..<2_000 as Range<UInt64> {
      let text = text(seed)
      var reader = HitReader(query)
      while reader.next(in: text.span) {}
      let expected = words(of: text).filter { word in
        query.terms.contains { term in
          term.isPrefix
            ? word.folded.starts(with: term.words) : word.folded.elementsEqual(term.words)
        }
      }
      #expect(
        reader.hits.map(\.source) == expected.map(\.source),
        "\(String(decoding: text, as: UTF8.self))")
      found += expected.count
    }
    #expect(found > 100)
  }
}
