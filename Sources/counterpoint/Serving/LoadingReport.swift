import ArticleStore
import Locking
import Logging

/// Shows how far the loading of a folder is: on a terminal as one line that is written over, else as
/// a line of the log every second.
final class LoadingReport: Sendable {
  private let logger: Logger
  private let line = Locked(ProgressLine())
  private let lastTime = Locked(ContinuousClock.now)

  init(_ logger: Logger) { self.logger = logger }

  /// Takes what the store says of its progress.
  func show(_ progress: ArticleStore.LoadProgress) {
    let what = progress.isIndexing ? "loading and indexing" : "loading"
    if StandardError.isTerminal {
      line.withLock { line in
        line.show("\(what): \(progress.loaded) of \(progress.total) articles")
        if progress.loaded == progress.total { line.end() }
      }
      return
    }
    let isDue = lastTime.withLock { last in
      guard last.duration(to: .now) >= .seconds(1) else { return false }
      last = .now
      return true
    }
    guard isDue else { return }
    logger.info(
      "\(what)",
      metadata: [
        "loaded": .stringConvertible(progress.loaded),
        "articles": .stringConvertible(progress.total),
      ])
  }
}
