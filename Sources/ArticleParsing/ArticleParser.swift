/// Reads articles: text in, meaning out.
///
/// Two phases. A reader turns the text into blocks that cover every byte of it, by form alone; then
/// the meaning is read from the blocks: masthead, sections, points, scenarios, call to action. The
/// same text gives the same article, always; there is no model, no clock and no chance in it.
package enum ArticleParser {
  /// A number that changes whenever the same text may give another article.
  package static let version = 2

  /// Parses an article. Total: every text is one. Linear in the text, in time and memory.
  ///
  /// - Parameters:
  ///   - text: the document.
  ///   - media: what it is.
  ///   - limits: how much is made of it.
  /// - Returns: what the document argues.
  package static func parse(
    _ text: SourceText, media: DocumentMedia, limits: ParsingLimits = ParsingLimits()
  ) -> Article {
    let document = Document(text, media: media, vocabulary: .shared)
    let masthead = Masthead(document, limits)
    let outline = Outline(document, without: masthead.taken, limits)
    let reading = OutlineReader(document: document, outline: outline)
    var points = PointCollection(document, limits, diagnostics: masthead.diagnostics)
    reading.read(into: &points)

    let language = document.metadata?.language ?? LanguageRecognition.language(of: text)
    var article = Article(
      text: text, media: media, language: language, statistics: document.statistics)
    article.limits = limits
    article.title = masthead.title
    article.standfirst = masthead.standfirst
    article.byline = masthead.byline
    article.tags = document.metadata?.tags ?? []
    article.publishedAt = masthead.publishedAt
    article.sections = outline.sections.pieces
    points.nameOptions()
    article.objectives = points[.objective]
    article.nonGoals = points[.nonGoal]
    article.pros = points[.pro]
    article.cons = points[.con]
    article.neutral = points[.neutral]
    article.takeaways = points[.takeaway]
    var scenarios = BoundedList<Outlook.Scenario>(limit: limits.pieces)
    if let section = reading.outlook(language: language, into: &scenarios) {
      article.outlook = Outlook(section: section, scenarios: scenarios.pieces)
    }
    article.callToAction = reading.callToAction()
    var omissions = points.omissions
    omissions.add(outline.sections, "sections with all that stands in them")
    omissions.add(scenarios, "scenarios")
    // It always has room, however many others there are.
    let diagnostics = points.diagnostics.pieces + [omissions.diagnostic(limits)].compactMap(\.self)
    article.diagnostics = diagnostics.sorted {
      $0.source.bytes.lowerBound < $1.source.bytes.lowerBound
    }
    return article
  }
}
