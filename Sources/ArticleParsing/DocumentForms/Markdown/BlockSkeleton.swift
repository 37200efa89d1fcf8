/// A document without its words: all that cmark needs to find the blocks.
///
/// Blocks begin and end by how lines begin. So of a line that begins with a word, whatever stands
/// before it, only what stands before it is kept, and one letter for the rest; and of several such
/// lines with the same indentation only the first is kept, since each further one belongs to whatever
/// the first belongs to. cmark then has neither words to copy nor inline structure to read, which is
/// most of its work, and makes the same tree of the skeleton as of the document: the same blocks,
/// which begin in the same columns of the same lines, by ``lines``, and end in front of the same lines.
///
/// And of paragraphs outside everything else, with nothing but blank lines between them, only the
/// first is kept; ``paragraph(in:of:from:)`` finds all of them again.
///
/// What would be nested deeper than ``deepest`` is a word: a paragraph in what is that deep, as the
/// reader then finds it in the document's own bytes. cmark looks at all that a line stands in, for each
/// line, and its time would grow with the square.
///
/// Lines are kept as they are where more than their beginnings count: fences of backticks; what may
/// be the definition of a link, and all lines behind it up to a blank one; and lines that may begin a
/// block of HTML or, behind such a line, end one.
struct BlockSkeleton {
  /// The skeleton, each of its lines ended by a line feed; behind them a blank line of its own, so
  /// that there is a line behind every block.
  private(set) var bytes: [UInt8] = []
  /// Where each line of the document begins, the first one at the body's start.
  private(set) var lineStarts: [Int]
  /// For each line of the skeleton the index of the document's line that it stands for.
  private(set) var lines: [Int] = []

  /// What may stand before a line's first word and still count for the blocks: white space, and what
  /// quotations, headings, items, fences and lines across are made of.
  private static let marks = ASCIISet(" \t>#-+*_=~.)0123456789")

  private static let emphasis = ASCIISet("*_")

  /// How deep quotations and items may be nested in one another.
  static let deepest = 100

  /// Whether a line before may have begun a block of HTML.
  private var mayBeMarkup = false
  /// Whether a line before, with no blank one since, may have begun the definition of a link.
  private var mayBeDefinition = false
  /// The indentation of the line before, if that is all that stands before its first word.
  private var indentation: Int?
  /// Whether the line before is blank, or there is none.
  private var isBehindBlank = true
  /// Whether the last line kept is a word at a line's beginning behind a blank line: a paragraph
  /// outside everything else, if it is no part of code or markup.
  private var endsInParagraph = false
  /// Then the blank line that stands behind it, which is kept only if no such line comes next.
  private var blank: Int?
  /// The last paragraph left out, if it may go on: the blank line before it, and its first line.
  private var leftOut: (blank: Int, word: Int)?

  /// Takes a document's lines from the body's start on. Linear, one pass.
  init(_ document: [UInt8], from bodyStart: Int) {
    lineStarts = [bodyStart]
    lineStarts.reserveCapacity((document.count - bodyStart) / 32)
    bytes.reserveCapacity((document.count - bodyStart) / 8)
    // cmark leaves out a byte order mark, and then the columns are not the document's.
    let isMarked = document.has("\u{FEFF}", at: bodyStart)
    if isMarked {
      // Not at its beginning, where a blank line makes no block.
      bytes.append(.lineFeed)
      lines.append(0)
    }
    var ends = LineEnds(document)
    var start = bodyStart
    while start < document.count {
      let end = ends.next(from: start)
      let index = lineStarts.count - 1
      if isMarked {
        let text = start == bodyStart ? start + 3 : start
        if let deep = Self.endOfNesting(document, text..<max(text, end), before: end) {
          addDeep(start..<end, of: document, index, from: deep)
        } else {
          keep(start..<end, of: document, index)
        }
      } else {
        add(start..<end, of: document, index)
      }
      start = end + (document.has("\r\n", at: end) ? 2 : 1)
      if end < document.count { lineStarts.append(start) }
    }
    leftOut = nil
    endParagraph()
    bytes.append(.lineFeed)
  }

