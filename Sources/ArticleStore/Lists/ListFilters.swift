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

  /// What an article has that has such points, as far as facets show.
  var facets: FacetFilter { FacetFilter([], actor: actor, subject: subject) }

  /// What is found in the words of such a point: what stands in its label stands in them, too.
  var queries: [SearchQuery] { [query, label].compactMap(\.self) }

  /// Whether something is asked of the point's members, which its words do not distinguish.
  var asksOfMembers: Bool { actor != nil || subject != nil || label != nil }

  /// Whether what is asked of a point's members holds: everything but ``query`` and ``article``.
  ///
  /// The point stays in its array: to take it out is a reference for each of its members.
  func holds(for points: [Point], at index: Int) -> Bool {
    Self.stands(actor, in: points[index].actor) && Self.stands(subject, in: points[index].subject)
      && Self.stands(label, in: points[index].label)
  }

  private static func stands(_ phrase: SearchQuery?, in value: String?) -> Bool {
    guard let phrase else { return true }
    return value.map { phrase.matches($0) } ?? false
  }
}

/// What filters ask of an article beside its text: all that is here must hold.
struct FacetFilter {
  /// To be in the article, all of them.
  let parts: ListedParts
  /// A text to be in the language or among the tags.
  let labels: [(column: FacetTexts.Column, pattern: BytePattern)]
  /// To be found in one of the names.
  let names: [(column: FacetTexts.Column, query: SearchQuery)]

  init(
    _ parts: ListedParts, language: FoldedLabel? = nil, tag: FoldedLabel? = nil,
    actor: SearchQuery? = nil, subject: SearchQuery? = nil
  ) {
    self.parts = parts
    labels = [(.language, language), (.tags, tag)].compactMap { column, label in
      label.map { (column, FacetTexts.pattern(of: $0)) }
    }
    names = [(.actors, actor), (.subjects, subject)].compactMap { column, query in
      query.map { (column, $0) }
    }
  }

  /// Whether all articles pass.
  var isEmpty: Bool { parts.isEmpty && labels.isEmpty && names.isEmpty }
}
