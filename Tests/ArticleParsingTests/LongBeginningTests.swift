import ArticleGrammar
import Testing

@testable import ArticleParsing

/// Text whose first words announce points and whose rendering is shorter, or longer, than what stands
/// in the source: no place of a part may be taken for one of the whole.
@Suite struct `a long beginning` {
  private static func check(_ text: String) {
    for media in DocumentMedia.allCases {
      let article = ArticleParser().parse(SourceText(text), media: media)
      `any text at all`.check(article)
      let renderer = ParagraphRenderer(article.text, media: article.media)
      for section in article.sections {
        for paragraph in section.paragraphs { _ = renderer.paragraph(at: paragraph) }
      }
    }
  }

  private static let labels = [
    "Pros:", "Cons:", "Goals:", "Non-goals:", "Key takeaways:", "**Pros:**", "**Cons:**", "- Pros:",
    "- Cons:", "# A\n\nPros:", "1. Advantages:", "✅ Pro:", "> Drawbacks:",
  ]

  private static let hidden: [@Sendable (Int) -> String] = [
    { "![chart](/\(String(repeating: "u", count: $0)))" },
    { "<!-- \(String(repeating: "u", count: $0)) -->" },
    { "<img src=/\(String(repeating: "u", count: $0))>" },
    { "[](/\(String(repeating: "u", count: $0)))" },
    { "![](data:image/png;base64,\(String(repeating: "u", count: $0)))" },
    { String(repeating: "[^1]", count: $0 / 4) },
  ]

  @Test(arguments: labels)
  func `with something that is not rendered is only a label`(label: String) {
    for (index, hidden) in Self.hidden.enumerated() {
      for length in [40, 200, 214, 215, 217, 220, 223, 224, 225, 236, 240, 300, 2_000] {
        for tail in ["", "\n", "\n\n- a\n- b\n"] {
          let text = "\(label) \(hidden(length))\(tail)"
          Self.check(text)
          let article = ArticleParser().parse(SourceText(text), media: .markdown)
          let points = PointKind.allCases.flatMap { article[$0] }
          // A quotation is no list's label, and what is nested is the item's own.
          guard !label.contains(">"), !label.hasPrefix("1"), !label.hasPrefix("-") else { continue }
          #expect(
            points.map(\.text) == (tail.contains("a") ? ["a", "b"] : []),
            "\(index) \(length) \(text.debugDescription)")
        }
      }
    }
  }

  @Test(arguments: [("Pros", PointKind.pro), ("Cons", .con)])
  func `behind something that is not rendered is a label still`(label: String, kind: PointKind) {
    // A comment at the beginning of a line is a block of its own.
    for (index, hidden) in Self.hidden.enumerated() where index != 1 {
      for length in [20, 100, 240, 2_000] {
        let text = "\(hidden(length)) \(label): quiet; narrow\n\n# B\n"
        let article = ArticleParser().parse(SourceText(text), media: .markdown)
        #expect(article[kind].map(\.text) == ["quiet", "narrow"], "\(text.debugDescription)")
      }
    }
  }

  @Test(arguments: [("Good", PointKind.pro), ("Bad", .con)])
  func `may be a picture before a reason`(word: String, kind: PointKind) {
    let picture = "![a](/\(String(repeating: "u", count: 100)))"
    let text = "# Pros and Cons\n\n- \(picture) \(word), because it is so.\n"
    let article = ArticleParser().parse(SourceText(text), media: .markdown)
    #expect(article[kind].map(\.text) == ["\(word), because it is so."])
  }

  @Test(arguments: [("advantages", PointKind.pro), ("drawbacks", .con)])
  func `may be long for its letters and not for its words`(label: String, kind: PointKind) {
    let topic = "K" + String(repeating: "a", count: 170)
    let text = "T\n\n\(topic)’s \(label): quiet; cheap\n"
    for media in DocumentMedia.allCases {
      let article = ArticleParser().parse(SourceText(text), media: media)
      #expect(article[kind].map(\.text) == ["quiet", "cheap"])
    }
  }

  @Test(arguments: ArticleGrammar.labels)
  func `of any length around any constant is read`(label: String) {
    for inline in ArticleGrammar.inlines {
      // The others are for the fuzz target, which has more time.
      for constant in [60, 96, 160, 240] {
        for (delta, tail) in zip([-1, 0, 1], ArticleGrammar.tails) {
          Self.check("\(label) \(inline.text(constant + delta - label.utf8.count - 1))\(tail)")
        }
      }
    }
  }
}
