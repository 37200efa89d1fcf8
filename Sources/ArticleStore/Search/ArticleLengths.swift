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

  /// How many articles there are.
  var count: Int { lengths.withLock { $0.bySequence.count } }

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

  /// An article's length; `nil` for one that is not known, as one is that the index has and that is
  /// being published.
  func length(of sequence: UInt64) -> Int? { lengths.withLock { $0.bySequence[sequence] } }

  /// The length of an article on average, of 1 at least.
  var mean: Float {
    lengths.withLock { lengths in
      max(1, Float(Double(lengths.total) / Double(max(1, lengths.bySequence.count))))
    }
  }
}
