/// All articles in one order: those with a key by it, then those without one by their creation.
struct ArticleOrder: Sendable {
  let sort: ArticleSort
  private(set) var keyed: SortedChunks
  private(set) var unkeyed: SortedChunks

  init(by sort: ArticleSort) {
    self.sort = sort
    keyed = SortedChunks(by: sort)
    unkeyed = SortedChunks(by: sort)
  }

  /// Puts an article in, in place of an earlier one of the same sequence.
  mutating func insert(_ article: StoredArticle, replacing previous: StoredArticle?) {
    if let previous, previous.place(by: sort) != article.place(by: sort) { remove(previous) }
    if article.place(by: sort).key == nil {
      unkeyed.insert(article)
    } else {
      keyed.insert(article)
    }
  }

  /// Takes an article out.
  mutating func remove(_ article: StoredArticle) {
    let place = article.place(by: sort)
    if place.key == nil { unkeyed.remove(place) } else { keyed.remove(place) }
  }

  /// The sequences of some articles, which ascend, in this order or from its last to its first; what
  /// is not there is left out. Linear in all articles, of which none is looked at.
  func sorted(_ sequences: [UInt64], isDescending: Bool) -> [UInt64] {
    if sort == .createdAt, unkeyed.isInSequence {
      return isDescending ? sequences.reversed() : sequences
    }
    let set = SequenceSet(sequences)
    var sorted: [UInt64] = []
    sorted.reserveCapacity(sequences.count)
    for chunks in [keyed.chunks, unkeyed.chunks] {
      for index in chunks.indices {
        let sequences = chunks[isDescending ? chunks.count - 1 - index : index].sequences
        if isDescending {
          for sequence in sequences.reversed() where set.contains(sequence) {
            sorted.append(sequence)
          }
        } else {
          for sequence in sequences where set.contains(sequence) { sorted.append(sequence) }
        }
      }
    }
    return sorted
  }
}

/// A way through an order, in either direction, from any place on.
///
/// To find the place costs the logarithm of the number of articles, every step the same.
struct ArticleWalk: Sequence, IteratorProtocol {
  private let order: ArticleOrder
  private let ordering: ArticleOrdering
  private var chunk: [StoredArticle] = []
  /// The number of the chunk that comes after this, in the way's own order.
  private var nextChunk: Int
  /// How far the way has come in ``chunk``.
  private var offset = 0
  /// The articles that were looked at: for finding the place, and on the way.
  private(set) var visited = 0

  /// A way from the article after this position, whether or not there is one at it; from the first
  /// without a place.
  init(_ order: ArticleOrder, isDescending: Bool = false, after place: ListPlace? = nil) {
    self.order = order
    ordering = ArticleOrdering(order.sort, isDescending: isDescending)
    nextChunk = 0
    guard let place else { return }
    var asked = 0
    nextChunk = partitionPoint(chunkCount) { number in
      asked += 1
      let chunk = chunk(number)
      guard let last = isDescending ? chunk.first : chunk.last else { return true }
      return !ordering.isBefore(place, last.place(by: order.sort))
    }
    turnChunk()
    offset = partitionPoint(chunk.count) { index in
      asked += 1
      return !ordering.isBefore(place, article(index).place(by: order.sort))
    }
    visited = asked
  }

  mutating func next() -> StoredArticle? {
    while offset >= chunk.count {
      guard nextChunk < chunkCount else { return nil }
      turnChunk()
    }
    visited += 1
    defer { offset += 1 }
    return article(offset)
  }

  private var chunkCount: Int { order.keyed.chunks.count + order.unkeyed.chunks.count }

  private mutating func turnChunk() {
    chunk = nextChunk < chunkCount ? chunk(nextChunk) : []
    nextChunk += 1
    offset = 0
  }

  /// The chunk of a number: the direction turns each of the two shelves around, and leaves the one
  /// without keys after the other.
  private func chunk(_ number: Int) -> [StoredArticle] {
    let isKeyed = number < order.keyed.chunks.count
    let chunks = isKeyed ? order.keyed.chunks : order.unkeyed.chunks
    let index = isKeyed ? number : number - order.keyed.chunks.count
    return chunks[ordering.isDescending ? chunks.count - 1 - index : index].articles
  }

  private func article(_ offset: Int) -> StoredArticle {
    chunk[ordering.isDescending ? chunk.count - 1 - offset : offset]
  }
}
