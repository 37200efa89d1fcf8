import ArticleParsing
import ArticleStore

// The objects of articles by the names that the description of the API gives them.

extension Shape {
  // What is read in a document.
  package static let analysis = Shape("Analysis", "What a document argues.") {
    Analysis.describe(nil, to: &$0)
  }
  package static let article = Shape("Article", "A stored article.") {
    StoredArticle.describe(nil, RepresentationForm(), to: &$0)
  }
  package static let statistics = Shape("Statistics", "Sizes of the canonical text.") {
    Statistics.describe(nil, to: &$0)
  }
  package static let section = Shape("Section", "A stretch of the article under one heading.") {
    Section.describe(nil, at: nil, rendering: nil, to: &$0)
  }
  package static let source = Shape("Source", "A place in the canonical text.") {
    SourceRange.describe(nil, at: nil, to: &$0)
  }
  package static let point = Shape(
    "Point", "An objective, non-goal, pro, con, neutral point or takeaway."
  ) {
    Point.describe(nil, at: nil, to: &$0)
  }
  package static let detail = Shape("Detail", "A point below a point.") {
    Point.Detail.describe(nil, at: nil, to: &$0)
  }
  package static let outlook = Shape("Outlook", "What may come next.") {
    Outlook.describe(nil, at: nil, to: &$0)
  }
  package static let scenario = Shape("Scenario", "A sentence that says what follows from what.") {
    Outlook.Scenario.describe(nil, at: nil, to: &$0)
  }
  package static let callToAction = Shape("CallToAction", "What the reader is asked to do.") {
    CallToAction.describe(nil, at: nil, to: &$0)
  }
  package static let diagnostic = Shape(
    "Diagnostic", "Something noticed while reading; the article is whole without it."
  ) {
    Diagnostic.describe(nil, at: nil, to: &$0)
  }

  // What is listed.
  package static let articleSummary = Shape(
    "ArticleSummary", "What a list of articles says of one."
  ) {
    StoredArticle.describeSummary(nil, to: &$0)
  }
  package static let pointCounts = Shape(
    "PointCounts", "How many points of each kind there are."
  ) {
    StoredArticle.describeCounts(nil, to: &$0)
  }
  package static let articleLinks = Shape("ArticleLinks", "Where to go on from a summary.") {
    StoredArticle.describeLinks(nil, to: &$0)
  }
  package static let articleReference = Shape("ArticleReference", "An article, by its name.") {
    StoredArticle.describeReference(nil, to: &$0)
  }
  package static let locatedPoint = Shape(
    "LocatedPoint", "A point, and the article it stands in."
  ) {
    LocatedPoint.describe(nil, at: nil, to: &$0)
  }
  package static let foundArticle = Shape(
    "FoundArticle", "The article that was found.", isSelectable: false
  ) {
    FoundArticle.describeName(nil, to: &$0)
  }
  package static let foundPoint = Shape(
    "FoundPoint", "A point with at least one of the words.", isSelectable: false
  ) {
    FoundArticle.describePoint(nil, by: SearchQuery(""), at: nil, to: &$0)
  }
  package static let searchHit = Shape(
    "SearchHit", "An article that has what was looked for.", isSelectable: false
  ) {
    FoundArticle.describe(nil, in: .utf8, to: &$0)
  }
  package static let change = Shape("Change", "A write that happened.") {
    Change.describe(nil, to: &$0)
  }
}
