import ArticleParsing
import ArticleStore
import Dispatch
import Testing

struct `Many threads at once` {
  @Test func `leave counts, lists and look-ups in agreement`() throws {
    let store = SynchronousStore()
    DispatchQueue.concurrentPerform(iterations: 8) { thread in
      for round in 0..<50 {
        let id = "article-\((thread * 7 + round * 3) % 20)"
        let points = [PointKind.pro: round % 4, .con: (round + thread) % 3]
        switch (thread + round) % 4 {
        case 0: _ = try? store.delete(id)
        case 1: _ = try? store.add(submission("text \(round)", points: points))
        default: _ = try? store.put(id, submission("\(thread) \(round)", points: points))
        }
        guard let page = try? store.articles(limit: 1_000),
          let pros = try? store.points(.pro, limit: 1_000)
        else {
          Issue.record("a query failed")
          return
        }
        #expect(page.items.count == page.total)
        #expect(pros.items.count == pros.total)
        #expect(page.items.map(\.sequence) == page.items.map(\.sequence).sorted())
      }
    }
    let articles = try store.articles(limit: 1_000).items
    #expect(!articles.isEmpty)
    for article in articles { #expect(try store.article(article.id.text) === article) }
    for kind in [PointKind.pro, .con] {
      let total = articles.reduce(0) { $0 + $1.article[kind].count }
      #expect(try store.points(kind).total == total)
    }
    for article in articles { try store.delete(article.id.text) }
    #expect(try store.articles().total == 0)
    #expect(try store.points(.pro).total == 0)
  }

  @Test func `creating one id create it once`() throws {
    let store = SynchronousStore()
    let created = Counter()
    DispatchQueue.concurrentPerform(iterations: 16) { thread in
      let createOnly = WritePrecondition(ifNoneMatch: .any)
      if (try? store.put("one", submission("\(thread)"), if: createOnly)) != nil { created.add() }
    }
    #expect(created.value == 1)
  }
}
