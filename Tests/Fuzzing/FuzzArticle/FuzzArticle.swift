import ArticleParsing

/// What libFuzzer calls with each input: the first byte chooses the reader and the limits, the rest is
/// the document.
///
/// Whatever the text, parsing must not trap, every place must be a range of the text between
/// characters, the quote of a range must be the text that stands there, and nothing that is named or
/// said may be empty.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzArticle(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  // libFuzzer owns the input and keeps it for the length of this call.
  let input = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  guard let choice = input.first, let text = try? SourceText(decoding: Array(input.dropFirst()))
  else { return 0 }
  let media: DocumentMedia = choice & 1 == 0 ? .plainText : .markdown
  let limits = choice & 2 == 0 ? ParsingLimits() : ParsingLimits(pieces: Int(choice >> 2))
  let article = ArticleParser(limits: limits).parse(text, media: media)
  for kind in PointKind.allCases {
    for point in article[kind] {
      check(point.source, in: text)
      precondition(!point.text.isEmpty && point.label != "" && point.subject != "")
      for detail in point.details { check(detail.source, in: text) }
    }
  }
  for section in article.sections { check(section.source, in: text) }
  for diagnostic in article.diagnostics { check(diagnostic.source, in: text) }
  for scenario in article.outlook?.scenarios ?? [] { check(scenario.source, in: text) }
  let renderer = ParagraphRenderer(article.text, media: article.media)
  for section in article.sections {
    for paragraph in section.paragraphs { _ = renderer.paragraph(at: paragraph) }
  }
  return 0
}

private func check(_ source: SourceRange, in text: SourceText) {
  precondition(!source.bytes.isEmpty && source.bytes.upperBound <= text.utf8.count)
  precondition(source.line >= 1)
  let quote = text[source.bytes]
  precondition(Array(quote.utf8) == Array(text.utf8[source.bytes]), "a range splits a character")
}
