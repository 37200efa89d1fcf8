import ArticleParsing
import ArticleStore
import Formats
import HTTPCore
import HTTPServer
import JSON
import Operations

// Lists in pages: of articles, and of points across articles. They have no entity tag. What is asked
// for is read on the event loop; finding and encoding it is a worker's. A long page is made while it is
// sent.

extension ArticleService {
  static let listArticles: Route.Handler = { service, call throws(Problem) in
    let view = try call.request.target.view()
    let list = try call.parameters(ArticleListRequest.init)
    if call.form.format == .ndjson { return .now(service.export(list, as: view, call)) }
    return try service.work(for: call) {
      service.operations.find(list) { found in
        service.reply(to: call, with: found) { page throws(Problem) in
          try service.answer(call, page, "/v1/articles") { article in
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
      let list = try call.parameters { parameters throws(OperationError) in
        try PointListRequest(of: kind, path, parameters)
      }
      return try service.work(for: call) {
        service.operations.points(list) { found in
          service.reply(to: call, with: found) { page throws(Problem) in
            try service.answer(call, page, path, unit: call.form.offsets) { located in
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
  ///   - page: the page.
  ///   - path: the path of the list.
  ///   - unit: the unit of the places in the items, where the list says it for all of them.
  ///   - size: about the most bytes that writing an item takes.
  ///   - write: writes an item.
  /// - Returns: the answer, whole or in pieces.
  /// - Throws: ``Problem/tooMuchMemory(needed:available:)``.
  func answer<Item: ListItem>(
    _ call: Call, _ page: ListPage<Item>, _ path: String,
    unit: OffsetUnit = .utf8, size: @escaping @Sendable (Item) -> Int,
    _ write: @escaping @Sendable (inout JSONWriter, Item, inout PlaceMemo) -> Void
  ) throws(Problem) -> HTTPResponse {
    let link = page.next.map { call.request.target.link(path, to: ("cursor", $0)) }
    let content = ListWriter<Item>.Content(
      items: page.items, total: page.total, next: page.next, unit: unit, size: size, write: write)
    return try answer(call, content, link: link)
  }
}
