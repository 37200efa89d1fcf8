import ArticleParsing

/// What the index is given of an article: its words by column, in one buffer.
///
/// The same article gives the same columns, always: the index keeps no text, and to take an article
/// out it must be given again what was put in. ``version(_:)`` says when that changes.
struct SearchColumns: Sendable {
  /// The columns in the order of the index.
  static let names =
    ["title"] + kinds.map(\.column) + ["text"]
  /// The kinds of point, in the order of their columns.
  static let kinds = PointWords.kinds
  /// What the columns depend on, the way of reading among it: another value, and the index must be
  /// made anew.
  static func version(_ parser: ArticleParser) -> String {
    "\(parser.version).\(SearchWords.version).1"
  }

  /// The words of all columns, one after the other.
  private(set) var words: [UInt8] = []
  /// Where each column stands in ``words``.
  private(set) var ranges: [Range<Int>] = []
  /// The words of the points, which are among these.
  let points: PointWords

  /// The columns of a document; folding it takes one pass over its text.
  private init(title: String?, _ article: Article) {
    let points = PointWords(article)
    self.points = points
    words.reserveCapacity(article.text.utf8.count + article.text.utf8.count / 2)
    append { words in
      if let title { SearchWords.append(title, to: &words) }
    }
    for kind in Self.kinds { append { $0.append(contentsOf: points.words[points[kind]]) } }
    append { words in SearchWords.append(article.text.utf8.span, to: &words) }
  }

  /// The columns of a submission.
  init(_ submission: Submission) {
    self.init(title: submission.metadata.title ?? submission.article.title, submission.article)
  }

  /// The columns of a stored article.
  init(_ stored: StoredArticle) { self.init(title: stored.title, stored.article) }

  private mutating func append(_ column: (inout [UInt8]) -> Void) {
    let start = words.count
    column(&words)
    ranges.append(start..<words.count)
  }
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
