import Locking
package import Metrics

/// What a store says of itself.
package struct StoreFigures: Sendable, Equatable {
  /// How many articles are there.
  package let articles: Int
  /// What they count against the limit, in bytes.
  package let bytes: Int
  /// The limit.
  package let limit: Int
}

/// How long the store's own work takes.
package final class StoreTimes: Sendable {
  /// Commits, each of all writes that came together.
  package let commits = DurationHistograms(writers: .one)
  /// Looking queries up in the index and ranking what was found.
  package let searches = DurationHistograms(writers: .one)
}

extension ArticleStore {
  /// How full the store is.
  package var figures: StoreFigures {
    contents.withLock { contents in
      StoreFigures(articles: contents.byID.count, bytes: contents.size, limit: limit)
    }
  }
}
