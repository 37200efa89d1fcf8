import ArticleGrammar
import FoundationEssentials
import Testing

@testable import ArticleParsing

/// The same document as Markdown and as plain text.
///
/// What differs by design, and is therefore kept out of the documents here:
/// - bullets that are none in Markdown (`•` `–` `‣` `・`) and numbers that are none there (`I.` `a.` `(1)`
///   `1°`): the Markdown gets `-` and `1.` in their place, so quotes differ, and Roman numerals and letters
///   count the same;
/// - emphasis: bold has no counterpart in plain text, where the same lead-in ends in a colon, and a
///   standfirst is all emphasis in Markdown and only short in plain text;
/// - the level of a heading: an underline or a number says it in plain text, the number of `#` in
///   Markdown, so levels are not compared;
/// - a heading `5. …` behind an item `4. …`: in plain text it is the next item, so headings are not
///   numbered where lists are numbered alike;
/// - tables, code, links, quotations and front matter, which only Markdown has.
@Suite struct `a document in two forms` {
  /// How a list is marked in plain text, and in Markdown.
  enum Marks: CaseIterable {
    case dash, star, plus, dot, enDash, triangle, middleDot
    case point, bracket, brackets, roman, letter, degree, wide, circled

    /// The marker of an item, counted from 0, in plain text.
    func plain(_ index: Int) -> String {
      let number = index + 1
      switch self {
      case .dash: return "- "
      case .star: return "* "
      case .plus: return "+ "
      case .dot: return "• "
      case .enDash: return "– "
      case .triangle: return "‣ "
      case .middleDot: return "・"
      case .point: return "\(number). "
      case .bracket: return "\(number)) "
      case .brackets: return "(\(number)) "
      case .roman: return "\(["I", "II", "III", "IV", "V"][index % 5]). "
      case .letter: return "\(["a", "b", "c", "d", "e"][index % 5])) "
      case .degree: return "\(number)° "
      case .wide: return "\(["１", "２", "３", "４", "５"][index % 5])．"
      case .circled: return "\(["①", "②", "③", "④", "⑤"][index % 5])"
      }
    }

    func markdown(_ index: Int) -> String {
      switch self {
      case .dash, .dot, .enDash, .triangle, .middleDot: "- "
      case .star: "* "
      case .plus: "+ "
      case .point, .brackets, .roman, .letter, .degree, .wide, .circled: "\(index + 1). "
      case .bracket: "\(index + 1)) "
      }
    }
  }

  /// What stands behind a lead-in; in Markdown one may be bold.
  enum LeadInMark: String, CaseIterable { case colon = ": ", dash = " – ", bold = "" }

  /// How a heading is marked in plain text.
  enum HeadingStyle: CaseIterable { case line, underlined, capitals, numbered }

  struct Item {
    var label: String?
    var mark = LeadInMark.colon
    var text: String
    /// A further paragraph of the item.
    var continuation: String?
    var details: [String] = []
  }

  enum Part {
    case paragraph(String)
    case label(String)
    case list(Marks, [Item], isLoose: Bool)
  }

  struct Chapter {
    var heading: String
    var parts: [Part]
  }

  struct Paper {
    var title: String
    var standfirst: String?
    var introduction: String
    var chapters: [Chapter]
  }

  // MARK: The documents

  static let words = [
    "harbour", "ferry", "school", "market", "bridge", "council", "winter", "quay", "garden", "mill",
  ]

  static func sentence(_ generator: inout Xorshift) -> String {
    let count = Int.random(in: 4...9, using: &generator)
    let words = (0..<count).map { _ in Self.words.randomElement(using: &generator) ?? "" }
    return "The \(words.joined(separator: " ")) stays."
  }

