/// Reads the inline structure of one Markdown block (CommonMark 0.30, section 6) and renders it to
/// plain text: emphasis, links, code and escapes without their marks, images and footnote marks not
/// at all.
///
/// One pass over the block's own bytes cuts it into pieces; then emphasis is matched, and the pieces
/// that are left make the text. Every search is bounded or remembered, so the work is linear.
struct InlineReader {
  /// A piece of the block, in order.
  enum Piece {
    /// Bytes of the source, as they stand.
    case source(Range<Int>)
    /// What a character reference stands for, by its place among the ``references``, and where it
    /// stands.
    case reference(Range<Int>, at: Range<Int>)
    /// A line break or a tag that parts words.
    case space(at: Int)
    /// A run of `*`, `_` or `~`, by its index among the delimiters.
    case delimiter(Int)
  }

  /// Where inline structure may begin.
  private static let marks = ASCIISet("\\&`*_~[!]<\n\r")

  let bytes: [UInt8]
  let end: Int
  let context: MarkdownContext
  let quoteDepth: Int
  private var offset: Int
  private(set) var pieces: [Piece] = []
  /// What all character references stand for, in UTF-8.
  private(set) var references: [UInt8] = []
  var delimiters = DelimiterStack()
  private var brackets: [Bracket] = []
  /// Brackets below this index can open no link, because a link lies behind them (section 6.3).
  private var firstActiveBracket = 0
  /// Looked for when the first backtick comes.
  private var codeSpans: CodeSpans?
  private var tags = TagScanner()

  private struct Bracket {
    let piece: Int
    let delimiters: Int
    let start: Int
    let isImage: Bool
    /// Whether another bracket stands inside, so that this is no reference's label.
    var hasInner = false
  }

  /// Reads a range of a document.
  ///
  /// - Parameters:
  ///   - source: the block's content.
  ///   - context: the document, with the names that it defines.
  ///   - quoteDepth: how many `>` may stand before each further line.
  init(_ source: Range<Int>, in context: MarkdownContext, quoteDepth: Int) {
    bytes = context.text.utf8
    end = source.upperBound
    offset = source.lowerBound
    self.context = context
    self.quoteDepth = quoteDepth
  }

  /// Cuts the whole block into pieces and matches its emphasis.
  mutating func read() {
    pieces.reserveCapacity(16)
    // A CRLF may be cut at the end, and is taken whole.
    while offset < end {
      let mark = Self.marks.first(in: offset..<end, of: bytes)
      if mark > offset { consume(mark - offset) }
      guard mark < end else { break }
      readMark(bytes[mark])
    }
    delimiters.match(above: 0)
  }

  private mutating func readMark(_ mark: UInt8) {
    switch mark {
    case UInt8(ascii: "\\"): readEscape()
    case UInt8(ascii: "&"): readReference()
    case UInt8(ascii: "`"): readCode()
    case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"): readDelimiters()
    case UInt8(ascii: "["): openBracket(length: 1)
    case UInt8(ascii: "!") where offset + 1 < end && bytes[offset + 1] == UInt8(ascii: "["):
      openBracket(length: 2)
    case UInt8(ascii: "]"): closeBracket()
    case UInt8(ascii: "<"): readTag()
    case .lineFeed, .carriageReturn: readLineBreak()
    default: consume(1)
    }
  }

  /// Takes bytes as they stand.
  private mutating func consume(_ length: Int) {
    pieces.append(.source(offset..<offset + length))
    offset += length
  }

  // MARK: Characters

  /// A backslash before ASCII punctuation or a line break (sections 2.4, 6.7).
  private mutating func readEscape() {
    guard offset + 1 < end, bytes[offset + 1].isPunctuation else {
      if offset + 1 < end, bytes[offset + 1] == .lineFeed || bytes[offset + 1] == .carriageReturn {
        offset += 1
      } else {
        consume(1)
      }
      return
    }
    offset += 1
    consume(1)
  }

  /// `&amp;`, `&#35;`, `&#x22;` (section 2.5).
  private mutating func readReference() {
    guard let (text, length) = CharacterReference.parse(bytes, at: offset, before: end) else {
      return consume(1)
    }
    pieces.append(
      .reference(references.count..<references.count + text.count, at: offset..<offset + length))
    references += text
    offset += length
  }

  /// A code span (section 6.1), or backticks that open none.
  private mutating func readCode() {
    let run = bytes.runEnd(from: offset, to: end) - offset
    let spans = codeSpans ?? CodeSpans(bytes, offset..<end)
    codeSpans = spans
    guard let close = spans.close(of: run, in: bytes, after: offset + run) else {
      return consume(run)
    }
    var content = offset + run..<close
    if content.count > 2, bytes[content.lowerBound] == .space,
      bytes[content.upperBound - 1] == .space
    {
      content = content.lowerBound + 1..<content.upperBound - 1
    }
    pieces.append(.source(content))
    offset = close + run
  }

