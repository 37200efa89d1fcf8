@testable import ArticleParsing
import ArticleStore

/// An article in which everything is there, made by hand: what parsing gives is not the question
/// here.
enum SampleArticle {
  static let text = """
    Summit "2025"
    Objectives
    1. Recognition: A seat at the table…
    Pros
    - Peace: Talks reduce risk.
      - Fewer shells
    If talks fail, war goes on.
    Write to us.

    """

  static var article: Article {
    var article = Article(
      text: SourceText(text), media: .plainText, language: "en", title: "Summit \"2025\"",
      standfirst: "A short one.", byline: "A. Writer", publishedAt: "2025-08-09",
      statistics: Statistics(words: 20, characters: 150, readingMinutes: 1))
    article.sections = [
      Section(
        id: "objectives", kind: .objectives, heading: "Objectives", level: 1,
        source: range("Objectives"), paragraphs: [range("A seat at the table…")]),
      Section(
        id: "pros", kind: .pros, heading: "Pros", level: 2, parent: "objectives",
        source: range("Pros"), paragraphs: []),
    ]
    article.objectives = [
      Point(
        id: "objective-1", number: 1, label: "Recognition", text: "A seat at the table…",
        actor: "Someone", section: "objectives", rule: .labelledListItem,
        source: range("1. Recognition: A seat at the table…"))
    ]
    article.pros = [
      Point(
        id: "pro-1", label: "Peace", text: "Talks reduce risk.", qualifier: "potential",
        subject: "Talks", section: "pros", rule: .labelledListItem,
        source: range("- Peace: Talks reduce risk."),
        details: [Point.Detail(text: "Fewer shells", source: range("- Fewer shells"))]),
      Point(
        id: "pro-2", text: "Talks reduce risk.", section: "pros", rule: .paragraph,
        source: range("Talks reduce risk.")),
    ]
    article.outlook = Outlook(
      section: "outlook",
      scenarios: [
        Outlook.Scenario(
          condition: "talks fail", consequence: "war goes on.",
          source: range("If talks fail, war goes on."))
      ])
    article.callToAction = CallToAction(
      section: "call", text: "Write to us.", source: range("Write to us."))
    article.diagnostics = [
      Diagnostic(
        code: .duplicateTitle, severity: .info, message: "Twice.", source: range("Summit"))
    ]
    return article
  }

  static func submission(_ metadata: Metadata = Metadata()) -> Submission {
    Submission(
      document: SubmittedDocument(
        bytes: Array(text.utf8), media: .plainText, mediaType: "text/plain; charset=utf-8"),
      metadata: metadata, article: article)
  }

  /// A document of this text with so many pros, stored under an id.
  static func submission(_ text: String, pros: Int, cons: Int = 0) -> Submission {
    var article = Article(
      text: SourceText(text), media: .plainText, title: text, statistics: Statistics())
    func points(_ name: String, _ count: Int) -> [Point] {
      (0..<count).map { number in
        Point(
          id: "\(name)-\(number + 1)", text: "\(text) \(name) \(number + 1)", section: "s",
          rule: .listItem, source: SourceRange(bytes: 0..<1, line: 1))
      }
    }
    article.pros = points("pro", pros)
    article.cons = points("con", cons)
    return Submission(
      document: SubmittedDocument(
        bytes: Array(text.utf8), media: .plainText, mediaType: "text/plain; charset=utf-8"),
      metadata: Metadata(), article: article)
  }

  private static func range(_ quote: String) -> SourceRange {
    guard let range = text.firstRange(of: quote) else { preconditionFailure(quote) }
    let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
    let line = text[..<range.lowerBound].count { $0 == "\n" } + 1
    return SourceRange(bytes: start..<start + quote.utf8.count, line: line)
  }
}

extension Harness {
  /// The article of an id.
  func stored(_ id: ArticleID) throws -> StoredArticle {
    try waitForStore { store.reader.article(id, completion: $0) }
  }

  /// How many articles there are.
  var storedCount: Int { store.figures.articles }

  /// Stores a submission under an id, past parsing.
  func store(_ id: String, _ submission: Submission) throws {
    guard let id = ArticleID(id) else { preconditionFailure("no id: \(id)") }
    let writer = store.writer
    _ = try waitForStore {
      writer.write(.upsert(id, writer.prepare(submission)), completion: $0)
    }
  }
}
