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
  private let storedRange: StoredRange
  private let storedSource: StoredRange
  private let storedContent: StoredRange
  private let storedLine: UInt32
  private let storedDepth: UInt8
  private let storedQuoteDepth: UInt8
  /// Whether any part of the content surely is rendered as it stands, but for white space at its ends.
  let isVerbatim: Bool

  /// A block; the two depths are at most ``maximumDepth``.
  init(
    kind: Kind, range: Range<Int>, source: Range<Int>, content: Range<Int>, depth: Int, line: Int,
    quoteDepth: Int = 0, isVerbatim: Bool = false
  ) {
    self.isVerbatim = isVerbatim
    self.kind = kind
    storedRange = StoredRange(range)
    storedSource = StoredRange(source)
    storedContent = StoredRange(content)
    storedLine = UInt32(clamping: line)
    storedDepth = UInt8(clamping: depth)
    storedQuoteDepth = UInt8(clamping: quoteDepth)
  }

  /// All of the block's lines, line breaks included, in UTF-8 bytes.
  package var range: Range<Int> { storedRange.range }
  /// The block's text with its marker, from its first character to its last.
  package var source: Range<Int> { storedSource.range }
  /// The block's text without its marker, and of a heading without its underline.
  package var content: Range<Int> { storedContent.range }
  /// How deep the item is nested: 1 for an outermost one, 0 outside lists; never above
  /// ``maximumDepth``.
  package var depth: Int { Int(storedDepth) }
  /// The line, counted from 1, on which `source` begins.
  package var line: Int { Int(storedLine) }
  /// How many block quotations the block stands in.
  package var quoteDepth: Int { Int(storedQuoteDepth) }

  package var isBlank: Bool {
    if case .blank = kind { true } else { false }
  }

  /// Whether the block is a paragraph outside any list.
  var isParagraph: Bool {
    if case .paragraph = kind { true } else { false }
  }

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
      quoteDepth: quoteDepth, isVerbatim: isVerbatim)
  }

  /// Deeper items count as this deep, so that nobody's nesting becomes anybody's recursion.
  static let maximumDepth = 32

  /// A range of offsets of 32 bits: a document of short items has as many blocks as it has bytes to
  /// spare.
  private struct StoredRange: Sendable, Equatable {
    let lowerBound: UInt32
    let upperBound: UInt32

    init(_ range: Range<Int>) {
      lowerBound = UInt32(truncatingIfNeeded: range.lowerBound)
      upperBound = UInt32(truncatingIfNeeded: range.upperBound)
    }

    var range: Range<Int> { Int(lowerBound)..<Int(upperBound) }
  }
}
