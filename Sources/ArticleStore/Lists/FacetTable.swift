import ArticleParsing

/// What filters ask of an article beside its text: all that is here must hold.
struct FacetFilter {
  /// To be in the article, all of them.
  let parts: ListedParts
  /// A text to be in the language or among the tags.
  let labels: [(column: FacetTexts.Column, pattern: BytePattern)]
  /// To be found in one of the names.
  let names: [(column: FacetTexts.Column, query: SearchQuery)]

  init(
    _ parts: ListedParts, language: FoldedLabel? = nil, tag: FoldedLabel? = nil,
    actor: SearchQuery? = nil, subject: SearchQuery? = nil
  ) {
    self.parts = parts
    labels = [(.language, language), (.tags, tag)].compactMap { column, label in
      label.map { (column, FacetTexts.pattern(of: $0)) }
    }
    names = [(.actors, actor), (.subjects, subject)].compactMap { column, query in
      query.map { (column, $0) }
    }
  }

  /// Whether all articles pass.
  var isEmpty: Bool { parts.isEmpty && labels.isEmpty && names.isEmpty }
}

/// The facets of all articles in order of creation, side by side: a filter goes through their bytes,
/// and not from article to article, which for each would be a wait for memory or several.
///
/// In chunks, like ``ArticleShelf`` and for the same reason.
struct FacetTable: Sendable {
  /// The most articles in a chunk.
  static let chunkLimit = 512
  /// The most bytes of texts in a chunk of more than one article.
  static let byteLimit = 1 << 16

  /// None is empty.
  private var chunks: [FacetChunk] = []

  /// Puts an article in, in place of an earlier one of the same sequence.
  mutating func insert(_ article: StoredArticle) {
    var (index, row) = find(article.sequence)
    if index == chunks.count {
      // Behind all others, where new articles go: only a full chunk begins another.
      guard let last = chunks.indices.last, !chunks[last].isFull(with: article.facets) else {
        return chunks.append(FacetChunk(article))
      }
      (index, row) = (last, chunks[last].count)
    }
    if chunks[index].has(article.sequence, at: row) { chunks[index].remove(at: row) }
    chunks[index].insert(article, at: row)
    split(index)
  }

  /// Takes an article out.
  mutating func remove(_ sequence: UInt64) {
    let (index, row) = find(sequence)
    guard index < chunks.count, chunks[index].has(sequence, at: row) else { return }
    chunks[index].remove(at: row)
    if chunks[index].count == 0 { chunks.remove(at: index) }
  }

  /// The sequences of the articles that pass a filter, ascending. Linear in the facets of all.
  func sequences(_ filter: FacetFilter) -> [UInt64] {
    var found: [UInt64] = []
    for chunk in chunks { chunk.append(filter, to: &found) }
    return found
  }

  /// Where the first article is that is not before this one.
  private func find(_ sequence: UInt64) -> (chunk: Int, row: Int) {
    let chunk = partitionPoint(chunks.count) { !chunks[$0].reaches(sequence) }
    return chunk < chunks.count ? (chunk, chunks[chunk].row(sequence)) : (chunk, 0)
  }

  /// Takes a chunk that has become too long apart.
  private mutating func split(_ index: Int) {
    guard chunks[index].count > 1, chunks[index].isTooLong else { return }
    let tail = chunks[index].removeHalf()
    chunks.insert(tail, at: index + 1)
    // One article may have more than a chunk should.
    split(index + 1)
    split(index)
  }
}

/// The facets of some articles: an array for each of their parts, a place in it for each article.
private struct FacetChunk {
  private var sequences: [UInt64] = []
  private var parts: [ListedParts] = []
  private var columns = InlineArray<4, TextColumn>(repeating: TextColumn())

  init(_ article: StoredArticle) { insert(article, at: 0) }

  private init() {}

  var count: Int { sequences.count }

  private var byteCount: Int {
    FacetTexts.Column.allCases.reduce(0) { $0 + columns[$1.rawValue].bytes.count }
  }

  var isTooLong: Bool { count > FacetTable.chunkLimit || byteCount > FacetTable.byteLimit }

  /// Whether the facets of one more article would be too many.
  func isFull(with facets: ArticleFacets) -> Bool {
    count >= FacetTable.chunkLimit || byteCount + facets.texts.bytes.count > FacetTable.byteLimit
  }

  /// Whether the last article is this one or behind it.
  func reaches(_ sequence: UInt64) -> Bool { sequences.last.map { $0 >= sequence } ?? false }

  /// The place of the first article that is not before this one.
  func row(_ sequence: UInt64) -> Int { partitionPoint(count) { sequences[$0] < sequence } }