  /// A line break: a space, behind which the next line's indentation and quotation marks fall away.
  private mutating func readLineBreak() {
    pieces.append(.space(at: offset))
    offset += bytes.has("\r\n", at: offset) ? 2 : 1
    var marks = 0
    while offset < end {
      if bytes[offset] == .space || bytes[offset] == .tab {
        offset += 1
      } else if marks < quoteDepth, bytes[offset] == UInt8(ascii: ">") {
        marks += 1
        offset += 1
      } else {
        break
      }
    }
  }

  private mutating func readDelimiters() {
    let run = offset..<bytes.runEnd(from: offset, to: end)
    pieces.append(.delimiter(delimiters.runs.count))
    delimiters.push(run, of: bytes, to: end)
    offset = run.upperBound
  }

  /// A tag, a comment or an address between angle brackets (sections 6.5, 6.6).
  private mutating func readTag() {
    switch tags.scan(bytes, from: offset, to: end) {
    case .none: consume(1)
    case .address(let range, let next):
      pieces.append(.source(range))
      offset = next
    case .tag(let next, let partsWords):
      if partsWords { pieces.append(.space(at: offset)) }
      offset = next
    }
  }

  // MARK: Links

  private mutating func openBracket(length: Int) {
    if !brackets.isEmpty { brackets[brackets.count - 1].hasInner = true }
    brackets.append(
      Bracket(
        piece: pieces.count, delimiters: delimiters.runs.count, start: offset + length,
        isImage: length == 2))
    consume(length)
  }

  /// A closing bracket: the end of a link, an image or a footnote mark, or just a bracket.
  private mutating func closeBracket() {
    guard let bracket = brackets.popLast() else { return consume(1) }
    if closeWikilink(bracket) { return }
    let label = bracket.start..<offset
    if bytes.has("^", at: label.lowerBound), label.count > 1 {
      drop(from: bracket)
      offset += 1
      return
    }
    let isActive = bracket.isImage || brackets.count >= firstActiveBracket
    guard isActive, let next = linkEnd(label, hasInner: bracket.hasInner) else { return consume(1) }
    if bracket.isImage {
      drop(from: bracket)
    } else {
      delimiters.match(above: bracket.delimiters)
      pieces[bracket.piece] = .source(bracket.start..<bracket.start)
      firstActiveBracket = brackets.count
    }
    offset = next
  }

  /// `[[target | text]]`, as wikis and note books write links: its text, or its target where it has no
  /// other. It is no part of CommonMark, where these are brackets.
  private mutating func closeWikilink(_ inner: Bracket) -> Bool {
    let label = inner.start..<offset
    guard let outer = brackets.last, !inner.isImage, !outer.isImage, !inner.hasInner,
      outer.start == inner.start - 1, offset + 1 < end, bytes[offset + 1] == UInt8(ascii: "]"),
      !label.isEmpty, !bytes[label].contains(where: { $0 == .lineFeed || $0 == .carriageReturn }),
      LinkDestination.end(bytes, from: offset + 2, to: end) == nil
    else { return false }
    let bar = bytes[label].lastIndex(of: UInt8(ascii: "|"))
    let text = bytes.trimmed((bar.map { $0 + 1 } ?? label.lowerBound)..<label.upperBound)
    guard !text.isEmpty else { return false }
    brackets.removeLast()
    drop(from: outer)
    pieces.append(.source(text))
    offset += 2
    return true
  }

  /// Leaves out everything since a bracket.
  private mutating func drop(from bracket: Bracket) {
    pieces.removeSubrange(bracket.piece...)
    delimiters.drop(above: bracket.delimiters)
  }

  /// Where a link ends whose text has just been closed: behind its destination, its label, or, for a
  /// name that the document defines, behind the bracket itself.
  private func linkEnd(_ label: Range<Int>, hasInner: Bool) -> Int? {
    let next = offset + 1
    if let end = LinkDestination.end(bytes, from: next, to: end) { return end }
    if next < end, bytes[next] == UInt8(ascii: "[") {
      let reference = bytes[next + 1..<min(end, next + 1 + LinkLabel.longest)]
      if let close = reference.firstIndex(of: UInt8(ascii: "]")) {
        let name = close == next + 1 ? label : next + 1..<close
        if context.defines(name) { return close + 1 }
      }
    }
    return !hasInner && context.defines(label) ? next : nil
  }
}

extension UInt8 {
  /// ASCII punctuation (CommonMark 0.30, section 2.1).
  var isPunctuation: Bool {
    switch self {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }
}
