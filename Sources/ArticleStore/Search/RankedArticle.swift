/// An article that a query found.
struct RankedArticle: Sendable, Equatable {
  /// The article's sequence.
  let sequence: UInt64
  /// How well it matches, by BM25: higher is better.
  let score: Double
}

/// The articles that a query found.
struct RankedArticles: Sendable {
  /// In order of their sequence.
  let all: [RankedArticle]
  /// What they are ranked by; `nil` where there are none and it was not said.
  let statistics: RankingStatistics?
}
