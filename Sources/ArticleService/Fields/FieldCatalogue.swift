/// The members that an object of the API may have, and those of the objects in it, one level down:
/// what `fields` can choose among. Held to what is written by the tests.
struct FieldCatalogue: Sendable {
  /// A member, and the members of the object or the objects that it holds.
  struct Member: Sendable {
    let name: String
    let members: [String]

    init(_ name: String, _ members: [String] = []) {
      self.name = name
      self.members = members
    }
  }

  let members: [Member]

  /// The member of that name.
  subscript(name: some StringProtocol) -> Member? { members.first { $0.name == name } }
}

extension FieldCatalogue {
  /// `POST /v1/analyze`.
  static let analysis = FieldCatalogue(
    members: [
      Member("title"), Member("standfirst"), Member("byline"), Member("publishedAt"),
      Member("url"), Member("tags"), Member("language"), Member("media"), Member("offsets"),
      Member("statistics", ["words", "characters", "readingMinutes"]),
      Member("sections", section.members.map(\.name)),
    ]
      + ["objectives", "nonGoals", "pros", "cons", "neutral", "takeaways"].map {
        Member($0, point.members.map(\.name))
      } + [
        Member("outlook", ["section", "scenarios"]),
        Member("callToAction", ["section", "text", "source"]),
        Member("diagnostics", diagnostic.members.map(\.name)), Member("text"),
      ])

  /// A stored article.
  static let article = FieldCatalogue(
    members: ["id", "revision", "createdAt", "updatedAt"].map { Member($0) } + analysis.members)

  /// An article in a list.
  static let summary = FieldCatalogue(members: [
    Member("id"), Member("title"), Member("language"), Member("publishedAt"), Member("tags"),
    Member("createdAt"), Member("updatedAt"), Member("revision"),
    Member("counts", ["objectives", "nonGoals", "pros", "cons", "neutral", "takeaways"]),
    Member("media"), Member("links", ["self", "source"]),
  ])

  /// A submission.
  static let submission = FieldCatalogue(
    members: [
      "id", "media", "charset", "content", "contentBase64", "title", "url", "publishedAt", "tags",
    ].map { Member($0) })

  /// A point of an article.
  static let point = FieldCatalogue(members: [
    Member("id"), Member("number"), Member("label"), Member("text"), Member("qualifier"),
    Member("subject"), Member("actor"), Member("details", ["text", "source"]), Member("section"),
    Member("rule"), source,
  ])

  /// A point among those of all articles.
  static let locatedPoint = FieldCatalogue(
    members: point.members + [Member("article", ["id", "title"])])

  /// A section.
  static let section = FieldCatalogue(members: [
    Member("id"), Member("kind"), Member("heading"), Member("level"), Member("parent"), source,
    Member("paragraphs"),
  ])

  /// A diagnostic.
  static let diagnostic = FieldCatalogue(members: [
    Member("code"), Member("severity"), Member("message"), source,
  ])

  /// The outlook by itself.
  static let outlook = FieldCatalogue(members: [
    Member("section"), Member("scenarios", ["condition", "consequence", "source"]),
    Member("offsets"),
  ])

  /// The call to action by itself.
  static let callToAction = FieldCatalogue(members: [
    Member("section"), Member("text"), source, Member("offsets"),
  ])

  private static let source = Member("source", ["start", "end", "line", "quote"])
}

extension ArticlePart {
  /// What can be chosen of the part, or of each of its items; `nil` of what is no JSON.
  var fields: FieldCatalogue? {
    switch self {
    case .article: .article
    case .objectives, .nonGoals, .pros, .cons, .neutral, .takeaways: .point
    case .outlook: .outlook
    case .callToAction: .callToAction
    case .sections: .section
    case .diagnostics: .diagnostic
    case .source, .text: nil
    }
  }
}
