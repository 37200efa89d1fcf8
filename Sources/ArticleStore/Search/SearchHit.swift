package import ArticleParsing

/// A position among the articles that a query finds: after the one that it names, whether or not that is
/// still found, and among the scores that the first page of the search gave.
package struct SearchPosition: Sendable, Equatable {
  /// The score of the article.
  package let score: Double
  /// Its sequence: of those with one score the earliest is first.
  package let sequence: UInt64
  /// What the search is ranked by.
  package let statistics: RankingStatistics

  /// The position after an article.
  package init(score: Double, sequence: UInt64, statistics: RankingStatistics) {
    self.score = score
    self.sequence = sequence
    self.statistics = statistics
  }
}

/// A part of what a search finds.
package struct SearchPage: Sendable {
  /// At most as many as were asked for.
  package let hits: [SearchHit]
  /// How many articles match in all.
  package let total: Int
  /// The position after this page; `nil` where nothing follows.
  package let next: SearchPosition?

  static let empty = SearchPage(hits: [], total: 0, next: nil)
}

/// An article that a query found.
package struct SearchHit: Sendable {
  /// The article as it was when the page was cut.
  package let article: StoredArticle
  /// How well it matches, by BM25: higher is better. Only to be compared within the pages of one search.
  package let score: Double

  /// An article, found with a score.
  package init(article: StoredArticle, score: Double) {
    self.article = article
    self.score = score
  }

  /// The most points that an article shows.
  package static let mostPoints = 5

  /// The points of these kinds, of all without any, that have a term of the query: those with the
  /// most different terms first, else in the document's order. Linear in the points' text.
  package func points(
    with query: SearchQuery, kinds: Set<PointKind> = []
  ) -> [(kind: PointKind, point: Point)] {
    var found: [(kind: PointKind, point: Point, terms: Int)] = []
    let words = PointWords(article.article)
    for kind in PointKind.allCases where kinds.isEmpty || kinds.contains(kind) {
      for (index, point) in article.article[kind].enumerated() {
        let terms = words.found(query, in: kind, index).count
        if terms > 0 { found.append((kind, point, terms)) }
      }
    }
    found.sort {
      $0.terms == $1.terms
        ? $0.point.source.bytes.lowerBound < $1.point.source.bytes.lowerBound
        : $0.terms > $1.terms
    }
    return found.prefix(Self.mostPoints).map { ($0.kind, $0.point) }
  }
}