  static func list(_ generator: inout Xorshift, _ marks: Marks) -> Part {
    let items = (0..<Int.random(in: 2...4, using: &generator)).map { _ in
      let isLabelled = Bool.random(using: &generator)
      return Item(
        label: isLabelled ? words.randomElement(using: &generator)?.capitalized : nil,
        mark: LeadInMark.allCases.randomElement(using: &generator) ?? .colon,
        text: sentence(&generator),
        continuation: Int.random(in: 0...4, using: &generator) == 0 ? sentence(&generator) : nil,
        details: Int.random(in: 0...3, using: &generator) == 0 ? [sentence(&generator)] : [])
    }
    return .list(marks, items, isLoose: Bool.random(using: &generator))
  }

  /// A document of its own for each number; every style of list is used by every fifteenth.
  static func paper(_ number: Int) -> Paper {
    var generator = Xorshift(state: UInt64(number) &* 0x9E37_79B9_7F4A_7C15 | 1)
    for _ in 0..<8 { _ = generator.next() }
    let marks = Marks.allCases[number % Marks.allCases.count]
    let single = [
      "What the Governors Want", "Objectives", "Non-Goals", "Advantages", "Possible Drawbacks",
      "Key Takeaways", "Background", "Harbour Affairs", "Risks and Mitigations", "Conclusion",
    ]
    var chapters = single.shuffled(using: &generator).prefix(3).map { heading in
      let prose = Part.paragraph(sentence(&generator))
      let list = list(&generator, marks)
      return Chapter(
        heading: heading,
        parts: Bool.random(using: &generator)
          ? [list] : Bool.random(using: &generator) ? [prose, list] : [prose])
    }
    chapters.append(
      Chapter(
        heading: "Pros and Cons",
        parts: [
          .label("Potential Pros:"), list(&generator, marks), .label("Cons:"),
          list(&generator, marks),
        ]))
    chapters.append(
      Chapter(
        heading: "The Short of It",
        parts: [.paragraph("Pros: cheap; quiet; near the quay"), .paragraph("Drawback: it leaks.")])
    )
    chapters.append(
      Chapter(
        heading: "Outlook",
        parts: [
          .paragraph(
            "\(sentence(&generator)) If the \(words[number % 10]) closes, the ferry will stop.")
        ]))
    chapters.append(Chapter(heading: "Call to Action", parts: [.paragraph(sentence(&generator))]))
    let body = (0..<4).map { _ in sentence(&generator) }.joined(separator: " ")
    return Paper(
      title: "A Paper on the \(words[number % 10].capitalized)",
      standfirst: Bool.random(using: &generator) ? sentence(&generator) : nil,
      introduction: body, chapters: chapters)
  }

  // MARK: The forms

  /// A text on lines of at most forty characters, those behind the first one indented.
  static func wrapped(_ text: String, _ indent: String) -> String {
    var lines = [""]
    for word in text.split(separator: " ") {
      if lines[lines.count - 1].count + word.count > 40 { lines.append(indent) }
      let isFirst = lines[lines.count - 1].allSatisfy { $0 == " " }
      lines[lines.count - 1] += (isFirst ? "" : " ") + word
    }
    return lines.joined(separator: "\n")
  }

  static func markdown(_ paper: Paper) -> String {
    var blocks = ["# \(paper.title)"]
    if let standfirst = paper.standfirst { blocks.append("*\(standfirst)*") }
    blocks.append(paper.introduction)
    for chapter in paper.chapters {
      blocks.append("## \(chapter.heading)")
      for part in chapter.parts {
        switch part {
        case .paragraph(let text), .label(let text): blocks.append(wrapped(text, ""))
        case .list(let marks, let items, let isLoose):
          blocks.append(
            items.enumerated().map { index, item in
              let label =
                item.label.map { item.mark == .bold ? "**\($0):** " : $0 + item.mark.rawValue }
                ?? ""
              let marker = marks.markdown(index)
              let indent = String(repeating: " ", count: marker.count)
              return marker + wrapped(label + item.text, indent)
                + (item.continuation.map { "\n\n" + indent + wrapped($0, indent) } ?? "")
                + item.details.map { "\n\(indent)- \($0)" }.joined()
            }.joined(separator: isLoose ? "\n\n" : "\n"))
        }
      }
    }
    return blocks.joined(separator: "\n\n") + "\n"
  }

