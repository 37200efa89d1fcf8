/// A text that repeats itself: the shape of what is slow to read, found by chance among the pieces of
/// the grammars.
package struct Period: Sendable, CustomStringConvertible {
  /// What stands once in front.
  package let frame: String
  /// What is repeated in the first half, or in all of the text.
  package let unit: String
  /// What is repeated in the second half; `nil` where the first goes on.
  package let other: String?

  /// A period by chance.
  package init(using generator: inout some RandomNumberGenerator) {
    func pieces(_ count: ClosedRange<Int>) -> String {
      (0..<Int.random(in: count, using: &generator)).map { _ in
        Self.pieces.randomElement(using: &generator) ?? ""
      }.joined()
    }
    frame = Self.frames.randomElement(using: &generator) ?? ""
    unit = pieces(1...6)
    other = Int.random(in: 0..<3, using: &generator) == 0 ? pieces(1...4) : nil
  }

  /// A period that is known.
  package init(frame: String = "", _ unit: String, _ other: String? = nil) {
    self.frame = frame
    self.unit = unit
    self.other = other
  }

  /// The text of about as many bytes.
  package func text(_ length: Int) -> [UInt8] {
    let halves = [unit, other ?? unit]
    return halves.reduce(into: Array(frame.utf8)) { text, unit in
      let count = Swift.max(1, length / halves.count / unit.utf8.count)
      text += Array(String(repeating: unit, count: count).utf8)
    }
  }

  /// How to write it down again.
  package var description: String {
    "Period(frame: \(frame.debugDescription), \(unit.debugDescription), \(other.debugDescription))"
  }

  /// What the grammars are made of: marks of Markdown, of plain text and of tags, words of the
  /// vocabulary, and white space of all kinds.
  private static let pieces = [
    "[", "]", "](", "](<", "[a](", "[a](<", "[a]: /u\n", "[^1]", "![", "(", ")", "<", ">", "</",
    "<a ",
    "<a b=\"", "<a b='", "<b>", "<br>", "<!--", "-->", "<?", "?>", "<![CDATA[", "]]>", "<!A",
    "<http:",
    "@", "*", "**", "***", "_", "__", "~~", "`", "``", "```\n", "~~~\n", "\\", "&", "&amp;",
    "&nGt;",
    "&#35;", "\"", "'", "“", "”", "’s ", "|", "|-|", "| a ", "\\|", "#", "# ", "\n# ", "\n## ",
    "===\n",
    "\n---\n", "- ", "* ", "+ ", "• ", "– ", " – ", "1. ", "2) ", "(a) ", "IV. ", "> ", ">", "\n- ",
    "\n  - ", "\n    - ", "\n1. ", "\n> ", "\n", "\n\n", "\r\n", "\r", " ", "  ", "    ", "\t",
    "\u{A0}",
    "\u{3000}", "\u{202F}", "\u{2028}", "\u{B}", "\u{C}", "\u{0}", "a", "A", "ab ", "a b c ", "é",
    "漢",
    "ア", "가", "ع", "🙂", "✅ ", "❌ ", "\u{301}", "\u{200D}", "1", "2025", ".", ". ", "! ", "? ",
    "...",
    "。", "、", "：", "；", ":", ": ", ";", "; ", ",", ", ", "/", "+", "-", "=", "$", "{", "}", "If ",
    "then ", "Pros", "Cons", "Pros: ", "Cons: ", "**Pros:** ", "**Cons:** ", "Advantages of ",
    "pro ",
    "con ", "goals ", "What ", "wants", "Goals: ", "Good, because ", "Bad, because ", "None", "N/A",
    "Option ", "Benefits and Risks", "Key: ", "By ", "9 August 2025", "Title", "title: ", "tags: [",
    "---\n", "+++\n", "メリット", "長所：", "преимущества ",
  ]

  /// Where it may stand: a heading, an item, a cell, a label, a quotation, front matter.
  private static let frames = [
    "", "# ", "# Pros\n\n", "# Cons\n\n", "# Pros\n\n- ", "# Cons\n\n- ", "# Pros\n\n- **",
    "# Pros\n\n- a\n\n  - ", "Pros: ", "Cons: ", "**Pros:** ", "- Cons: ", "# Pros and Cons\n\n",
    "# Pros and Cons: a\n\n- ", "# Outlook\n\nIf ", "# Outlook\n\n", "| Pros | Cons |\n|--|--|\n| ",
    "| a | b |\n|--|--|\n| Pros | ", "> ", "- ", "1. ", "---\ntitle: ", "---\ntags:\n- ",
    "Title\n\n",
    "# Options\n\n## A\n\n### Pros\n\n", "A’s goals are:\n\n1. ", "[a]: /u\n\n# Pros\n\n- ",
    "<div>\n",
    "```\n", "Pros\n====\n\n", "# Call to action\n\n", "# Goals and non-goals\n\n",
  ]
}
