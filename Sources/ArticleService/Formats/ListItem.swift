import ArticleParsing
import ArticleStore

/// An item of a list. A long list is written while it is sent, which may take as long as the client likes:
/// meanwhile its items are remembered without keeping their articles, which the store may let go.
struct RememberedItem: Sendable {
  fileprivate weak let article: StoredArticle?
  /// Which of the article's points, or its score.
  fileprivate var kind: PointKind?
  fileprivate var index = 0
  fileprivate var score = 0.0
}

/// What can be remembered so.
protocol ListItem: Sendable {
  /// The item, to be written later.
  var remembered: RememberedItem { get }
  /// The item again; `nil` where its article was replaced or deleted meanwhile.
  static func recalled(_ item: RememberedItem) -> Self?
}

extension StoredArticle: ListItem {
  var remembered: RememberedItem { RememberedItem(article: self) }

  static func recalled(_ item: RememberedItem) -> StoredArticle? { item.article }
}

extension LocatedPoint: ListItem {
  var remembered: RememberedItem { RememberedItem(article: article, kind: kind, index: index) }

  static func recalled(_ item: RememberedItem) -> LocatedPoint? {
    guard let article = item.article, let kind = item.kind else { return nil }
    return LocatedPoint(article: article, kind: kind, index: item.index)
  }
}

extension SearchHit: ListItem {
  var remembered: RememberedItem { RememberedItem(article: article, score: score) }

  static func recalled(_ item: RememberedItem) -> SearchHit? {
    item.article.map { SearchHit(article: $0, score: item.score) }
  }
}
