/// The words of one language by which documents say what their parts are, as its file has them
/// (``LanguageFile``).
///
/// Phrases are in lower case; hyphens are written as spaces, and `*` stands for the actor whom a phrase
/// names. A phrase of the six point concepts may be widened in a document by the qualifiers, determiners
/// and complements: with `drawbacks` the vocabulary also knows `The Possible Drawbacks of the Line`.
package struct Language: Sendable {
  /// The BCP 47 tag.
  package let tag: String
  /// What it is written in.
  let script: Script
  /// Where words stand around the noun that a phrase is about.
  let order: PhraseOrder
  private var lists: [List: PhraseList] = [:]

  /// A language without words.
  init(tag: String, script: Script, order: PhraseOrder = PhraseOrder()) {
    self.tag = tag
    self.script = script
    self.order = order
  }

  /// The tag of what stands for all languages that have no file (ISO 639-2, *undetermined*).
  static let undetermined = "und"

  /// The phrases of a list, in the order of the file; none where it has no such list.
  subscript(list: List) -> PhraseList {
    get { lists[list] ?? PhraseList() }
    set { lists[list] = newValue }
  }

  /// The words of a list.
  subscript(words: WordList) -> PhraseList { self[.words(words)] }

  /// Whether the file has such a list.
  func has(_ list: List) -> Bool { lists[list] != nil }

  /// One number for all that is said of the language, and in which order.
  var digest: Phrase {
    var digest = Phrase("\(tag) \(script.name) \(order.name)")
    for list in List.all { digest = digest.followed(by: self[list].digest) }
    return digest
  }

  /// How many phrases there are in all lists.
  package var phraseCount: Int { lists.values.reduce(0) { $0 + $1.entries.count } }
}

extension Language {
  /// A list of a language's file.
  enum List: Hashable, Sendable {
    /// Headings and labels that say what stands below them.
    case headings(Concept)
    /// Nouns that name points: in prose that announces a list (`Three advantages stand out:`), and with
    /// any adjective or complement in headings and labels (`Honest Downsides`).
    case nouns(Concept)
    /// Words that say so only in company: where a heading beside them, a label of the same list or
    /// section, or a column of the same table is of the other side.
    case twins(Concept)
    /// Words of which each says so only beside its own counterpart, which stands at the same place of the
    /// other side's list: *The Good* beside *The Bad*.
    case pairs(Concept)
    /// Words that open a single point with its reason: `good because …`.
    case reasons(Concept)
    /// Labels that name a side only below a heading that names both: `For:` and `Against:`.
    case sides(Concept)
    /// Words that say nothing about a side.
    case words(WordList)
  }

