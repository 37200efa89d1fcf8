import ArticleParsing
import ArticleStore
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
      hit.write(to: &json, search.query, search.kinds, in: call.form.offsets)
    }
  }
}

extension SearchHit {
  /// The article, why it was found, and the points in which it was.
  fileprivate func write(
    to json: inout JSONWriter, _ query: SearchQuery, _ kinds: Set<PointKind>, in unit: OffsetUnit
  ) {
    let text = article.article.text
    let places = TextOffsets(text, in: unit)
    let snippet = Snippet(of: text.utf8, for: query)
    json.object { json in
      json.name("article")
      json.object { json in
        json.member("id", article.id.text)
        json.member("title", article.title)
        json.member("language", article.article.language)
      }
      json.name("score")
      json.number(score)
      json.name("snippet")
      json.string(utf8: snippet.html[...])
      json.name("source")
      snippet.source.write(to: &json, at: places)
      json.name("points")
      json.array(points(with: query, kinds: kinds)) { json, found in
        json.object { json in
          json.member("kind", found.kind.rawValue)
          found.point.writeMembers(to: &json, at: places)
          let snippet = Snippet(of: Array(found.point.searchedText.utf8), for: query)
          json.name("snippet")
          json.string(utf8: snippet.html[...])
        }
      }
    }
  }
}
