/// Articles in order, in chunks: what the lists are cut from.
///
/// A copy is a reference, which readers take along and go through without a lock. What is changed
/// after that copies one chunk and the list of chunks, not all articles; so a reader costs a writer
/// little, however many articles there are.
struct ArticleShelf: Sendable {
  /// The most articles in a chunk.
  static let chunkLimit = 512

  let sort: ArticleSort
  /// None is empty.
  private(set) var chunks: [[StoredArticle]] = []
  private(set) var count = 0

  init(by sort: ArticleSort) { self.sort = sort }

  /// Puts the article in its place, over the one that is there.
  mutating func insert(_ article: StoredArticle) {
    let (chunk, offset) = find(article.place(by: sort))
    guard chunk < chunks.count else {
      // Behind all others, where new articles go in most orders: only a full chunk begins another.
      count += 1
      if let last = chunks.indices.last, chunks[last].count < Self.chunkLimit {
        chunks[last].append(article)
      } else {
        chunks.append([article])
      }
      return
    }
    guard chunks[chunk][offset].place(by: sort) != article.place(by: sort) else {
      chunks[chunk][offset] = article
      return
    }
    count += 1
    chunks[chunk].insert(article, at: offset)
    if chunks[chunk].count > Self.chunkLimit {
      let half = Self.chunkLimit / 2
      chunks.insert(Array(chunks[chunk][half...]), at: chunk + 1)
      chunks[chunk].removeSubrange(half...)
    }
  }

  /// Takes the article of this place away, if it is there.
  mutating func remove(_ place: ListPlace) {
    let (chunk, offset) = find(place)
    guard chunk < chunks.count, chunks[chunk][offset].place(by: sort) == place else { return }
    count -= 1
    chunks[chunk].remove(at: offset)
    if chunks[chunk].isEmpty { chunks.remove(at: chunk) }
  }

  /// The article of this place.
  func article(at place: ListPlace) -> StoredArticle? {
    let (chunk, offset) = find(place)
    guard chunk < chunks.count, chunks[chunk][offset].place(by: sort) == place else { return nil }
    return chunks[chunk][offset]
  }

  /// Where the first article stands that is not before this place; behind the last chunk when all
  /// are.
  private func find(_ place: ListPlace) -> (chunk: Int, offset: Int) {
    let ordering = ArticleOrdering(sort)
    let chunk = partitionPoint(chunks.count) { index in
      guard let last = chunks[index].last else { return true }
      return ordering.isBefore(last.place(by: sort), place)
    }
    guard chunk < chunks.count else { return (chunk, 0) }
    let articles = chunks[chunk]
    let offset = partitionPoint(articles.count) { index in
      ordering.isBefore(articles[index].place(by: sort), place)
    }
    return (chunk, offset)
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
