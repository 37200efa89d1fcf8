import ArticleParsing
import ArticleStore
import Formats
import HTTPCore
import HTTPServer
import JSON

// Lists in pages: of articles, and of points across articles. They have no entity tag. What is asked
// for is read on the event loop; finding and encoding it is a worker's. A long page is made while it is
// sent.

extension ArticleService {
  static let listArticles: Route.Handler = { service, call throws(Problem) in
    let view = try call.request.target.view()
    let list = try ArticleListRequest(call.request.target)
    if call.form.format == .ndjson { return .now(try service.export(list, as: view, call)) }
    let position = try list.page.position(in: list.identity)
    let query = ArticleQuery(
      list.filter, in: list.ordering, after: position, limit: list.page.limit)
    return try service.work(for: call) {
      service.reader.articles(query) { found in
        service.reply(to: call, with: found) { page throws(Problem) in
          let next = page.next { article in
            Cursor(place: article.place(by: list.ordering.sort)).token(of: list.identity)
          }
          let items = (page.items, page.total)
          return try service.answer(call, items, next: next, "/v1/articles") { article in
            view.makingSize(article, call.form)
          } _: { json, article, _ in
            view.write(article, to: &json, call.form)
          }
        }
      }
      return nil
    }
  }

  /// Lists the points of one kind across all articles, at a path.
  static func listPoints(_ kind: PointKind, _ path: String) -> Route.Handler {
    { service, call throws(Problem) in
      let list = try PointListRequest(call.request.target, path)
      let position = try list.page.position(in: list.identity)
      let query = PointQuery(of: kind, list.filter, after: position, limit: list.page.limit)
      return try service.work(for: call) {
        service.reader.points(query) { found in
          service.reply(to: call, with: found) { page throws(Problem) in
            let next = page.next { $0.cursor.token(of: list.identity) }
            let items = (page.items, page.total)
            return try service.answer(
              call, items, next: next, path, unit: call.form.offsets
            ) { located in
              located.point.makingSize
            } _: { json, located, memo in
              let places = memo.places(in: located.article, call.form.offsets)
              json.select(call.form.fields)
              json.object { LocatedPoint.describe(located, at: places, to: &$0) }
            }
          }
        }
        return nil
      }
    }
  }

  /// Answers a page of a list.
  ///
  /// - Parameters:
  ///   - call: what is answered.
  ///   - items: the items of the page, and how many the list has in all.
  ///   - next: the cursor of the next page, where there is one.
  ///   - path: the path of the list.
  ///   - unit: the unit of the places in the items, where the list says it for all of them.
  ///   - size: about the most bytes that writing an item takes.
  ///   - write: writes an item.
  /// - Returns: the answer, whole or in pieces.
  /// - Throws: ``Problem/tooMuchMemory(needed:available:)``.
  func answer<Item: ListItem>(
    _ call: Call, _ items: ([Item], total: Int), next: String?, _ path: String,
    unit: OffsetUnit = .utf8, size: @escaping @Sendable (Item) -> Int,
    _ write: @escaping @Sendable (inout JSONWriter, Item, inout PlaceMemo) -> Void
  ) throws(Problem) -> HTTPResponse {
    let link = next.map { call.request.target.link(path, to: ("cursor", $0)) }
    let content = ListWriter<Item>.Content(
      items: items.0, total: items.total, next: next, unit: unit, size: size, write: write)
    return try answer(call, content, link: link)
  }
}

extension Page {
  /// The cursor of the next page, which follows the last item; `nil` where there is none.
  fileprivate func next(_ cursor: (Item) -> String) -> String? {
    hasMore ? items.last.map(cursor) : nil
  }
}
