/// The words of one language around which a scenario is built.
///
/// A class, because a value of so many tables would be copied table by table.
final class ConditionWords: Sendable {
  let conditionals: PhraseSet
  let connectives: PhraseSet
  /// The first words of these.
  let connectiveOpenings: PhraseSet
  let consequents: PhraseSet
  /// The first of them, which begins a consequence even without a comma.
  let then: Phrase?
  let continuations: PhraseSet
  let finiteVerbs: PhraseSet
  /// The beginnings and ends of clauses in a script without spaces; `nil` in any other.
  let unspaced: UnspacedConditionWords?

  init(_ language: Language) {
    conditionals = PhraseSet(language[.conditionals].phrases)
    let connectives = language[.connectives]
    self.connectives = PhraseSet(connectives.phrases)
    connectiveOpenings = PhraseSet(connectives.entries.compactMap(\.words.first))
    consequents = PhraseSet(language[.consequents].phrases)
    then = language[.consequents].phrases.first
    continuations = PhraseSet(language[.continuations].phrases)
    finiteVerbs = PhraseSet(language[.finiteVerbs].phrases)
    unspaced = language.script.partsWords ? nil : UnspacedConditionWords(language)
  }
}

/// The same for a script without spaces, in which they are no words but what clauses begin and end
/// with.
struct UnspacedConditionWords: Sendable {
  let conditionals: [[UInt8]]
  /// What a condition must end in; anything will do when there is none.
  let endings: [[UInt8]]
  let connectives: [[UInt8]]
  let consequents: [[UInt8]]

  init(_ language: Language) {
    /// Longer ones first, so that もしも is not taken for もし.
    func pieces(_ list: Language.WordList) -> [[UInt8]] {
      language[list].entries.map { $0.text.utf8.filter { !$0.isSpace } }
        .sorted { $0.count > $1.count }
    }
    conditionals = pieces(.conditionals)
    endings = pieces(.conditionEndings)
    connectives = pieces(.connectives)
    consequents = pieces(.consequents)
  }
}
