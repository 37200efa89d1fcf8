/// Reads articles: text in, meaning out.
///
/// Two phases. A reader turns the text into blocks that cover every byte of it, by form alone; then
/// the meaning is read from the blocks: masthead, sections, points, scenarios, call to action. The
/// same text gives the same article, always; there is no model, no clock and no chance in it.
package enum ArticleParser {
  /// A number that changes whenever the same text may give another article.
  package static let version = 1

  /// Parses an article. Total: every text is one. Linear in the text, in time and memory.
  package static func parse(_ text: SourceText, media: DocumentMedia) -> Article {
    let document = Document(text, media: media, vocabulary: .shared)
    let masthead = Masthead(document)
    let outline = Outline(document, without: masthead.taken)
    let reading = OutlineReader(document: document, outline: outline)
    var points = PointCollection(document)
    reading.read(into: &points)

    let language = document.metadata?.language ?? LanguageRecognition.language(of: text)
    var article = Article(
      text: text, media: media, language: language, statistics: document.statistics)
    article.title = masthead.title
    article.standfirst = masthead.standfirst
    article.byline = masthead.byline
    article.tags = document.metadata?.tags ?? []
    article.publishedAt = masthead.publishedAt
    article.sections = outline.sections
    points.nameOptions()
    article.objectives = points[.objective]
    article.nonGoals = points[.nonGoal]
    article.pros = points[.pro]
    article.cons = points[.con]
    article.neutral = points[.neutral]
    article.takeaways = points[.takeaway]
    article.outlook = reading.outlook(language: language)
    article.callToAction = reading.callToAction()
    article.diagnostics = (masthead.diagnostics + points.diagnostics).sorted {
      $0.source.bytes.lowerBound < $1.source.bytes.lowerBound
    }
    return article
  }
}
