/// Reads articles: text in, meaning out.
///
/// Two phases. A reader turns the text into blocks that cover every byte of it, by form alone; then
/// the meaning is read from the blocks: masthead, sections, points, scenarios, call to action. The
/// same text gives the same article, always; there is no model, no clock and no chance in it.
package struct ArticleParser: Sendable {
  /// A number that changes whenever the same text and words may give another article.
  static let logic = 4

  /// What words mean.
  let vocabulary: Vocabulary
  /// How much is made of one document.
  package let limits: ParsingLimits
  /// What changes whenever the same text may give another article: with the logic, the words and the
  /// limits.
  package let version: String

  /// A parser; without more, of the words that are built in and under the usual limits.
  package init(
    vocabulary: Vocabulary = .builtIn, limits: ParsingLimits = ParsingLimits()
  ) {
    self.vocabulary = vocabulary
    self.limits = limits
    let version = "\(Self.logic)-\(vocabulary.version)"
    self.version = limits == ParsingLimits() ? version : "\(version)-\(limits.pieces)"
  }

  /// Parses an article. Total: every text is one. Linear in the text, in time and memory.
  ///
  /// - Parameters:
  ///   - text: the document.
  ///   - media: what it is.
  /// - Returns: what the document argues.
  package func parse(_ text: SourceText, media: DocumentMedia) -> Article {
    let form = DocumentForm(text, media: media)
    let document = Document(form, vocabulary)
    let masthead = Masthead(document, limits)
    let outline = Outline(document, without: masthead.taken, limits)
    let reading = OutlineReader(document: document, outline: outline)
    var points = PointCollection(document, limits, diagnostics: masthead.diagnostics)
    reading.read(into: &points)

    let language =
      document.form.metadata?.language ?? LanguageRecognition.language(of: text, vocabulary)
    var article = Article(
      text: text, media: media, language: language,
      statistics: Statistics(of: text, document.form.counts))
    article.parserVersion = version
    article.title = masthead.title
    article.standfirst = masthead.standfirst
    article.byline = masthead.byline
    article.tags = document.form.metadata?.tags ?? []
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
