/// The words of all languages, ready for look-up: built once, from ``Language/all``.
///
/// Headings are looked up in all languages at once, so that nothing hangs on recognising the
/// language first; where two languages disagree, the one that stands first in the table wins.
///
/// A class, because a value of so many tables would be copied table by table.
final class Vocabulary: Sendable {
  static let shared = Vocabulary(Language.all)

  /// A phrase with a place in it for the actor: `what * want`.
  struct Template: Sendable {
    let concept: Concept
    let before: [Phrase]
    let after: [Phrase]
  }

  let languages: [Language]
  /// What headings and labels say.
  let phrases: [Phrase: Concept]
  /// Nouns by which prose announces points.
  let nouns: [Phrase: PointKind]
  /// Words that open a single point with its reason: `good because`.
  let stances: [Phrase: PointKind]
  /// Labels that name a side below a heading that names both.
  let sides: [Phrase: PointKind]
  let templates: [Template]
  let agents: Set<Phrase>
  let divisions: Set<Phrase>
  let qualifiers: Set<Phrase>
  let determiners: Set<Phrase>
  let negations: Set<Phrase>
  let complements: Set<Phrase>
  let conjunctions: Set<Phrase>
  let placeholders: Set<Phrase>
  let bylines: Set<Phrase>
  let furniture: Set<Phrase>
  let abbreviations: Set<Phrase>
  /// The month's number by its name.
  let months: [Phrase: Int]
  /// The languages, as indices, that a frequent word tells.
  let frequent: [Phrase: [Int]]
  /// Words without one of which nothing in a heading or label can be known.
  let anchors: WordFilter
  /// The same for the words that open a stance.
  let stanceWords: WordFilter
  /// The same for lines of the page.
  let furnitureWords: WordFilter
  /// The most words that a phrase has.
  let longestPhrase: Int
  private let conditions: [(tag: String, words: ConditionWords)]

  init(_ languages: [Language]) {
    func all(_ list: KeyPath<Language, String>) -> [String] {
      languages.flatMap { Language.phrases(in: $0[keyPath: list]) }
    }
    func set(_ list: KeyPath<Language, String>) -> Set<Phrase> { Set(all(list).map { Phrase($0) }) }
    let headings = Self.pairs(of: languages, \.phrases)
    let stances = Self.pairs(of: languages, \.stances)

    self.languages = languages
    phrases = Self.table(headings.filter { !$0.phrase.contains("*") }) { $0 }
    templates = headings.filter { $0.phrase.contains("*") }.map(Template.init)
    nouns = Self.table(Self.pairs(of: languages, \.nouns)) { $0.points }
    self.stances = Self.table(stances) { $0.points }
    sides = Self.table(Self.pairs(of: languages, \.sides)) { $0.points }
    agents = set(\.agents)
    divisions = set(\.divisions)
    qualifiers = set(\.qualifiers)
    determiners = set(\.determiners)
    negations = set(\.negations)
    complements = set(\.complements)
    conjunctions = set(\.conjunctions)
    placeholders = set(\.placeholders)
    bylines = set(\.bylines)
    furniture = set(\.furniture)
    abbreviations = set(\.abbreviations)
    months = Dictionary(
      languages.flatMap { language in
        Language.phrases(in: language.months).enumerated().map { (Phrase($1), $0 + 1) }
      }, uniquingKeysWith: { first, _ in first })
    frequent = Dictionary(
      grouping: languages.enumerated().flatMap { index, language in
        Language.phrases(in: language.frequent).map { (word: Phrase($0), language: index) }
      }, by: \.word
    ).mapValues { $0.map(\.language) }
    anchors = WordFilter(headings.map(\.phrase))
    stanceWords = WordFilter(stances.map(\.phrase))
    furnitureWords = WordFilter(all(\.furniture))
    longestPhrase = headings.map { $0.phrase.split(separator: " ").count }.max() ?? 0
    conditions = languages.map { ($0.tag, ConditionWords($0)) }
  }

  /// The words for scenarios in a language; English where none is known.
  func conditionWords(of tag: String?) -> ConditionWords? {
    conditions.first { $0.tag == tag }?.words ?? conditions.first?.words
  }

  /// All phrases with what they say, in the order of the table: the same in every process.
  private static func pairs(
    of languages: [Language], _ table: KeyPath<Language, [Concept: String]>
  ) -> [(phrase: String, concept: Concept)] {
    languages.flatMap { language in
      Concept.allCases.flatMap { concept in
        Language.phrases(in: language[keyPath: table][concept] ?? "").map { ($0, concept) }
      }
    }
  }

  /// A table for look-up; of phrases that stand twice the first counts.
  private static func table<Value>(
    _ pairs: [(phrase: String, concept: Concept)], _ value: (Concept) -> Value?
  ) -> [Phrase: Value] {
    Dictionary(
      pairs.compactMap { pair in value(pair.concept).map { (Phrase(pair.phrase), $0) } },
      uniquingKeysWith: { first, _ in first })
  }
}

extension Vocabulary.Template {
  /// A template as the table writes it, its actor as a star.
  init(phrase: String, concept: Concept) {
    let parts = phrase.split(separator: "*", maxSplits: 1, omittingEmptySubsequences: false)
    self.concept = concept
    before = parts.first?.split(separator: " ").map { Phrase($0) } ?? []
    after = parts.last?.split(separator: " ").map { Phrase($0) } ?? []
  }
}
