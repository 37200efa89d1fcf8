import ArticleParsing
import Foundation
import Testing

/// The page of rules, held to what the parser does.
@Suite struct `the page of rules` {
  /// One example: a document, and the block of JSON behind it.
  struct Example: CustomTestStringConvertible {
    /// Its number on the page, and the heading above it.
    let testDescription: String
    let media: DocumentMedia
    let document: String
    let json: String
  }

  static let page: String = {
    let path = Fixtures.directory.deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Sources/ArticleParsing/ArticleParsing.docc/Rules.md")
    return (try? String(contentsOf: path, encoding: .utf8)) ?? ""
  }()

  /// The fenced blocks of the page with what they say they are, and the headings they stand under.
  private static let blocks: [(heading: String, info: String, text: String)] = {
    var blocks: [(String, String, String)] = []
    var open: (info: String, lines: [Substring])?
    var heading = ""
    for line in page.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        if let block = open {
          blocks.append((heading, block.info, block.lines.map { $0 + "\n" }.joined()))
          open = nil
        } else {
          open = (String(line.dropFirst(3)), [])
        }
      } else if open != nil {
        open?.lines.append(line)
      } else if line.hasPrefix("#") {
        heading = String(line.drop { $0 == "#" || $0 == " " })
      }
    }
    return blocks
  }()

  static let examples: [Example] = zip(blocks, blocks.dropFirst()).enumerated().compactMap {
    index, pair in
    guard
      let media = DocumentMedia(rawValue: "text/\(pair.0.info == "text" ? "plain" : pair.0.info)"),
      pair.1.info == "json"
    else { return nil }
    return Example(
      testDescription: "\(index / 2 + 1), \(pair.0.heading)", media: media, document: pair.0.text,
      json: pair.1.text)
  }

  @Test func `every block belongs to an example`() {
    #expect(Self.examples.count >= 24)
    #expect(Self.blocks.count == Self.examples.count * 2)
  }

  @Test(arguments: examples)
  func `is right`(example: Example) throws {
    let expected = try JSONSerialization.jsonObject(with: Data(example.json.utf8))
    let article = ArticleParser().parse(SourceText(example.document), media: example.media)
    Self.expect(Self.members(of: article), toHave: expected, at: "")
  }

  @Test(
    arguments: Rule.allCases.map(\.rawValue) + Section.Kind.allCases.map(\.rawValue)
      + Diagnostic.Code.allCases.map(\.rawValue) + PointKind.allCases.map(\.rawValue))
  func `names everything that an answer may name`(name: String) {
    let prose = Self.page.replacing("nonGoals", with: "non-goal")
    #expect(prose.contains(name))
  }

  @Test(arguments: Rule.allCases)
  func `shows a point of every rule, under its name`(rule: Rule) {
    let article = Self.examples.filter { $0.testDescription.hasSuffix(", \(rule.rawValue)") }.map {
      ArticleParser().parse(SourceText($0.document), media: $0.media)
    }
    let points = article.flatMap { article in PointKind.allCases.flatMap { article[$0] } }
    #expect(points.contains { $0.rule == rule })
  }

  // MARK: Comparison

  /// Compares what the page says with what there is: members it does not name may be anything, lists
  /// are whole.
  private static func expect(_ found: Any?, toHave expected: Any, at place: String) {
    switch (expected, found) {
    case (let expected as [String: Any], let found as [String: Any]):
      for (name, value) in expected { expect(found[name], toHave: value, at: "\(place)/\(name)") }
    case (let expected as [Any], let found as [Any]):
      #expect(found.count == expected.count, "\(place) has \(found)")
      for (index, pair) in zip(found, expected).enumerated() {
        expect(pair.0, toHave: pair.1, at: "\(place)/\(index)")
      }
    case (let expected as String, let found as String): #expect(found == expected, "\(place)")
    case (let expected as Int, let found as Int): #expect(found == expected, "\(place)")
    default: Issue.record("\(place): \(String(describing: found)) is not \(expected)")
    }
  }

  private static func members(of article: Article) -> [String: Any] {
    func points(_ points: [Point]) -> [[String: Any]] {
      points.map { point in
        let optional: [String: Any?] = [
          "number": point.number, "label": point.label, "qualifier": point.qualifier,
          "subject": point.subject, "actor": point.actor,
        ]
        return optional.compactMapValues { $0 }.merging([
          "text": point.text, "rule": point.rule.rawValue, "section": point.section,
          "details": point.details.map(\.text),
        ]) { $1 }
      }
    }
    let outlook = article.outlook.map { outlook in
      [
        "section": outlook.section,
        "scenarios": outlook.scenarios.map {
          ["condition": $0.condition, "consequence": $0.consequence]
        },
      ] as [String: Any]
    }
    let optional: [String: Any?] = [
      "title": article.title, "standfirst": article.standfirst, "byline": article.byline,
      "publishedAt": article.publishedAt,
      "language": article.language, "outlook": outlook,
      "callToAction": article.callToAction.map { ["section": $0.section, "text": $0.text] },
    ]
    return optional.compactMapValues { $0 }.merging([
      "sections": article.sections.map { section in
        let optional: [String: Any?] = ["heading": section.heading, "level": section.level]
        return optional.compactMapValues { $0 }.merging(["kind": section.kind.rawValue]) { $1 }
      },
      "objectives": points(article.objectives), "nonGoals": points(article.nonGoals),
      "pros": points(article.pros), "cons": points(article.cons),
      "neutral": points(article.neutral), "takeaways": points(article.takeaways),
      "diagnostics": article.diagnostics.map { ["code": $0.code.rawValue] },
    ]) { $1 }
  }
}
