/// Texts of one sort of some articles, one after the other: of each article, a row, any number of
/// entries, as ``FacetTexts`` and ``PointWords`` write them.
struct TextColumn: Sendable {
  private(set) var bytes: [UInt8] = []
  /// Where each entry ends.
  private var ends: [UInt32] = []
  /// The entries of all rows up to each, it included.
  private var counts: [UInt32] = []

  /// The entries of a row, by their places among all.
  private func entries(of row: Int) -> Range<Int> {
    (row == 0 ? 0 : Int(counts[row - 1]))..<Int(counts[row])
  }

  /// Where an entry stands.
  private func range(of entry: Int) -> Range<Int> { start(of: entry)..<Int(ends[entry]) }

  private func start(of entry: Int) -> Int { entry == 0 ? 0 : Int(ends[entry - 1]) }

  /// Where the entries of a row stand.
  private func range(at row: Int) -> Range<Int> {
    let entries = entries(of: row)
    return start(of: entries.lowerBound)..<start(of: entries.upperBound)
  }

  /// How many bytes the entries of a row have.
  func byteCount(at row: Int) -> Int { range(at: row).count }

  /// How many entries a row has.
  func count(at row: Int) -> Int { entries(of: row).count }

  // MARK: Changing

  /// Puts a row in: its entries, and where in the array of which they are a slice each of them ends.
  mutating func insert(_ texts: ArraySlice<UInt8>, ends: some Sequence<Int>, at row: Int) {
    let first = row == 0 ? 0 : Int(counts[row - 1])
    let start = start(of: first)
    let added = ends.map { UInt32(clamping: start + $0 - texts.startIndex) }
    bytes.insert(contentsOf: texts, at: start)
    for entry in first..<self.ends.count { self.ends[entry] += UInt32(clamping: texts.count) }
    self.ends.insert(contentsOf: added, at: first)
    for other in row..<counts.count { counts[other] += UInt32(clamping: added.count) }
    counts.insert(UInt32(clamping: first + added.count), at: row)
  }

  /// Takes a row out.
  mutating func remove(at row: Int) {
    let entries = entries(of: row)
    let range = range(at: row)
    bytes.removeSubrange(range)
    ends.removeSubrange(entries)
    for entry in entries.lowerBound..<ends.count { ends[entry] -= UInt32(clamping: range.count) }
    counts.remove(at: row)
    for other in row..<counts.count { counts[other] -= UInt32(clamping: entries.count) }
  }

  /// Takes the rows from one on away, one at least.
  mutating func removeTail(from row: Int) -> TextColumn {
    let first = entries(of: row).lowerBound
    let start = start(of: first)
    var tail = TextColumn()
    tail.bytes = Array(bytes[start...])
    tail.ends = ends[first...].map { $0 - UInt32(clamping: start) }
    tail.counts = counts[row...].map { $0 - UInt32(clamping: first) }
    bytes.removeSubrange(start...)
    ends.removeSubrange(first...)
    counts.removeSubrange(row...)
    return tail
  }

  /// Lets go of the room to spare.
  mutating func trim() {
    bytes.trim()
    ends.trim()
  }

  // MARK: Searching

  /// The rows, of some that ascend or of all, that have an entry.
  func rows(with pattern: BytePattern, among rows: [Int]?) -> [Int] {
    if let rows { return rows.filter { pattern.first(in: bytes.span, range(at: $0)) != nil } }
    var found: [Int] = []
    var row = 0
    var rest = 0..<bytes.count
    while let place = pattern.first(in: bytes.span, rest) {
      while range(at: row).upperBound <= place { row += 1 }
      found.append(row)
      rest = range(at: row).upperBound..<bytes.count
    }
    return found
  }

  /// The rows of an entry in which a query is found, among these rows or all.
  func rows(_ query: SearchQuery, among rows: [Int]?) -> [Int] {
    var found: [Int] = []
    forEach(query, in: rows) { row, _ in if found.last != row { found.append(row) } }
    return found
  }

  /// Calls `body` with the entries of some rows, which ascend, or of all in which a query is found, or
  /// without one with all of them: each by its row and its index among those of its row.
  func forEach(_ query: SearchQuery?, in rows: [Int]?, _ body: (Int, Int) -> Void) {
    guard let query else {
      for row in rows ?? Array(counts.indices) {
        for index in 0..<count(at: row) { body(row, index) }
      }
      return
    }
    guard let rows else { return forEachMatch(of: query, in: counts.indices, body) }
    for row in rows { forEachMatch(of: query, in: row..<row + 1, body) }
  }

  private func forEachMatch(
    of query: SearchQuery, in rows: Range<Int>, _ body: (Int, Int) -> Void
  ) {
    guard let last = rows.last else { return }
    var row = rows.lowerBound
    var entry = entries(of: row).lowerBound
    var rest = start(of: entry)..<range(at: last).upperBound
    while true {
      let match = query.nextMatch(in: bytes.span, rest) { place in
        while Int(ends[entry]) <= place { entry += 1 }
        return range(of: entry)
      }
      guard let match else { return }
      while Int(counts[row]) <= entry { row += 1 }
      body(row, entry - entries(of: row).lowerBound)
      rest = match.upperBound..<rest.upperBound
    }
  }
}

extension Array {
  /// Lets go of the room to spare.
  fileprivate mutating func trim() {
    var kept: [Element] = []
    kept.reserveCapacity(count)
    kept.append(contentsOf: self)
    self = kept
  }
}