  private mutating func add(_ line: Range<Int>, of document: [UInt8], _ index: Int) {
    var text = line.lowerBound
    while text < line.upperBound, document[text] == .space { text += 1 }
    guard text < line.upperBound else { return addBlank(line, of: document, index) }
    defer { isBehindBlank = false }
    var word = text
    while word < line.upperBound, Self.marks.contains(document[word]) { word += 1 }
    if let deep = Self.endOfNesting(document, line.lowerBound..<word, before: line.upperBound) {
      return addDeep(line, of: document, index, from: deep)
    }
    let isWord = beginsWord(document, word, line)
    // Marks of emphasis that touch the word are part of it, neither an item's bullet nor a line across.
    while isWord, word > text, Self.emphasis.contains(document[word - 1]) { word -= 1 }
    guard isWord, !mayBeDefinition,
      !(mayBeMarkup && document.contains(UInt8(ascii: ">"), in: word..<line.upperBound))
    else {
      endParagraph()
      keep(line, of: document, index)
      indentation = nil
      return
    }
    let indented = text == word ? text - line.lowerBound : nil
    if indented == 0, let blank {
      leftOut = (blank, index)
      self.blank = nil
      indentation = 0
      return
    }
    if let indented, indented == indentation { return }
    endParagraph()
    indentation = indented
    endsInParagraph = isBehindBlank && indented == 0
    for offset in line.lowerBound..<word { bytes.append(document[offset]) }
    bytes.append(UInt8(ascii: "x"))
    bytes.append(.lineFeed)
    lines.append(index)
  }

  /// Adds a line with marks of what would be nested too deep: the first of these is its word.
  private mutating func addDeep(
    _ line: Range<Int>, of document: [UInt8], _ index: Int, from deep: Int
  ) {
    endParagraph()
    indentation = nil
    for offset in line.lowerBound..<deep { bytes.append(document[offset]) }
    bytes.append(UInt8(ascii: "x"))
    // What may end a definition or markup counts, wherever it stands.
    if mayBeDefinition || mayBeMarkup {
      bytes.append(contentsOf: document[(deep + 1)..<line.upperBound])
    }
    bytes.append(.lineFeed)
    lines.append(index)
  }

  /// Where the first mark of a quotation or an item stands, among those with which a line begins, that
  /// may be nested too deep; `nil` where none is. What it stands in is no deeper than the marks and
  /// half the columns of white space in front of it, since an item's text begins two columns behind
  /// its bullet or more.
  private static func endOfNesting(
    _ document: [UInt8], _ beginning: Range<Int>, before end: Int
  ) -> Int? {
    // No byte counts for more than two levels.
    guard beginning.count > deepest / 2 else { return nil }
    var marks = 0
    var columns = 0
    var offset = beginning.lowerBound
    while offset < beginning.upperBound, Self.marks.contains(document[offset]) {
      let byte = document[offset]
      let next = offset + 1
      let isSet = next >= end || document[next] == .space || document[next] == .tab
      switch byte {
      case .space: columns += 1
      case .tab: columns += 4
      case UInt8(ascii: ">"):
        marks += 1
        if marks + columns / 2 > deepest { return offset }
      case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"), UInt8(ascii: "."),
        UInt8(ascii: ")"):
        guard isSet else { break }
        marks += 1
        // The space behind it is the item's.
        columns -= 1
        if marks + columns / 2 > deepest {
          return isLineAcross(document, offset..<end) ? nil : offset
        }
      default: break
      }
      offset = next
    }
    return nil
  }

  /// Whether nothing but one mark and spaces stands in a range, as in a line across.
  private static func isLineAcross(_ document: [UInt8], _ range: Range<Int>) -> Bool {
    let mark = document[range.lowerBound]
    return (mark == UInt8(ascii: "-") || mark == UInt8(ascii: "*"))
      && document[range].allSatisfy { $0 == mark || $0 == .space || $0 == .tab }
  }

