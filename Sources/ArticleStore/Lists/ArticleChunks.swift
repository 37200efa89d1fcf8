/// Articles in some order, in chunks: what the lists are cut from.
///
/// A copy is a reference, which readers take along and go through without a lock. What is changed
/// after that copies one chunk and the list of chunks, not all articles; so a reader costs a writer
/// little, however many articles there are.
struct ArticleChunks: Sendable {
  /// The most articles in a chunk.
  static let chunkLimit = 512

  /// Some articles in order, and their sequences: who only asks which ones they are need not go to
  /// each article, and for each wait for memory.
  struct Chunk: Sendable {
    fileprivate(set) var articles: [StoredArticle]
    fileprivate(set) var sequences: [UInt64]

    fileprivate mutating func insert(_ article: StoredArticle, at offset: Int) {
      articles.insert(article, at: offset)
      sequences.insert(article.sequence, at: offset)
    }

    fileprivate mutating func remove(at offset: Int) {
      articles.remove(at: offset)
      sequences.remove(at: offset)
    }

    /// Removes the second half.
    fileprivate mutating func removeHalf() -> Chunk {
      let half = articles.count / 2
      let tail = Chunk(articles: Array(articles[half...]), sequences: Array(sequences[half...]))
      articles.removeSubrange(half...)
      sequences.removeSubrange(half...)
      return tail
    }
  }

  /// Where an article stands; after the last chunk, where the article would come after all others.
  struct Position {
    fileprivate let chunk: Int
    fileprivate let offset: Int
  }

  /// None is empty.
  private(set) var chunks: [Chunk] = []
  private(set) var count = 0

  /// The position of the first article of which it does not hold that it comes before another, given
  /// that it holds for all before that and for none after it. Asks the logarithm of their number times,
  /// with a chunk and an offset in it.
  func position(isBefore: (Chunk, Int) -> Bool) -> Position {
    let number = partitionPoint(chunks.count) { number in
      let chunk = chunks[number]
      return isBefore(chunk, chunk.articles.count - 1)
    }
    guard number < chunks.count else { return Position(chunk: number, offset: 0) }
    let chunk = chunks[number]
    let offset = partitionPoint(chunk.articles.count) { isBefore(chunk, $0) }
    return Position(chunk: number, offset: offset)
  }

  /// The article at a position; `nil` after the last.
  func article(at position: Position) -> StoredArticle? {
    position.chunk < chunks.count ? chunks[position.chunk].articles[position.offset] : nil
  }

  /// The sequence of the article at a position; `nil` after the last.
  func sequence(at position: Position) -> UInt64? {
    position.chunk < chunks.count ? chunks[position.chunk].sequences[position.offset] : nil
  }

  /// The sequence of the article before a position; `nil` at the first.
  func sequence(before position: Position) -> UInt64? {
    if position.chunk < chunks.count, position.offset > 0 {
      return chunks[position.chunk].sequences[position.offset - 1]
    }
    return position.chunk > 0 ? chunks[position.chunk - 1].sequences.last : nil
  }

  /// Puts an article before the one at a position.
  mutating func insert(_ article: StoredArticle, at position: Position) {
    count += 1
    guard position.chunk < chunks.count else {
      // After all others, where new articles go in most orders: only a full chunk begins another.
      if let last = chunks.indices.last, chunks[last].articles.count < Self.chunkLimit {
        chunks[last].insert(article, at: chunks[last].articles.count)
      } else {
        chunks.append(Chunk(articles: [article], sequences: [article.sequence]))
      }
      return
    }
    chunks[position.chunk].insert(article, at: position.offset)
    if chunks[position.chunk].articles.count > Self.chunkLimit {
      let tail = chunks[position.chunk].removeHalf()
      chunks.insert(tail, at: position.chunk + 1)
    }
  }

  /// Puts an article in the place of the one at a position, which has the same sequence.
  mutating func replace(with article: StoredArticle, at position: Position) {
    assert(sequence(at: position) == article.sequence, "only an article itself is replaced")
    chunks[position.chunk].articles[position.offset] = article
  }

  /// Removes the article at a position.
  mutating func remove(at position: Position) {
    count -= 1
    chunks[position.chunk].remove(at: position.offset)
    if chunks[position.chunk].articles.isEmpty { chunks.remove(at: position.chunk) }
  }
}

/// The first index of `0..<count` for which it does not hold, given that it holds for all before
/// that and for none after it; `count` when it holds for all. Asks log2 of `count` times.
func partitionPoint(_ count: Int, _ holds: (Int) -> Bool) -> Int {
  var low = 0
  var high = count
  while low < high {
    let middle = low + (high - low) / 2
    if holds(middle) { low = middle + 1 } else { high = middle }
  }
  return low
}
