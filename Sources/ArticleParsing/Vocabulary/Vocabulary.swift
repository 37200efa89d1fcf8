/// The words of some languages, ready for look-up.
///
/// Headings are looked up in all languages at once, so that nothing hangs on recognising the
/// language first; where two languages disagree, the one that stands first in the table wins.
///
/// A class, because a value of so many tables would be copied table by table.
package final class Vocabulary: Sendable {
  /// The words that are built in.
  package static let builtIn = Vocabulary(Language.builtIn)

  /// A phrase with a place in it for the actor: `what * want`.
  struct Template: Sendable {
    let concept: Concept
    let before: [Phrase]
    let after: [Phrase]

    /// How many words of it are fixed.
    var count: Int { before.count + after.count }

    /// Where the actor stands in some words that have the template as a whole.
    func slot(in words: Words, _ range: Range<Int>) -> Range<Int>? {
      guard range.count > count, range.count <= count + 8 else { return nil }
      let slot = range.lowerBound + before.count..<range.upperBound - after.count
      for (index, word) in before.enumerated()
      where words.words[range.lowerBound + index].folded != word { return nil }
      for (index, word) in after.enumerated()
      where words.words[slot.upperBound + index].folded != word { return nil }
      return slot
    }
  }

  /// A hash of all words: another one where what a text says may be another.
  let version: String
  /// What headings and labels say.
  let phrases: PhraseTable<Saying>
  /// The nouns of sides and aims, with which a phrase is known by its head.
  let heads: PhraseTable<Head>
  /// The same of scripts without spaces.
  let unspacedHeads: UnspacedHeads
  /// The nouns by which sentences announce points, where words are joined or have no articles.
  let announcedNouns: AnnouncedNouns
  /// Nouns by which prose announces points.
  let nouns: PhraseTable<Concept>
  /// Words that open a single point with its reason: `good because`.
  let reasons: PhraseTable<Concept>
  /// Labels that name a side below a heading that names both.
  let sides: PhraseTable<Concept>
  /// The longest first.
  private let templates: [Template]
  /// Those of them in which the actor stands in front.
  private let actorTemplates: [Template]
  /// The last words of these.
  private let actorTemplateEndings: PhraseSet
  /// The first words of the others.
  private let templateOpenings: PhraseSet
  let agents: PhraseSet
  let divisions: PhraseSet
  let qualifiers: PhraseSet
  let determiners: PhraseSet
  let negations: PhraseSet
  let complements: PhraseSet
  let having: PhraseSet
  let announcements: PhraseSet
  let purposes: PhraseSet
  let concessions: PhraseSet
  let verbs: PhraseSet
  let possessives: PossessiveEndings
  let conjunctions: PhraseSet
  /// Behind a number at the end of a heading.
  let counters: [[UInt8]]
  let placeholders: PhraseSet
  /// The first words of these.
  let placeholderOpenings: PhraseSet
  let bylines: PhraseSet
  let furniture: PhraseSet
  let abbreviations: PhraseSet
  /// The month's number by its name.
  let months: PhraseTable<Int>
  /// What words and letters tell of a text's language.
  let languageSigns: LanguageSigns
  /// Words without one of which nothing in a heading can be known.
  let anchors: WordFilter
  /// The same for a label.
  let labelAnchors: WordFilter
  /// The first words of what opens a stance.
  let reasonOpenings: WordFilter
  /// Words without one of which nothing is a line of the page.
  let furnitureWords: WordFilter
  /// The most words that a phrase has.
  let longestPhrase: Int
  private let conditions: [(tag: String, words: ConditionWords)]

  /// The words of some languages, of which the one for all that have no file may be anywhere among them.
  package init(_ all: [Language]) {
    version = Self.version(of: all)
    let languages = all.filter { $0.tag != Language.undetermined }
    func set(_ list: Language.WordList) -> PhraseSet {
      PhraseSet(languages.flatMap { $0[list].phrases })
    }
    let certain = Self.pairs(of: languages) { .headings($0) }
    let twins = Self.pairs(of: languages) { .twins($0) }
    let sayings = Self.sayings(of: languages, certain, twins)
    let headings = sayings.map { ($0.entry, $0.saying.concept) } as [Pair]
    let reasonPairs = Self.pairs(of: languages) { .reasons($0) }

    phrases = PhraseTable(
      sayings.filter { $0.entry.star == nil }.map { ($0.entry.phrase, $0.saying) })
    heads = PhraseTable(Head.all(of: languages, phrases))
    unspacedHeads = UnspacedHeads(languages)
    announcedNouns = AnnouncedNouns(languages)
    // The longest first: `what * do not want` before `what * want`.
    let templates = headings.compactMap(Template.init)
      .enumerated().sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }
      .map(\.element)
    self.templates = templates
    actorTemplates = templates.filter { $0.before.isEmpty }
    actorTemplateEndings = PhraseSet(actorTemplates.compactMap(\.after.last))
    templateOpenings = PhraseSet(templates.compactMap(\.before.first))
    nouns = Self.table(Self.pairs(of: languages) { .nouns($0) })
    sides = Self.table(Self.pairs(of: languages) { .sides($0) })
    reasons = Self.table(reasonPairs)
    agents = set(.agents)
    divisions = set(.divisions)
    qualifiers = set(.qualifiers)
    determiners = set(.determiners)
    negations = set(.negations)
    complements = set(.complements)
    having = set(.having)
    announcements = set(.announcements)
    purposes = set(.purposes)
    concessions = set(.concessions)
    verbs = set(.verbs)
    possessives = PossessiveEndings(languages.flatMap { $0[.possessives].entries })
    conjunctions = set(.conjunctions)
    counters = languages.flatMap { $0[.counters].entries.map { Array($0.text.utf8) } }
    placeholders = set(.placeholders)
    placeholderOpenings = PhraseSet(
      languages.flatMap { $0[.placeholders].entries.compactMap(\.words.first) })
    bylines = set(.bylines)
    furniture = set(.furniture)
    abbreviations = set(.abbreviations)
    months = PhraseTable(
      languages.flatMap { $0[.months].phrases.enumerated().map { ($1, $0 + 1) } })
    languageSigns = LanguageSigns(languages, others: all.filter { $0.tag == Language.undetermined })
    anchors = WordFilter(headings.map(\.entry.longest))
    labelAnchors = WordFilter(headings.filter(\.concept.isOfPoints).map(\.entry.longest))
    reasonOpenings = WordFilter(reasonPairs.map(\.entry.first))
    furnitureWords = WordFilter(
      languages.flatMap { $0[.furniture].entries.map(\.longest) })
    longestPhrase = headings.map(\.entry.words.count).max() ?? 0
    conditions = languages.map { ($0.tag, ConditionWords($0)) }
  }

  /// The words for scenarios in a language; English where none is known.
  func conditionWords(of tag: String?) -> ConditionWords? {
    conditions.first { $0.tag == tag }?.words ?? conditions.first?.words
  }

  /// The templates that a text with this first and last word may have; most have none.
  func templates(from first: Phrase, to last: Phrase) -> [Template] {
    if templateOpenings.contains(first) { return templates }
    return actorTemplateEndings.contains(last) ? actorTemplates : []
  }

  private static func version(of languages: [Language]) -> String {
    var all = Phrase()
    for language in languages { all = all.followed(by: language.digest) }
    return String(all.hash & 0xFF_FFFF_FFFF, radix: 36)
  }

  /// A phrase with what it says.
  typealias Pair = (entry: PhraseList.Entry, concept: Concept)

  /// What each phrase of headings says, and in which company.
  private static func sayings(
    of languages: [Language], _ certain: [Pair], _ twins: [Pair]
  ) -> [(entry: PhraseList.Entry, saying: Saying)] {
    var numbers: [Phrase: UInt16] = [:]
    var paired: [(entry: PhraseList.Entry, concept: Concept)] = []
    for (index, language) in languages.enumerated() {
      for concept in [Concept.pros, .cons] {
        for (place, entry) in language[.pairs(concept)].entries.enumerated() {
          let number = UInt16(truncatingIfNeeded: index * 256 + place + 1)
          if numbers[entry.phrase] == nil { numbers[entry.phrase] = number }
          paired.append((entry, concept))
        }
      }
    }
    func all(_ pairs: [Pair], _ company: Saying.Condition) -> [(PhraseList.Entry, Saying)] {
      pairs.map { ($0.entry, Saying($0.concept, company, pair: numbers[$0.entry.phrase] ?? 0)) }
    }
    let nouns = Self.pairs(of: languages) { .nouns($0) }
    return all(certain, .any) + all(twins, .otherSide) + all(paired, .counterpart)
      + all(nouns, .any)
  }

  /// All phrases of the lists of one kind with what they say, in one order: the same in every process.
  private static func pairs(
    of languages: [Language], _ list: (Concept) -> Language.List
  ) -> [Pair] {
    languages.flatMap { language in
      Concept.allCases.flatMap { concept in
        language[list(concept)].entries.map { ($0, concept) }
      }
    }
  }

  /// A table for look-up; of phrases that stand twice the first counts.
  private static func table(_ pairs: [Pair]) -> PhraseTable<Concept> {
    PhraseTable(pairs.map { ($0.entry.phrase, $0.concept) })
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
