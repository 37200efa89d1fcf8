import ArticleParsing

/// The words by which the points of an article are found, as ``SearchWords`` writes them: what the
/// index and ``ListTable`` are given, and what a hit of a search is asked for its points.
struct PointWords: Sendable {
  /// The kinds of point by their place, which is their order here and in the index.
  static let kinds = PointKind.allCases.sorted { $0.place < $1.place }
  /// A word that no text has, after each point: a phrase does not reach from one into the next. It
  /// is U+E000, for private use, which is no word to ``SearchWords``.
  private static let fence: [UInt8] = [0xEE, 0x80, 0x80, 0x20]

  /// The words of all points, the fence after each.
  let words: [UInt8]
  /// Where each point's words end, before its fence.
  private let ends: [UInt32]
  /// Of each kind the index of its first point among all; the number of all at the end.
  private let firsts: [Int]

  /// The words of all points. Linear in the points' text.
  init(_ article: Article) {
    var words: [UInt8] = []
    var ends: [UInt32] = []
    var firsts: [Int] = []
    for kind in Self.kinds {
      firsts.append(ends.count)
      for point in article[kind] {
        Self.append(point, to: &words)
        ends.append(UInt32(clamping: words.count))
        words.append(contentsOf: Self.fence)
      }
    }
    firsts.append(ends.count)
    self.words = words
    self.ends = ends
    self.firsts = firsts
  }

  /// Where the words of all points of a kind stand, their fences included.
  subscript(kind: PointKind) -> Range<Int> {
    start(firsts[kind.place])..<start(firsts[kind.place + 1])
  }

  /// Where in all words each point of a kind ends, its fence included.
  func ends(of kind: PointKind) -> some Sequence<Int> {
    ends[firsts[kind.place]..<firsts[kind.place + 1]].lazy.map { Int($0) + Self.fence.count }
  }

  /// Where the words of one point stand, by its index among those of its kind.
  subscript(kind: PointKind, index: Int) -> Range<Int> {
    let point = firsts[kind.place] + index
    return start(point)..<Int(ends[point])
  }

  /// What of a query stands in a point, by its index among those of its kind. Linear in its words.
  func found(_ query: SearchQuery, in kind: PointKind, _ index: Int) -> SearchQuery.Found {
    query.found(in: words.span.extracting(self[kind, index]))
  }

  private func start(_ point: Int) -> Int {
    point == 0 ? 0 : Int(ends[point - 1]) + Self.fence.count
  }

  /// Appends the words of a point, in order: of the label, the text, the details.
  private static func append(_ point: Point, to words: inout [UInt8]) {
    if let label = point.label { SearchWords.append(label, to: &words) }
    SearchWords.append(point.text, to: &words)
    for detail in point.details { SearchWords.append(detail.text, to: &words) }
  }
}
