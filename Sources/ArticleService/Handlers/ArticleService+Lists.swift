import ArticleParsing
import ArticleStore
import HTTPCore
import HTTPServer

// Lists in pages: of articles, and of points across articles. They have no entity tag. What is asked
// for is read on the event loop; finding and encoding it is a worker's.

extension ArticleService {
  /// The bytes of items after which a page ends early, whatever its limit: so a page has at most
  /// these and one item more.
  static let pageSize = 8 << 20

  static let listArticles: Route.Handler = { service, call throws(Problem) in
    let view = try call.request.target.view()
    let list = try ArticleListRequest(call.request.target)
    if call.form.format == .ndjson { return .now(try service.export(list, as: view, call)) }
    let position = try list.page.position(in: list.identity)
    return try service.work(for: call) { () throws(Problem) in
      let page = try service.page { () throws(StoreError) in
        try service.store.articles(
          list.filter, in: list.ordering, after: position, limit: list.page.limit)
      }
      return service.answer(call, page, "/v1/articles") { json, articles in
        json.array(articles, upTo: pageSize) { json, article in
          view.write(article, to: &json, call.form)
        }
      } next: { article in
        Cursor(place: article.place(by: list.ordering.sort)).token(of: list.identity)
      }
    }
  }

  /// Lists the points of one kind across all articles, at a path.
  static func listPoints(_ kind: PointKind, _ path: String) -> Route.Handler {
    { service, call throws(Problem) in
      let list = try PointListRequest(call.request.target, path)
      let position = try list.page.position(in: list.identity)
      return try service.work(for: call) { () throws(Problem) in
        let page = try service.page { () throws(StoreError) in
          try service.store.points(
            of: kind, list.filter, after: position, limit: list.page.limit)
        }
        return service.answer(call, page, path, unit: call.form.offsets) { json, points in
          json.write(points, upTo: pageSize, call.form)
        } next: {
          $0.cursor.token(of: list.identity)
        }
      }
    }
  }

  private func page<Item>(
    _ page: () throws(StoreError) -> Page<Item>
  ) throws(Problem) -> Page<Item> {
    do throws(StoreError) { return try page() } catch { throw Problem(error, id: "") }
  }

  /// Answers a page of a list.
  ///
  /// - Parameters:
  ///   - call: what is answered.
  ///   - page: what was found.
  ///   - path: the path of the list.
  ///   - unit: the unit of the places in the items, where the list says it for all of them.
  ///   - write: writes items, as many as there is room for, and tells how many.
  ///   - next: the cursor behind an item.
  /// - Returns: the answer.
  private func answer<Item>(
    _ call: Call, _ page: Page<Item>, _ path: String, unit: OffsetUnit = .utf8,
    _ write: (inout JSONWriter, [Item]) -> Int, next: (Item) -> String
  ) -> HTTPResponse {
    var cursor: String?
    let content = representer.json.encode(isPretty: call.form.isPretty) { json in
      json.beginObject()
      json.name("items")
      let count = write(&json, page.items)
      json.member("total", page.total)
      if count > 0, page.hasMore || count < page.items.count {
        cursor = next(page.items[count - 1])
      }
      json.member("next", cursor)
      json.member(unit: unit)
      json.endObject()
    }
    let link = cursor.map { call.request.target.link(path, to: ("cursor", $0)) }
    return answer(call, content: content, link: link)
  }
}

extension JSONWriter {
  /// Points of many articles, with their places in a unit. The points of one article stand together,
  /// so its text is gone through once.
  ///
  /// - Returns: the number of points that were written.
  fileprivate mutating func write(
    _ points: [LocatedPoint], upTo limit: Int, _ form: RepresentationForm
  ) -> Int {
    var current: (article: StoredArticle, places: TextOffsets)?
    return array(points, upTo: limit) { json, located in
      let article = located.article
      let places: TextOffsets
      if let known = current, known.article === article {
        places = known.places
      } else {
        places = TextOffsets(article.article.text, in: form.offsets)
        current = (article, places)
      }
      json.select(form.fields)
      located.point.write(to: &json, at: places, of: article)
    }
  }
}
