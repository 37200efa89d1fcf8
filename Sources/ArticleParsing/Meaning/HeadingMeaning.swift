/// What a heading or label was found to say.
struct HeadingMeaning: Sendable, Equatable {
  /// What its phrase says, and in which company.
  let saying: Saying
  /// Whether only the head of the phrase is known, and what stands around it may be anything.
  let isWide: Bool
  /// `nil` where nothing more is said than the concept, as by most headings: then a copy is free.
  private var names: Names?

  init(
    concept: Concept, qualifier: String? = nil, actor: String? = nil, topic: String? = nil
  ) {
    self.init(Saying(concept), qualifier: qualifier, actor: actor, topic: topic)
  }

  init(
    _ saying: Saying, qualifier: String? = nil, actor: String? = nil, topic: String? = nil,
    isWide: Bool = false
  ) {
    self.saying = saying
    self.isWide = isWide
    guard qualifier != nil || actor != nil || topic != nil else { return }
    names = Names(qualifier: qualifier, actor: actor, topic: topic)
  }

  var concept: Concept { saying.concept }
  /// Whether it says so by itself, as a phrase of which every word is known.
  var isCertain: Bool { !isWide && saying.company == .any }

  /// The adjective before the phrase, in lower case.
  var qualifier: String? { names?.qualifier }
  /// Whose it is: `What the Governors Want`, `Putin’s Objectives`.
  var actor: String? { names?.actor }
  /// What it is about: `Advantages of the Tram`, `Tram: Advantages`.
  var topic: String? { names?.topic }

  /// Whether the text says nothing beyond the phrase itself.
  var isBare: Bool { actor == nil && topic == nil }

  static func == (one: HeadingMeaning, other: HeadingMeaning) -> Bool {
    one.saying == other.saying && one.qualifier == other.qualifier && one.actor == other.actor
      && one.topic == other.topic
  }

  private final class Names: Sendable {
    let qualifier: String?
    let actor: String?
    let topic: String?

    init(qualifier: String?, actor: String?, topic: String?) {
      self.qualifier = qualifier
      self.actor = actor
      self.topic = topic
    }
  }
}
