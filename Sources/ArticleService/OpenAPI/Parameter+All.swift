import ArticleParsing
import ArticleStore
import Formats
import HTTPCore
import JSON
import Operations

extension Parameter {
  /// Every parameter that a route takes, by the name under which the query rules list it.
  static let all: [Parameter] = [id] + form + document + lists + filters + conditions

  private static let id = Parameter(
    "id", in: .path, "The article's id.", Schema.articleID, example: "harbour-tram")

  private static let form = [
    Parameter(
      "format", "The format of the answer, before what Accept says.",
      .choice("A format.", Format.all.map(\.name))),
    Parameter(
      "pretty", "Indented JSON, for people. Without a value it is true.",
      .choice("Yes or no.", ["", "true", "false", "1", "0"])),
    Parameter("offsets", "What the places count. UTF-8 bytes unless given.", Schema.offsets),
    Parameter(
      "include", "What an article has beside the usual.",
      .array(
        of: .choice("A part.", RepresentationForm.Inclusions.names.map(\.0)), atLeast: 1),
      isList: true),
    Parameter(
      "fields",
      "The members to answer with, in dotted paths of at most two names: title,pros.label.",
      .array(of: .string("A path.", pattern: "^[A-Za-z]+(\\.[A-Za-z]+)?$"), atLeast: 1),
      isList: true, example: .strings(["title", "pros.label"])),
  ]

  private static let document = [
    Parameter(
      "media", "What the document is, before what Content-Type says; auto recognises it.",
      .choice("A media type.", ["auto"] + DocumentMedia.allCases.map(\.rawValue))),
    Parameter(
      "title", "Takes the place of the title found.", Schema.givenTitle),
    Parameter(
      "url", "Where the document comes from. It is kept, never fetched.",
      .string("An http or https URL.", pattern: "^https?://[A-Za-z0-9.-]+(/[!-~]*)?$"),
      example: "https://example.org/harbour-tram"),
    Parameter("publishedAt", "Takes the place of the date found.", Schema.day),
    Parameter(
      "tags", "Words to find it by.",
      .array(
        of: .string("A tag.", pattern: "^[^,\\s\(MetadataRules.forbiddenClass)]{1,25}$"),
        atLeast: 1, atMost: MetadataRules.tagLimit),
      isList: true, example: .strings(["tram", "harbour"])),
    Parameter(
      "results", "Of a bulk submission, what to answer: every line, or what failed and a summary.",
      .choice("Which lines.", BulkRequest.Results.allCases.map(\.rawValue))),
    Parameter(
      "mode",
      "Of a bulk submission, what becomes of a line whose id another document has: create refuses it, "
        + "upsert replaces the article.",
      .choice("What becomes of it.", BulkRequest.Mode.allCases.map(\.rawValue))),
  ]

  private static let lists = [
    Parameter(
      "limit", "The most items of a page.",
      .integer(
        "A number of items.", from: PageRequest.limits.lowerBound,
        to: PageRequest.limits.upperBound)),
    Parameter(
      "cursor", "Where the page begins: the next of the page before.", .string("Opaque.")),
    Parameter(
      "sort", "The order: a member, with - before it for descending.",
      .choice("An order.", ArticleSort.allCases.flatMap { [$0.rawValue, "-\($0.rawValue)"] })),
    Parameter(
      "view", "What an item is: a summary, the whole article, or the submission.",
      .choice("A view.", ArticleView.allCases.map(\.rawValue))),
    Parameter(
      "after", "The sequence of the last change known; 0 for all that are kept.",
      .integer("A sequence.")),
    Parameter(
      "epoch", "The epoch to which after belongs; another than the store's is 410.",
      .string("An epoch.")),
  ]

  private static let filters = [
    Parameter(
      "q",
      "Words that must all be there; \"phrases\", prefixes* and -exclusions. Any text is a query.",
      .string("A query."), example: "tram \"night service\" harb* -bus"),
    Parameter("actor", "Words of the actor's name, in sequence.", .string("Words.")),
    Parameter("subject", "Words of the option's name, in sequence.", .string("Words.")),
    Parameter("label", "Words of the label, in sequence.", .string("Words.")),
    Parameter("article", "The id of the article.", Schema.articleID),
    Parameter("language", "The language.", .string("A BCP 47 tag."), example: "en"),
    Parameter("tag", "One of the tags.", .string("A tag.")),
    Parameter(
      "has", "What the article must have, all of it.",
      .array(of: .choice("A list or part.", ListedParts.names.map(\.0)), atLeast: 1), isList: true),
    Parameter(
      "kind", "The kinds of point to look in.",
      .array(of: .choice("A kind.", PointKind.allCases.map(\.rawValue)), atLeast: 1),
      isList: true),
  ]

  private static let conditions: [Parameter] = [
    condition(.ifMatch, "Only if the article is one of these."),
    condition(.ifNoneMatch, "Only if it is none of these; * for only if there is none."),
  ]

  private static func condition(_ name: HTTPFieldName, _ description: String) -> Parameter {
    Parameter(name.rawName, in: .header, description, .string("* or entity tags."))
  }
}
