/// One block of a document: the result of reading its form, before anything is understood.
///
/// The blocks of a document cover every byte of it: each begins where the one before it ends.
package struct Block: Sendable, Equatable {
  /// What a block is by its form.
  package enum Kind: Sendable, Equatable {
    /// Blank lines.
    case blank
    /// A heading; 1 is the outermost level.
    case heading(level: Int)
    /// A paragraph outside any list.
    case paragraph
    /// A list item: its marker and its first paragraph.
    case item(Marker)
    /// A further paragraph of the list item before it.
    case continuation
    /// A line that only separates: `* * *`, `-----`.
    case separator
    /// A table, by its index among the document's tables.
    case table(Int)
    /// Code, which is not searched.
    case code
    /// HTML, which is not searched.
    case markup
    /// Definitions of links and footnotes.
    case definition
    /// Metadata in front of the document.
    case frontMatter
  }

  package let kind: Kind
  /// All of the block's lines, line breaks included, in UTF-8 bytes.
  package let range: Range<Int>
  /// The block's text with its marker, from its first character to its last.
  package let source: Range<Int>
  /// The block's text without its marker, and of a heading without its underline.
  package let content: Range<Int>
  /// How deep the item is nested: 1 for an outermost one, 0 outside lists; never above
  /// ``maximumDepth``.
  package let depth: Int
  /// The line, counted from 1, on which `source` begins.
  package let line: Int
  /// How many block quotations the block stands in.
  package var quoteDepth = 0

  package var isBlank: Bool { kind == .blank }

  package var isHeading: Bool {
    if case .heading = kind { true } else { false }
  }

  /// Whether the block is text that the meaning is read from.
  var isText: Bool {
    switch kind {
    case .heading, .paragraph, .item, .continuation, .table: true
    case .blank, .separator, .code, .markup, .definition, .frontMatter: false
    }
  }

  /// The paragraph as one of the list item before it.
  var continuing: Block {
    Block(
      kind: .continuation, range: range, source: source, content: content, depth: 1, line: line,
      quoteDepth: quoteDepth)
  }

  /// Deeper items count as this deep, so that nobody's nesting becomes anybody's recursion.
  static let maximumDepth = 32
}
