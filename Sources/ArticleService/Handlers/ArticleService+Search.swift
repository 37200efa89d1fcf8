import ArticleParsing
import ArticleStore
import Formats
import HTTPCore
import HTTPServer
import JSON

// Ranked search across articles. The index is asked on the store's queue for it; what is shown of
// the hits, snippets and points, is made by a worker. A search has no entity tag.

extension ArticleService {
  static let search: Route.Handler = { service, call throws(Problem) in
    let search = try SearchRequest(call.request.target)
    let query = RankedQuery(
      search.query, kinds: search.kinds, after: search.position, limit: search.page.limit)
    service.reader.search(query) { found in
      let isTaken = service.workers.submit {
        guard call.isAwaited else { return }
        service.reply(to: call, with: found) { page throws(Problem) in
          try service.answer(call, page, search)
        }
      }
      if !isTaken { call.reply(Problem.busy.response) }
    }
    return .later
  }

  private func answer(
    _ call: Call, _ page: SearchPage, _ search: SearchRequest
  ) throws(Problem) -> HTTPResponse {
    let next = page.next?.token(of: search.identity)
    let items = (page.hits, page.total)
    return try answer(call, items, next: next, SearchRequest.path, unit: call.form.offsets) {
      $0.makingSize(call.form)
    } _: { json, hit, _ in
      let found = FoundArticle(hit, by: search.query, kinds: search.kinds)
      json.object { FoundArticle.describe(found, in: call.form.offsets, to: &$0) }
    }
  }
}
