package import ArticleParsing
package import ArticleStore
import JSON

/// An article that a search found, and what it was found by.
package struct FoundArticle: Sendable {
  let hit: SearchHit
  let query: SearchQuery
  let kinds: Set<PointKind>

  /// A hit of a query in points of these kinds, in the whole article without any.
  package init(_ hit: SearchHit, by query: SearchQuery, kinds: Set<PointKind>) {
    self.hit = hit
    self.query = query
    self.kinds = kinds
  }

  /// The article, why it was found, and the points in which it was, with places in a unit.
  package static func describe(
    _ found: FoundArticle?, in unit: OffsetUnit, to sink: inout some MemberSink & ~Copyable
  ) {
    let hit = found?.hit
    let places = hit.map { TextOffsets($0.article.article.text, in: unit) }
    let snippet = found.map { Snippet(of: $0.hit.article.article.text.utf8, for: $0.query) }
    sink.always("article", .reference(.foundArticle), hit?.article) { json, article in
      json.object { describeName(article, to: &$0) }
    }
    sink.always(
      "score", .number("BM25; higher is better. To be compared within the pages of one search."),
      hit?.score
    ) { $0.number($1) }
    sink.always(
      "snippet", .string("HTML: the text escaped, and what was found within <mark>."),
      snippet?.html
    ) { $0.string(utf8: $1[...]) }
    sink.place(snippet?.source, at: places)
    sink.always(
      "points",
      .array(of: .reference(.foundPoint), "The best of them.", atMost: SearchHit.mostPoints), found
    ) { json, found in
      json.array(found.hit.points(with: found.query, kinds: found.kinds)) { json, point in
        json.object { describePoint(point, by: found.query, at: places, to: &$0) }
      }
    }
  }

  static func describeName(_ article: StoredArticle?, to sink: inout some MemberSink & ~Copyable) {
    StoredArticle.describeReference(article, to: &sink)
    sink.maybe("language", .language, article?.article.language)
  }

  static func describePoint(
    _ found: (kind: PointKind, point: Point)?, by query: SearchQuery, at places: TextOffsets?,
    to sink: inout some MemberSink & ~Copyable
  ) {
    sink.always(
      "kind", .choice("What it is.", PointKind.allCases.map(\.rawValue)), found?.kind.rawValue)
    Point.describe(found?.point, at: places, to: &sink)
    sink.always(
      "snippet", .string("HTML, as the article's."),
      found.map { Snippet(of: Array($0.point.searchedText.utf8), for: query) }
    ) { json, snippet in
      json.string(utf8: snippet.html[...])
    }
  }
}
