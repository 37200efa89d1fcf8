/// Says what kind of document a text is, when nobody else does.
///
/// Total, and linear in the text: one pass over the bytes. A text is Markdown when it has one mark
/// that plain text has no use for, or two that only together say it:
///
/// - front matter with something in it;
/// - a heading of one to six `#`, white space and a text;
/// - a fence of three or more backticks that is closed;
/// - a table: a line with a bar over a line of bars and dashes;
/// - a link, image or reference: `[…](…)`, `[…]: …`;
/// - strong emphasis: `**` at the beginning of a word and again at the end of one, in one line;
/// - a list item, and code or emphasis within a line: `` `…` ``, `*…*`, `_…_`.
///
/// Lists alone, underlined headings and rows of tildes are no marks: plain text has them too. A text with a NUL, or in which one character of a hundred is a control that no text has, is
/// binary.
package enum MediaRecognition {
  /// The kind of document that a text is; `nil` for one that is binary.
  package static func media(of text: SourceText) -> DocumentMedia? {
    guard !isBinary(text.utf8) else { return nil }
    if let front = FrontMatter(text), !front.values.isEmpty || !front.tags.isEmpty {
      return .markdown
    }
    var marks = MarkdownMarks()
    for line in LineReader(text).lines {
      marks.append(line, in: text.utf8)
      if marks.areMarkdown { return .markdown }
    }
    return .plainText
  }

  private static func isBinary(_ bytes: [UInt8]) -> Bool {
    var controls = 0
    for byte in bytes where byte < 0x20 || byte == 0x7F {
      if byte == 0 { return true }
      // Tab, the line breaks, form feed and, in what came from a terminal, backspace and escape.
      let isOfText = (0x08...0x0D).contains(byte) || byte == 0x1B
      if !isOfText { controls += 1 }
    }
    return controls > bytes.count / 100
  }
}

/// The marks of Markdown that were seen so far.
private struct MarkdownMarks {
  private(set) var areMarkdown = false
  private var hasItem = false
  private var hasInline = false
  /// The length of the fence that is open.
  private var fenceLength: Int?
  /// Whether the line before has a bar, so that a table may begin below it.
  private var isBelowBar = false

  mutating func append(_ line: Line, in bytes: [UInt8]) {
    guard !line.isBlank else {
      isBelowBar = false
      return
    }
    let text = bytes[line.text]
    guard !consumeFence(text) else { return }
    if line.indent < 4,
      isHeading(text) || isDefinition(text) || isBelowBar && isDelimiterRow(text)
    {
      areMarkdown = true
      return
    }
    if isItem(text) { hasItem = true }
    consumeInline(text)
    isBelowBar = text.contains(UInt8(ascii: "|"))
    if hasItem, hasInline { areMarkdown = true }
  }

  // MARK: Lines

  /// Takes a fence, and everything in one: what stands there, were it never closed, is no mark.
  private mutating func consumeFence(_ text: ArraySlice<UInt8>) -> Bool {
    let length = text.prefix { $0 == .backtick }.count
    let info = text.dropFirst(length)
    if let open = fenceLength {
      if length >= open, info.isEmpty { areMarkdown = true }
      return true
    }
    // The info string has no backtick (CommonMark section 4.5).
    guard length >= 3, !info.contains(.backtick) else { return false }
    fenceLength = length
    return true
  }

  private func isHeading(_ text: ArraySlice<UInt8>) -> Bool {
    let marks = text.prefix { $0 == UInt8(ascii: "#") }
    let rest = text[marks.endIndex...]
    return (1...6).contains(marks.count) && rest.first?.isSpace == true
  }

  /// `[label]: destination`.
  private func isDefinition(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.first == UInt8(ascii: "["),
      let close = text.firstIndex(of: UInt8(ascii: "]")), close > text.startIndex + 1
    else { return false }
    let rest = text[(close + 1)...]
    return rest.first == UInt8(ascii: ":") && rest.dropFirst().first?.isSpace == true
      && rest.count > 2
  }

  private func isDelimiterRow(_ text: ArraySlice<UInt8>) -> Bool {
    text.contains(UInt8(ascii: "|")) && text.contains(UInt8(ascii: "-"))
      && text.allSatisfy {
        $0 == UInt8(ascii: "|") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ":") || $0.isSpace
      }
  }

  private func isItem(_ text: ArraySlice<UInt8>) -> Bool {
    let digits = text.prefix { $0.isDigit }
    let rest = text[digits.endIndex...]
    guard let mark = rest.first, rest.dropFirst().first?.isSpace == true else { return false }
    return digits.isEmpty
      ? mark == UInt8(ascii: "-") || mark == .asterisk || mark == UInt8(ascii: "+")
      : digits.count <= 9 && (mark == UInt8(ascii: ".") || mark == UInt8(ascii: ")"))
  }

  // MARK: Within a line

  /// Looks for what is opened and closed in one line. Each byte is looked at once: of every mark it
  /// is known whether one is open, never where.
  private mutating func consumeInline(_ text: ArraySlice<UInt8>) {
    var hasOpenCode = false
    var openRun: [UInt8: Set<Int>] = [:]
    var link = LinkState.outside
    var index = text.startIndex
    while index < text.endIndex {
      let byte = text[index]
      switch byte {
      case UInt8(ascii: "\\"):
        index += 2
        continue
      case .backtick:
        if hasOpenCode { hasInline = true }
        hasOpenCode.toggle()
      case .asterisk, .underscore:
        let run = text[index...].prefix { $0 == byte }
        let before = index > text.startIndex ? text[index - 1] : .space
        let after = run.endIndex < text.endIndex ? text[run.endIndex] : .space
        let length = min(run.count, 3)
        if !before.isSpace, !after.isWordByte, openRun[byte]?.contains(length) == true {
          if length == 1 || byte == .underscore { hasInline = true } else { areMarkdown = true }
        } else if !after.isSpace, !before.isWordByte {
          openRun[byte, default: []].insert(length)
        }
        index = run.endIndex - 1
      default: break
      }
      if link.accepts(byte) { areMarkdown = true }
      index += 1
    }
  }

  /// How much of `[…](…)` has been seen.
  private enum LinkState {
    case outside, text, textEnd, destination

    /// Goes on with a byte; `true` at the end of a link.
    mutating func accepts(_ byte: UInt8) -> Bool {
      switch (self, byte) {
      case (.textEnd, UInt8(ascii: "(")): self = .destination
      case (.destination, UInt8(ascii: ")")): return true
      case (.destination, .space): self = .outside
      case (.destination, _): break
      case (.text, UInt8(ascii: "]")): self = .textEnd
      case (_, UInt8(ascii: "[")): self = .text
      case (.text, _): break
      case (.outside, _), (.textEnd, _): self = .outside
      }
      return false
    }
  }
}

extension UInt8 {
  fileprivate static let backtick = UInt8(ascii: "`")
  fileprivate static let asterisk = UInt8(ascii: "*")
  fileprivate static let underscore = UInt8(ascii: "_")
  fileprivate var isWordByte: Bool { isLetter || isDigit }
}
