import ArticleParsing
import ArticleStore
import HTTPCore
import HTTPServer

// Ranked search across articles. The index is asked on the store's queue for it; what is shown of
// the hits, snippets and points, is made by a worker. A search has no entity tag.

extension ArticleService {
  static let search: Route.Handler = { service, call throws(Problem) in
    let search = try SearchRequest(call.request.target)
    service.store.search(
      search.query, kinds: search.kinds, after: search.position, limit: search.page.limit
    ) { result in
      let isTaken = service.workers.submit {
        switch result {
        case .failure(let error): call.reply(Problem(error, id: "").response)
        case .success(let page): call.reply(service.answer(call, page, search))
        }
      }
      if !isTaken { call.reply(Problem.busy.response) }
    }
    return .later
  }

  private func answer(_ call: Call, _ page: SearchPage, _ search: SearchRequest) -> HTTPResponse {
    var next: String?
    let content = representer.json.encode(isPretty: call.form.isPretty) { json in
      json.beginObject()
      json.name("items")
      let count = json.array(page.items, upTo: Self.pageSize) { json, hit in
        hit.write(to: &json, search.query, search.kinds, in: call.form.offsets)
      }
      json.member("total", page.total)
      if count > 0, page.hasMore || count < page.items.count {
        next = page.items[count - 1].position.token(of: search.identity)
      }
      json.member("next", next)
      json.member(unit: call.form.offsets)
      json.endObject()
    }
    let link = next.map { call.request.target.link(SearchRequest.path, to: ("cursor", $0)) }
    return answer(call, content: content, link: link)
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
