/// Reads scenarios: sentences that say what follows if something happens.
struct ScenarioReader {
  let words: ConditionWords
  let vocabulary: Vocabulary

  /// Adds the scenarios of a paragraph or item. Linear in it.
  func read(
    _ block: Block, of document: Document, into scenarios: inout BoundedList<Outlook.Scenario>
  ) {
    let prose = document.prose(block)
    var lines = LineCounter(block, of: document.text)
    for sentence in Sentences(prose.text, vocabulary) {
      guard let (condition, consequence) = parts(of: sentence, in: prose.text) else { continue }
      let source = lines.source(prose.source(of: sentence))
      scenarios.append(
        Outlook.Scenario(
          condition: prose[condition], consequence: prose[consequence], source: source),
        at: source)
    }
  }

  /// Condition and consequence of a sentence that begins with *if*, after one connective at most.
  func parts(of sentence: Range<Int>, in text: Excerpt) -> (
    condition: Range<Int>, consequence: Range<Int>
  )? {
    if let unspaced = words.unspaced { return parts(of: sentence, in: text, unspaced) }
    guard let start = conditionStart(sentence, text) else { return nil }
    let clauses = start..<sentence.upperBound
    guard let end = mainClauseComma(clauses, text) ?? then(clauses, text) else { return nil }
    let length = max(1, text.commaLength(at: end))
    var consequence = text.trimmed(end + length..<sentence.upperBound)
    let first = wordEnd(from: consequence.lowerBound, to: consequence.upperBound, text)
    if words.consequents.contains(Phrase(folding: text.part(consequence.lowerBound..<first))) {
      consequence = text.trimmed(first..<consequence.upperBound)
    }
    let condition = text.trimmed(start..<end)
    return condition.isEmpty || consequence.isEmpty ? nil : (condition, consequence)
  }

  /// The same where no spaces part words: the condition ends at the first comma, or at the first
  /// behind what conditions end in.
  private func parts(
    of sentence: Range<Int>, in text: Excerpt, _ words: UnspacedConditionWords
  ) -> (condition: Range<Int>, consequence: Range<Int>)? {
    func skipping(_ pieces: [[UInt8]], at offset: Int) -> Int? {
      pieces.first { text[offset..<sentence.upperBound].starts(with: $0) }.map {
        offset + $0.count
      }
    }
    var start = sentence.lowerBound
    if let connective = skipping(words.connectives, at: start) {
      start = connective + text.commaLength(at: connective)
    }
    guard let condition = skipping(words.conditionals, at: start) else { return nil }
    let comma = (condition..<sentence.upperBound).first { offset in
      text.commaLength(at: offset) > 0
        && (words.endings.isEmpty
          || words.endings.contains { text[condition..<offset].suffix($0.count).elementsEqual($0) })
    }
    guard let comma else { return nil }
    var consequence = comma + text.commaLength(at: comma)
    if let consequent = skipping(words.consequents, at: consequence) {
      consequence = consequent + text.commaLength(at: consequent)
    }
    let clauses = (
      text.trimmed(condition..<comma), text.trimmed(consequence..<sentence.upperBound)
    )
    return clauses.0.isEmpty || clauses.1.isEmpty ? nil : clauses
  }

  /// Behind the *if*: `If …`, `Conversely, if …`, `But if …`.
  private func conditionStart(_ sentence: Range<Int>, _ text: Excerpt) -> Int? {
    var reader = WordReader(text.part(sentence))
    var connective: Phrase?
    for _ in 0..<Self.longestConnective {
      guard let word = reader.next() else { return nil }
      guard words.conditionals.contains(word.folded) else {
        guard connective != nil || words.connectiveOpenings.contains(word.folded) else {
          return nil
        }
        connective = connective?.followed(by: word.folded) ?? word.folded
        continue
      }
      if let connective, !words.connectives.contains(connective) { return nil }
      var end = sentence.lowerBound + word.range.upperBound
      if end < sentence.upperBound, text[end] == UInt8(ascii: ",") { end += 1 }
      return text.skippingSpaces(from: end, to: sentence.upperBound)
    }
    return nil
  }

  /// Words within which the *if* stands.
  private static let longestConnective = 6

  /// The comma between the condition and the main clause: the first one behind which a clause
  /// begins, that is, a piece that does not go on with the condition and has a finite verb. A piece
  /// that begins with its verb has its subject further left, behind the first comma that could be.
  private func mainClauseComma(_ range: Range<Int>, _ text: Excerpt) -> Int? {
    let commas = clauseCommas(range, text)
    var candidate: Int?
    for (index, comma) in commas.enumerated() {
      let end = index + 1 < commas.count ? commas[index + 1] : range.upperBound
      let piece = text.trimmed(comma + text.commaLength(at: comma)..<end)
      let first = Phrase(
        folding: text.part(piece.lowerBound..<wordEnd(from: piece.lowerBound, to: end, text)))
      if words.consequents.contains(first) { return comma }
      guard !piece.isEmpty, !words.continuations.contains(first) else { continue }
      if words.finiteVerbs.contains(first) { return candidate ?? comma }
      if words.finiteVerbs.isEmpty || hasFiniteVerb(piece, text) { return comma }
      candidate = candidate ?? comma
    }
    return candidate
  }

  /// The space before the *then* of a sentence without commas.
  private func then(_ range: Range<Int>, _ text: Excerpt) -> Int? {
    range.first { offset in
      text[offset] == .space
        && Phrase(
          folding: text.part(offset + 1..<wordEnd(from: offset + 1, to: range.upperBound, text)))
          == words.then
    }
  }

  private func hasFiniteVerb(_ piece: Range<Int>, _ text: Excerpt) -> Bool {
    var start = piece.lowerBound
    while start < piece.upperBound {
      var end = start
      while end < piece.upperBound, text[end] != .space { end += 1 }
      if end > start, words.finiteVerbs.contains(Phrase(folding: text.part(start..<end))) {
        return true
      }
      start = end + 1
    }
    return false
  }

  /// The commas that part words and not digits, as in `31,000`.
  private func clauseCommas(_ range: Range<Int>, _ text: Excerpt) -> [Int] {
    var commas: [Int] = []
    var start = range.lowerBound
    while let offset = text.commaMark(in: start..<range.upperBound) {
      let next = offset + text.commaLength(at: offset)
      if next > offset, next < text.count, text[next].isSpace { commas.append(offset) }
      start = offset + 1
    }
    return commas
  }

  private func wordEnd(from start: Int, to end: Int, _ text: Excerpt) -> Int {
    var offset = start
    while offset < end, !text[offset].isSpace, text[offset] != UInt8(ascii: ",") { offset += 1 }
    return offset
  }
}

extension Excerpt {
  /// The length of the comma at an offset, of whatever script; 0 where there is none.
  fileprivate func commaLength(at offset: Int) -> Int {
    guard offset < count else { return 0 }
    switch self[offset] {
    case UInt8(ascii: ","): return 1
    case 0xD8: return has("،", at: offset) ? 2 : 0
    case 0xE3: return has("、", at: offset) ? 3 : 0
    case 0xEF: return has("，", at: offset) ? 3 : 0
    default: return 0
    }
  }
}
