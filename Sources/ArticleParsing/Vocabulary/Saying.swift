/// What a phrase of headings and labels says, and in which company it says so.
struct Saying: Sendable, Equatable {
  /// What must stand beside a phrase for it to count: a heading of the same parent, a label of the same
  /// list or section, a column of the same table.
  enum Condition: UInt8, Sendable {
    /// Nothing: the phrase is certain.
    case any
    /// A phrase of the other side, whichever.
    case otherSide
    /// The phrase's own counterpart.
    case counterpart
  }

  let concept: Concept
  let company: Condition
  /// What the phrase and its counterpart have in common; 0 for one that has none.
  let pair: UInt16

  init(_ concept: Concept, _ company: Condition = .any, pair: UInt16 = 0) {
    self.concept = concept
    self.company = company
    self.pair = pair
  }
}

/// A noun by which a phrase is known whatever adjectives and complements stand around it.
struct Head: Sendable {
  let saying: Saying
  let order: PhraseOrder

  /// The nouns of all languages whose words are parted by spaces: those of both sides and of aims, and
  /// the sides' twins. What languages share (*pros*, *dangers*) stands as in each of them.
  static func all(
    of languages: [Language], _ phrases: PhraseTable<Saying>
  ) -> [(phrase: Phrase, value: Head)] {
    var heads: [Phrase: Head] = [:]
    for language in languages where language.script.partsWords {
      for concept in [Concept.pros, .cons, .objectives, .nonGoals] {
        let nouns = language[.nouns(concept)].phrases + language[.twins(concept)].phrases
        for phrase in nouns {
          guard let saying = phrases[phrase] else { continue }
          let order = heads[phrase]?.order ?? PhraseOrder()
          heads[phrase] = Head(saying: saying, order: order.joined(with: language.order))
        }
      }
    }
    return heads.map { ($0.key, $0.value) }
  }

  /// Whether it takes adjectives that no list has: aims do not, since *Away Goals* and *Learning
  /// Objectives* are often no one's.
  var takesAnyAdjective: Bool { saying.concept == .pros || saying.concept == .cons }
}
