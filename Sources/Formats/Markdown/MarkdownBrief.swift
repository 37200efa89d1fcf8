import ArticleParsing

/// An article for people: what it argues, in Markdown, on a page.
///
/// Its order is fixed, and what the document does not have is left out: title, standfirst, byline and
/// date; objectives, by actor; non-goals; pros, cons and neutral points, option by option where the
/// document weighs several; takeaways; scenarios; the call to action. All text is the document's
/// own, and stays text: ``MarkdownWriter``.
struct MarkdownBrief {
  private let article: Article
  private let analysis: Analysis

  /// The brief of an analysis. Its path, for briefs that stand among others, comes behind title and
  /// date, and is the title where there is none.
  init(_ analysis: Analysis) {
    article = analysis.article
    self.analysis = analysis
  }

  /// The brief in UTF-8. Linear in the article's points.
  func encode() -> [UInt8] {
    var markdown = MarkdownWriter()
    writeMasthead(to: &markdown)
    write(article.objectives, "Objectives", by: \.actor, to: &markdown)
    write(article.nonGoals, 2, "Non-goals", to: &markdown)
    writeSides(to: &markdown)
    write(article.takeaways, 2, "Takeaways", to: &markdown)
    if let scenarios = article.outlook?.scenarios, !scenarios.isEmpty {
      markdown.heading(2, "Scenarios")
      markdown.beginList()
      for scenario in scenarios { markdown.item(scenario.condition, scenario.consequence) }
    }
    if let callToAction = article.callToAction {
      markdown.heading(2, "Call to action")
      markdown.paragraph(callToAction.text)
    }
    return markdown.bytes
  }

  private func writeMasthead(to markdown: inout MarkdownWriter) {
    if let title = analysis.title ?? analysis.path { markdown.heading(1, title) }
    if let standfirst = article.standfirst { markdown.paragraph(standfirst) }
    let imprint = [article.byline, analysis.publishedAt, analysis.path]
      .compactMap(\.self)
    if !imprint.isEmpty { markdown.paragraph(imprint.joined(separator: " · ")) }
  }

  /// Pros, cons and neutral points; those of no option, then those of each.
  private func writeSides(to markdown: inout MarkdownWriter) {
    let sides = [("Pros", article.pros), ("Cons", article.cons), ("Neutral", article.neutral)]
    let bySubject = sides.map { side in
      (name: side.0, points: Dictionary(grouping: side.1, by: \.subject))
    }
    for side in bySubject { write(side.points[nil] ?? [], 2, side.name, to: &markdown) }
    for subject in Self.distinct(sides.flatMap { $0.1.compactMap(\.subject) }) {
      markdown.heading(2, "Pros and cons", subject)
      for side in bySubject { write(side.points[subject] ?? [], 3, side.name, to: &markdown) }
    }
  }

  /// Points under a heading for each of those that they are grouped by, in order of appearance.
  private func write(
    _ points: [Point], _ heading: String, by key: KeyPath<Point, String?>,
    to markdown: inout MarkdownWriter
  ) {
    let groups = Dictionary(grouping: points) { $0[keyPath: key] }
    write(groups[nil] ?? [], 2, heading, to: &markdown)
    for name in Self.distinct(points.compactMap { $0[keyPath: key] }) {
      markdown.heading(2, heading, name)
      write(groups[name] ?? [], to: &markdown)
    }
  }

  private func write(
    _ points: [Point], _ level: Int, _ heading: String, to markdown: inout MarkdownWriter
  ) {
    guard !points.isEmpty else { return }
    markdown.heading(level, heading)
    write(points, to: &markdown)
  }

  private func write(_ points: [Point], to markdown: inout MarkdownWriter) {
    markdown.beginList()
    for point in points {
      let qualifier = point.qualifier.map { " (\($0))" } ?? ""
      markdown.item(point.label, point.text + qualifier)
      for detail in point.details { markdown.item(nil, detail.text, depth: 1) }
    }
  }

  /// Each name once, in order of appearance.
  private static func distinct(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }
  }
}
