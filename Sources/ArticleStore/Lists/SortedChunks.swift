/// Articles in an order that is asked for, in chunks.
struct SortedChunks: Sendable {
  let sort: ArticleSort
  private var articles = ArticleChunks()
  /// Whether the sequences are known to ascend, too: among articles without keys they do until one comes
  /// with an earlier time of creation than one that was here before.
  private(set) var isInSequence = true

  init(by sort: ArticleSort) { self.sort = sort }

  /// The articles in their chunks, of which none is empty.
  var chunks: [ArticleChunks.Chunk] { articles.chunks }
  var count: Int { articles.count }

  /// Puts the article in its place, over the one that is there.
  mutating func insert(_ article: StoredArticle) {
    let place = article.place(by: sort)
    let position = position(of: place)
    if isInSequence {
      isInSequence =
        articles.sequence(before: position).map { $0 < article.sequence } ?? true
        && articles.sequence(at: position).map { $0 >= article.sequence } ?? true
    }
    if articles.article(at: position)?.place(by: sort) == place {
      articles.replace(with: article, at: position)
    } else {
      articles.insert(article, at: position)
    }
  }

  /// Removes the article of this place, if it is there.
  mutating func remove(_ place: ListPlace) {
    let position = position(of: place)
    if articles.article(at: position)?.place(by: sort) == place { articles.remove(at: position) }
  }

  /// Where the first article stands that is not before this place.
  private func position(of place: ListPlace) -> ArticleChunks.Position {
    let ordering = ArticleOrdering(sort)
    return articles.position { chunk, offset in
      ordering.isBefore(chunk.articles[offset].place(by: sort), place)
    }
  }
}
