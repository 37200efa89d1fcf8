/// Articles in order, in chunks: what the lists are cut from.
///
/// A copy is a reference, which readers take along and go through without a lock. What is changed
/// after that copies one chunk and the list of chunks, not all articles; so a reader costs a writer
/// little, however many articles there are.
struct SortedChunks: Sendable {
  /// The most articles in a chunk.
  static let chunkLimit = 512

  /// Some articles in order, and their sequences: who only asks which ones they are need not go to
  /// each article, and for each wait for memory.
  struct Chunk: Sendable {
    private(set) var articles: [StoredArticle]
    private(set) var sequences: [UInt64]

    init(_ articles: [StoredArticle]) {
      self.articles = articles
      sequences = articles.map(\.sequence)
    }

    /// Puts an article of the same sequence in the place of the one that is there.
    mutating func replace(with article: StoredArticle, at offset: Int) {
      articles[offset] = article
    }

    mutating func insert(_ article: StoredArticle, at offset: Int) {
      articles.insert(article, at: offset)
      sequences.insert(article.sequence, at: offset)
    }

    mutating func remove(at offset: Int) {
      articles.remove(at: offset)
      sequences.remove(at: offset)
    }

    /// Takes the second half away.
    mutating func removeHalf() -> Chunk {
      let half = articles.count / 2
      let tail = Chunk(Array(articles[half...]))
      articles.removeSubrange(half...)
      sequences.removeSubrange(half...)
      return tail
    }
  }

  let sort: ArticleSort
  /// None is empty.
  private(set) var chunks: [Chunk] = []
  private(set) var count = 0
  /// Whether the sequences are known to ascend, too: among articles without keys they do until one comes
  /// with an earlier time of creation than one that was here before.
  private(set) var isInSequence = true

  init(by sort: ArticleSort) { self.sort = sort }

  /// Puts the article in its place, over the one that is there.
  mutating func insert(_ article: StoredArticle) {
    let (chunk, offset) = find(article.place(by: sort))
    if isInSequence { isInSequence = isInSequence(article, at: chunk, offset) }
    guard chunk < chunks.count else {
      // After all others, where new articles go in most orders: only a full chunk begins another.
      count += 1
      if let last = chunks.indices.last, chunks[last].articles.count < Self.chunkLimit {
        chunks[last].insert(article, at: chunks[last].articles.count)
      } else {
        chunks.append(Chunk([article]))
      }
      return
    }
    guard chunks[chunk].articles[offset].place(by: sort) != article.place(by: sort) else {
      chunks[chunk].replace(with: article, at: offset)
      return
    }
    count += 1
    chunks[chunk].insert(article, at: offset)
    if chunks[chunk].articles.count > Self.chunkLimit {
      let tail = chunks[chunk].removeHalf()
      chunks.insert(tail, at: chunk + 1)
    }
  }

  /// Takes the article of this place away, if it is there.
  mutating func remove(_ place: ListPlace) {
    let (chunk, offset) = find(place)
    guard chunk < chunks.count, chunks[chunk].articles[offset].place(by: sort) == place else {
      return
    }
    count -= 1
    chunks[chunk].remove(at: offset)
    if chunks[chunk].articles.isEmpty { chunks.remove(at: chunk) }
  }

  /// Whether the sequence of an article is between those before and after the place that it gets.
  private func isInSequence(_ article: StoredArticle, at chunk: Int, _ offset: Int) -> Bool {
    let before =
      chunk < chunks.count && offset > 0
      ? chunks[chunk].sequences[offset - 1] : chunk > 0 ? chunks[chunk - 1].sequences.last : nil
    let after = chunk < chunks.count ? chunks[chunk].sequences[offset] : nil
    return before.map { $0 < article.sequence } ?? true
      && after.map { $0 >= article.sequence } ?? true
  }

  /// Where the first article stands that is not before this place; after the last chunk when all
  /// are.
  private func find(_ place: ListPlace) -> (chunk: Int, offset: Int) {
    let ordering = ArticleOrdering(sort)
    let chunk = partitionPoint(chunks.count) { index in
      guard let last = chunks[index].articles.last else { return true }
      return ordering.isBefore(last.place(by: sort), place)
    }
    guard chunk < chunks.count else { return (chunk, 0) }
    let articles = chunks[chunk].articles
    let offset = partitionPoint(articles.count) { index in
      ordering.isBefore(articles[index].place(by: sort), place)
    }
    return (chunk, offset)
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
