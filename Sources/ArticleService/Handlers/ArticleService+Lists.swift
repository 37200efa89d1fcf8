import ArticleParsing
import ArticleStore
import HTTPCore
import HTTPServer

// Lists in pages: of articles, and of points across articles. They have no entity tag.

extension ArticleService {
  static let listArticles: Route.Handler = { service, call throws(Problem) in
    let page = try PageRequest(call.request.target)
    let cursor = try page.cursor.map { (token) throws(Problem) in
      try Cursor(token: token, of: .articles)
    }
    service.store.articles(after: cursor, limit: page.limit) { result in
      service.answer(call, "/v1/articles", .articles, result) { json, articles in
        json.array(articles) { json, article in article.writeSummary(to: &json) }
      }
    }
    return .later
  }

  /// Lists the points of one kind across all articles.
  static func listPoints(_ kind: PointKind, _ segment: String) -> Route.Handler {
    { service, call throws(Problem) in
      let page = try PageRequest(call.request.target)
      let cursor = try page.cursor.map { (token) throws(Problem) in
        try Cursor(token: token, of: .points)
      }
      service.store.points(of: kind, after: cursor, limit: page.limit) { result in
        service.answer(call, "/v1/\(segment)", .points, result) { json, points in
          json.write(points, in: call.form.offsets)
        }
      }
      return .later
    }
  }

  /// Encodes a page, by a worker: it may be long, and this is called on the store's queue.
  private func answer<Item>(
    _ call: Call, _ path: String, _ list: Cursor.List, _ result: Result<Page<Item>, StoreError>,
    _ write: @escaping @Sendable (inout JSONWriter, [Item]) -> Void
  ) {
    let isTaken = workers.submit {
      switch result {
      case .failure(let error): call.reply(Problem(error, id: "").response)
      case .success(let page):
        let next = page.next?.token(of: list)
        let link = next.map { Self.link(path, cursor: $0, call.request.target) }
        call.reply(
          self.answer(call, link: link) { json in
            json.beginObject()
            json.name("items")
            write(&json, page.items)
            json.member("total", page.total)
            json.member("next", next)
            json.member(unit: call.form.offsets)
            json.endObject()
          })
      }
    }
    if !isTaken { call.reply(Problem.busy.response) }
  }

  /// A link to the next page (RFC 8288), which looks like this one. The values it repeats have been
  /// checked, and a cursor needs no escaping.
  private static func link(_ path: String, cursor: String, _ target: RequestTarget) -> String {
    var query = ""
    if let limit = target.queryValue("limit") { query += "limit=\(limit)&" }
    if let pretty = target.queryValue("pretty") {
      query += pretty.isEmpty ? "pretty&" : "pretty=\(pretty)&"
    }
    if target.queryValue("format") != nil { query += "format=json&" }
    if let unit = target.queryValue("offsets") { query += "offsets=\(unit)&" }
    return "<\(path)?\(query)cursor=\(cursor)>; rel=\"next\""
  }
}

extension JSONWriter {
  /// Points of many articles, with their places in a unit. The points of one article stand together,
  /// so its text is gone through once.
  fileprivate mutating func write(_ points: [LocatedPoint], in unit: OffsetUnit) {
    var current: (article: StoredArticle, places: TextOffsets)?
    array(points) { json, located in
      let article = located.article
      let places: TextOffsets
      if let known = current, known.article === article {
        places = known.places
      } else {
        places = TextOffsets(article.article.text, in: unit)
        current = (article, places)
      }
      located.point.write(to: &json, at: places, of: article)
    }
  }
}
