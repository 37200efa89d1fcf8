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

    /// How many words of it are fixed.
    var count: Int { before.count + after.count }
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
  /// The languages, as indices, that a frequent word tells; an index behind the last one stands for
  /// any language without an entry.
  let frequent: [Phrase: [Int]]
  /// The same for the letters.
  let letters: [Unicode.Scalar: [Int]]
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
    func set(_ list: (Language) -> String) -> Set<Phrase> {
      Set(languages.flatMap { PhraseList(list($0)).phrases })
    }
    func numbered(_ list: (Language) -> String) -> [(Phrase, Int)] {
      languages.flatMap { PhraseList(list($0)).phrases.enumerated().map { ($1, $0) } }
    }
    let headings = Self.pairs(of: languages) { $0.phrases }
    let stances = Self.pairs(of: languages) { $0.stances }

    self.languages = languages
    phrases = Self.table(headings.filter { $0.entry.star == nil }) { $0 }
    // The longest first: `what * do not want` before `what * want`.
    templates = headings.compactMap(Template.init)
      .enumerated().sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }
      .map(\.element)
    nouns = Self.table(Self.pairs(of: languages) { $0.nouns }) { $0.points }
    sides = Self.table(Self.pairs(of: languages) { $0.sides }) { $0.points }
    self.stances = Self.table(stances) { $0.points }
    agents = set { $0.agents }
    divisions = set { $0.divisions }
    qualifiers = set { $0.qualifiers }
    determiners = set { $0.determiners }
    negations = set { $0.negations }
    complements = set { $0.complements }
    conjunctions = set { $0.conjunctions }
    placeholders = set { $0.placeholders }
    bylines = set { $0.bylines }
    furniture = set { $0.furniture }
    abbreviations = set { $0.abbreviations }
    months = Dictionary(
      numbered { $0.months }.map { ($0, $1 + 1) }, uniquingKeysWith: { first, _ in first })
    let tellable = Array((languages + [.others]).enumerated())
    frequent = Dictionary(
      grouping: tellable.flatMap { index, language in
        PhraseList(language.frequent).phrases.map { (word: $0, language: index) }
      }, by: \.word
    ).mapValues { $0.map(\.language) }
    letters = Dictionary(
      grouping: tellable.flatMap { index, language in
        language.letters.unicodeScalars.filter(\.properties.isAlphabetic)
          .map { (letter: $0, language: index) }
      }, by: \.letter
    ).mapValues { $0.map(\.language) }
    anchors = WordFilter(headings.map(\.entry.longest))
    stanceWords = WordFilter(stances.map(\.entry.longest))
    furnitureWords = WordFilter(
      languages.flatMap { PhraseList($0.furniture).entries.map(\.longest) })
    longestPhrase = headings.map(\.entry.words.count).max() ?? 0
    conditions = languages.map { ($0.tag, ConditionWords($0)) }
  }

  /// The words for scenarios in a language; English where none is known.
  func conditionWords(of tag: String?) -> ConditionWords? {
    conditions.first { $0.tag == tag }?.words ?? conditions.first?.words
  }

  /// A phrase with what it says.
  typealias Pair = (entry: PhraseList.Entry, concept: Concept)

  /// All phrases with what they say, in the order of the table: the same in every process.
  private static func pairs(
    of languages: [Language], _ table: (Language) -> [Concept: String]
  ) -> [Pair] {
    languages.flatMap { language in
      let table = table(language)
      return Concept.allCases.flatMap { concept in
        PhraseList(table[concept] ?? "").entries.map { ($0, concept) }
      }
    }
  }

  /// A table for look-up; of phrases that stand twice the first counts.
  private static func table<Value>(
    _ pairs: [Pair], _ value: (Concept) -> Value?
  ) -> [Phrase: Value] {
    Dictionary(
      pairs.compactMap { pair in value(pair.concept).map { (pair.entry.phrase, $0) } },
      uniquingKeysWith: { first, _ in first })
  }
}

extension Vocabulary.Template {
  /// The template that a phrase with a star is; none for other phrases.
  init?(_ pair: Vocabulary.Pair) {
    guard let star = pair.entry.star else { return nil }
    concept = pair.concept
    before = Array(pair.entry.words[..<star])
    after = Array(pair.entry.words[(star + 1)...])
  }
}
