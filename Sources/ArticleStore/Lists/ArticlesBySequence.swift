/// All articles by their sequence, in chunks.
struct ArticlesBySequence: Sendable {
  private var articles = ArticleChunks()

  var count: Int { articles.count }

  /// Puts an article in, in place of an earlier one of the same sequence.
  mutating func insert(_ article: StoredArticle) {
    let position = position(of: article.sequence)
    if articles.sequence(at: position) == article.sequence {
      articles.replace(with: article, at: position)
    } else {
      articles.insert(article, at: position)
    }
  }

  /// Removes the article of this sequence, if it is there.
  mutating func remove(_ sequence: UInt64) {
    let position = position(of: sequence)
    if articles.sequence(at: position) == sequence { articles.remove(at: position) }
  }

  /// The article of this sequence.
  subscript(sequence: UInt64) -> StoredArticle? {
    let position = position(of: sequence)
    return articles.sequence(at: position) == sequence ? articles.article(at: position) : nil
  }

  /// Of some sequences, which ascend, those of articles that are there. Linear in all sequences, and
  /// looks at no article.
  func known(_ sequences: [UInt64]) -> [UInt64] {
    var known: [UInt64] = []
    known.reserveCapacity(sequences.count)
    var next = 0
    for chunk in articles.chunks {
      var offset = 0
      while next < sequences.count, offset < chunk.sequences.count {
        if chunk.sequences[offset] == sequences[next] { known.append(sequences[next]) }
        if chunk.sequences[offset] <= sequences[next] { offset += 1 } else { next += 1 }
      }
    }
    return known
  }

  /// Where the first article stands whose sequence is not before this one; looks at no article.
  private func position(of sequence: UInt64) -> ArticleChunks.Position {
    articles.position { $0.sequences[$1] < sequence }
  }
}
