package import ArticleParsing

/// What lists ask of an article, made ready when it is stored: keys of its orders, and values as
/// filters compare them.
struct ArticleFacets: Sendable {
  /// The key of the title, as submitted, else as found; `nil` without one.
  let title: SortKey?
  /// The key of the day of publication, as submitted, else as found; `nil` without one.
  let day: SortKey?
  /// The language, the tags as submitted, else as found, and whose points there are and about what,
  /// each once.
  let texts: FacetTexts
  /// What there is in the article.
  let parts: ListedParts

  init(of article: Article, _ metadata: Metadata) {
    title = (metadata.title ?? article.title).map { title in
      var words: [UInt8] = []
      SearchWords.append(title, to: &words)
      return SortKey(words: words)
    }
    day = (metadata.publishedAt ?? article.publishedAt).flatMap(SortKey.init(day:))
    let points = PointKind.allCases.lazy.flatMap { article[$0] }
    texts = FacetTexts(
      language: article.language.map { FoldedLabel($0) },
      tags: (metadata.tags.isEmpty ? article.tags : metadata.tags).map(FoldedLabel.init),
      actors: Self.distinct(points.compactMap(\.actor)),
      subjects: Self.distinct(points.compactMap(\.subject)))
    parts = ListedParts(of: article)
  }

  private static func distinct(_ values: some Sequence<String>) -> [String] {
    var distinct: [String] = []
    var seen: Set<String> = []
    for value in values where value != distinct.last && seen.insert(value).inserted {
      distinct.append(value)
    }
    return distinct
  }
}

/// A short text as it is compared: without its case and its marks, with one space between words.
/// What is neither letter nor digit stays, so that `C++` is not `C#`.
package struct FoldedLabel: Sendable, Hashable {
  let text: String

  /// The label of a text.
  package init(_ text: String) {
    var folded: [UInt8] = []
    folded.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch FoldedCharacter.of(scalar) {
      case .ignored: continue
      case .letters(let letters), .unspaced(let letters): letters.append(to: &folded)
      case .separator where scalar.properties.isWhitespace:
        if let last = folded.last, last != 0x20 { folded.append(0x20) }
      case .separator: folded.append(contentsOf: String(scalar).utf8)
      }
    }
    if folded.last == 0x20 { folded.removeLast() }
    self.text = String(decoding: folded, as: UTF8.self)
  }
}

/// The parts that an article may have or not.
package struct ListedParts: OptionSet, Sendable, Hashable {
  package let rawValue: UInt8

  /// The outlook.
  package static let outlook = ListedParts(rawValue: 1 << 6)
  /// The call to action.
  package static let callToAction = ListedParts(rawValue: 1 << 7)

  /// Parts from their bits: those of ``init(_:)``, ``outlook`` and ``callToAction``.
  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// The list of the points of a kind.
  package init(_ kind: PointKind) {
    rawValue =
      switch kind {
      case .objective: 1 << 0
      case .nonGoal: 1 << 1
      case .pro: 1 << 2
      case .con: 1 << 3
      case .neutral: 1 << 4
      case .takeaway: 1 << 5
      }
  }

  init(of article: Article) {
    var parts = PointKind.allCases.reduce(into: ListedParts()) { parts, kind in
      if !article[kind].isEmpty { parts.insert(ListedParts(kind)) }
    }
    if article.outlook != nil { parts.insert(.outlook) }
    if article.callToAction != nil { parts.insert(.callToAction) }
    self = parts
  }
}
