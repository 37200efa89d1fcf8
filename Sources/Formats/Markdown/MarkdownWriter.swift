/// Writes CommonMark in which a document's own text stays text: no character of it can begin a
/// heading, a list, emphasis, a link, HTML, code or a table.
///
/// Headings, paragraphs and items are one line each. Text comes in as it stands in an article; runs
/// of white space and controls become one space, and what has a meaning in CommonMark or in GitHub's
/// dialect gets a backslash: some signs wherever they stand, others where a line begins.
struct MarkdownWriter: ~Copyable {
  /// What has been written.
  private(set) var bytes: [UInt8] = []

  init() {}

  /// A heading of level 1 to 6.
  mutating func heading(_ level: Int, _ text: String...) {
    beginBlock()
    for _ in 0..<level { bytes.append(UInt8(ascii: "#")) }
    bytes.append(UInt8(ascii: " "))
    inline(text.joined(separator: ": "))
    endLine()
  }

  /// A paragraph.
  mutating func paragraph(_ text: String) {
    beginBlock()
    inline(text)
    endLine()
  }

  /// Begins a list: what follows are items.
  mutating func beginList() { beginBlock() }

  /// An item, with its lead-in in bold; `depth` 0 for the outermost.
  mutating func item(_ lead: String?, _ text: String, depth: Int = 0) {
    for _ in 0..<depth * 2 { bytes.append(UInt8(ascii: " ")) }
    bytes.append(contentsOf: "- ".utf8)
    // What is emphasised may not begin with white space, of which Unicode has many kinds.
    let lead = String(
      (lead ?? "").unicodeScalars.drop {
        $0.value <= 0x20 || $0.value == 0x7F || $0.properties.isWhitespace
      })
    if !lead.isEmpty {
      bytes.append(contentsOf: "**".utf8)
      inline(lead + ":")
      bytes.append(contentsOf: "** ".utf8)
    }
    inline(text)
    endLine()
  }

  /// Blocks are an empty line apart.
  private mutating func beginBlock() {
    if !bytes.isEmpty { endLine() }
  }

  private mutating func endLine() {
    if bytes.last == UInt8(ascii: " ") { bytes.removeLast() }
    bytes.append(UInt8(ascii: "\n"))
  }

  // MARK: Text

  /// Text within a line. Linear.
  private mutating func inline(_ text: String) {
    let start = bytes.count
    var needsSpace = false
    // Digits at the beginning of the text, and nothing else, so far.
    var isNumber = true
    let text = Array(text.utf8)
    for (index, byte) in text.enumerated() {
      guard byte > 0x20, byte != 0x7F else {
        needsSpace = bytes.count > start
        continue
      }
      if needsSpace {
        bytes.append(UInt8(ascii: " "))
        needsSpace = false
        isNumber = false
      }
      let place: Place = bytes.count == start ? .first : isNumber ? .afterNumber : .within
      if Self.hasMeaning(byte, place, after: text[..<index], before: text[(index + 1)...]) {
        bytes.append(UInt8(ascii: "\\"))
      }
      bytes.append(byte)
      isNumber = isNumber && (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
  }

  private enum Place {
    case first, afterNumber, within
  }

  /// Whether a character would mean something else than itself.
  private static func hasMeaning(
    _ byte: UInt8, _ place: Place, after: ArraySlice<UInt8>, before: ArraySlice<UInt8>
  ) -> Bool {
    switch byte {
    case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"),
      UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "<"), UInt8(ascii: ">"),
      UInt8(ascii: "&"), UInt8(ascii: "|"), UInt8(ascii: "~"):
      true
    // A heading; the end of one.
    case UInt8(ascii: "#"): after.last.map { $0 <= 0x20 || $0 == 0x7F || $0 == byte } ?? true
    // An item or a rule. What would make a heading of the line above never stands below one.
    case UInt8(ascii: "-"), UInt8(ascii: "+"): place == .first
    case UInt8(ascii: ")"): place == .afterNumber
    // A number with its mark; what GitHub makes a link of.
    case UInt8(ascii: "."):
      place == .afterNumber || after.suffix(3).elementsEqual("www".utf8) { $0 | 0x20 == $1 }
    case UInt8(ascii: ":"): before.first == UInt8(ascii: "/")
    default: false
    }
  }
}
