/// Something that a document weighs, and what it stands among: only of several alike is one an option.
struct Option: Hashable, Sendable {
  /// What names the options that belong together.
  enum Place: Hashable, Sendable {
    /// Headings below one heading, or outermost ones, by the parent's index.
    case headings(below: Int?)
    /// Lines in bold, items or rows, by where their section, list or table begins.
    case lines(of: Int)
    /// What headings say that they are about: `Advantages of the Tram`.
    case topics
  }

  let name: String
  let among: Place

  /// An option; none where its name says nothing, or is too long to be one: it is told with each of
  /// the points, so that answers would grow with the square of a document.
  init?(name: String, among place: Place) {
    guard name.utf8.count <= Self.longestName, name.saysSomething else { return nil }
    self.name = name
    among = place
  }

  /// A name has at most this many bytes, an option's or an actor's.
  static let longestName = 1_000
}

extension String {
  /// Whether there is a letter or a number in it, and not only marks and symbols.
  var saysSomething: Bool {
    unicodeScalars.contains { $0.isAlphabetic || $0.properties.numericType != nil }
  }
}

/// What the points of a list or paragraph are, and what is said of all of them.
///
/// A class, because it is handed to whatever takes the points.
final class PointContext: Sendable {
  let kind: PointKind
  let qualifier: String?
  let actor: String?
  /// The option that the points are about.
  let subject: Option?

  init(kind: PointKind, qualifier: String? = nil, actor: String? = nil, subject: Option? = nil) {
    self.kind = kind
    self.qualifier = qualifier
    self.actor = actor
    self.subject = subject
  }

  /// The stance that a meaning takes; none where it names both sides or no points.
  convenience init?(_ meaning: HeadingMeaning?) {
    guard let meaning, let kind = meaning.concept.points else { return nil }
    self.init(
      kind: kind, qualifier: meaning.qualifier, actor: meaning.actor,
      subject: kind.isSided ? meaning.topic.flatMap { Option(name: $0, among: .topics) } : nil)
  }

  /// The same with the actor and the adjective of an outer stance of its kind, where it has none.
  func completed(by outer: PointContext?) -> PointContext {
    guard let outer, outer.kind == kind, outer.actor != nil || outer.qualifier != nil else {
      return self
    }
    return PointContext(
      kind: kind, qualifier: qualifier ?? outer.qualifier, actor: actor ?? outer.actor,
      subject: subject)
  }

  /// The same about an option, unless there is none.
  func about(_ option: Option?) -> PointContext {
    guard let option else { return self }
    return PointContext(kind: kind, qualifier: qualifier, actor: actor, subject: option)
  }
}
