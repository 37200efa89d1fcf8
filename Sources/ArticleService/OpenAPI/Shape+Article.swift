import ArticleParsing
import ArticleStore

// The members of what is read in a document, as `Article+JSON.swift` writes them, and of what the
// store adds to them.

extension Shape {
  static let analysisMembers: [Schema.Member] =
    [
      .maybe("title", .string("The headline, or the title that was submitted.")),
      .maybe(
        "standfirst", .string("The short paragraph, set apart, between headline and body.")),
      .maybe("byline", .string("Who wrote it.")),
      .maybe("publishedAt", day),
      .maybe("url", .string("Where the document comes from, as submitted; never fetched.")),
      .maybe("tags", .array(of: .string("A word to find it by."), "As submitted, else as found.")),
      .maybe("language", language), .always("media", media), .always("offsets", offsets),
      .always("statistics", .reference(.statistics)),
      .always("sections", .array(of: .reference(.section), "Flat, in document order.")),
    ]
    + PointKind.allCases.map { kind in
      .always("\(kind.listName)", .array(of: .reference(.point), "In document order."))
    } + [
      .maybe("outlook", .reference(.outlook)),
      .maybe("callToAction", .reference(.callToAction)),
      .always("diagnostics", .array(of: .reference(.diagnostic))),
      .maybe("text", .string("The canonical text, with include=text.")),
    ]

  static let storedMembers: [Schema.Member] = [
    .always("id", articleID), .always("revision", revision),
    .always("createdAt", time), .always("updatedAt", time),
  ]

  static let pointMembers: [Schema.Member] = [
    .always("id", .string("The kind and the place among its kind.", example: "pro-1")),
    .maybe("number", .integer("The item's own number.", from: nil)),
    .maybe("label", .string("The lead-in, without its mark.")),
    .always("text", .string("The item's own paragraphs as plain text, without the label.")),
    .maybe("qualifier", .string("The adjective before the polarity word.", example: "potential")),
    .maybe("subject", .string("The option that the point is about, where several are weighed.")),
    .maybe("actor", .string("Whose objective it is.")),
    .maybe("details", .array(of: .reference(.detail), "Nested items.")),
    .always("section", .string("The id of the nearest section.")),
    .always("rule", .choice("Why it was taken.", Rule.allCases.map(\.rawValue))),
    place,
  ]

  static let sectionMembers: [Schema.Member] = [
    .always("id", .string("A slug of the heading, unique in the article.")),
    .always(
      "kind", .choice("What the heading says it is.", Section.Kind.allCases.map(\.rawValue))),
    .maybe("heading", .string("Word for word; not there before the first heading.")),
    .always("level", .integer("The depth of the heading, 1 for the outermost.")),
    .maybe("parent", .string("The id of the section that this one is nested in.")),
    place,
    .maybe("paragraphs", .array(of: .string("As plain text."), "With include=paragraphs.")),
  ]

  static let placeMembers: [Schema.Member] = [
    .always("start", .integer("Where it begins in the canonical text, in the unit of offsets.")),
    .always("end", .integer("Behind its last character.")),
    .always("line", .integer("The line it begins on, counted from 1.", from: 1)),
    .always("quote", .string("What stands there.")),
  ]

  static let statisticsMembers: [Schema.Member] = [
    .always("words", .integer("Kana and Chinese characters count one by one.")),
    .always("characters", .integer("Unicode code points.")),
    .always("readingMinutes", .integer("At 230 words a minute, rounded up.")),
  ]

  static let outlookMembers: [Schema.Member] = [
    .always("section", .string("The id of its section.")),
    .always("scenarios", .array(of: .reference(.scenario))),
  ]

  static let scenarioMembers: [Schema.Member] = [
    .always("condition", .string("Without its *if*.")),
    .always("consequence", .string("Without *then*, with its full stop.")),
    place,
  ]

  static let callToActionMembers: [Schema.Member] = [
    .always("section", .string("The id of its section.")),
    .always("text", .string("Its paragraphs, joined by a space.")),
    place,
  ]

  static let diagnosticMembers: [Schema.Member] = [
    .always("code", .choice("What was noticed.", Diagnostic.Code.allCases.map(\.rawValue))),
    .always("severity", .choice("How much it matters.", ["info", "warning"])),
    .always("message", .string("In words.")),
    place,
  ]

  static let submissionMembers: [Schema.Member] = [
    .maybe("id", articleID),
    .maybe("media", .choice("What it is.", ["auto"] + DocumentMedia.allCases.map(\.rawValue))),
    .maybe("charset", .choice("How the bytes are read.", Charset.allCases.map(\.rawValue))),
    .maybe("content", .string("The document.")),
    .maybe(
      "contentBase64", .string("The bytes of the document, in place of content.", format: "byte")),
    .maybe("title", givenTitle),
    .maybe("url", .string("Where it comes from; never fetched.")),
    .maybe("publishedAt", day),
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
        "When it was created, as an export says it; else it is created now.", format: "date-time")),
    .maybe(
      "updatedAt",
      .string(
        "When it was last written, not before createdAt, without which it is not there.",
        format: "date-time")),
  ]

  /// A title as it may be submitted, which takes the place of the one found.
  static let givenTitle: Schema = .string(
    "A title: one line, without control characters and controls of the text's direction.",
    pattern: "^[^\(forbidden)]*[^\\s\(forbidden)][^\(forbidden)]*$",
    lengths: 1...MetadataRules.titleLimit)
  private static let forbidden = MetadataRules.forbiddenClass

  // MARK: What many have

  static let place: Schema.Member = .always("source", .reference(.source))
  static let title: Schema.Member = .maybe("title", .string("The title."))
  static let articleID: Schema = .string(
    "An id: a letter or a digit, then letters, digits, dots, underscores and hyphens.",
    pattern: "^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$")
  static let revision: Schema = .integer("1 when created, one more each time.", from: 1)
  static let language: Schema = .string("A BCP 47 tag, where it is declared or recognised.")
  static let media: Schema = .choice(
    "The kind of document that was read.", DocumentMedia.allCases.map(\.rawValue))
  static let offsets: Schema = .choice(
    "What the places count.", OffsetUnit.allCases.map(\.rawValue))
  static let day: Schema = .string("The day of publication.", format: "date")
  static let time: Schema = .string("UTC, with milliseconds.", format: "date-time")
}
