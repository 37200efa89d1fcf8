import ArticleParsing
import ArticleStore
import Formats
import JSON
import Operations

// Every object of the API: those of articles, which `Formats` describes, and those that only HTTP has.

extension Shape {
  /// All of them, in the order in which the description of the API has them.
  static let all: [Shape] = [
    // What is read in a document.
    .analysis, .article, .statistics, .section, .source, .point, .detail, .outlook, .scenario,
    .callToAction, .diagnostic,
    // What comes in.
    .submission,
    // What is listed.
    .articleSummary, .pointCounts, .articleLinks, .articleReference, .locatedPoint, .foundArticle,
    .foundPoint, .searchHit, .change, .bulkResult,
    // Lists.
    .articleList, .locatedPointList, .searchHitList, .changeList, .pointList, .sectionList,
    .diagnosticList,
    // Parts that stand by themselves.
    .outlookPart, .callToActionPart,
    // What the service says of itself.
    .index, .link, .status, .version, .problem, .fault, .byteRange,
  ]

  // MARK: What comes in

  static let submission = Shape(
    "Submission",
    "A document with what is said about it. Either content or contentBase64 is there.",
    example: .object([
      "content": "Should the tram run at night?\n\nPros:\n- Safety: people get home.\n",
      "media": "text/plain", "title": "Night trams", "tags": .strings(["tram"]),
    ]),
    members: {
      [
        .maybe("id", .articleID),
        .maybe("media", .choice("What it is.", ["auto"] + DocumentMedia.allCases.map(\.rawValue))),
        .maybe("charset", .choice("How the bytes are read.", Charset.allCases.map(\.rawValue))),
        .maybe("content", .string("The document.")),
        .maybe(
          "contentBase64",
          .string("The bytes of the document, in place of content.", format: "byte")),
        .maybe("title", .givenTitle),
        .maybe("url", .string("Where it comes from; never fetched.")),
        .maybe("publishedAt", .day),
        .maybe(
          "tags",
          .array(
            of: .string(
              "A word to find it by, without commas, control characters and controls of direction.",
              lengths: 1...MetadataRules.tagLengthLimit),
            atMost: MetadataRules.tagLimit)),
        .maybe(
          "createdAt",
          .string(
            "When it was created, as an export says it; else it is created now.",
            format: "date-time")),
        .maybe(
          "updatedAt",
          .string(
            "When it was last written, not before createdAt, without which it is not there.",
            format: "date-time")),
      ]
    })

  // MARK: What comes of many

  static let bulkResult = Shape(
    "BulkResult",
    "What came of one line of many; with results=errors the last line is the summary. Where not all lines "
      + "were taken, a line with complete false, taken and a problem is behind those of all that were.",
    isSelectable: false,
    members: {
      [
        .maybe(
          "line",
          .integer(
            "The line, counted from 1; with complete the one from which on to send again.", from: 1)
        ),
        .maybe("status", .integer("As if it had been sent alone.", from: 200, to: 599)),
        .maybe(
          "outcome",
          .choice(
            "What the line did: existing is a document that was there already, unchanged.",
            Written.Outcome.allCases.map(\.rawValue))),
        .maybe("id", .articleID), .maybe("revision", .revision),
        .maybe("ignored", .array(of: .string("A member of the metadata that had no effect."))),
        .maybe("problem", .reference(.problem)),
        .maybe("lines", .integer("Lines with a submission.")),
        .maybe("created", .integer("New articles.")),
        .maybe("replaced", .integer("Articles that were replaced.")),
        .maybe("existing", .integer("Documents that were there already.")),
        .maybe("failed", .integer("Lines with a problem.")),
        .maybe(
          "complete",
          .boolean("In the summary, whether all lines were taken; else false, where they were not.")
        ),
        .maybe("taken", .integer("How many lines with a submission are done before that one.")),
      ]
    })

  // MARK: Lists

  static let articleList = page("ArticleList", of: listedArticle)
  static let locatedPointList = page(
    "LocatedPointList", of: Schema.reference(.locatedPoint).orSelection)
  static let searchHitList = page("SearchHitList", of: .reference(.searchHit))
  static let changeList = Shape(
    "ChangeList", "Changes behind a sequence, in their order.", isSelectable: false,
    members: {
      [
        .always("epoch", .string("Which store's sequences these are.")),
        .always("items", .array(of: Schema.reference(.change).orSelection)),
        .always("last", .integer("The sequence of the store's newest change.")),
      ]
    })
  static let pointList = whole("PointList", of: .point)
  static let sectionList = whole("SectionList", of: .section)
  static let diagnosticList = whole("DiagnosticList", of: .diagnostic)

  /// An article in a list, in each of its views.
  static let listedArticle: Schema = {
    let views = [Shape.articleSummary, .article, .submission].map { Schema.reference($0) }
    return .any(of: views + views.map(\.selection))
  }()

  private static func page(_ name: String, of item: Schema) -> Shape {
    Shape(
      name, "A page of a list.", isSelectable: false,
      members: {
        [
          .always("items", .array(of: item)),
          .always("total", .integer("The number of items of the whole list.")),
          .maybe("next", .string("The cursor of the next page; not there on the last.")),
          .maybe("offsets", .offsets),
        ]
      })
  }

  private static func whole(_ name: String, of shape: Shape) -> Shape {
    Shape(
      name, "A list of one article, whole.", isSelectable: false,
      members: {
        [
          .always("items", .array(of: Schema.reference(shape).orSelection)),
          .always("total", .integer("The number of items.")),
          .maybe("offsets", .offsets),
        ]
      })
  }

  // MARK: Parts that stand by themselves

  static let outlookPart = part("OutlookPart", .outlook)
  static let callToActionPart = part("CallToActionPart", .callToAction)

  private static func part(_ name: String, _ shape: Shape) -> Shape {
    Shape(
      name, shape.summary, members: { shape.members + [.maybe("offsets", .offsets)] })
  }

  // MARK: Problems

  static let problem = Shape(
    "Problem", "What was wrong, and what would be right (RFC 9457).", isSelectable: false,
    members: {
      [
        .always("type", .string("What kind of problem; never changes.", format: "uri-reference")),
        .always("title", .string("The type in words.")),
        .always("status", .integer("The status of the answer.", from: 400, to: 599)),
        .always("detail", .string("The occurrence in words.")),
        .maybe("errors", .array(of: .reference(.fault))),
      ]
    })
  static let fault = Shape(
    "Fault", "One thing that is wrong, and where.", isSelectable: false,
    members: {
      [
        .maybe("pointer", .string("A JSON pointer into the content (RFC 6901).")),
        .maybe("parameter", .string("A parameter of the query.")),
        .maybe("range", .reference(.byteRange)),
        .always("code", .string("The stable name of the fault.")),
        .always("message", .string("In words.")),
      ]
    })
  static let byteRange = Shape(
    "ByteRange", "Bytes of the content.", isSelectable: false,
    members: {
      [
        .always("start", .integer("The first.")), .always("end", .integer("Behind the last.")),
      ]
    })
}

extension Schema {
  /// A title as it may be submitted, which takes the place of the one found.
  static let givenTitle: Schema = .string(
    "A title: one line, without control characters and controls of the text's direction.",
    pattern: "^[^\(forbidden)]*[^\\s\(forbidden)][^\(forbidden)]*$",
    lengths: 1...MetadataRules.titleLimit)
  private static let forbidden = MetadataRules.forbiddenClass
}
