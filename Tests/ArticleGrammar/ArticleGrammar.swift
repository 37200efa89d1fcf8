/// Texts made from the grammars that the parser reads, rather than from examples: what is long and
/// almost valid, which no change of a short text comes upon.
package enum ArticleGrammar {
  /// Labels and headings with which text begins, of both sides and of every other kind.
  package static let labels =
    sides.flatMap { ["\($0):", "**\($0):**", "**\($0)**", "- \($0):", "# \($0)\n\n", "✅ \($0): "] }
    + ["Goals:", "**Goals:**", "Non-goals:", "- Goals:", "Key takeaways:", "**Key takeaways:**"]
    + ["# A\n\nPros:", "# A\n\nCons:", "> Pros:", "Good, because", "- Bad, because", "1. Pros –"]
    + [
      "# Outlook\n\nIf", "# Pros and Cons\n\n- ✅", "| Pros | Cons |\n|--|--|\n|", "By", "- Pros -",
    ]

  private static let sides = ["Pros", "Cons", "Advantages", "Drawbacks"]

  /// An element within a line, of about as many bytes as it is asked for.
  package struct Inline: Sendable {
    package let name: String
    private let make: @Sendable (String) -> String
    /// Bytes that it has beside its filling.
    private let frame: Int
    private let filling: String

    init(
      _ name: String, filling: String = "u", _ make: @escaping @Sendable (String) -> String
    ) {
      self.name = name
      self.make = make
      self.filling = filling
      frame = make("").utf8.count
    }

    /// The element with so many bytes, or a few less.
    package func text(_ length: Int) -> String {
      make(
        String(repeating: filling, count: Swift.max(0, length - frame) / filling.utf8.count))
    }
  }

  /// Elements of Markdown that are rendered shorter or longer than they stand in the source, whole and
  /// cut short.
  package static let inlines = [
    Inline("image") { "![chart](/\($0))" }, Inline("image's text") { "![\($0)](/a)" },
    Inline("image in base 64") { "![a](data:image/png;base64,\($0))" },
    Inline("link") { "[a](/\($0))" }, Inline("link without text") { "[](/\($0))" },
    Inline("link in angle brackets") { "[a](</\($0)>)" },
    Inline("link's title") { "[a](b \"\($0)\")" },
    Inline("link cut short") { "[a](/\($0)" }, Inline("reference") { "[\($0)][]" },
    Inline("comment") { "<!--\($0)-->" }, Inline("comment cut short") { "<!--\($0)" },
    Inline("tag") { "<img src=\($0)>" }, Inline("tag's text") { "<b title='\($0)'>" },
    Inline("tag cut short") { "<img alt=\"\($0)" },
    Inline("address") { "<https://a.example/\($0)>" },
    Inline("instruction") { "<?\($0)?>" }, Inline("characters") { "<![CDATA[\($0)]]>" },
    Inline("footnote marks", filling: "[^1]") { $0 }, Inline("spaces", filling: "&nbsp;") { $0 },
    Inline("references", filling: "&nGt;") { $0 }, Inline("breaks", filling: "<br>") { $0 },
    Inline("code") { "`\($0)`" }, Inline("code cut short") { "`\($0)" },
    Inline("strong") { "**\($0)**" }, Inline("strong words", filling: "u ") { "**\($0)u**" },
    Inline("strong cut short") { "**\($0)" }, Inline("escapes", filling: "\\*") { $0 },
    Inline("word") { $0 }, Inline("words", filling: "u ") { $0 },
    Inline("emoji", filling: "✅") { $0 },
    Inline("ideographs", filling: "港") { $0 }, Inline("accents", filling: "é") { $0 },
    Inline("no-break spaces", filling: "\u{A0}") { $0 }, Inline("lines", filling: "u\n") { $0 },
    Inline("marks", filling: "!") { $0 }, Inline("quotations", filling: "> ") { $0 },
  ]

  /// What may stand behind.
  package static let tails = [
    "\n", " quiet; cheap\n\n- a\n  - b\n", ": a; b\n\nIf it rains, it pours.\n",
  ]

  /// Every length that decides something in the parser, such as that of the longest heading.
  package static let constants = [32, 60, 96, 100, 160, 200, 240, 400, 1_000]

  /// Texts of a label, an element and a tail, the first two together of about as many bytes as each
  /// constant; `deltas` says how many more or less.
  package static func longBeginnings(deltas: some Sequence<Int>) -> some Sequence<String> {
    labels.lazy.flatMap { longBeginnings(with: $0, deltas: deltas) }
  }

  /// The same of one label.
  package static func longBeginnings(
    with label: String, deltas: some Sequence<Int>
  ) -> some Sequence<String> {
    inlines.lazy.flatMap { inline in
      constants.lazy.flatMap { constant in
        deltas.lazy.flatMap { delta in
          tails.lazy.map { tail in
            "\(label) \(inline.text(constant + delta - label.utf8.count - 1))\(tail)"
          }
        }
      }
    }
  }
}

/// A small generator of random numbers, so that every run with a seed tests the same texts.
package struct Xorshift: RandomNumberGenerator {
  private var state: UInt64

  /// A generator that begins anywhere but at 0, where it would stay.
  package init(state: UInt64) { self.state = state == 0 ? 1 : state }

  package mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }
}
