import ArticleStore
import Locking

/// Shows on a terminal how far a backup, a restore or a compaction is, and takes that away at the end;
/// says nothing elsewhere.
final class CopyProgressLine: Sendable {
  private let line = Locked(ProgressLine())
  private let lastText = Locked("")

  /// Does something that reports its progress here.
  func during<Value, Failure: Error>(
    _ body: () throws(Failure) -> Value
  ) throws(Failure) -> Value {
    defer { if StandardError.isTerminal { line.withLock { $0.clear() } } }
    return try body()
  }

  /// Shows the progress.
  func show(_ progress: CopyProgress) {
    guard StandardError.isTerminal else { return }
    let text: String
    switch progress {
    case .checking(let articles, let total): text = "checking: \(articles) of \(total) articles"
    case .copying(let bytes, let total):
      text = "copying: \(bytes >> 20) of about \(total >> 20) MiB"
    }
    let isNew = lastText.withLock { last in
      defer { last = text }
      return last != text
    }
    if isNew { line.withLock { $0.show(text) } }
  }
}

extension CopySummary {
  /// How many articles there are, in words.
  var articleCount: String { articles == 1 ? "1 article" : "\(articles) articles" }
}