  func has(_ sequence: UInt64, at row: Int) -> Bool { row < count && sequences[row] == sequence }

  mutating func insert(_ article: StoredArticle, at row: Int) {
    let facets = article.facets
    sequences.insert(article.sequence, at: row)
    parts.insert(facets.parts, at: row)
    for column in FacetTexts.Column.allCases {
      columns[column.rawValue].insert(facets.texts.bytes[facets.texts[column]], at: row)
    }
  }

  mutating func remove(at row: Int) {
    sequences.remove(at: row)
    parts.remove(at: row)
    for column in FacetTexts.Column.allCases { columns[column.rawValue].remove(at: row) }
  }

  /// Takes the second half away.
  mutating func removeHalf() -> FacetChunk {
    let half = count / 2
    var tail = FacetChunk()
    tail.sequences = Array(sequences[half...])
    tail.parts = Array(parts[half...])
    sequences.removeSubrange(half...)
    parts.removeSubrange(half...)
    for column in FacetTexts.Column.allCases {
      tail.columns[column.rawValue] = columns[column.rawValue].removeTail(from: half)
    }
    return tail
  }

  /// Appends the sequences of those that pass a filter.
  func append(_ filter: FacetFilter, to found: inout [UInt64]) {
    var rows: [Int]?
    for (column, pattern) in filter.labels where rows?.isEmpty != true {
      rows = columns[column.rawValue].rows(with: pattern, among: rows)
    }
    for (column, query) in filter.names where rows?.isEmpty != true {
      rows = columns[column.rawValue].rows(query, among: rows)
    }
    for row in rows ?? Array(0..<count) where parts[row].isSuperset(of: filter.parts) {
      found.append(sequences[row])
    }
  }
}

/// The texts of one column of some articles, as ``FacetTexts`` has them.
private struct TextColumn {
  private(set) var bytes: [UInt8] = []
  /// Where the texts of each article end.
  private var ends: [UInt32] = []

  mutating func insert(_ texts: ArraySlice<UInt8>, at row: Int) {
    let start = start(of: row)
    bytes.insert(contentsOf: texts, at: start)
    ends.insert(UInt32(clamping: start), at: row)
    for index in row..<ends.count { ends[index] += UInt32(clamping: texts.count) }
  }

  mutating func remove(at row: Int) {
    let range = start(of: row)..<Int(ends[row])
    bytes.removeSubrange(range)
    ends.remove(at: row)
    for index in row..<ends.count { ends[index] -= UInt32(clamping: range.count) }
  }

  /// Takes the articles from one on away.
  mutating func removeTail(from row: Int) -> TextColumn {
    let start = start(of: row)
    var tail = TextColumn()
    tail.bytes = Array(bytes[start...])
    tail.ends = ends[row...].map { $0 - UInt32(clamping: start) }
    bytes.removeSubrange(start...)
    ends.removeSubrange(row...)
    return tail
  }

  private func start(of row: Int) -> Int { row == 0 ? 0 : Int(ends[row - 1]) }

  /// The articles, of some that ascend or of all, that have a label.
  func rows(with pattern: BytePattern, among rows: [Int]?) -> [Int] {
    collect(among: rows) { range in
      pattern.first(in: bytes.span, range)
    }
  }

  /// The same, a name in which a query is found.
  func rows(_ query: SearchQuery, among rows: [Int]?) -> [Int] {
    collect(among: rows) { range in
      query.nextMatch(in: bytes.span, range, bounds: name)?.lowerBound
    }
  }

  /// The articles in which something is found, by where `next` finds it first in a range.
  private func collect(among rows: [Int]?, _ next: (Range<Int>) -> Int?) -> [Int] {
    guard let rows else {
      var found: [Int] = []
      var row = 0
      var rest = bytes.startIndex..<bytes.endIndex
      while let place = next(rest) {
        while Int(ends[row]) <= place { row += 1 }
        found.append(row)
        rest = Int(ends[row])..<bytes.endIndex
      }
      return found
    }
    return rows.filter { next(start(of: $0)..<Int(ends[$0])) != nil }
  }

  /// The words of the name that has a place.
  private func name(at place: Int) -> Range<Int> {
    var range = place..<place
    while range.lowerBound > 0, bytes[range.lowerBound - 1] != FacetTexts.end {
      range = range.lowerBound - 1..<range.upperBound
    }
    while range.upperBound < bytes.count, bytes[range.upperBound] != FacetTexts.end {
      range = range.lowerBound..<range.upperBound + 1
    }
    return range
  }
}
