import ArticleParsing
import ArticleStore
import Formats
import HTTPCore
import HTTPServer
import JSON
import Operations

// Ranked search across articles. The index is asked on the store's queue for it; what is shown of
// the hits, snippets and points, is made by a worker. A search has no entity tag.

extension ArticleService {
  static let search: Route.Handler = { service, call throws(Problem) in
    let search = try call.parameters(SearchRequest.init)
    service.operations.search(search) { found in
      let isTaken = service.workers.submit {
        guard call.isAwaited else { return }
        service.reply(to: call, with: found) { page throws(Problem) in
          try service.answer(call, page, SearchRequest.path, unit: call.form.offsets) {
            $0.makingSize(call.form)
          } _: { json, hit, _ in
            let found = FoundArticle(hit, by: search.query.query, kinds: search.query.kinds)
            json.object { FoundArticle.describe(found, in: call.form.offsets, to: &$0) }
          }
        }
      }
      if !isTaken { call.reply(Problem.busy.response) }
    }
    return .later
  }
}
