/// What the sentences in front of a list say of it.
///
/// They announce points when the first of them begins with whose or what they are (`Helena Marsh’s
/// objectives …`, `The drawbacks of the plan …`), or when the last ends in a colon and names one
/// kind (`The council sees three advantages:`).
enum Introduction {
  /// Words looked at in one sentence.
  private static let longest = 40

  /// The stance that a paragraph announces for the list behind it.
  static func pointContext(of paragraph: Prose, _ vocabulary: Vocabulary) -> PointContext? {
    let text = paragraph.text
    var sentences = Sentences(text, vocabulary)
    guard let first = sentences.next() else { return nil }
    if text.last == UInt8(ascii: ":") {
      let last = sentences.reduce(first) { $1 }
      let words = Words(text.part(last), limit: longest)
      if let pointContext = onlyNoun(in: words, vocabulary) { return pointContext }
    }
    return subject(of: text.part(first), vocabulary)
  }

  /// A sentence that begins with the points: `[whose] [adjective] advantages [of …] are …`.
  private static func subject(of sentence: Excerpt, _ vocabulary: Vocabulary) -> PointContext? {
    let words = Words(sentence, limit: longest)
    var end = 0
    var qualifier: String?
    while end < min(words.words.count, 8) {
      if let (kind, length) = noun(at: end, in: words, vocabulary) {
        return PointContext(
          kind: kind, qualifier: qualifier,
          actor: owner(
            before: end, after: end + length, in: words, of: kind, vocabulary))
      }
      let word = words.words[end]
      if vocabulary.qualifiers.contains(word.folded) {
        qualifier = words.written(end..<end + 1)?.lowercased()
      } else if !vocabulary.determiners.contains(word.folded) {
        // Before the noun there may be only its owner: words up to a possessive.
        guard
          let possessive = (end..<min(words.count, end + 6)).first(where: {
            vocabulary.isPossessive(words, $0)
          }),
          words.words[..<end].allSatisfy({ vocabulary.determiners.contains($0.folded) })
        else { return nil }
        end = possessive
      }
      end += 1
    }
    return nil
  }

  /// The one kind of point that a sentence names; none when it names several, or none.
  private static func onlyNoun(in words: Words, _ vocabulary: Vocabulary) -> PointContext? {
    var found: PointContext?
    for index in words.words.indices {
      guard let (kind, length) = noun(at: index, in: words, vocabulary) else { continue }
      guard found == nil || found?.kind == kind, isListed(index, in: words, vocabulary) else {
        return nil
      }
      let isQualified = index > 0 && vocabulary.qualifiers.contains(words.words[index - 1].folded)
      found = PointContext(
        kind: kind, qualifier: isQualified ? words.written(index - 1..<index)?.lowercased() : nil,
        actor: owner(
          before: index, after: index + length, in: words, of: kind, vocabulary))
    }
    return found
  }

  /// Whether a noun is what the sentence lists: `three aims`, `the main drawbacks`, not `similar goals`
  /// and not `no goals`.
  private static func isListed(_ index: Int, in words: Words, _ vocabulary: Vocabulary) -> Bool {
    guard index > 0 else { return true }
    let before = words.words[index - 1].folded
    let isDetermined =
      vocabulary.determiners.contains(before) || vocabulary.qualifiers.contains(before)
      || vocabulary.isPossessive(words, index - 1) || words.isNumber(index - 1)
    return isDetermined
      && !words.words[..<index].contains { vocabulary.negations.contains($0.folded) }
  }

  private static func noun(at index: Int, in words: Words, _ vocabulary: Vocabulary) -> (
    PointKind, length: Int
  )? {
    for length in (1...2).reversed() where index + length <= words.words.count {
      if let kind = vocabulary.nouns[words.phrase(index..<index + length)]?.points {
        return (kind, length)
      }
    }
    return nil
  }

  /// Whose aims they are: the name before the noun (`Helena Marsh’s aims`).
  private static func owner(
    before noun: Int, after end: Int, in words: Words, of kind: PointKind,
    _ vocabulary: Vocabulary
  ) -> String? {
    guard kind == .objective || kind == .nonGoal else { return nil }
    if let possessive = (0..<noun).last(where: { vocabulary.isPossessive(words, $0) }) {
      let start =
        (0..<possessive).last { !words.isCapitalised($0) }.map { $0 + 1 } ?? 0
      return vocabulary.name(words, start..<possessive + 1)
    }
    guard end < words.count, vocabulary.complements.contains(words.words[end].folded) else {
      // `Three objectives drive Ankara’s policy:`
      guard
        let possessive = (end..<words.count).first(where: { vocabulary.isPossessive(words, $0) }),
        words.isCapitalised(possessive)
      else { return nil }
      let start = (end..<possessive).last { !words.isCapitalised($0) }.map { $0 + 1 } ?? end
      return vocabulary.name(words, start..<possessive + 1)
    }
    var start = end + 1
    while start < words.words.count, vocabulary.determiners.contains(words.words[start].folded) {
      start += 1
    }
    let stop = (start..<words.count).first { !words.isCapitalised($0) } ?? words.count
    return start < stop ? vocabulary.name(words, start..<stop) : nil
  }
}
