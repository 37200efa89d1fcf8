import ArticleParsing
import ArticleService
import ArticleStore
import HTTPCore
import HTTPServer
import Testing

struct `Search` {
  let harness = Harness()

  private static let tram = """
    Rails on the Quay

    The council of Varnhavn votes on a single tram line in autumn.

    Pros:
    - Fewer cars: the tram would take 1,100 car trips a day off the quay.
    - Clean air: "no <diesel> & no smoke" in the old town.

    Cons:
    - Cost: the tram costs 80 million euros.
    - Dust: two years of it.
    """
  private static let bus = """
    More Buses

    A bus is cheaper than a tram.

    Pros:
    - Price: buses are cheap.

    Cons:
    - Noise: buses are loud on the quay.
    """
  private static let café = """
    東京都のデータ

    Le café près du port, où l’Été est long. 東京都は新しいデータを公開した。
    """

  /// A service that holds the three.
  private func stocked() throws -> Harness {
    for (id, text) in [("tram", Self.tram), ("bus", Self.bus), ("cafe", Self.café)] {
      #expect(try harness.put("/v1/articles/\(id)", text).status == 201)
    }
    return harness
  }

  private func ids(_ response: Response) -> [String?] {
    response.json["items"].items.map(\.article.id.string)
  }

  @Test func `gives the best article first, with the points that say it`() throws {
    let harness = try stocked()
    let response = try harness.get("/v1/search?q=tram")
    #expect(response.status == 200)
    #expect(!response.isImmediate)
    #expect(response["Content-Type"] == "application/json")
    #expect(response["ETag"] == nil)
    #expect(ids(response) == ["tram", "bus"])
    #expect(response.json.total.int == 2)
    #expect(response.json.names == ["items", "total"])
    let first = response.json["items"][0]
    #expect(first.names == ["article", "score", "snippet", "source", "points"])
    #expect(first.article.names == ["id", "title", "language"])
    #expect(first.article.title.string == "Rails on the Quay")
    #expect(first.snippet.string?.contains("a single <mark>tram</mark> line") == true)
    #expect(first.points.items.map(\.id.string) == ["pro-1", "con-1"])
    let point = first.points[0]
    #expect(point.kind.string == "pro")
    #expect(
      point.snippet.string
        == "Fewer cars: the <mark>tram</mark> would take 1,100 car trips a day off the quay.")
    // Beside the kind and the snippet it is the point as the article has it.
    var own = point
    if case .object(var members) = own {
      members["kind"] = nil
      members["snippet"] = nil
      own = .object(members)
    }
    #expect(own == (try harness.get("/v1/articles/tram/pros").json["items"][0]))
    let scores = response.json["items"].items.map { item -> Double in
      if case .number(let score) = item.score { score } else { -1 }
    }
    #expect(scores == scores.sorted(by: >))
    #expect(response.json["items"][1].points == .array([]))
  }

  @Test(arguments: [
    ("tram%20quay", ["tram", "bus"]), ("%22tram%20line%22", ["tram"]), ("tra*", ["tram", "bus"]),
    ("tram%20-bus", ["tram"]), ("-bus%20tram%20quay", ["tram"]), ("CAF%C3%89", ["cafe"]),
    ("ete", ["cafe"]), ("%E6%9D%B1%E4%BA%AC", ["cafe"]), ("%E4%BA%AC", ["cafe"]),
    ("%EF%BE%83%EF%BE%9E%EF%BD%B0%EF%BE%80", ["cafe"]), ("1100", ["tram"]), ("diesel", ["tram"]),
    ("nothing", []), ("-tram", []), ("%22", []), ("*", []), ("%F0%9F%9A%8B", []),
    ("%22tram%20-%20li*%22", ["tram"]), ("tram%20OR%20NEAR(", []),
  ])
  func `takes any query`(query: String, found: [String]) throws {
    let harness = try stocked()
    let response = try harness.get("/v1/search?q=\(query)")
    #expect(response.status == 200)
    #expect(ids(response) == found)
    #expect(response.json.total.int == found.count)
  }

  @Test func `looks into points of some kinds alone`() throws {
    let harness = try stocked()
    #expect(ids(try harness.get("/v1/search?q=quay&kind=pro")) == ["tram"])
    #expect(ids(try harness.get("/v1/search?q=quay&kind=con")) == ["bus"])
    let both = try harness.get("/v1/search?q=quay&kind=pro,con")
    #expect(Set(ids(both)) == ["tram", "bus"])
    #expect(ids(try harness.get("/v1/search?q=varnhavn&kind=pro")) == [])
    let cons = try harness.get("/v1/search?q=tram%20costs&kind=con").json["items"][0]
    #expect(cons.points.items.map(\.id.string) == ["con-1"])
  }

  @Test func `shows at most five points, those with the most words first`() throws {
    let cons = (0..<8).map { "- Cost \($0): tram\($0 == 6 ? " dust" : "")." }
    _ = try harness.put("/v1/articles/x", "Trams\n\nCons:\n\(cons.joined(separator: "\n"))\n")
    let item = try harness.get("/v1/search?q=tram%20dust").json["items"][0]
    #expect(item.points.items.map(\.id.string) == ["con-7", "con-1", "con-2", "con-3", "con-4"])
  }

  @Test func `escapes what it shows, so that it may stand in a page`() throws {
    let harness = try stocked()
    let point = try harness.get("/v1/search?q=diesel").json["items"][0].points[0]
    #expect(
      point.snippet.string
        == "Clean air: &quot;no &lt;<mark>diesel</mark>&gt; &amp; no smoke&quot; in the old town.")
  }

  @Test(arguments: ["utf8", "utf16", "codepoint"])
  func `says where a snippet stands, in the unit asked for`(unit: String) throws {
    let harness = try stocked()
    let response = try harness.get("/v1/search?q=%E5%85%AC%E9%96%8B&offsets=\(unit)")
    let source = response.json["items"][0].source
    let text = try harness.get("/v1/articles/cafe/text").text
    let start = try #require(source.start.int)
    let end = try #require(source.end.int)
    let quote: String? =
      switch unit {
      case "utf16": String(decoding: Array(text.utf16)[start..<end], as: UTF16.self)
      case "codepoint":
        String(String.UnicodeScalarView(Array(text.unicodeScalars)[start..<end]))
      default: String(decoding: Array(text.utf8)[start..<end], as: UTF8.self)
      }
    #expect(source.quote.string == quote)
    #expect(quote?.contains("公開") == true)
    #expect(source.line.int == 1)
    #expect(response.json.offsets.string == (unit == "utf8" ? nil : unit))
  }

  @Test func `comes in pages, each article once`() throws {
    for number in 0..<23 {
      // Many have the same score: then the earliest is first.
      let text = "Tram \(number)\n\n" + String(repeating: "tram ", count: number % 3) + "line\n"
      _ = try harness.put("/v1/articles/x\(number)", text)
    }
    let all = ids(try harness.get("/v1/search?q=tram&limit=100"))
    #expect(Set(all).count == 23)
    var pages: [String?] = []
    var next: String? = "/v1/search?q=tram&limit=5&offsets=utf16&pretty"
    while let target = next {
      let response = try harness.get(target)
      #expect(response.json.total.int == 23)
      pages += ids(response)
      let link = response["Link"]
      #expect((link == nil) == (response.json.next == .null))
      next = link.map { String($0.dropFirst().prefix { $0 != ">" }) }
    }
    #expect(pages == all)
  }

  @Test func `comes in pages of a query of as many terms as there may be`() throws {
    let words = (0..<SearchQuery.mostTerms).map { "word\($0)" }
    for number in 0..<3 {
      _ = try harness.put(
        "/v1/articles/x\(number)", "T \(number)\n\n" + words.joined(separator: " "))
    }
    let query = "/v1/search?q=" + words.joined(separator: "%20")
    let first = try harness.get("\(query)&limit=1")
    let next = try #require(first.json.next.string)
    let second = try harness.get("\(query)&limit=2&cursor=\(next)")
    #expect(ids(first) + ids(second) == ids(try harness.get(query)))
    #expect(next.utf8.count < 300)
  }

  @Test func `follows what is written`() throws {
    let harness = try stocked()
    _ = try harness.put("/v1/articles/bus", "Ferries\n\nNo wheels at all.\n")
    #expect(ids(try harness.get("/v1/search?q=bus")) == [])
    #expect(ids(try harness.get("/v1/search?q=wheels")) == ["bus"])
    #expect(try harness.send(.delete, "/v1/articles/tram").status == 204)
    #expect(ids(try harness.get("/v1/search?q=tram")) == [])
  }

  @Test(arguments: [
    ("", "q", "missing-parameter"), ("q=", "q", "invalid-value"), ("q=%20", "q", "invalid-value"),
    ("q=a&kind=", "kind", "invalid-value"), ("q=a&kind=pros", "kind", "invalid-value"),
    ("q=a&kind=pro,,con", "kind", "invalid-value"), ("q=a&limit=0", "limit", "invalid-value"),
    ("q=a&limit=1001", "limit", "invalid-value"), ("q=a&limit=x", "limit", "invalid-value"),
    ("q=a&cursor=x", "cursor", "invalid-cursor"), ("q=a&cursor=", "cursor", "invalid-cursor"),
    ("q=a&offsets=x", "offsets", "invalid-value"), ("q=a&query=b", "query", "unknown-parameter"),
    ("q=a&q=b", "q", "repeated-parameter"), ("q=a&include=text", "include", "unknown-parameter"),
  ])
  func `names the parameter that is wrong`(query: String, name: String, code: String) throws {
    let response = try harness.get("/v1/search?\(query)")
    expectProblem(response, 400, "invalid-parameters")
    #expect(response.json.errors.items.map(\.parameter.string) == [name])
    #expect(response.json.errors[0].code.string == code)
  }

  @Test func `takes no cursor of another search`() throws {
    let harness = try stocked()
    let next = try #require(try harness.get("/v1/search?q=tram&limit=1").json.next.string)
    #expect(try harness.get("/v1/search?q=tram&limit=7&cursor=\(next)").status == 200)
    for other in ["q=quay", "q=tram&kind=pro", "q=tram%20quay"] {
      expectProblem(
        try harness.get("/v1/search?\(other)&cursor=\(next)"), 400, "invalid-parameters")
    }
    // Parts too few or too many, and numbers that nothing is ranked by.
    let parts = next.split(separator: ".").map(String.init)
    #expect(parts.count == 5)
    let nan = String(Float.nan.bitPattern, radix: 36)
    let below = String(Float(-1).bitPattern, radix: 36)
    for wrong in [
      parts.dropLast(), parts + ["1"], parts.dropLast(2) + [nan, parts[4]],
      parts.dropLast() + [below], parts.dropLast() + ["zzzzzzzz"], parts.dropLast() + [""],
    ] {
      let cursor = wrong.joined(separator: ".")
      expectProblem(
        try harness.get("/v1/search?q=tram&cursor=\(cursor)"), 400, "invalid-parameters")
    }
  }
}
