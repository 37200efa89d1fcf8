/// Renders the paragraphs of an article's sections to plain text.
///
/// An article keeps only where its paragraphs stand. What a renderer must know of the whole document
/// (the links that it defines, the quotations that a paragraph stands in) is read again when one is
/// made: as much work as the first phase of parsing, and nothing for plain text.
package struct ParagraphRenderer {
  private let text: SourceText
  /// What Markdown must know of the whole document.
  private let context: MarkdownContext?
  /// The blocks by where their content begins.
  private let blocks: [Int: Block]

  /// A renderer for all paragraphs of an article.
  package init(_ article: Article) {
    text = article.text
    switch article.media {
    case .plainText:
      context = nil
      blocks = [:]
    case .markdown:
      let reader = MarkdownReader(article.text)
      context = reader.context
      blocks = Dictionary(
        reader.blocks.map { ($0.content.lowerBound, $0) }, uniquingKeysWith: { $1 })
    }
  }

  /// A paragraph or list item as plain text, without its marker. Linear in the paragraph.
  package func paragraph(at source: SourceRange) -> String {
    guard let context, let block = blocks[source.bytes.lowerBound] else {
      return Prose(plain: source.bytes, of: text).string
    }
    return Prose(markdown: source.bytes, in: context, quoteDepth: block.quoteDepth).string
  }
}
