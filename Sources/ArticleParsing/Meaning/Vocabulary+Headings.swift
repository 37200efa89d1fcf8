extension Vocabulary {
  /// What a heading says: its words up to its colon or dash, else those behind it.
  ///
  /// - Parameter heading: the heading's text without its mark-up; its number may be there.
  /// - Returns: the meaning, or `nil` for a heading that the vocabulary does not know.
  func meaning(ofHeading heading: Excerpt) -> HeadingMeaning? {
    meaning(of: HeadingParts(heading), in: heading)
  }

  /// The same of a heading that was taken apart.
  func meaning(of parts: HeadingParts, in heading: Excerpt) -> HeadingMeaning? {
    let name = heading.part(parts.name)
    if let meaning = meaningIfKnown(name) { return meaning }
    guard let subtitle = parts.subtitle, let meaning = meaningIfKnown(heading.part(subtitle))
    else { return nil }
    // `Section 3: Outlook` is the outlook; `Tram: Pros` are the pros of the tram.
    if isDivision(Words(name, limit: 16)) { return meaning }
    guard meaning.isBare, meaning.concept.points != nil || meaning.concept.namesBothSides else {
      return nil
    }
    return HeadingMeaning(meaning.saying, qualifier: meaning.qualifier, topic: name.string)
  }

  /// What a text says. Most texts have no word of ours, and most others are a phrase as a whole; the
  /// rest is taken apart.
  private func meaningIfKnown(_ text: Excerpt) -> HeadingMeaning? {
    let text = text.composed
    if let meaning = meaningOfWords(text) { return meaning }
    return frameless(text).flatMap(meaningOfWords)
  }

  private func meaningOfWords(_ text: Excerpt) -> HeadingMeaning? {
    if text.mayHave(anchors) {
      if let saying = saying(of: text) { return HeadingMeaning(saying) }
      if let meaning = meaning(of: Words(text, limit: 16)) { return meaning }
    }
    return unspaced(text)
  }

  /// What a text in a script without spaces says by the noun at its end: フェリーのメリット, 渡轮的优点.
  private func unspaced(_ text: Excerpt) -> HeadingMeaning? {
    guard let found = unspacedHeads.find(in: text) else { return nil }
    let before = text.string(found.topic)
    let isName = found.isLinked && before.utf8.count <= Option.longestName
    return HeadingMeaning(
      found.saying, qualifier: isName ? nil : before, topic: isName ? before : nil, isWide: true)
  }

  /// What a text says that is a phrase as a whole.
  private func saying(of text: Excerpt) -> Saying? {
    var reader = WordReader(text)
    guard var phrase = reader.next()?.folded else { return nil }
    var count = 1
    while let word = reader.next() {
      count += 1
      guard count <= longestPhrase else { return nil }
      phrase = phrase.followed(by: word.folded)
    }
    return phrases[phrase]
  }

  /// Whether words only count the parts of a document: `Section 3`, `Part II`.
  private func isDivision(_ words: Words) -> Bool {
    words.count == 2 && divisions.contains(words.words[0].folded)
  }

  /// What a label says, the text before its colon; only labels that announce points are any.
  func meaning(ofLabel label: Excerpt) -> HeadingMeaning? {
    let label = label.composed
    func known(_ label: Excerpt) -> HeadingMeaning? {
      (label.mayHave(labelAnchors) ? meaning(of: Words(label, limit: 8)) : nil) ?? unspaced(label)
    }
    guard let meaning = known(label) ?? frameless(label).flatMap(known),
      meaning.concept.points != nil
    else { return nil }
    return meaning
  }

  /// What some words say. The work is bounded by the words' number, which the callers limit.
  func meaning(of words: Words) -> HeadingMeaning? {
    meaning(words, 0..<words.words.count)
  }

  private func meaning(_ words: Words, _ range: Range<Int>) -> HeadingMeaning? {
    guard !range.isEmpty else { return nil }
    if let meaning = plain(words, range) { return meaning }
    if let meaning = template(words, range) { return meaning }
    if let meaning = joined(words, range) { return meaning }
    if let meaning = withTopic(words, range) { return meaning }
    return possessive(words, range) ?? qualifiedBehind(words, range) ?? byHead(words, range)
  }

  /// `Avantages potentiels`: in some languages the adjective stands behind.
  func qualifiedBehind(_ words: Words, _ range: Range<Int>) -> HeadingMeaning? {
    let last = range.upperBound - 1
    guard last > range.lowerBound, qualifiers.contains(words.words[last].folded),
      let meaning = plain(words, range.lowerBound..<last)
    else { return nil }
    return HeadingMeaning(
      meaning.saying,
      qualifier: meaning.qualifier ?? words.written(last..<last + 1)?.lowercased())
  }

  /// The phrase itself, behind determiners and qualifiers.
  func plain(_ words: Words, _ range: Range<Int>) -> HeadingMeaning? {
    var start = range.lowerBound
    var qualifier: Range<Int>?
    while start < range.upperBound {
      if range.upperBound - start <= longestPhrase,
        let saying = phrases[words.phrase(start..<range.upperBound)]
      {
        return HeadingMeaning(saying, qualifier: qualifier.flatMap(words.written)?.lowercased())
      }
      let word = words.words[start].folded
      let pair = start..<min(start + 2, range.upperBound)
      if pair.count == 2, qualifiers.contains(words.phrase(pair)) {
        qualifier = pair
        start += 2
      } else if pair.count == 2, determiners.contains(words.phrase(pair)) {
        start += 2
      } else if qualifiers.contains(word) {
        qualifier = start..<start + 1
        start += 1
      } else if determiners.contains(word) || words.isNumber(start) {
        start += 1
      } else {
        return nil
      }
    }
    return nil
  }

  /// `what * want`: the actor stands where the star is.
  private func template(_ words: Words, _ range: Range<Int>) -> HeadingMeaning? {
    let first = words.words[range.lowerBound].folded
    let last = words.words[range.upperBound - 1].folded
    for template in templates(from: first, to: last) {
      guard let slot = template.slot(in: words, range), let actor = name(words, slot) else {
        continue
      }
      return HeadingMeaning(concept: template.concept, actor: actor)
    }
    return nil
  }

  /// `Pros and Cons`, `Benefits / Trade-offs`: every part must be known, and two sides make both.
  func joined(_ words: Words, _ range: Range<Int>) -> HeadingMeaning? {
    guard range.contains(where: { conjunctions.contains(words.words[$0].folded) }) else {
      return nil
    }
    let parts = words.words.indices[range].split { conjunctions.contains(words.words[$0].folded) }
    guard parts.count >= 2 else { return nil }
    var concepts: Set<Concept> = []
    var sayings: [Saying] = []
    var qualifier: String?
    for part in parts {
      let range = part.startIndex..<part.endIndex
      guard
        let meaning = plain(words, range) ?? qualifiedBehind(words, range)
          ?? (part.endIndex == words.words.count
            ? withTopic(words, range) ?? byHead(words, range) : adjective(words, range))
      else { return nil }
      concepts.insert(meaning.concept)
      sayings.append(meaning.saying)
      qualifier = qualifier ?? meaning.qualifier
    }
    if concepts.count == 1 {
      // One certain word of a side makes the others certain: `Risks and Challenges`.
      let only = sayings.first { $0.company == .any } ?? sayings.first
      return only.map { HeadingMeaning($0, qualifier: qualifier) }
    }
    if concepts == [.pros, .cons] {
      return HeadingMeaning(concept: .prosAndCons, qualifier: qualifier)
    }
    if concepts == [.objectives, .nonGoals] { return HeadingMeaning(concept: .goalsAndNonGoals) }
    return nil
  }

  /// `Advantages of the Tram`: the longest phrase in front of a complement.
  private func withTopic(_ words: Words, _ range: Range<Int>) -> HeadingMeaning? {
    for end in range.indices.dropFirst().reversed() {
      let next = words.words[end].folded
      let leansForward = complements.contains(words.words[end - 1].folded)
      guard complements.contains(next) || leansForward else { continue }
      let topicStart = complements.contains(next) ? end + 1 : end
      guard topicStart < range.upperBound,
        let meaning = plain(words, range.lowerBound..<end)
          ?? joined(words, range.lowerBound..<end)
          ?? qualifiedBehind(words, range.lowerBound..<end)
          ?? adjective(words, range.lowerBound..<end)
      else { continue }
      let topic = topicStart..<range.upperBound
      let isOwner = meaning.concept.hasOwner && isAgent(words, topic)
      return HeadingMeaning(
        meaning.saying, qualifier: meaning.qualifier,
        actor: isOwner ? name(words, topic) : nil, topic: words.written(topic))
    }
    return nil
  }

  /// `Vladimir Putin’s Objectives`: only aims are somebody's.
  private func possessive(_ words: Words, _ range: Range<Int>) -> HeadingMeaning? {
    for end in range.indices.dropLast().prefix(6) where isPossessive(words, end) {
      guard let meaning = plain(words, end + 1..<range.upperBound) else { continue }
      let owner = name(words, range.lowerBound..<end + 1)
      return HeadingMeaning(
        meaning.saying, qualifier: meaning.qualifier,
        actor: meaning.concept.hasOwner ? owner : nil,
        topic: meaning.concept.hasOwner ? nil : owner)
    }
    return nil
  }

  /// Whether words name somebody who may have aims: a proper name, or a noun such as *council*.
  private func isAgent(_ words: Words, _ range: Range<Int>) -> Bool {
    if agents.contains(words.words[range.upperBound - 1].folded) { return true }
    return range.allSatisfy { words.isCapitalised($0) }
  }

  /// A name as it was written, without its article and its possessive ending.
  func name(_ words: Words, _ range: Range<Int>) -> String? {
    var start = range.lowerBound
    while start < range.upperBound, determiners.contains(words.words[start].folded) { start += 1 }
    guard start < range.upperBound else { return nil }
    let last = words.words[range.upperBound - 1].range
    let end = possessives.nameEnd(in: words.text, last) ?? last.upperBound
    let name = words.text.string(words.words[start].range.lowerBound..<end)
    return name.utf8.count <= Option.longestName ? name : nil
  }

  /// Whether a word says that what follows is somebody's.
  func isPossessive(_ words: Words, _ index: Int) -> Bool {
    possessives.nameEnd(in: words.text, words.words[index].range) != nil
  }
}
