/// The objects that come and go, by the names that the description of the API gives them.
enum Shape: String, Sendable, CaseIterable {
  // What is read in a document.
  case analysis = "Analysis"
  case article = "Article"
  case statistics = "Statistics"
  case section = "Section"
  case source = "Source"
  case point = "Point"
  case detail = "Detail"
  case outlook = "Outlook"
  case scenario = "Scenario"
  case callToAction = "CallToAction"
  case diagnostic = "Diagnostic"
  // What comes in.
  case submission = "Submission"
  // What is listed.
  case articleSummary = "ArticleSummary"
  case pointCounts = "PointCounts"
  case articleLinks = "ArticleLinks"
  case articleReference = "ArticleReference"
  case locatedPoint = "LocatedPoint"
  case foundArticle = "FoundArticle"
  case foundPoint = "FoundPoint"
  case searchHit = "SearchHit"
  case change = "Change"
  case bulkResult = "BulkResult"
  // Lists.
  case articleList = "ArticleList"
  case locatedPointList = "LocatedPointList"
  case searchHitList = "SearchHitList"
  case changeList = "ChangeList"
  case pointList = "PointList"
  case sectionList = "SectionList"
  case diagnosticList = "DiagnosticList"
  // Parts that stand by themselves.
  case outlookPart = "OutlookPart"
  case callToActionPart = "CallToActionPart"
  // What the service says of itself.
  case index = "Index"
  case link = "Link"
  case status = "Status"
  case version = "Version"
  case problem = "Problem"
  case fault = "Fault"
  case byteRange = "ByteRange"

  /// The schema of this name, with all that is always there.
  var schema: Schema { .object(summary, members, example: example) }

  /// The schema of what `fields` leaves of such an object: any of its members.
  var selectionSchema: Schema {
    .object(
      "Of \(rawValue), the members that fields asks for.",
      members.map { .maybe($0.name, $0.schema.selection) })
  }

  /// Whether `fields` can choose among the members.
  var isSelectable: Bool {
    switch self {
    case .analysis, .article, .statistics, .section, .source, .point, .detail, .outlook, .scenario,
      .callToAction, .diagnostic, .submission, .articleSummary, .pointCounts, .articleLinks,
      .articleReference, .locatedPoint, .change, .outlookPart, .callToActionPart:
      true
    case .foundArticle, .foundPoint, .searchHit, .bulkResult, .articleList,
      .locatedPointList, .searchHitList, .changeList, .pointList, .sectionList, .diagnosticList,
      .index, .link, .status, .version, .problem, .fault, .byteRange:
      false
    }
  }
}
