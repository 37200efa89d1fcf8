import ArticleParsing
import ArticleStore
import JSON

// What each object is and which members it has.

extension Shape {
  /// What it is, in a sentence.
  var summary: String {
    switch self {
    case .analysis: "What a document argues."
    case .article: "A stored article."
    case .statistics: "Sizes of the canonical text."
    case .section: "A stretch of the article under one heading."
    case .source: "A place in the canonical text."
    case .point: "An objective, non-goal, pro, con, neutral point or takeaway."
    case .detail: "A point below a point."
    case .outlook, .outlookPart: "What may come next."
    case .scenario: "A sentence that says what follows from what."
    case .callToAction, .callToActionPart: "What the reader is asked to do."
    case .diagnostic: "Something noticed while reading; the article is whole without it."
    case .submission:
      "A document with what is said about it. Either content or contentBase64 is there."
    case .articleSummary: "What a list of articles says of one."
    case .pointCounts: "How many points of each kind there are."
    case .articleLinks: "Where to go on from a summary."
    case .articleReference: "An article, by its name."
    case .locatedPoint: "A point, and the article it stands in."
    case .foundArticle: "The article that was found."
    case .foundPoint: "A point with at least one of the words."
    case .searchHit: "An article that has what was looked for."
    case .change: "A write that happened."
    case .bulkResult:
      "What came of one line of many; with results=errors the last line is the summary. Where not all lines "
        + "were taken, a line with complete false, taken and a problem is behind those of all that were."
    case .articleList, .locatedPointList, .searchHitList: "A page of a list."
    case .changeList: "Changes behind a sequence, in their order."
    case .pointList, .sectionList, .diagnosticList: "A list of one article, whole."
    case .index: "What there is."
    case .link: "A route."
    case .status: "That it is so."
    case .version: "What is running."
    case .problem: "What was wrong, and what would be right (RFC 9457)."
    case .fault: "One thing that is wrong, and where."
    case .byteRange: "Bytes of the content."
    }
  }

  /// Its members, in the order in which they are written.
  var members: [Schema.Member] {
    switch self {
    case .analysis: Self.analysisMembers
    case .article: Self.storedMembers + Self.analysisMembers
    case .statistics: Self.statisticsMembers
    case .section: Self.sectionMembers
    case .source: Self.placeMembers
    case .point: Self.pointMembers
    case .detail: [.always("text", .string("As plain text.")), Self.place]
    case .outlook: Self.outlookMembers
    case .scenario: Self.scenarioMembers
    case .callToAction: Self.callToActionMembers
    case .diagnostic: Self.diagnosticMembers
    case .submission: Self.submissionMembers
    case .articleSummary: Self.summaryMembers
    case .pointCounts:
      PointKind.allCases.map { .always("\($0.listName)", .integer("Of this kind.")) }
    case .articleLinks:
      [
        .always("self", .string("The article.", format: "uri-reference")),
        .always("source", .string("What was submitted.", format: "uri-reference")),
      ]
    case .articleReference: [.always("id", Self.articleID), Self.title]
    case .locatedPoint: Self.pointMembers + [.always("article", .reference(.articleReference))]
    case .foundArticle:
      [.always("id", Self.articleID), Self.title, .maybe("language", Self.language)]
    case .foundPoint: Self.foundPointMembers
    case .searchHit: Self.searchHitMembers
    case .change: Self.changeMembers
    case .bulkResult: Self.bulkResultMembers
    case .articleList: Self.page(of: Self.listedArticle)
    case .locatedPointList: Self.page(of: Schema.reference(.locatedPoint).orSelection)
    case .searchHitList: Self.page(of: .reference(.searchHit))
    case .changeList: Self.changeListMembers
    case .pointList: Self.whole(.point)
    case .sectionList: Self.whole(.section)
    case .diagnosticList: Self.whole(.diagnostic)
    case .outlookPart: Self.outlookMembers + [.maybe("offsets", Self.offsets)]
    case .callToActionPart: Self.callToActionMembers + [.maybe("offsets", Self.offsets)]
    case .index: [Self.name, Self.versionText, .always("links", .array(of: .reference(.link)))]
    case .link:
      [
        .always("method", .string("The method.")), .always("path", .string("The path.")),
        .always("summary", .string("What it does.")),
      ]
    case .status: [.always("status", .choice("Always ok.", ["ok"]))]
    case .version:
      [
        Self.name, Self.versionText,
        .always(
          "parser", .string("What changes with the way of reading and the words that are known.")),
      ]
    case .problem: Self.problemMembers
    case .fault: Self.faultMembers
    case .byteRange:
      [
        .always("start", .integer("The first.")), .always("end", .integer("Behind the last.")),
      ]
    }
  }

