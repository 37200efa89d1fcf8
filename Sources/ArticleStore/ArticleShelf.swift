import ArticleParsing

/// Articles in order of their sequence, and the counts of what is in them: what the lists are cut
/// from. Binary search finds a place; adding at the end, where new articles go, moves nothing.
struct ArticleShelf: Sendable {
  private(set) var articles: [StoredArticle] = []

  /// The index of the first article whose sequence is at least this.
  func index(from sequence: UInt64) -> Int {
    var low = 0
    var high = articles.count
    while low < high {
      let middle = low + (high - low) / 2
      if articles[middle].sequence < sequence { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Puts the article in its place, over the one that has its sequence.
  mutating func place(_ article: StoredArticle) {
    let index = index(from: article.sequence)
    if index < articles.count, articles[index].sequence == article.sequence {
      articles[index] = article
    } else {
      articles.insert(article, at: index)
    }
  }

  /// Takes the article of this sequence away, if it is there.
  mutating func remove(_ sequence: UInt64) {
    let index = index(from: sequence)
    guard index < articles.count, articles[index].sequence == sequence else { return }
    articles.remove(at: index)
  }
}
