/// Phrases that are known by their head, the noun of a side, whatever stands around it.
extension Vocabulary {
  /// `Honest Downsides`, `Avantages fiscaux`, `Преимущества парома`, `페리의 장점`.
  func byHead(_ words: Words, _ range: Range<Int>) -> HeadingMeaning? {
    complementBefore(words, range) ?? adjective(words, range) ?? complementBehind(words, range)
  }

  /// The head with an adjective that no list has, on the side where the language puts it.
  ///
  /// A verb, a negation, a conjunction, a complement or a further article among the words makes
  /// something else of them: `Reducing Risks`, `Know the Risks`, `No Drawbacks`.
  func adjective(_ words: Words, _ range: Range<Int>) -> HeadingMeaning? {
    let range = withoutDeterminers(words, range)
    for count in (1...3) where count < range.count {
      let last = range.upperBound - count..<range.upperBound
      let before = range.lowerBound..<last.lowerBound
      if let head = heads[words.phrase(last)], head.order.adjectives.contains(.before),
        head.takesAnyAdjective, before.count <= Self.mostAdjectives,
        isPlainRun(words, range), before.allSatisfy({ mayDescribe(words, $0) })
      {
        return HeadingMeaning(
          head.saying, qualifier: words.written(before)?.lowercased(), isWide: true)
      }
    }
    for count in (1...3).reversed() where count < range.count {
      let first = range.lowerBound..<range.lowerBound + count
      let behind = first.upperBound..<range.upperBound
      if let head = heads[words.phrase(first)], head.order.adjectives.contains(.behind),
        !head.order.complements.contains(.behind),
        head.takesAnyAdjective, behind.count <= Self.mostAdjectives,
        isPlainRun(words, range), behind.allSatisfy({ mayDescribe(words, $0) })
      {
        return HeadingMeaning(
          head.saying, qualifier: words.written(behind)?.lowercased(), isWide: true)
      }
    }
    return nil
  }

  /// The head, or both sides' heads, with what they are about straight behind: `Преимущества парома`.
  private func complementBehind(_ words: Words, _ range: Range<Int>) -> HeadingMeaning? {
    for end in range.indices.dropFirst().reversed() {
      guard
        let head = heads[words.words[end - 1].folded] ?? pair(words, end, range)
          ?? heads[words.words[range.lowerBound].folded],
        head.order.complements.contains(.behind),
        let meaning = plain(words, range.lowerBound..<end) ?? joined(words, range.lowerBound..<end)
          ?? adjective(words, range.lowerBound..<end),
        isPlainRun(words, end - 1..<end + 1), !isStop(words, end)
      else { continue }
      return named(meaning, words, end..<range.upperBound)
    }
    return nil
  }

  /// The head, or both sides' heads, with what they are about straight before: `Feribotun avantajları`.
  private func complementBefore(_ words: Words, _ range: Range<Int>) -> HeadingMeaning? {
    let last = range.upperBound - 1
    guard let head = heads[words.words[last].folded] ?? pair(words, range.upperBound, range),
      head.order.complements.contains(.before)
    else { return nil }
    for start in range.indices.dropFirst() {
      guard let meaning = plain(words, start..<range.upperBound) else { continue }
      let topic = range.lowerBound..<start
      guard isPlainRun(words, topic.lowerBound..<start + 1),
        topic.allSatisfy({ !isStop(words, $0) || isConjunction(words, $0) }),
        // The other side's noun in front would make both of it.
        topic.allSatisfy({ !namesPoints(words, $0) }),
        !isConjunction(words, start - 1)
      else { return nil }
      return named(meaning, words, topic)
    }
    return nil
  }

  /// What a phrase says, with what it is about.
  private func named(
    _ meaning: HeadingMeaning, _ words: Words, _ topic: Range<Int>
  ) -> HeadingMeaning? {
    guard let name = words.written(topic), name.utf8.count <= Option.longestName else { return nil }
    return HeadingMeaning(
      meaning.saying, qualifier: meaning.qualifier, topic: name, isWide: true)
  }

  /// A head of two words that ends before a word.
  private func pair(_ words: Words, _ end: Int, _ range: Range<Int>) -> Head? {
    end - 2 >= range.lowerBound ? heads[words.phrase(end - 2..<end)] : nil
  }

  /// A noun of a side has at most this many adjectives.
  private static let mostAdjectives = 3

  /// Without the articles and numbers in front.
  private func withoutDeterminers(_ words: Words, _ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    while start < range.upperBound {
      let pair = start..<min(start + 2, range.upperBound)
      if pair.count == 2, determiners.contains(words.phrase(pair)) {
        start += 2
      } else if determiners.contains(words.words[start].folded) || words.isNumber(start) {
        start += 1
      } else {
        break
      }
    }
    return start..<range.upperBound
  }

  /// Whether a word may be an adjective: it is none of those that make something else of a noun.
  private func mayDescribe(_ words: Words, _ index: Int) -> Bool {
    let word = words.words[index].folded
    return !isStop(words, index) && !determiners.contains(word) && !namesPoints(words, index)
      && !words.isNumber(index) && !isPossessive(words, index)
  }

  /// Whether a word is a noun of points itself, or, in Korean, begins with one: 장점과.
  private func namesPoints(_ words: Words, _ index: Int) -> Bool {
    let word = words.words[index]
    return heads[word.folded] != nil || announcedNouns.begin(words.text.part(word.range))
  }

  private func isConjunction(_ words: Words, _ index: Int) -> Bool {
    conjunctions.contains(words.words[index].folded)
  }

  /// Whether a word makes something else of the noun beside it.
  private func isStop(_ words: Words, _ index: Int) -> Bool {
    let word = words.words[index].folded
    return conjunctions.contains(word) || complements.contains(word) || verbs.contains(word)
      || negations.contains(word)
  }

  /// Whether nothing but spaces and hyphens stands between some words.
  private func isPlainRun(_ words: Words, _ range: Range<Int>) -> Bool {
    zip(range, range.dropFirst()).allSatisfy { one, next in
      let gap = words.words[one].range.upperBound..<words.words[next].range.lowerBound
      return gap.allSatisfy { words.text[$0].isSpace || words.text[$0] == UInt8(ascii: "-") }
    }
  }
}
