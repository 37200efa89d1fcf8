extension ArticleParser {
  /// About the most bytes that parsing a text takes beside the text, with what it makes.
  package static func memoryEstimate(of text: SourceText, media: DocumentMedia) -> Int {
    text.utf8.count * 8
  }
}
