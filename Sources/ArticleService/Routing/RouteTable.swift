import Formats
import HTTPCore
import Operations

// The API, read from here. A request passes like this:
//
// 1. ``AccessPolicy`` decides whose requests are heard at all: another host is 421, a write from
//    another site 403, one without the token, where there is one, 401, and where there is none, one
//    that came through a proxy 403.
// 2. The ``Router`` finds the route of method and path: none is 404, another method's 405 with `Allow`, OPTIONS 204 with `Allow`; HEAD goes where GET does.
// 3. The query is held to the route's parameters: an unknown or repeated one is 400. All of this is
//    decided by the head, once (``ResolvedRequest``), before any content is read.
// 4. `Accept`, `?format`, `?pretty`, `?offsets`, `?include`, `?fields` and `Accept-Encoding` choose the
//    form of the answer: 400 for a value that there is not, 406 when nothing there is is accepted.
// 5. The handler answers at once when the answer is in memory, or hands over to a worker or to the
//    store, whose result comes back through the call.
// 6. Whatever goes wrong is a ``Problem``, and answers as `application/problem+json`.
//
// A path ends without a slash. Every answer has `X-Content-Type-Options: nosniff`.
//
// An article and an analysis come as JSON, as a brief in Markdown or as the points in CSV; everything
// else is JSON, but for an article's source and text.
//
// A document comes as it is, with its metadata in the query, or within `application/json`
// (``JSONSubmission``); either may be gzipped. Its media is what `?media` says, else `Content-Type`,
// else what is recognised in it (``IncomingContent``). What was sent again is answered with the article that
// is there, and `Counterpoint-Ignored` names the metadata that had no effect.
//
// An article and its parts have strong entity tags, `"<validator>-<parser>-<variant>"`. `If-None-Match`
// spares a client what it has; `If-Match` and `If-None-Match` on PUT and DELETE look at the validator
// alone, so that the tag of any part in any form will do. Lists have none. A list is `{"items",
// "total", "next"}`; `next`, and the `Link` of the same meaning, is there unless it is the last page.
// A cursor is of one list, with its filters and its order, and names a place, not a number: what comes
// and goes meanwhile shifts nothing (`Operations/Requests`, `ArticleStore/Lists`).

extension ArticleService {
  /// All routes.
  static let routes: [Route] = numbered(
    operations + collection + article + parts + pointsAcrossArticles + [searchRoute])

  /// How many numbers there are under which answers are counted: one for each path, whatever the
  /// method, and 0 for what led to none.
  package static var labels: Int { patterns.count }

  /// The pattern of the path whose answers have that label; `none` for what led to none.
  package static func route(labelled label: Int) -> String {
    patterns.indices.contains(label) ? patterns[label] : patterns[0]
  }

  private static let patterns = routes.reduce(into: ["none"]) { patterns, route in
    if route.label == patterns.count { patterns.append(route.path) }
  }

  private static func numbered(_ routes: [Route]) -> [Route] {
    var labels: [String: Int] = [:]
    return routes.map { route in
      var route = route
      route.label = labels[route.path] ?? labels.count + 1
      labels[route.path] = route.label
      return route
    }
  }

  private static let operations = [
    Route(
      .get, "/", "This list", query: .only(QueryRule.form),
      operation: .json("readIndex", .operations, .reference(.index)), handler: answerIndex),
    Route(
      .get, "/openapi.json", "The description of the API, as OpenAPI 3.1",
      query: .only(QueryRule.form),
      operation: .json("readDescription", .operations, .anything), handler: answerDescription),
    Route(
      .get, "/livez", "Whether the process runs", query: .ignored,
      operation: .json("readLiveness", .operations, .reference(.status)),
      handler: answerLiveness),
    Route(
      .get, "/readyz", "Whether requests are wanted", query: .ignored,
      operation: .json("readReadiness", .operations, .reference(.status)),
      handler: answerReadiness),
    Route(
      .get, "/metrics", "What it has done and how it stands, for Prometheus", query: .ignored,
      content: .none,
      operation: Operation(
        "readMetrics", .operations,
        [
          .init(
            .ok, "It is there.",
            [("text/plain", .string("Prometheus's text exposition format, version 0.0.4."))])
        ]),
      handler: answerMetrics),
    Route(
      .get, "/version", "What is running", query: .ignored,
      operation: .json("readVersion", .operations, .reference(.version)),
      handler: answerVersion),
  ]

