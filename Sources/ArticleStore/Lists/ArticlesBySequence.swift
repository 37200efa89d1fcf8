/// All articles by their sequence, in chunks like those of ``SortedChunks`` and for the same reason.
struct ArticlesBySequence: Sendable {
  /// None is empty.
  private var chunks: [SortedChunks.Chunk] = []
  private(set) var count = 0

  /// Puts an article in, in place of an earlier one of the same sequence.
  mutating func insert(_ article: StoredArticle) {
    let (chunk, offset) = find(article.sequence)
    guard chunk < chunks.count else {
      // After all others, where new articles go: only a full chunk begins another.
      count += 1
      if let last = chunks.indices.last, chunks[last].articles.count < SortedChunks.chunkLimit {
        chunks[last].insert(article, at: chunks[last].articles.count)
      } else {
        chunks.append(SortedChunks.Chunk([article]))
      }
      return
    }
    guard chunks[chunk].sequences[offset] != article.sequence else {
      chunks[chunk].replace(with: article, at: offset)
      return
    }
    count += 1
    chunks[chunk].insert(article, at: offset)
    if chunks[chunk].articles.count > SortedChunks.chunkLimit {
      let tail = chunks[chunk].removeHalf()
      chunks.insert(tail, at: chunk + 1)
    }
  }

  /// Takes the article of this sequence away, if it is there.
  mutating func remove(_ sequence: UInt64) {
    let (chunk, offset) = find(sequence)
    guard chunk < chunks.count, chunks[chunk].sequences[offset] == sequence else { return }
    count -= 1
    chunks[chunk].remove(at: offset)
    if chunks[chunk].articles.isEmpty { chunks.remove(at: chunk) }
  }

  /// The article of this sequence.
  subscript(sequence: UInt64) -> StoredArticle? {
    let (chunk, offset) = find(sequence)
    guard chunk < chunks.count, chunks[chunk].sequences[offset] == sequence else { return nil }
    return chunks[chunk].articles[offset]
  }

  /// Of some sequences, which ascend, those of articles that are there. Linear in all sequences, and
  /// looks at no article.
  func known(_ sequences: [UInt64]) -> [UInt64] {
    var known: [UInt64] = []
    known.reserveCapacity(sequences.count)
    var next = 0
    for chunk in chunks {
      var offset = 0
      while next < sequences.count, offset < chunk.sequences.count {
        if chunk.sequences[offset] == sequences[next] { known.append(sequences[next]) }
        if chunk.sequences[offset] <= sequences[next] { offset += 1 } else { next += 1 }
      }
    }
    return known
  }

  /// Where the first article stands that is not before this one; after the last chunk when all are.
  private func find(_ sequence: UInt64) -> (chunk: Int, offset: Int) {
    let chunk = partitionPoint(chunks.count) { index in
      chunks[index].sequences.last.map { $0 < sequence } ?? true
    }
    guard chunk < chunks.count else { return (chunk, 0) }
    let sequences = chunks[chunk].sequences
    return (chunk, partitionPoint(sequences.count) { sequences[$0] < sequence })
  }
}
