@testable import ArticleService
@testable import ArticleStore
import HTTPCore
import Testing

struct `Asking for a list` {
  let harness = Harness()

  init() throws {
    for (id, text) in [
      ("a", "Tram lines\n\nPros:\n- Noise: falls everywhere\n- Cost: it falls\n"),
      ("b", "Bus lines\n\nPros:\n- Noise: grows\n\nCons:\n- It is slow & dear\n"),
      ("c", "Zürich’s tram\n\nCons:\n- Noise in the night\n"),
    ] {
      let day = id == "b" ? "" : "&publishedAt=2025-01-0\(id == "a" ? 2 : 1)"
      let response = try harness.put("/v1/articles/\(id)?tags=t-\(id),all\(day)", text)
      #expect(response.status == 201)
    }
  }

  private func ids(_ target: String) throws -> [String] {
    let response = try harness.get(target)
    #expect(response.status == 200, "\(target): \(response.text)")
    return response.json["items"].items.compactMap {
      let article = $0.article.id.string.map { "\($0) " } ?? ""
      return article + ($0.id.string ?? "")
    }
  }

  @Test(arguments: [
    ("q=tram", ["a", "c"]), ("q=noise+-zurich", ["a", "b"]), ("q=%22bus+lines%22", ["b"]),
    ("q=zur*", ["c"]), ("q=-tram", []), ("tag=ALL", ["a", "b", "c"]), ("tag=t-b", ["b"]),
    ("has=pros,cons", ["b"]), ("has=pros", ["a", "b"]), ("has=outlook", []),
    ("language=de", []), ("sort=title", ["b", "a", "c"]),
    ("sort=-title", ["c", "a", "b"]), ("sort=publishedAt", ["c", "a", "b"]),
    ("sort=-publishedAt", ["a", "c", "b"]), ("sort=-createdAt", ["c", "b", "a"]),
    ("sort=-updatedAt&has=pros&q=lines&tag=all", ["b", "a"]), ("actor=nobody", []),
    ("sort=title&q=noise&has=cons", ["b", "c"]),
  ])
  func `filters and sorts articles`(query: String, expected: [String]) throws {
    #expect(try ids("/v1/articles?\(query)") == expected)
    #expect(try harness.get("/v1/articles?\(query)").json.total.int == expected.count)
  }

  @Test(arguments: ["language=EN", "actor=SOMEONE", "actor=someone&language=en&has=callToAction"])
  func `filters by what was found in the articles`(query: String) throws {
    try harness.store("s", SampleArticle.submission())
    #expect(try ids("/v1/articles?\(query)") == ["s"])
    #expect(try ids("/v1/objectives?actor=someone&label=recognition") == ["s objective-1"])
    #expect(try ids("/v1/pros?subject=talks") == ["s pro-1"])
  }

  @Test(arguments: [
    ("/v1/pros?q=falls", ["a pro-1", "a pro-2"]), ("/v1/pros?q=noise+-grows", ["a pro-1"]),
    ("/v1/pros?label=NOISE", ["a pro-1", "b pro-1"]), ("/v1/pros?q=it+noise", []),
    ("/v1/pros?article=a&label=cost", ["a pro-2"]), ("/v1/pros?article=nobody", []),
    ("/v1/cons?q=noise", ["c con-1"]), ("/v1/pros?subject=x", []), ("/v1/pros?q=bus", []),
  ])
  func `filters points`(target: String, expected: [String]) throws {
    #expect(try ids(target) == expected)
    #expect(try harness.get(target).json.total.int == expected.count)
  }

  @Test func `finds the point that has a word which another of its article excludes`() throws {
    // The article has the excluded word, in another of its pros.
    #expect(try ids("/v1/pros?q=falls+-everywhere") == ["a pro-2"])
  }