  private static let collection = [
    Route(
      .post, "/v1/analyze", "Analyse a document, store nothing",
      query: .only(QueryRule.article + QueryRule.fields + IncomingContent.parameterNames),
      content: .analysis, fields: { _ in .analysis },
      operation: Operation(
        "analyze", .analysis, takes: .document,
        [.init(.ok, "The analysis.", Operation.analysis(.reference(.analysis)))]),
      handler: analyze),
    Route(
      .get, "/v1/articles", "The stored articles: found, filtered, in order",
      query: .only(
        ArticleListRequest.parameterNames + PageRequest.parameterNames + ["view"]
          + QueryRule.article + QueryRule.fields), content: .list,
      fields: { (target) throws(Problem) in try target.view().fields },
      operation: Operation(
        "listArticles", .articles,
        [
          .init(
            .ok, "It is there; as lines all of it.",
            [
              ("application/json", .reference(.articleList)),
              (BulkRequest.mediaType, Shape.listedArticle),
            ], fields: ["Link"])
        ]),
      handler: listArticles),
    Route(
      .post, "/v1/articles", "Analyse a document and store it",
      query: .only(
        QueryRule.article + IncomingContent.parameterNames + BulkRequest.parameterNames),
      operation: Operation(
        "createArticle", .articles, takes: .documents,
        [
          .init(.created, "It is stored.", Operation.written, fields: ["Location", "ETag"]),
          .init(
            .ok, "The document was there already; of many documents, what came of each.",
            Operation.written + [(BulkRequest.mediaType, .reference(.bulkResult))],
            fields: ["Content-Location", "ETag", "Counterpoint-Ignored"]),
        ], problems: [.conflict, .insufficientStorage]),
      handler: createArticle),
    Route(
      .get, "/v1/changes", "What was created, replaced and deleted, in order",
      query: .only(
        ChangeRequest.parameterNames + QueryRule.form + QueryRule.fields),
      fields: { _ in .change },
      operation: .json(
        "listChanges", .articles, .reference(.changeList), fields: ["Link"], problems: [.gone]),
      handler: listChanges),
  ]

  private static let article = [
    Route(
      .get, "/v1/articles/{id}", "One article",
      query: .only(QueryRule.article + QueryRule.fields), content: .analysis,
      fields: { _ in .article }, operation: ArticlePart.article.operation,
      handler: read(.article)),
    Route(
      .put, "/v1/articles/{id}", "Create or replace an article under your own id",
      query: .only(QueryRule.article + IncomingContent.parameterNames),
      operation: Operation(
        "putArticle", .articles, takes: .document,
        [
          .init(.created, "It is stored.", Operation.written, fields: ["Location"]),
          .init(
            .ok, "It took the place of the one before.", Operation.written,
            fields: ["Content-Location"]),
        ], conditions: [.ifMatch, .ifNoneMatch], problems: [.insufficientStorage]),
      handler: putArticle),
    Route(
      .delete, "/v1/articles/{id}", "Delete an article", query: .only([]), content: .none,
      operation: Operation(
        "deleteArticle", .articles, [.init(.noContent, "It is gone.")],
        conditions: [.ifMatch, .ifNoneMatch],
        problems: [.insufficientStorage]),
      handler: deleteArticle),
  ]

  /// `/v1/articles/{id}/pros` and its like. A list is `{"items", "total"}`, whole; the outlook and
  /// the call to action are the objects that they are in the article, and 404 where the document
  /// has none; the source and the text are no JSON.
  private static let parts = ArticlePart.allCases.compactMap { part -> Route? in
    guard let segment = part.segment else { return nil }
    return Route(
      .get, "/v1/articles/{id}/\(segment)", "Of one article: \(segment)",
      query: .only(part.isJSON ? QueryRule.places + QueryRule.fields : []),
      content: part.isJSON ? .json : .document, fields: { _ in part.fields },
      operation: part.operation, handler: read(part))
  }

  private static let searchRoute = Route(
    .get, SearchRequest.path, "What is found in articles and their points, the best first",
    query: .only(SearchRequest.parameterNames + PageRequest.parameterNames + QueryRule.places),
    operation: .list("search", .search, .searchHitList), handler: search)

  /// `/v1/pros` and its like: the points of all articles that pass the filters, in pages.
  private static let pointsAcrossArticles = ArticlePart.allCases.compactMap { part -> Route? in
    guard let kind = part.pointKind, let segment = part.segment else { return nil }
    return Route(
      .get, "/v1/\(segment)", "Of all articles: \(segment)",
      query: .only(
        PointListRequest.parameterNames + PageRequest.parameterNames + QueryRule.places
          + QueryRule.fields),
      fields: { _ in .locatedPoint },
      operation: .list("list\(part.operationName)", .points, .locatedPointList),
      handler: listPoints(kind, "/v1/\(segment)"))
  }
}
