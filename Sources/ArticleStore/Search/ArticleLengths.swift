import ArticleParsing
import Locking

/// How long the articles are, for whoever ranks them.
///
/// FTS5 keeps lengths, too, but looks each one up in a table, which for a broad word costs more than
/// all else of a query. These are of the articles that are published; 50 bytes each.
final class ArticleLengths: Sendable {
  private struct Lengths {
    var bySequence: [UInt64: Int] = [:]
    var total = 0
  }

  private let lengths = Locked(Lengths())

  /// Notes an article, in place of the one with its sequence.
  func insert(_ article: StoredArticle) {
    let length = article.article.text.utf8.count
    lengths.withLock { lengths in
      let before = lengths.bySequence.updateValue(length, forKey: article.sequence) ?? 0
      lengths.total += length - before
    }
  }

  /// Forgets an article.
  func remove(_ article: StoredArticle) {
    lengths.withLock { lengths in
      lengths.total -= lengths.bySequence.removeValue(forKey: article.sequence) ?? 0
    }
  }

  /// An article's length as a share of the average; 1 for one that is not known, as one is that the
  /// index has and that is being published.
  func share(of sequence: UInt64) -> Double {
    lengths.withLock { lengths in
      guard let length = lengths.bySequence[sequence], lengths.total > 0 else { return 1 }
      return Double(length) * Double(lengths.bySequence.count) / Double(lengths.total)
    }
  }
}