  @Test func `is repeated by the link to the next page, to the letter`() throws {
    let query =
      "q=%22lines%22%20-%26+%2B%3D%C3%A9*&has=pros%2Ccons&limit=1&pretty&fields=id%2Ctitle"
      + "&sort=-title&view=full&offsets=utf16"
    try harness.store("d", SampleArticle.submission("lines é", pros: 1, cons: 1))
    try harness.store("e", SampleArticle.submission("lines é", pros: 1, cons: 1))
    let first = try harness.get("/v1/articles?\(query)")
    #expect(first.json.total.int == 2)
    let link = try #require(first["Link"])
    let target = String(link.dropFirst().prefix { $0 != ">" })
    #expect(target.utf8.allSatisfy { 0x21...0x7E ~= $0 && $0 != UInt8(ascii: "\"") })
    let asked = try RequestTarget(parsing: Array("/v1/articles?\(query)".utf8)[...], method: .get)
    let linked = try RequestTarget(parsing: Array(target.utf8)[...], method: .get)
    #expect(linked.query.dropLast() == asked.query[...])
    #expect(linked.query.last?.name == "cursor")
    let second = try harness.get(target)
    #expect(second["Link"] == nil)
    #expect(second.text.hasPrefix("{\n"))
    #expect(second.json["items"][0].names == ["id", "title"])
    #expect(second.json["items"][0].id.string == "d")
  }

  @Test(arguments: [
    "/v1/articles?limit=1", "/v1/articles?limit=1&sort=title", "/v1/articles?limit=1&sort=-title",
    "/v1/articles?limit=1&q=tram", "/v1/articles?limit=1&q=noise", "/v1/articles?limit=1&tag=all",
    "/v1/articles?limit=1&sort=updatedAt", "/v1/pros?limit=1", "/v1/pros?limit=1&q=noise",
    "/v1/pros?limit=1&label=noise", "/v1/cons?limit=1", "/v1/pros?limit=1&article=a",
  ])
  func `with the cursor of another list is refused`(target: String) throws {
    let others = [
      "/v1/articles?limit=1", "/v1/articles?limit=1&sort=title", "/v1/pros?limit=1",
      "/v1/pros?limit=1&q=noise", "/v1/cons?limit=1", "/v1/articles?limit=1&q=noise",
    ]
    let cursor = try #require(try harness.get(target).json.next.string)
    #expect(try harness.get("\(target)&cursor=\(cursor)").status == 200)
    // What decides neither what is in the list nor its order may change on the way.
    #expect(try harness.get("\(target)&cursor=\(cursor)&pretty&fields=id").status == 200)
    for other in others where other != target {
      let response = try harness.get("\(other)&cursor=\(cursor)")
      expectProblem(response, 400, "invalid-parameters")
      #expect(response.json.errors[0].code.string == "invalid-cursor")
      #expect(response.json.errors[0].parameter.string == "cursor")
    }
  }

  @Test func `takes every cut of a cursor for none, or for a place`() throws {
    let cursor = try #require(try harness.get("/v1/articles?limit=1&sort=title").json.next.string)
    for count in 0..<cursor.count {
      let status = try harness.get("/v1/articles?sort=title&cursor=\(cursor.prefix(count))").status
      #expect(status == 400 || status == 200)
    }
    let mark = cursor.prefix { $0 != "." }
    for rest in [
      "", ".", "..", "...", ".1.1.2.g0", ".1.1.2.abc", ".1.1.2.3.4", ".1.1.-2", ".1.1", ".x_.1.1",
      ".1.x_.1", ".1..1.00",
    ] {
      let response = try harness.get("/v1/articles?sort=title&cursor=\(mark)\(rest)")
      expectProblem(response, 400, "invalid-parameters")
    }
    let long = String(repeating: "61", count: 65)
    #expect(try harness.get("/v1/articles?sort=title&cursor=\(mark).1.1.1.\(long)").status == 400)
    #expect(try harness.get("/v1/articles?sort=title&cursor=\(mark).1.1.1.6161").status == 200)
  }

  @Test func `has queries of any text, in which control characters part words`() throws {
    for byte in UInt8(0)...0x20 {
      let digits = String(byte, radix: 16)
      let code = "%" + (digits.count == 1 ? "0" : "") + digits
      #expect(try ids("/v1/articles?q=tram\(code)noise") == ["a", "c"], "\(code)")
      #expect(try ids("/v1/pros?q=noise\(code)falls") == ["a pro-1"], "\(code)")
      #expect(try ids("/v1/pros?label=\(code)noise") == ["a pro-1", "b pro-1"], "\(code)")
      #expect(try ids("/v1/search?q=%22bus\(code)lines%22") == ["b "], "\(code)")
      for target in ["/v1/pros?subject", "/v1/articles?actor", "/v1/articles?language"] {
        #expect(try ids("\(target)=x\(code)y") == [], "\(target) \(code)")
      }
    }
    #expect(try ids("/v1/articles?tag=t-b%0A") == ["b"])
    // What is no white space is a mark, as a hyphen is: it makes a phrase of what it stands in.
    for mark in ["%7F", "%C2%85"] {
      #expect(try ids("/v1/search?q=bus\(mark)lines") == ["b "], "\(mark)")
      #expect(try ids("/v1/articles?q=lines\(mark)bus") == [], "\(mark)")
    }
  }

