import ArticleParsing
import Locking

extension ArticleStore {
  /// The sequences of the articles in which a query is found, ascending: in their points of these
  /// kinds, or without kinds anywhere.
  func matches(
    _ query: SearchQuery, kinds: Set<PointKind>
  ) throws(StoreError) -> [UInt64] {
    let orders = contents.withLock { $0.orders }
    guard !query.isEmpty else { return [] }
    return ArticleWalk(orders.byCreation).filter { article in
      guard kinds.isEmpty else {
        return kinds.contains { kind in
          article.article[kind].contains { query.found(in: $0).isMatch }
        }
      }
      let text = article.article.text
      return query.matches((article.title ?? "") + "\n" + text[0..<text.utf8.count])
    }.map(\.sequence)
  }
}