  static func plain(_ paper: Paper, _ style: HeadingStyle) -> String {
    var blocks = [paper.title]
    if let standfirst = paper.standfirst { blocks.append(standfirst) }
    blocks.append(paper.introduction)
    for (number, chapter) in paper.chapters.enumerated() {
      let heading = chapter.heading
      switch style {
      case .line: blocks.append(heading)
      case .underlined: blocks.append(heading + "\n" + String(repeating: "=", count: heading.count))
      case .capitals: blocks.append(heading.uppercased())
      case .numbered: blocks.append("\(number + 1). \(heading)")
      }
      for part in chapter.parts {
        switch part {
        case .paragraph(let text), .label(let text): blocks.append(wrapped(text, ""))
        case .list(let marks, let items, let isLoose):
          blocks.append(
            items.enumerated().map { index, item in
              let label = item.label.map { $0 + (item.mark == .dash ? " – " : ": ") } ?? ""
              return marks.plain(index) + wrapped(label + item.text, "   ")
                + (item.continuation.map { "\n\n   " + wrapped($0, "   ") } ?? "")
                + item.details.map { "\n    - \($0)" }.joined()
            }.joined(separator: isLoose ? "\n\n" : "\n"))
        }
      }
    }
    return blocks.joined(separator: "\n\n") + "\n"
  }

  /// What both forms must agree in, in lines that a reader of a failure can compare.
  static func summary(_ article: Article, foldingCase: Bool) -> [String] {
    func folded(_ heading: String) -> String { foldingCase ? heading.uppercased() : heading }
    var lines = ["title \(article.title ?? "-")", "standfirst \(article.standfirst ?? "-")"]
    lines += article.sections.map { section in
      let heading = section.heading.map {
        folded($0).drop { $0.isNumber || $0 == "." || $0 == " " }
      }
      return "section \(section.kind) \(heading ?? "-")"
    }
    for kind in PointKind.allCases {
      lines += article[kind].map { point in
        "\(point.id) \(point.number ?? 0) [\(point.label ?? "-")] \(point.text)"
          + " q=\(point.qualifier ?? "-") a=\(folded(point.actor ?? "-")) \(point.rule)"
          + " \(point.details.map(\.text))"
      }
    }
    lines += article.outlook?.scenarios.map { "if \($0.condition): \($0.consequence)" } ?? []
    lines.append("call \(article.callToAction?.text ?? "-")")
    lines += article.diagnostics.map { "noted \($0.code)" }
    return lines
  }

  @Test(arguments: 0..<300)
  func `says the same`(number: Int) {
    let paper = Self.paper(number)
    let marks = Marks.allCases[number % Marks.allCases.count]
    let chosen = HeadingStyle.allCases[number / Marks.allCases.count % HeadingStyle.allCases.count]
    let style = chosen == .numbered && marks == .point ? .line : chosen
    let plain = ArticleParser().parse(SourceText(Self.plain(paper, style)), media: .plainText)
    let markdown = ArticleParser().parse(SourceText(Self.markdown(paper)), media: .markdown)
    let difference = Self.summary(plain, foldingCase: style == .capitals).difference(
      from: Self.summary(markdown, foldingCase: style == .capitals))
    let changes = difference.map { change in
      switch change {
      case .insert(_, let line, _): "plain text: \(line)"
      case .remove(_, let line, _): "Markdown: \(line)"
      }
    }
    #expect(
      changes.isEmpty,
      "\(changes.joined(separator: "\n"))\n\(Self.plain(paper, style))")
    // The documents are no empty ones: both sides of the argument are there in every one.
    #expect(markdown.pros.count >= 2 && markdown.cons.count >= 2)
    #expect(markdown.outlook?.scenarios.count == 1)
  }
}