  @Test(arguments: ["%0A", "+%09", "%00"])
  func `has no query of white space alone`(value: String) throws {
    for target in ["/v1/search", "/v1/articles", "/v1/pros"] {
      let response = try harness.get("\(target)?q=\(value)")
      expectProblem(response, 400, "invalid-parameters")
      #expect(response.json.errors[0].parameter.string == "q")
    }
  }

  @Test func `is told of everything that is wrong with it at once`() throws {
    let response = try harness.get("/v1/articles?q=&sort=x&has=y&limit=0&tag=+&actor=&language=")
    expectProblem(response, 400, "invalid-parameters")
    #expect(
      response.json.errors.items.compactMap(\.parameter.string)
        == ["q", "actor", "language", "tag", "has", "sort", "limit"])
  }

  @Test func `is carried out by a worker, and refused when the line is full`() throws {
    #expect(!(try harness.get("/v1/articles").isImmediate))
    let gate = Awaited<Void>()
    let blocked = Harness(workers: WorkQueueFixture.blocked(by: gate))
    let response = try blocked.get("/v1/pros")
    gate.set(())
    expectProblem(response, 503, "busy")
    #expect(response["Retry-After"] == "1")
  }
}

struct `The change feed` {
  let harness = Harness()

  @Test func `tells what happened, in order`() throws {
    #expect(try harness.get("/v1/changes").json["items"].items.isEmpty)
    _ = try harness.put("/v1/articles/a", "One")
    harness.clock.advance(by: 1_000)
    _ = try harness.put("/v1/articles/a", "Two")
    _ = try harness.send(.delete, "/v1/articles/a")
    let response = try harness.get("/v1/changes?pretty=0")
    let items = response.json["items"]
    #expect(items.items.map(\.kind.string) == ["created", "replaced", "deleted"])
    #expect(items.items.map(\.sequence.int) == [1, 2, 3])
    #expect(items.items.map(\.article.string) == ["a", "a", "a"])
    #expect(items.items.map(\.revision.int) == [1, 2, 2])
    #expect(items[0]["at"].string == "2025-08-09T17:03:00.000Z")
    #expect(response.json.last.int == 3)
    #expect(response["Link"] == nil)
    #expect(response["ETag"] == nil)
  }

  @Test func `is followed by its links, from any place`() throws {
    for number in 0..<7 { try harness.store("a\(number)", SampleArticle.submission("x", pros: 1)) }
    let epoch = try #require(try harness.get("/v1/changes").json.epoch.string)
    var target: String? = "/v1/changes?limit=2&after=1&epoch=\(epoch)&fields=sequence"
    var pages: [[Int?]] = []
    while let next = target {
      let page = try harness.get(next)
      pages.append(page.json["items"].items.map(\.sequence.int))
      #expect(page.json.last.int == 7)
      #expect(page.json["items"][0].names == ["sequence"])
      target = page["Link"].map { String($0.dropFirst().prefix { $0 != ">" }) }
    }
    #expect(pages == [[2, 3], [4, 5], [6, 7]])
    #expect(try harness.get("/v1/changes?after=7").json["items"].items.isEmpty)
  }

  @Test(arguments: ["epoch=another", "after=3", "after=18446744073709551615"])
  func `is gone for those of another store`(query: String) throws {
    _ = try harness.put("/v1/articles/a", "One")
    expectProblem(try harness.get("/v1/changes?\(query)"), 410, "changes-gone")
  }

  @Test(arguments: [
    ("after=-1", "after"), ("after=", "after"), ("after=18446744073709551616", "after"),
    ("limit=0", "limit"), ("limit=1001", "limit"), ("epoch=", "epoch"), ("fields=id", "fields"),
    ("cursor=1", "cursor"),
  ])
  func `names the parameter that is wrong`(query: String, parameter: String) throws {
    let response = try harness.get("/v1/changes?\(query)")
    expectProblem(response, 400, "invalid-parameters")
    #expect(response.json.errors[0].parameter.string == parameter)
  }
}
