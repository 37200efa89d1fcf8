/// Renders the paragraphs of an article's sections to plain text.
///
/// An article keeps only where its paragraphs stand. What a renderer must know of the whole document
/// (the links that it defines, the quotations that a paragraph stands in) is read again when one is
/// made: as much work as the first phase of parsing, and nothing for plain text.
package struct ParagraphRenderer {
  private let text: SourceText
  /// What the document looks like, where that decides how its paragraphs are rendered.
  private let form: DocumentForm?
  /// The blocks of the form by where their content begins.
  private let blocks: [Int: Block]

  /// A renderer for all paragraphs of a text that was read as this.
  package init(_ text: SourceText, media: DocumentMedia) {
    self.text = text
    switch media {
    case .plainText:
      form = nil
      blocks = [:]
    case .markdown:
      let form = DocumentForm(text, media: media)
      self.form = form
      blocks = Dictionary(
        form.blocks.map { ($0.content.lowerBound, $0) }, uniquingKeysWith: { $1 })
    }
  }

  /// A paragraph or list item as plain text, without its marker. Linear in the paragraph.
  package func paragraph(at source: SourceRange) -> String {
    guard let form, let block = blocks[source.bytes.lowerBound] else {
      return Prose(plain: source.bytes, of: text).string
    }
    return form.prose(block).string
  }
}
