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

  package private(set) var kind: Kind
  private let storedRange: StoredRange
  private let storedSource: StoredRange
  private var storedContent: StoredRange
  private let storedLine: UInt32
  private var storedRendering: UInt32
  private var storedDepth: UInt8
  private let storedQuoteDepth: UInt8

  /// A block; the two depths are at most ``maximumDepth``.
  init(
    kind: Kind, range: Range<Int>, source: Range<Int>, content: Range<Int>, depth: Int, line: Int,
    quoteDepth: Int = 0, rendering: Int? = nil
  ) {
    storedRendering = rendering.map { UInt32(truncatingIfNeeded: $0) } ?? .max
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
  /// The index of the block's text among what was rendered; `nil` where that is its content as it stands.
  var rendering: Int? {
    get { storedRendering == .max ? nil : Int(storedRendering) }
    set { storedRendering = newValue.map { UInt32(truncatingIfNeeded: $0) } ?? .max }
  }
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

  /// Makes the block a heading: of an item the whole, its marker too.
  mutating func becomeHeading(level: Int) {
    kind = .heading(level: level)
    storedContent = storedSource
    storedDepth = 0
  }

  /// Makes a paragraph one of the list item before it, or one of a list one outside any.
  mutating func become(_ kind: Kind, depth: Int) {
    self.kind = kind
    storedDepth = UInt8(clamping: depth)
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
