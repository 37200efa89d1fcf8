/// The words of one language by which documents say what their parts are.
///
/// Phrases are written in lower case, parted by `|`; hyphens count as spaces, `*` stands for the
/// actor whom a phrase names. A phrase of the six point concepts may be widened in a document by
/// the qualifiers, determiners and complements below: with `drawbacks` the vocabulary also knows
/// `The Possible Drawbacks of the Line`.
struct Language: Sendable {
  /// The BCP 47 tag.
  let tag: String
  /// What it is written in.
  var script = Script.latin
  /// Headings and labels.
  let phrases: [Concept: String]
  /// Nouns, as prose uses them to announce a list: `Three advantages stand out:`.
  var nouns: [Concept: String] = [:]
  /// Words that announce a single point: `Pro: …`, and `good because …`.
  var stances: [Concept: String] = [:]
  /// Labels that name a side only below a heading that names both: `For:` and `Against:`.
  var sides: [Concept: String] = [:]
  /// Nouns of those who have aims: `The Goals of the Working Group` are the group's.
  var agents = ""
  /// Words that, with a number, stand in front of any heading: `Section 3: …`.
  var divisions = ""
  /// Adjectives that may precede the words above.
  var qualifiers = ""
  /// Words that may precede and say nothing: articles, possessives, numerals.
  var determiners = ""
  /// Words that turn what follows into its opposite: `not the goals`.
  var negations = ""
  /// Words between a phrase and what it is about: `of`, `for`.
  var complements = ""
  /// Words between two phrases: `and`, `or`.
  var conjunctions = ""
  /// Words that begin a condition.
  var conditionals = ""
  /// What a condition ends in, where the words that begin it do not tell enough; in scripts without
  /// spaces only: `もし…なら、`.
  var conditionEndings = ""
  /// Words that may stand before a condition: `Conversely, if …`.
  var connectives = ""
  /// Words that may begin the consequence: `then`.
  var consequents = ""
  /// Words that, after a comma, go on with the condition.
  var continuations = ""
  /// Words of which a main clause has one; none where the language has no such short list.
  var finiteVerbs = ""
  /// Items that say that there is no item.
  var placeholders = ""
  /// What stands before the author's name in a line of its own.
  var bylines = ""
  /// Lines that belong to the page and not to the article.
  var furniture = ""
  /// Abbreviations whose full stop ends no sentence.
  var abbreviations = ""
  /// The months, in order.
  var months = ""
  /// Words so frequent that they tell the language.
  var frequent = ""
  /// Letters that tell the language among those of its script.
  var letters = ""
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
}
