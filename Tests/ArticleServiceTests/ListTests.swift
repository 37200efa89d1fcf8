import ArticleService
import ArticleStore
import HTTPCore
import HTTPServer
import Testing

struct `Lists in pages` {
  let harness = Harness()

  /// Follows the links from a list to its end.
  private func pages(_ target: String, _ between: () throws -> Void = {}) throws -> [[JSON]] {
    var pages: [[JSON]] = []
    var next: String? = target
    while let target = next {
      let response = try harness.get(target)
      #expect(response.status == 200)
      pages.append(response.json["items"].items)
      let link = response["Link"]
      #expect((link == nil) == (response.json.next == .null))
      next = link.map { String($0.dropFirst().prefix { $0 != ">" }) }
      if let link {
        #expect(link.hasSuffix(">; rel=\"next\""))
        #expect(link.contains(try #require(response.json.next.string)))
      }
      try between()
    }
    return pages
  }

  @Test func `of articles hold summaries in order of creation`() throws {
    try harness.store("b", SampleArticle.submission())
    try harness.store("a", SampleArticle.submission("a", pros: 1))
    let response = try harness.get("/v1/articles")
    #expect(!response.isImmediate)
    #expect(response.json.total.int == 2)
    #expect(response.json["items"].items.map(\.id.string) == ["b", "a"])
    let first = """
      {"items":[{"id":"b","title":"Summit \\"2025\\"","language":"en","publishedAt":"2025-08-09",\
      "createdAt":"2025-08-09T17:03:00.000Z","updatedAt":"2025-08-09T17:03:00.000Z",\
      "revision":1,"counts":{"objectives":1,"nonGoals":0,"pros":2,"cons":0,"neutral":0,\
      "takeaways":0},"media":"text/plain","links":{"self":"/v1/articles/b",\
      "source":"/v1/articles/b/source"}},
      """
    #expect(response.text.hasPrefix(first))
  }

  @Test func `are followed by their links`() throws {
    for number in 0..<7 {
      try harness.store("x\(number)", SampleArticle.submission("x\(number)", pros: 2))
    }
    let articles = try pages("/v1/articles?limit=3&pretty")
    #expect(articles.map(\.count) == [3, 3, 1])
    #expect(articles.joined().map(\.id.string) == (0..<7).map { "x\($0)" })
    let pros = try pages("/v1/pros?limit=5&format=json&pretty=true")
    #expect(pros.map(\.count) == [5, 5, 4])
    #expect(
      pros.joined().map(\.text.string)
        == (0..<7).flatMap { ["x\($0) pro 1", "x\($0) pro 2"] })
  }

  @Test func `have fifty items unless asked`() throws {
    try harness.store("x", SampleArticle.submission("x", pros: 51))
    #expect(try harness.get("/v1/pros").json["items"].items.count == 50)
    #expect(try harness.get("/v1/pros").json.total.int == 51)
    #expect(try harness.get("/v1/pros?limit=1000").json["items"].items.count == 51)
  }

  @Test func `of points name the article of each`() throws {
    try harness.store("x", SampleArticle.submission())
    let item = try harness.get("/v1/objectives").json["items"][0]
    #expect(item.id.string == "objective-1")
    #expect(item.article.id.string == "x")
    #expect(item.article.title.string == "Summit \"2025\"")
    #expect(item.source.quote.string == "1. Recognition: A seat at the table…")
    var own = item
    if case .object(var members) = own {
      members["article"] = nil
      own = .object(members)
    }
    #expect(own == (try harness.get("/v1/articles/x/objectives").json["items"][0]))
  }

  @Test(arguments: ["objectives", "non-goals", "pros", "cons", "neutral", "takeaways"])
  func `of points are there for every kind`(kind: String) throws {
    #expect(try harness.get("/v1/\(kind)").text == #"{"items":[],"total":0}"#)
  }

  @Test func `stay in place while articles come and go`() throws {
    for number in 0..<6 {
      try harness.store("x\(number)", SampleArticle.submission("x\(number)", pros: 1))
    }
    var round = 0
    let pages = try pages("/v1/pros?limit=2") {
      // What was seen goes, and as much comes at the end.
      if round < 2 {
        _ = try harness.send(.delete, "/v1/articles/x\(2 * round)")
        _ = try harness.send(.delete, "/v1/articles/x\(2 * round + 1)")
        try harness.store("y\(round)", SampleArticle.submission("y\(round)", pros: 1))
      }
      round += 1
    }
    #expect(
      pages.joined().map(\.article.id.string) == ["x0", "x1", "x2", "x3", "x4", "x5", "y0", "y1"])
  }
}

struct `Many clients at once` {
  @Test func `see an article whole or not at all`() async throws {
    let harness = Harness(workers: WorkQueue(workers: 4, capacity: 10_000))
    try await withThrowingTaskGroup(of: Void.self) { group in
      for client in 0..<8 {
        group.addTask {
          for round in 0..<40 {
            let path = "/v1/articles/x\((client + round) % 5)"
            let text = "client \(client) round \(round)"
            switch (client + round) % 4 {
            case 0:
              let status = try harness.send(.delete, path).status
              #expect([204, 404].contains(status))
            case 1:
              let response = try harness.put(path, text)
              #expect([200, 201].contains(response.status))
              #expect(response.json.title.string == text)
            case 2:
              let response = try harness.get(path, ["Accept-Encoding": "gzip"])
              #expect([200, 404].contains(response.status))
              if response.status == 200 {
                #expect(response.json.id.string == String(path.dropFirst(13)))
              }
            default:
              let list = try harness.get("/v1/articles")
              #expect(list.json["items"].items.count == list.json.total.int)
            }
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(try harness.get("/v1/articles").json.total.int ?? 99 <= 5)
  }

  @Test func `asking for one large representation have it made once`() async throws {
    let harness = Harness(workers: WorkQueue(workers: 4, capacity: 10_000))
    let text = String(repeating: "Some text of a large document.\n", count: 5_000)
    try harness.store("x", SampleArticle.submission(text, pros: 0))
    let addresses = try await withThrowingTaskGroup(of: UInt.self) { group in
      for _ in 0..<16 {
        group.addTask {
          try harness.get("/v1/articles/x?pretty").storage
        }
      }
      return try await group.reduce(into: Set()) { $0.insert($1) }
    }
    #expect(addresses.count == 1)
  }
}
