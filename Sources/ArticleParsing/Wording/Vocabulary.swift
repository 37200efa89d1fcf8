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
    let before: [String]
    let after: [String]
  }

  let languages: [Language]
  /// Headings and labels, folded.
  let phrases: [String: Concept]
  /// Nouns by which prose announces points.
  let nouns: [String: PointKind]
  /// Words that open a single point with its reason: `good because`.
  let stances: [String: PointKind]
  let templates: [Template]
  let qualifiers: Set<String>
  let determiners: Set<String>
  let complements: Set<String>
  let conjunctions: Set<String>
  let placeholders: Set<String>
  let bylines: Set<String>
  let furniture: Set<String>
  let abbreviations: Set<String>
  /// The month's number by its name.
  let months: [String: Int]
  /// The languages, as indices, that a frequent word tells.
  let frequent: [PackedWord: [Int]]
  /// Words without one of which nothing in a heading or label can be known.
  let anchors: WordFilter
  /// The same for the words that open a stance, and for lines of the page.
  let stanceWords: WordFilter
  let furnitureWords: WordFilter
  private let conditions: [(tag: String, words: ConditionWords)]
  /// The most words that a phrase, a noun or a stance has.
  let longestPhrase: Int

  init(_ languages: [Language]) {
    self.languages = languages
    var phrases: [String: Concept] = [:]
    var nouns: [String: PointKind] = [:]
    var stances: [String: PointKind] = [:]
    var templates: [Template] = []
    var months: [String: Int] = [:]
    for language in languages {
      // In the order of the cases, so that the table means the same in every process.
      for concept in Concept.allCases {
        for phrase in Language.phrases(in: language.phrases[concept] ?? "") {
          if phrase.contains("*") {
            let parts = phrase.split(separator: "*", maxSplits: 1, omittingEmptySubsequences: false)
            templates.append(
              Template(
                concept: concept,
                before: parts[0].split(separator: " ").map(String.init),
                after: parts[1].split(separator: " ").map(String.init)))
          } else if phrases[phrase] == nil {
            phrases[phrase] = concept
          }
        }
        guard let kind = concept.points else { continue }
        for noun in Language.phrases(in: language.nouns[concept] ?? "") where nouns[noun] == nil {
          nouns[noun] = kind
        }
        for stance in Language.phrases(in: language.stances[concept] ?? "") {
          stances[stance] = kind
        }
      }
      for (index, month) in Language.phrases(in: language.months).enumerated() {
        months[month] = index + 1
      }
    }
    func words(_ list: KeyPath<Language, String>) -> Set<String> {
      Set(languages.flatMap { Language.phrases(in: $0[keyPath: list]) })
    }
    self.phrases = phrases
    self.nouns = nouns
    self.stances = stances
    self.templates = templates
    self.months = months
    qualifiers = words(\.qualifiers)
    determiners = words(\.determiners)
    complements = words(\.complements)
    conjunctions = words(\.conjunctions)
    placeholders = words(\.placeholders)
    bylines = words(\.bylines)
    furniture = words(\.furniture)
    abbreviations = words(\.abbreviations)
    var frequent: [PackedWord: [Int]] = [:]
    for (index, language) in languages.enumerated() {
      for word in Language.phrases(in: language.frequent) {
        guard let packed = PackedWord(Array(word.utf8)[...]) else { continue }
        frequent[packed, default: []].append(index)
      }
    }
    self.frequent = frequent
    anchors = WordFilter(
      phrases.keys.map { $0.split(separator: " ") }
        + templates.map { ($0.before + $0.after).map { $0[...] } })
    stanceWords = WordFilter(stances.keys.map { $0.split(separator: " ") })
    furnitureWords = WordFilter(furniture.map { $0.split(separator: " ") })
    conditions = languages.map { ($0.tag, ConditionWords($0)) }
    let lengths = [Array(phrases.keys), Array(nouns.keys), Array(stances.keys)].joined().map {
      $0.split(separator: " ").count
    }
    longestPhrase = lengths.max() ?? 0
  }

  /// The words for scenarios in a language; English where none is known.
  func conditionWords(of tag: String?) -> ConditionWords? {
    conditions.first { $0.tag == tag }?.words ?? conditions.first?.words
  }
}