  private mutating func addBlank(_ line: Range<Int>, of document: [UInt8], _ index: Int) {
    mayBeDefinition = false
    indentation = nil
    isBehindBlank = true
    leftOut = nil
    if !endsInParagraph {
      keep(line, of: document, index)
    } else if blank == nil {
      blank = index
    }
  }

  /// Keeps what was left out behind a paragraph and counts, since something else than one follows.
  private mutating func endParagraph() {
    if let blank {
      bytes.append(.lineFeed)
      lines.append(blank)
    } else if let (blank, word) = leftOut {
      // What follows belongs to the paragraph that was left out, or ends it.
      bytes.append(.lineFeed)
      bytes.append(UInt8(ascii: "x"))
      bytes.append(.lineFeed)
      lines.append(blank)
      lines.append(word)
    }
    blank = nil
    leftOut = nil
    endsInParagraph = false
  }

  /// The next of the paragraphs for which one of the skeleton stands that begins in a first column:
  /// of lines without a blank one.
  ///
  /// - Parameters:
  ///   - kept: the lines of the skeleton, counted from 1, on which that one stands.
  ///   - document: the bytes that the skeleton was made of.
  ///   - line: the index of the document's line from which on it is looked for.
  /// - Returns: the indices of the paragraph's lines in the document.
  func paragraph(
    in kept: ClosedRange<Int>, of document: [UInt8], from line: Int
  ) -> Range<Int>? {
    guard kept.lowerBound > 0, kept.lowerBound <= lines.count else { return nil }
    let end = kept.upperBound < lines.count ? lines[kept.upperBound] : lineStarts.count
    var first = max(line, lines[kept.lowerBound - 1])
    while first < end, isBlank(first, of: document) { first += 1 }
    guard first < end else { return nil }
    var last = first + 1
    while last < end, !isBlank(last, of: document) { last += 1 }
    return first..<last
  }

  /// Whether nothing but spaces stands on a line of the document.
  private func isBlank(_ index: Int, of document: [UInt8]) -> Bool {
    var offset = lineStarts[index]
    while offset < document.count, document[offset] == .space { offset += 1 }
    return offset == document.count || document[offset].isLineBreak
  }

  private mutating func keep(_ line: Range<Int>, of document: [UInt8], _ index: Int) {
    bytes.append(contentsOf: document[line])
    bytes.append(.lineFeed)
    lines.append(index)
  }

  /// Whether what begins at an offset, behind all that may mark a block, is a word to cmark: nothing
  /// that may begin or end a block. Takes notice of what lets lines behind this one count.
  private mutating func beginsWord(_ document: [UInt8], _ offset: Int, _ line: Range<Int>) -> Bool {
    guard offset < line.upperBound else {
      if mayBeDefinition, document[line].allSatisfy({ $0 == .space || $0 == .tab }) {
        mayBeDefinition = false
      }
      return false
    }
    switch document[offset] {
    case UInt8(ascii: "<"):
      mayBeMarkup = true
      return false
    case UInt8(ascii: "["):
      if Self.mayBeLabel(document, offset + 1..<line.upperBound) { mayBeDefinition = true }
      return !mayBeDefinition
    case UInt8(ascii: "`"):
      return !document.has("```", at: offset)
    // No control character begins a word: some are white space to cmark.
    case let byte: return byte > .space && byte != 0x7F
    }
  }

  /// Whether a bracket that was opened is closed by `]:` or not closed on its line at all.
  private static func mayBeLabel(_ document: [UInt8], _ range: Range<Int>) -> Bool {
    var offset = range.lowerBound
    while offset < range.upperBound {
      switch document[offset] {
      case UInt8(ascii: "["): return false
      case UInt8(ascii: "]"): return document.has(":", at: offset + 1)
      case UInt8(ascii: "\\"): offset += 2
      default: offset += 1
      }
    }
    return true
  }
}
