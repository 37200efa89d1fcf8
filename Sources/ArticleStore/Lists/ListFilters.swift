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

  /// What is asked but ``query``, which is for the index to say.
  var facets: FacetFilter { FacetFilter(parts, language: language, tag: tag, actor: actor) }
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

  /// What an article has that has such points of a kind, as far as facets tell.
  func facets(of kind: PointKind) -> FacetFilter {
    FacetFilter(ListedParts(kind), actor: actor, subject: subject)
  }

  /// Whether something is asked of the point's members, which its words do not tell apart.
  var asksOfMembers: Bool { actor != nil || subject != nil || label != nil }

  /// Whether what is asked of the point's members holds: everything but ``query`` and ``article``.
  func holds(for point: borrowing Point) -> Bool {
    Self.stands(actor, in: point.actor) && Self.stands(subject, in: point.subject)
      && Self.stands(label, in: point.label)
  }

  private static func stands(_ phrase: SearchQuery?, in value: String?) -> Bool {
    guard let phrase else { return true }
    return value.map { phrase.matches($0) } ?? false
  }
}
