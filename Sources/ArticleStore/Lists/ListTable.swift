import ArticleParsing

/// What filters look into of all articles, by their sequence, side by side: their facets and the
/// words of their points. A filter goes through bytes that follow each other, and not from article to
/// article, which for each would be a wait for memory or several.
///
/// In chunks, like ``SortedChunks`` and for the same reason.
struct ListTable: Sendable {
  /// The most articles in a chunk.
  static let chunkLimit = 512
  /// The most bytes of texts in a chunk of more than one article.
  static let byteLimit = 1 << 17

  /// None is empty. Each is in an array of its own, which is one reference, and not one for each of its
  /// parts: that is what a copy of this list costs for each chunk.
  private(set) var chunks: [[Chunk]] = []
  /// The bytes of the points of each kind.
  private var pointBytes = InlineArray<6, Int>(repeating: 0)

  /// Puts an article in, in place of an earlier one of the same sequence.
  mutating func insert(_ article: StoredArticle, _ points: PointWords) {
    remove(article.sequence)
    for kind in PointWords.kinds { pointBytes[kind.place] += points[kind].count }
    var (index, row) = find(article.sequence)
    if index == chunks.count {
      // Behind all others, where new articles go: only a full chunk begins another.
      guard let last = chunks.indices.last else {
        return chunks.append([Chunk(article, points)])
      }
      guard !chunks[last][0].isFull(with: article, points) else {
        chunks[last][0].trim()
        return chunks.append([Chunk(article, points)])
      }
      (index, row) = (last, chunks[last][0].count)
    }
    chunks[index][0].insert(article, points, at: row)
    split(index)
  }

  /// Takes an article out, if it is there.
  mutating func remove(_ sequence: UInt64) {
    let (index, row) = find(sequence)
    guard index < chunks.count, chunks[index][0].has(sequence, at: row) else { return }
    for kind in PointWords.kinds {
      pointBytes[kind.place] -= chunks[index][0].points(of: kind).byteCount(at: row)
    }
    chunks[index][0].remove(at: row)
    if chunks[index][0].count == 0 { chunks.remove(at: index) }
  }

  /// The sequences of the articles that pass a filter, ascending. Linear in the facets of all.
  func sequences(_ filter: FacetFilter) -> [UInt64] {
    var found: [UInt64] = []
    for chunk in chunks {
      for row in chunk[0].rows(filter) { found.append(chunk[0].sequences[row]) }
    }
    return found
  }

  /// How many bytes the words of all points of a kind are: what it costs to look into each of them.
  func byteCount(of kind: PointKind) -> Int { pointBytes[kind.place] }

  /// Where the first article is that is not before this one.
  private func find(_ sequence: UInt64) -> (chunk: Int, row: Int) {
    let chunk = partitionPoint(chunks.count) { index in
      chunks[index][0].sequences.last.map { $0 < sequence } ?? true
    }
    return chunk < chunks.count ? (chunk, chunks[chunk][0].row(sequence)) : (chunk, 0)
  }

  /// Takes a chunk that has become too long apart.
  private mutating func split(_ index: Int) {
    guard chunks[index][0].count > 1, chunks[index][0].isTooLong else { return }
    let tail = chunks[index][0].removeHalf()
    chunks.insert([tail], at: index + 1)
    // One article may have more than a chunk should.
    split(index + 1)
    split(index)
  }
}

extension ListTable {
  /// Some articles: an array for each of their parts, a place in it, a row, for each article.
  struct Chunk: Sendable {
    private(set) var sequences: [UInt64] = []
    private var parts: [ListedParts] = []
    private var facets = InlineArray<4, TextColumn>(repeating: TextColumn())
    private var points = InlineArray<6, TextColumn>(repeating: TextColumn())

    fileprivate init(_ article: StoredArticle, _ points: PointWords) {
      insert(article, points, at: 0)
    }

    private init() {}

    /// How many articles these are.
    var count: Int { sequences.count }

    /// The words of the points of a kind.
    func points(of kind: PointKind) -> TextColumn { points[kind.place] }

    /// The rows, of some that ascend or of all, of those that pass a filter.
    func rows(_ filter: FacetFilter, among rows: [Int]? = nil) -> [Int] {
      var rows = rows
      for (column, pattern) in filter.labels where rows?.isEmpty != true {
        rows = facets[column.rawValue].rows(with: pattern, among: rows)
      }
      for (column, query) in filter.names where rows?.isEmpty != true {
        rows = facets[column.rawValue].rows(query, among: rows)
      }
      return (rows ?? Array(0..<count)).filter { parts[$0].isSuperset(of: filter.parts) }
    }

    /// The place of the first article that is not before this one.
    fileprivate func row(_ sequence: UInt64) -> Int {
      partitionPoint(count) { sequences[$0] < sequence }
    }

    fileprivate func has(_ sequence: UInt64, at row: Int) -> Bool {
      row < count && sequences[row] == sequence
    }

    private var byteCount: Int {
      var bytes = 0
      for index in facets.indices { bytes += facets[index].bytes.count }
      for index in points.indices { bytes += points[index].bytes.count }
      return bytes
    }

    fileprivate var isTooLong: Bool {
      count > ListTable.chunkLimit || byteCount > ListTable.byteLimit
    }

    /// Whether one more article would be too much.
    fileprivate func isFull(with article: StoredArticle, _ points: PointWords) -> Bool {
      count >= ListTable.chunkLimit
        || byteCount + article.facets.texts.bytes.count + points.words.count > ListTable.byteLimit
    }

    fileprivate mutating func insert(
      _ article: StoredArticle, _ words: PointWords, at row: Int
    ) {
      sequences.insert(article.sequence, at: row)
      parts.insert(article.facets.parts, at: row)
      let texts = article.facets.texts
      for column in FacetTexts.Column.allCases {
        facets[column.rawValue].insert(
          texts.bytes[texts[column]], ends: texts.ends(of: column), at: row)
      }
      for kind in PointWords.kinds {
        points[kind.place].insert(words.words[words[kind]], ends: words.ends(of: kind), at: row)
      }
    }

    fileprivate mutating func remove(at row: Int) {
      sequences.remove(at: row)
      parts.remove(at: row)
      for index in facets.indices { facets[index].remove(at: row) }
      for index in points.indices { points[index].remove(at: row) }
    }

    /// Takes the second half away.
    fileprivate mutating func removeHalf() -> Chunk {
      let half = count / 2
      var tail = Chunk()
      tail.sequences = Array(sequences[half...])
      tail.parts = Array(parts[half...])
      sequences.removeSubrange(half...)
      parts.removeSubrange(half...)
      for index in facets.indices { tail.facets[index] = facets[index].removeTail(from: half) }
      for index in points.indices { tail.points[index] = points[index].removeTail(from: half) }
      return tail
    }

    /// Lets go of the room to spare: there will hardly be more.
    fileprivate mutating func trim() {
      for index in facets.indices { facets[index].trim() }
      for index in points.indices { points[index].trim() }
    }
  }
}
