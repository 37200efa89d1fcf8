import ArticleParsing

/// What articles a list has: those for which everything that is asked holds.
package struct ArticleFilter: Sendable, Hashable {
  /// To be found in the article.
  package var query: SearchQuery?
  /// To stand in the actor of one of its points.
  package var actor: SearchQuery?
  /// To be its language.
  package var language: FoldedLabel?
  /// To be among its tags.
  package var tag: FoldedLabel?
  /// To be in it, all of them.
  package var parts: ListedParts = []

  /// No condition, to be filled in.
  package init() {}

  /// Whether all articles pass.
  var isEmpty: Bool { self == ArticleFilter() }

  /// Whether everything but ``query`` holds, which is for the index to say.
  func holds(for facets: ArticleFacets) -> Bool {
    facets.parts.isSuperset(of: parts)
      && (language.map { $0 == facets.language } ?? true)
      && (tag.map(facets.tags.contains) ?? true)
      && (actor.map { actor in facets.actors.contains { actor.matches($0) } } ?? true)
  }
}

/// What points a list has: those for which everything that is asked holds.
package struct PointFilter: Sendable, Hashable {
  /// To be found in the point's label, text and details.
  package var query: SearchQuery?
  /// To stand in its actor.
  package var actor: SearchQuery?
  /// To stand in its subject.
  package var subject: SearchQuery?
  /// To stand in its label.
  package var label: SearchQuery?
  /// The article that it is to be of.
  package var article: ArticleID?

  /// No condition, to be filled in.
  package init() {}

  /// Whether all points pass.
  var isEmpty: Bool { self == PointFilter() }

  /// Whether an article may have such points, as far as its facets tell.
  func mayHold(for facets: ArticleFacets) -> Bool {
    (actor.map { actor in facets.actors.contains { actor.matches($0) } } ?? true)
      && (subject.map { subject in facets.subjects.contains { subject.matches($0) } } ?? true)
  }

  /// Whether everything but ``article`` holds for a point of an article, by its kind and its index
  /// among those of that kind.
  func holds(for kind: PointKind, _ index: Int, of article: StoredArticle) -> Bool {
    let point = article.article[kind][index]
    guard Self.stands(actor, in: point.actor), Self.stands(subject, in: point.subject),
      Self.stands(label, in: point.label)
    else { return false }
    return query.map { article.pointWords.found($0, in: kind, index).isMatch } ?? true
  }

  private static func stands(_ phrase: SearchQuery?, in value: String?) -> Bool {
    guard let phrase else { return true }
    return value.map { phrase.matches($0) } ?? false
  }
}