  /// An object of this shape, where one helps.
  var example: JSONTree? {
    switch self {
    case .submission:
      .object([
        "content": "Should the tram run at night?\n\nPros:\n- Safety: people get home.\n",
        "media": "text/plain", "title": "Night trams", "tags": .strings(["tram"]),
      ])
    default: nil
    }
  }

  private static let name: Schema.Member = .always(
    "name", .choice("The service.", ["counterpoint"]))
  private static let versionText: Schema.Member = .always("version", .string("Its version."))

  private static let summaryMembers: [Schema.Member] = [
    .always("id", articleID), title, .maybe("language", language), .maybe("publishedAt", day),
    .maybe("tags", .array(of: .string("A word to find it by."))),
    .always("createdAt", time), .always("updatedAt", time), .always("revision", revision),
    .always("counts", .reference(.pointCounts)), .always("media", media),
    .always("links", .reference(.articleLinks)),
  ]

  /// An article in a list, in each of its views.
  static let listedArticle: Schema = {
    let views = [Shape.articleSummary, .article, .submission].map { Schema.reference($0) }
    return .any(of: views + views.map(\.selection))
  }()

  private static func page(of item: Schema) -> [Schema.Member] {
    [
      .always("items", .array(of: item)),
      .always("total", .integer("The number of items of the whole list.")),
      .maybe("next", .string("The cursor of the next page; not there on the last.")),
      .maybe("offsets", offsets),
    ]
  }

  private static func whole(_ shape: Shape) -> [Schema.Member] {
    [
      .always("items", .array(of: Schema.reference(shape).orSelection)),
      .always("total", .integer("The number of items.")),
      .maybe("offsets", offsets),
    ]
  }

  private static let searchHitMembers: [Schema.Member] = [
    .always("article", .reference(.foundArticle)),
    .always(
      "score", .number("BM25; higher is better. To be compared within the pages of one search.")),
    .always("snippet", .string("HTML: the text escaped, and what was found within <mark>.")),
    place,
    .always("points", .array(of: .reference(.foundPoint), "The best of them.", atMost: 5)),
  ]

  private static let foundPointMembers: [Schema.Member] =
    [.always("kind", .choice("What it is.", PointKind.allCases.map(\.rawValue)))] + pointMembers
    + [.always("snippet", .string("HTML, as the article's."))]

  private static let changeMembers: [Schema.Member] = [
    .always("sequence", .integer("Its place among all changes.", from: 1)),
    .always("kind", .choice("What happened.", ["created", "replaced", "deleted"])),
    .always("article", articleID), .always("revision", revision), .always("at", time),
  ]

  private static let changeListMembers: [Schema.Member] = [
    .always("epoch", .string("Which store's sequences these are.")),
    .always("items", .array(of: Schema.reference(.change).orSelection)),
    .always("last", .integer("The sequence of the store's newest change.")),
  ]

  private static let bulkResultMembers: [Schema.Member] = [
    .maybe(
      "line",
      .integer(
        "The line, counted from 1; with complete the one from which on to send again.", from: 1)),
    .maybe("status", .integer("As if it had been sent alone.", from: 200, to: 599)),
    .maybe(
      "outcome",
      .choice(
        "What the line did: existing is a document that was there already, unchanged.",
        Written.Outcome.allCases.map(\.rawValue))),
    .maybe("id", articleID), .maybe("revision", revision),
    .maybe("ignored", .array(of: .string("A member of the metadata that had no effect."))),
    .maybe("problem", .reference(.problem)),
    .maybe("lines", .integer("Lines with a submission.")),
    .maybe("created", .integer("New articles.")),
    .maybe("replaced", .integer("Articles that were replaced.")),
    .maybe("existing", .integer("Documents that were there already.")),
    .maybe("failed", .integer("Lines with a problem.")),
    .maybe(
      "complete",
      .boolean("In the summary, whether all lines were taken; else false, where they were not.")),
    .maybe("taken", .integer("How many lines with a submission are done before that one.")),
  ]

  private static let problemMembers: [Schema.Member] = [
    .always("type", .string("What kind of problem; never changes.", format: "uri-reference")),
    .always("title", .string("The type in words.")),
    .always("status", .integer("The status of the answer.", from: 400, to: 599)),
    .always("detail", .string("The occurrence in words.")),
    .maybe("errors", .array(of: .reference(.fault))),
  ]

  private static let faultMembers: [Schema.Member] = [
    .maybe("pointer", .string("A JSON pointer into the content (RFC 6901).")),
    .maybe("parameter", .string("A parameter of the query.")),
    .maybe("range", .reference(.byteRange)),
    .always("code", .string("The stable name of the fault.")),
    .always("message", .string("In words.")),
  ]
}
