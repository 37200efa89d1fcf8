/// The nouns of sides and aims in scripts without spaces, where what they are about stands before them as
/// part of the same word: フェリーのメリット, 渡轮的优点.
struct UnspacedHeads: Sendable {
  private struct Noun: Sendable {
    let bytes: [UInt8]
    let saying: Saying
    /// Whether it may follow without a link: 健康メリット.
    let joins: Bool
  }

  /// A phrase around what it is about: 反对*的理由.
  private struct Frame: Sendable {
    let before: [UInt8]
    let behind: [UInt8]
    let saying: Saying
  }

  /// What is known of a text: its noun, and where what it is about ends.
  struct Found {
    let saying: Saying
    /// What stands before the noun, without the link.
    let topic: Range<Int>
    /// Whether the link says that it is a complement.
    let isLinked: Bool
  }

  /// The longest first, so that デメリット is not taken for メリット.
  private let nouns: [Noun]
  private let frames: [Frame]
  private let links: [[UInt8]]
  private let stops: [[UInt8]]
  /// The last bytes of all nouns and frames.
  private let endings: Set<UInt8>

  init(_ languages: [Language]) {
    let unspaced = languages.filter { !$0.script.partsWords }
    func pieces(_ list: Language.WordList) -> [[UInt8]] {
      unspaced.flatMap { $0[list].entries.map { Array($0.text.utf8) } }
        .sorted { $0.count > $1.count }
    }
    var nouns: [Noun] = []
    var frames: [Frame] = []
    for language in unspaced {
      for concept in [Concept.pros, .cons, .objectives, .takeaways, .prosAndCons] {
        let isSided = concept == .pros || concept == .cons
        let entries =
          concept == .prosAndCons
          ? language[.headings(concept)].entries : language[.nouns(concept)].entries
        for entry in entries {
          nouns.append(
            Noun(bytes: Array(entry.text.utf8), saying: Saying(concept), joins: isSided))
        }
        for entry in language[.twins(concept)].entries {
          nouns.append(
            Noun(
              bytes: Array(entry.text.utf8), saying: Saying(concept, .otherSide), joins: isSided))
        }
        for entry in language[.headings(concept)].entries where entry.star != nil {
          let parts = entry.text.utf8.split(
            separator: UInt8(ascii: "*"), omittingEmptySubsequences: false
          ).map { $0.filter { !$0.isSpace } }
          guard parts.count == 2 else { continue }
          frames.append(
            Frame(before: Array(parts[0]), behind: Array(parts[1]), saying: Saying(concept)))
        }
      }
    }
    self.nouns = nouns.sorted { $0.bytes.count > $1.bytes.count }
    self.frames = frames
    links = pieces(.links)
    stops = pieces(.verbs) + pieces(.negations)
    endings = Set(nouns.compactMap(\.bytes.last) + frames.compactMap(\.behind.last))
  }

  /// What a text says by the noun at its end, behind something else. The work is bounded by the number
  /// of nouns, and by the length of a heading.
  func find(in text: Excerpt) -> Found? {
    guard let last = text.last, last >= 0x80, endings.contains(last),
      text.count <= Self.longest
    else { return nil }
    for frame in frames where frame.before.count + frame.behind.count < text.count {
      guard text.ends(with: frame.behind, at: text.count), text.starts(with: frame.before) else {
        continue
      }
      return Found(
        saying: frame.saying, topic: frame.before.count..<text.count - frame.behind.count,
        isLinked: true)
    }
    guard let noun = nouns.first(where: { text.ends(with: $0.bytes, at: text.count) }) else {
      return nil
    }
    let before = text.trimmed(0..<text.count - noun.bytes.count)
    guard !before.isEmpty, !names(noun, before, of: text) else { return nil }
    let link = links.first { $0.count < before.count && text.ends(with: $0, at: before.upperBound) }
    guard noun.joins || link != nil || noun.saying.concept == .prosAndCons else { return nil }
    return Found(
      saying: noun.saying, topic: before.lowerBound..<before.upperBound - (link?.count ?? 0),
      isLinked: link != nil)
  }

  /// Whether what stands before a noun makes something else of it: a verb or a negation, or a noun of
  /// another kind.
  private func names(_ noun: Noun, _ before: Range<Int>, of text: Excerpt) -> Bool {
    let text = text.part(before)
    if stops.contains(where: { text.contains($0) }) { return true }
    let other = nouns.first { text.contains($0.bytes) }
    return other.map { $0.saying.concept != noun.saying.concept } ?? false
  }

  /// A heading of more bytes is a sentence.
  private static let longest = 120
}

extension Excerpt {
  /// Whether some bytes end at an offset.
  fileprivate func ends(with bytes: [UInt8], at end: Int) -> Bool {
    bytes.count <= end && self[end - bytes.count..<end].elementsEqual(bytes)
  }
}
