/// What the sentences in front of a list say of it.
///
/// They announce points when the first of them begins with whose or what they are (`Helena Marsh’s
/// objectives …`, `The drawbacks of the plan …`), or when the last ends in a colon and its main clause
/// names one kind (`The council sees three advantages:`). Clauses of concession and purpose say nothing:
/// `Despite its benefits, steam has two drawbacks:`.
enum Introduction {
  /// Words looked at in one sentence.
  private static let longest = 40

  /// The stance that a paragraph announces for the list behind it.
  static func pointContext(of paragraph: Prose, _ vocabulary: Vocabulary) -> PointContext? {
    let text = paragraph.text.composed
    if let kind = vocabulary.announcedNouns.concept(announcedBy: text)?.points {
      return PointContext(kind: kind)
    }
    var sentences = Sentences(text, vocabulary)
    guard let first = sentences.next() else { return nil }
    if text.endsInColon {
      let last = sentences.reduce(first) { $1 }
      let words = Words(text.part(last), limit: longest)
      if let pointContext = headNoun(of: words, vocabulary) { return pointContext }
      if last == first, beginsAside(at: 0, in: words, vocabulary) { return nil }
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

  /// The one kind of point that the main clause of a sentence names; none when it names several, or none.
  ///
  /// What stands in a complement of the noun says nothing more: `two drawbacks of these goals`.
  private static func headNoun(of words: Words, _ vocabulary: Vocabulary) -> PointContext? {
    var found: PointContext?
    var foundEnd = 0
    var index = 0
    while index < words.count {
      if let end = asideEnd(at: index, in: words, vocabulary) {
        index = end
        continue
      }
      guard let (kind, length) = noun(at: index, in: words, vocabulary) else {
        index += 1
        continue
      }
      let isComplement =
        found != nil
        && words.words[foundEnd..<index].contains { vocabulary.complements.contains($0.folded) }
      if !isComplement {
        guard found == nil || found?.kind == kind,
          isListed(index, to: index + length, in: words, vocabulary)
        else { return nil }
        let isQualified = index > 0 && vocabulary.qualifiers.contains(words.words[index - 1].folded)
        found = PointContext(
          kind: kind, qualifier: isQualified ? words.written(index - 1..<index)?.lowercased() : nil,
          actor: owner(
            before: index, after: index + length, in: words, of: kind, vocabulary))
        foundEnd = index + length
      }
      index += length
    }
    return found
  }

  /// Whether a noun is what the sentence lists: `three aims`, `the main drawbacks`, `has real benefits`,
  /// not `similar goals` and not `no goals`.
  private static func isListed(
    _ index: Int, to end: Int, in words: Words, _ vocabulary: Vocabulary
  ) -> Bool {
    guard index > 0 else { return true }
    guard !words.words[..<index].contains(where: { vocabulary.negations.contains($0.folded) })
    else { return false }
    if end < words.count, vocabulary.announcements.contains(words.words[end].folded) { return true }
    if vocabulary.heads[words.phrase(index..<end)]?.order.complements.contains(.before) == true {
      return true
    }
    for place in (max(0, index - 3)..<index).reversed() {
      let word = words.words[place].folded
      if vocabulary.determiners.contains(word) || vocabulary.qualifiers.contains(word)
        || vocabulary.having.contains(word) || vocabulary.announcements.contains(word)
        || vocabulary.isPossessive(words, place) || words.isNumber(place)
      {
        return true
      }
      guard !vocabulary.complements.contains(word), !vocabulary.verbs.contains(word),
        !vocabulary.conjunctions.contains(word)
      else { return false }
    }
    return false
  }

  // MARK: Clauses of concession and purpose

  /// Whether a clause begins at a word that says nothing of the list.
  private static func beginsAside(
    at index: Int, in words: Words, _ vocabulary: Vocabulary
  ) -> Bool {
    for length in (1...3).reversed() where index + length <= words.count {
      let phrase = words.phrase(index..<index + length)
      if vocabulary.concessions.contains(phrase) { return true }
      guard vocabulary.purposes.contains(phrase) else { continue }
      // Before an article it is no clause: `leads to the following benefits`.
      guard index + length < words.count else { return false }
      let next = words.words[index + length].folded
      return !vocabulary.determiners.contains(next) && !vocabulary.qualifiers.contains(next)
        && !words.isNumber(index + length)
    }
    return false
  }

  /// Where such a clause ends: behind its comma, or with the sentence.
  private static func asideEnd(
    at index: Int, in words: Words, _ vocabulary: Vocabulary
  ) -> Int? {
    guard beginsAside(at: index, in: words, vocabulary) else { return nil }
    for place in index..<max(index, words.count - 1) {
      let gap = words.words[place].range.upperBound..<words.words[place + 1].range.lowerBound
      if gap.contains(where: { words.text[$0] == UInt8(ascii: ",") || words.text.has("،", at: $0) })
      {
        return place + 1
      }
    }
    return words.count
  }

  private static func noun(at index: Int, in words: Words, _ vocabulary: Vocabulary) -> (
    PointKind, length: Int
  )? {
    for length in (1...3).reversed() where index + length <= words.words.count {
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

extension Excerpt {
  /// Whether it ends in a colon of any script.
  fileprivate var endsInColon: Bool {
    last == UInt8(ascii: ":") || has("：", at: count - 3)
  }
}
