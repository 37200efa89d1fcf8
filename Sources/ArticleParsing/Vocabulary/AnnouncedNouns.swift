/// The nouns by which sentences of Chinese, Japanese and Korean announce points: there a noun has neither
/// an article nor, in two of them, a space before it, and what says that a list follows is a word such as
/// 以下 or 다음과.
struct AnnouncedNouns: Sendable {
  /// By their first character, the longest first.
  private let nouns: [Unicode.Scalar: [(bytes: [UInt8], concept: Concept)]]
  private let announcements: [[UInt8]]
  private let asides: [[UInt8]]
  private let negations: [[UInt8]]

  init(_ languages: [Language]) {
    let languages = languages.filter { !$0.script.partsWords || $0.script == .hangul }
    func pieces(_ list: Language.WordList) -> [[UInt8]] {
      languages.flatMap { $0[list].entries.map { Array($0.text.utf8) } }
    }
    let all: [(bytes: [UInt8], concept: Concept)] = languages.flatMap { language in
      Concept.allCases.filter(\.isOfPoints).flatMap { concept in
        language[.nouns(concept)].entries.map { (Array($0.text.utf8), concept) }
      }
    }.sorted { $0.0.count > $1.0.count }
    nouns = Dictionary(grouping: all) { $0.bytes.scalar(at: 0)?.scalar ?? " " }
    announcements = pieces(.announcements)
    asides = pieces(.concessions) + pieces(.purposes)
    negations = pieces(.negations)
  }

  /// The one concept that the last sentence of a paragraph announces; none where it names several,
  /// or none. Looks at no more than a sentence's length.
  func concept(announcedBy text: Excerpt) -> Concept? {
    guard let last = text.last else { return nil }
    let isColon = last == UInt8(ascii: ":") || text.has("：", at: text.count - 3)
    guard isColon || text.has("。", at: text.count - 3) || last == UInt8(ascii: ".") else {
      return nil
    }
    let sentence = text.part(start(in: text)..<text.count)
    guard sentence.contains(where: { $0 >= 0xE3 }),
      isColon || announcements.contains(where: sentence.contains)
    else { return nil }
    var concepts: Set<Concept> = []
    for clause in clauses(of: sentence) where !asides.contains(where: clause.contains) {
      if negations.contains(where: clause.contains) { return nil }
      collect(in: clause, into: &concepts)
    }
    return concepts.count == 1 ? concepts.first : nil
  }

  /// Whether a word begins with one of them. Constant time.
  func begin(_ word: Excerpt) -> Bool {
    guard let (scalar, length) = word.scalar(at: 0), length > 2 else { return false }
    return nouns[scalar]?.contains { word.begins(with: $0.bytes, at: 0) } ?? false
  }

  /// Adds the concepts that a clause names, of a longer noun not the shorter one in it.
  private func collect(in clause: Excerpt, into concepts: inout Set<Concept>) {
    var offset = 0
    while let (scalar, length) = clause.scalar(at: offset) {
      let noun = nouns[scalar]?.first { clause.begins(with: $0.bytes, at: offset) }
      if let noun { concepts.insert(noun.concept) }
      offset += noun?.bytes.count ?? length
    }
  }

  /// Where the last sentence begins, or the part of it that is looked at.
  private func start(in text: Excerpt) -> Int {
    var start = max(0, text.count - Self.longest)
    while start < text.count, !text[start].startsCharacter { start += 1 }
    var offset = start
    while offset < text.count - 3 {
      if text.has("。", at: offset) || text.has(". ", at: offset) || text.has("！", at: offset)
        || text.has("？", at: offset)
      {
        start = min(offset + (text[offset] == UInt8(ascii: ".") ? 2 : 3), text.count)
      }
      offset += 1
    }
    return start
  }

  private func clauses(of sentence: Excerpt) -> [Excerpt] {
    var clauses: [Excerpt] = []
    var start = 0
    var offset = 0
    while offset < sentence.count {
      let length =
        sentence[offset] == UInt8(ascii: ",")
        ? 1 : sentence.has("、", at: offset) || sentence.has("，", at: offset) ? 3 : 0
      if length > 0 {
        clauses.append(sentence.part(start..<offset))
        start = offset + length
      }
      offset += max(length, 1)
    }
    return clauses + [sentence.part(start..<sentence.count)]
  }

  /// A sentence that announces a list has at most this many bytes.
  private static let longest = 400
}

extension Excerpt {
  /// Whether some bytes stand at an offset.
  func begins(with bytes: [UInt8], at offset: Int) -> Bool {
    offset >= 0 && bytes.count <= count - offset
      && self[offset..<offset + bytes.count].elementsEqual(bytes)
  }

  /// Whether some bytes stand anywhere in it. For short texts: it takes their product.
  func contains(_ bytes: [UInt8]) -> Bool {
    guard let first = bytes.first, bytes.count <= count else { return false }
    return (0...count - bytes.count).contains {
      self[$0] == first && begins(with: bytes, at: $0)
    }
  }
}
