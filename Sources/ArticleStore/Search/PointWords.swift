import ArticleParsing

/// The words by which the points of an article are found, as ``SearchWords`` writes them: made once,
/// when the article is read, and asked by every query for points.
struct PointWords: Sendable {
  /// The kinds of point by their place, which is their order here and in the index.
  static let kinds = PointKind.allCases.sorted { $0.place < $1.place }
  /// A word that no text has, behind each point: a phrase does not reach from one into the next. It
  /// is U+E000, for private use, which is no word to ``SearchWords``.
  private static let fence: [UInt8] = [0xEE, 0x80, 0x80, 0x20]

  /// Where a kind begins: its first point among all, and that point's words.
  private struct Beginning {
    var point: UInt32 = 0
    var word: UInt32 = 0
  }

  /// The words of all points, the fence behind each.
  let words: [UInt8]
  /// Where each point's words end, before its fence.
  private let ends: [UInt32]
  /// Where each kind begins; the end of all behind them. Not in an array of its own, for which each
  /// query would have to go to another place in memory.
  private let beginnings: InlineArray<7, Beginning>

  /// The words of all points. Linear in the points' text.
  init(_ article: Article) {
    var words: [UInt8] = []
    var ends: [UInt32] = []
    var beginnings = InlineArray<7, Beginning>(repeating: Beginning())
    for kind in Self.kinds {
      for point in article[kind] {
        Self.append(point, to: &words)
        ends.append(UInt32(clamping: words.count))
        words.append(contentsOf: Self.fence)
      }
      beginnings[kind.place + 1] = Beginning(
        point: UInt32(clamping: ends.count), word: UInt32(clamping: words.count))
    }
    // What is kept has no room to spare.
    var kept: [UInt8] = []
    kept.reserveCapacity(words.count)
    kept.append(contentsOf: words)
    self.words = kept
    self.ends = ends
    self.beginnings = beginnings
  }

  /// Where the words of all points of a kind stand, their fences included.
  subscript(kind: PointKind) -> Range<Int> {
    Int(beginnings[kind.place].word)..<Int(beginnings[kind.place + 1].word)
  }

  /// The points of a kind, by their places among all.
  private func points(of kind: PointKind) -> Range<Int> {
    Int(beginnings[kind.place].point)..<Int(beginnings[kind.place + 1].point)
  }

  /// How many points of a kind there are.
  func count(of kind: PointKind) -> Int { points(of: kind).count }

  /// What of a query stands in a point, by its index among those of its kind. Linear in its words.
  func found(_ query: SearchQuery, in kind: PointKind, _ index: Int) -> SearchQuery.Found {
    query.found(in: words.span.extracting(range(of: points(of: kind).lowerBound + index)))
  }

  /// Calls `body` with each point of a kind in which a query is found, by its index among those of its
  /// kind, in order. Linear in their words.
  func forEachMatch(of query: SearchQuery, in kind: PointKind, _ body: (Int) -> Void) {
    let points = points(of: kind)
    let words = words.span
    var rest = self[kind]
    var point = points.lowerBound
    while true {
      let match = query.nextMatch(in: words, rest) { place in
        while Int(ends[point]) <= place { point += 1 }
        return range(of: point)
      }
      guard let match else { return }
      body(point - points.lowerBound)
      rest = match.upperBound + Self.fence.count..<rest.upperBound
    }
  }

  private func range(of point: Int) -> Range<Int> {
    (point == 0 ? 0 : Int(ends[point - 1]) + Self.fence.count)..<Int(ends[point])
  }

  /// Appends the words of a point, in order: of the label, the text, the details.
  private static func append(_ point: Point, to words: inout [UInt8]) {
    if let label = point.label { SearchWords.append(label, to: &words) }
    SearchWords.append(point.text, to: &words)
    for detail in point.details { SearchWords.append(detail.text, to: &words) }
  }
}