  /// The lists of words that have the same name in every language.
  enum WordList: String, CaseIterable, Sendable {
    /// Nouns of those who have aims: `The Goals of the Working Group` are the group's.
    case agents
    /// Words that, with a number, stand in front of any heading: `Section 3: …`.
    case divisions
    /// Adjectives that may precede what headings say.
    case qualifiers
    /// Words that may precede and say nothing: articles, possessives, numerals.
    case determiners
    /// Words that turn what follows into its opposite: `not the goals`.
    case negations
    /// Words between a phrase and what it is about: `of`, `for`.
    case complements
    /// Verbs that stand straight before what they announce: `The ferry has drawbacks:`.
    case having
    /// Words that announce what follows, in scripts where nouns take no article: `以下`, `다음과`.
    case announcements
    /// Words that begin a clause of purpose, which says nothing of a list: `to reach the goals above, …`.
    case purposes
    /// Words that begin a clause of concession, which says nothing of a list: `despite its benefits, …`.
    case concessions
    /// What stands between what a phrase is about and the phrase, in scripts without spaces: `の`, `的`.
    case links
    /// What stands behind a number at the end of a heading: メリット3つ.
    case counters
    /// Verbs that make something else of the noun behind them: `Reducing Risks`. In scripts without
    /// spaces they count wherever they stand before the noun.
    case verbs
    /// What a word ends in that says that what follows is somebody's, with its apostrophe, behind which the
    /// name has ended: `'s`, `s'`.
    case possessives
    /// Words between two phrases: `and`, `or`.
    case conjunctions
    /// Words that begin a condition.
    case conditionals
    /// What a condition ends in, where the words that begin it do not tell enough; in scripts without
    /// spaces only: `もし…なら、`.
    case conditionEndings = "condition-endings"
    /// Words that may stand before a condition: `Conversely, if …`.
    case connectives
    /// Words that may begin the consequence: `then`.
    case consequents
    /// Words that, after a comma, go on with the condition.
    case continuations
    /// Words of which a main clause has one; none where the language has no such short list.
    case finiteVerbs = "finite-verbs"
    /// Items that say that there is no item.
    case placeholders
    /// What stands before the author's name in a line of its own.
    case bylines
    /// Lines that belong to the page and not to the article.
    case furniture
    /// Abbreviations whose full stop ends no sentence.
    case abbreviations
    /// The months, in order.
    case months
    /// Words so frequent that they tell the language.
    case frequent
    /// Letters that tell the language among those of its script.
    case letters
  }
}

extension Language.List {
  /// All there are, in one order.
  static let all: [Self] =
    Concept.allCases.map(Self.headings)
    + Concept.allCases.filter(\.isOfPoints).flatMap {
      [.nouns($0), .twins($0), .pairs($0), .reasons($0), .sides($0)]
    }
    + Language.WordList.allCases.map(Self.words)

  /// The list of a section of the file; `nil` for a name that there is not.
  init?(name: some StringProtocol) {
    let parts = name.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let first = String(parts[0])
    guard parts.count == 2 else {
      if let words = Language.WordList(rawValue: first) {
        self = .words(words)
      } else if let concept = Concept(rawValue: first) {
        self = .headings(concept)
      } else {
        return nil
      }
      return
    }
    guard let concept = Concept(rawValue: first), concept.isOfPoints else { return nil }
    switch parts[1] {
    case " nouns": self = .nouns(concept)
    case " twins": self = .twins(concept)
    case " pairs": self = .pairs(concept)
    case " reasons": self = .reasons(concept)
    case " sides": self = .sides(concept)
    default: return nil
    }
  }

  /// How the file calls it.
  var name: String {
    switch self {
    case .headings(let concept): concept.rawValue
    case .nouns(let concept): "\(concept.rawValue): nouns"
    case .twins(let concept): "\(concept.rawValue): twins"
    case .pairs(let concept): "\(concept.rawValue): pairs"
    case .reasons(let concept): "\(concept.rawValue): reasons"
    case .sides(let concept): "\(concept.rawValue): sides"
    case .words(let words): words.rawValue
    }
  }

  /// Whether a phrase of it says what something is, so that it may say so once.
  var isOfHeadings: Bool {
    switch self {
    case .headings, .twins: true
    case .nouns, .pairs, .reasons, .sides, .words: false
    }
  }
}

/// What a language is written in.
enum Script: Int, Sendable, CaseIterable {
  case latin, cyrillic, arabic, hangul
  /// Kana and Chinese characters together: Japanese.
  case kana
  /// Chinese characters alone.
  case han

  /// Whether words are parted by spaces; where they are not, headings and labels are known as a
  /// whole only.
  var partsWords: Bool { self != .kana && self != .han }

  /// The script that a file names; `nil` for a name that there is not.
  init?(name: some StringProtocol) {
    guard let script = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = script
  }

  /// How files call it.
  var name: String {
    switch self {
    case .latin: "latin"
    case .cyrillic: "cyrillic"
    case .arabic: "arabic"
    case .hangul: "hangul"
    case .kana: "kana"
    case .han: "han"
    }
  }
}
