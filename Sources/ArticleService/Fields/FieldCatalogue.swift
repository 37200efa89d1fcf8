import Formats

/// The members among which `fields` can choose: those of an object of the API, and those of the
/// objects in it, one level down.
struct FieldCatalogue: Sendable {
  /// The names of the members, in the order in which they are written.
  let names: [String]
  private let inner: [String: [String]]

  /// What objects of a shape have.
  init(_ shape: Shape) {
    let members = shape.members
    names = members.map(\.name)
    inner = Dictionary(
      uniqueKeysWithValues: members.map { member in
        (member.name, member.schema.target?.members.map(\.name) ?? [])
      })
  }

  /// The names of the members of the objects in the member of that name; `nil` where there is no
  /// such member.
  subscript(name: String) -> [String]? { inner[name] }

  // Made once each.
  static let analysis = FieldCatalogue(.analysis)
  static let article = FieldCatalogue(.article)
  static let summary = FieldCatalogue(.articleSummary)
  static let submission = FieldCatalogue(.submission)
  static let point = FieldCatalogue(.point)
  static let locatedPoint = FieldCatalogue(.locatedPoint)
  static let section = FieldCatalogue(.section)
  static let diagnostic = FieldCatalogue(.diagnostic)
  static let outlook = FieldCatalogue(.outlookPart)
  static let callToAction = FieldCatalogue(.callToActionPart)
  static let change = FieldCatalogue(.change)
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
