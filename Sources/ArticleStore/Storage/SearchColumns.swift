import ArticleParsing

/// What the index is told of an article: its words by column, in one buffer.
///
/// The same article gives the same columns, always: the index keeps no text, and to take an article
/// out it must be told again what was put in. ``version`` says when that changes.
struct SearchColumns: Sendable {
  /// The columns in the order of the index.
  static let names =
    ["title"] + kinds.map(\.column) + ["text"]
  /// The kinds of point, in the order of their columns.
  static let kinds: [PointKind] = [.objective, .nonGoal, .pro, .con, .neutral, .takeaway]
  /// What the columns depend on: another value, and the index must be made anew.
  static let version = "\(ArticleParser.version).\(SearchWords.version).1"

  /// The words of all columns, one after the other.
  private(set) var words: [UInt8] = []
  /// Where each column stands in ``words``.
  private(set) var ranges: [Range<Int>] = []

  /// The columns of a document; folding it takes one pass over its text.
  init(title: String?, article: Article) {
    words.reserveCapacity(article.text.utf8.count + article.text.utf8.count / 2)
    append { words in
      if let title { SearchWords.append(title, to: &words) }
    }
    for kind in Self.kinds {
      append { words in
        for point in article[kind] { Self.append(point, to: &words) }
      }
    }
    append { words in SearchWords.append(article.text.utf8.span, to: &words) }
  }

  /// The columns of a submission.
  init(_ submission: Submission) {
    self.init(
      title: submission.metadata.title ?? submission.article.title, article: submission.article)
  }

  /// The columns of a stored article.
  init(_ stored: StoredArticle) {
    self.init(title: stored.title, article: stored.article)
  }

  private mutating func append(_ column: (inout [UInt8]) -> Void) {
    let start = words.count
    column(&words)
    ranges.append(start..<words.count)
  }

  private static func append(_ point: Point, to words: inout [UInt8]) {
    point.appendWords(to: &words)
    words.append(contentsOf: fence)
  }

  /// A word that no text has, between points: a phrase does not reach from one into the next. It is
  /// U+E000, for private use, which is no word to ``SearchWords``.
  private static let fence: [UInt8] = [0xEE, 0x80, 0x80, 0x20]
}

extension PointKind {
  /// The column of the index in which the points of this kind stand.
  var column: String {
    switch self {
    case .objective: "objectives"
    case .nonGoal: "nonGoals"
    case .pro: "pros"
    case .con: "cons"
    case .neutral: "neutral"
    case .takeaway: "takeaways"
    }
  }
}
