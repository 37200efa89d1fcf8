/// Articles in order, in chunks: what the lists are cut from.
///
/// A copy is a reference, which readers take along and go through without a lock. What is changed
/// after that copies one chunk and the list of chunks, not all articles; so a reader costs a writer
/// little, however many articles there are.
struct ArticleShelf: Sendable {
  /// The most articles in a chunk.
  static let chunkLimit = 512

  /// Some articles in order, and their sequences: who only asks which ones they are need not go to
  /// each article, and for each wait for memory.
  struct Chunk: Sendable {
    fileprivate(set) var articles: [StoredArticle]
    fileprivate(set) var sequences: [UInt64]

    fileprivate init(_ articles: [StoredArticle]) {
      self.articles = articles
      sequences = articles.map(\.sequence)
    }

    fileprivate mutating func insert(_ article: StoredArticle, at offset: Int) {
      articles.insert(article, at: offset)
      sequences.insert(article.sequence, at: offset)
    }

    fileprivate mutating func remove(at offset: Int) {
      articles.remove(at: offset)
      sequences.remove(at: offset)
    }

    fileprivate mutating func removeHalf() -> Chunk {
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

  init(by sort: ArticleSort) { self.sort = sort }

  /// Puts the article in its place, over the one that is there.
  mutating func insert(_ article: StoredArticle) {
    let (chunk, offset) = find(article.place(by: sort))
    guard chunk < chunks.count else {
      // Behind all others, where new articles go in most orders: only a full chunk begins another.
      count += 1
      if let last = chunks.indices.last, chunks[last].articles.count < Self.chunkLimit {
        chunks[last].insert(article, at: chunks[last].articles.count)
      } else {
        chunks.append(Chunk([article]))
      }
      return
    }
    guard chunks[chunk].articles[offset].place(by: sort) != article.place(by: sort) else {
      chunks[chunk].articles[offset] = article
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

  /// The article of this place.
  func article(at place: ListPlace) -> StoredArticle? {
    let (chunk, offset) = find(place)
    guard chunk < chunks.count, chunks[chunk].articles[offset].place(by: sort) == place else {
      return nil
    }
    return chunks[chunk].articles[offset]
  }

  /// Calls `body` with the places of those of some articles that are here, where none has a key and the
  /// sequences ascend. Linear in all sequences, and looks at no article.
  func forEach(_ sequences: [UInt64], _ body: (Chunk, Int) -> Void) {
    var next = 0
    for chunk in chunks {
      var offset = 0
      while next < sequences.count, offset < chunk.sequences.count {
        if chunk.sequences[offset] == sequences[next] { body(chunk, offset) }
        if chunk.sequences[offset] <= sequences[next] { offset += 1 } else { next += 1 }
      }
    }
  }

  /// Where the first article stands that is not before this place; behind the last chunk when all
  /// are.
  private func find(_ place: ListPlace) -> (chunk: Int, offset: Int) {
    guard place.key != nil else { return find(place.sequence) }
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

  /// The same among articles without keys, which are in order of creation.
  private func find(_ sequence: UInt64) -> (chunk: Int, offset: Int) {
    let chunk = partitionPoint(chunks.count) { index in
      chunks[index].sequences.last.map { $0 < sequence } ?? true
    }
    guard chunk < chunks.count else { return (chunk, 0) }
    let sequences = chunks[chunk].sequences
    return (chunk, partitionPoint(sequences.count) { sequences[$0] < sequence })
  }
}

/// The first index of `0..<count` for which it does not hold, given that it holds for all before
/// that and for none behind it; `count` when it holds for all. Asks log2 of `count` times.
func partitionPoint(_ count: Int, _ holds: (Int) -> Bool) -> Int {
  var low = 0
  var high = count
  while low < high {
    let middle = low + (high - low) / 2
    if holds(middle) { low = middle + 1 } else { high = middle }
  }
  return low
}
