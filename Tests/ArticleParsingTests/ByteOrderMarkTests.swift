import Testing

@testable import ArticleParsing

/// Byte order marks within a text are characters of it, wherever they stand. cmark leaves out one at the
/// beginning of what it is given, and is not given one there.
@Suite struct ByteOrderMarkTests {
  static let texts = [
    "\u{FEFF} \u{FEFF}", "\u{FEFF}  a\n\nb", "\u{FEFF}# Pros\n\n- a\n", "\u{FEFF}- a\n- b\n",
    "\u{FEFF}\u{FEFF} a", "\u{FEFF}\n\n# Pros\n\n- a\n", "\u{FEFF}> a\n", "\u{FEFF}\ta\n",
    "\u{FEFF}Pros: a; b\n", "\u{FEFF}| Pros | Cons |\n|--|--|\n| a | b |\n",
  ]

  @Test(arguments: texts, ["", "---\ntitle: a\n---\n", "\n"])
  func `every place begins and ends between characters`(text: String, front: String) {
    let text = SourceText(front + text)
    for media in DocumentMedia.allCases {
      let article = ArticleParser().parse(text, media: media)
      let points = PointKind.allCases.flatMap { article[$0] }
      let places =
        article.sections.map(\.source) + points.map(\.source)
        + article.diagnostics.map(\.source)
      for place in places {
        let quote = Array(text.utf8[place.bytes])
        #expect(String(validating: quote, as: UTF8.self) != nil, "\(place)")
      }
    }
  }
}
