@testable import ArticleService
import ArticleParsing
import ArticleStore
import ContentCoding
import HTTPCore
import Testing

struct `Reading parts of an article` {
  let harness = Harness()

  init() throws { try harness.store("x", SampleArticle.submission()) }

  @Test(arguments: [
    ("objectives", 1), ("non-goals", 0), ("pros", 2), ("cons", 0), ("neutral", 0),
    ("takeaways", 0), ("sections", 2), ("diagnostics", 1),
  ])
  func `a list has its items and their number`(part: String, count: Int) throws {
    let response = try harness.get("/v1/articles/x/\(part)")
    #expect(response.status == 200)
    #expect(response["Content-Type"] == "application/json")
    #expect(response.json.names == ["items", "total"])
    #expect(response.json["items"].items.count == count)
    #expect(response.json.total.int == count)
  }

  @Test func `the items are those of the article`() throws {
    let article = try harness.get("/v1/articles/x").json
    #expect(try harness.get("/v1/articles/x/pros").json["items"] == article.pros)
    #expect(try harness.get("/v1/articles/x/outlook").json == article.outlook)
    #expect(try harness.get("/v1/articles/x/call-to-action").json == article.callToAction)
    #expect(try harness.get("/v1/articles/x/diagnostics").json["items"] == article.diagnostics)
  }

  @Test func `the sections have their paragraphs`() throws {
    let sections = try harness.get("/v1/articles/x/sections").json["items"]
    #expect(sections[0].paragraphs.items.map(\.string) == ["A seat at the table…"])
    #expect(sections[1].paragraphs == .array([]))
  }

  @Test(arguments: ["outlook", "call-to-action"])
  func `what the document does not have is no such part`(part: String) throws {
    try harness.store("bare", SampleArticle.submission("bare", pros: 0))
    let response = try harness.get("/v1/articles/bare/\(part)")
    expectProblem(response, 404, "no-such-part")
    #expect(response.json.detail.string?.contains(part) == true)
  }

  @Test(arguments: ArticlePart.allCases)
  func `of an article that is not there is no such article`(part: ArticlePart) throws {
    let path = part.segment.map { "/v1/articles/y/\($0)" } ?? "/v1/articles/y"
    let response = try harness.get(path)
    expectProblem(response, 404, "no-such-article")
    #expect(response.json.detail.string?.contains("y") == true)
  }

  @Test func `the source is what was submitted, byte for byte`() throws {
    let bytes: [UInt8] = [0xEF, 0xBB, 0xBF] + Array("Title\r\n\r\né".utf8)
    let type = ["Content-Type": "text/plain; charset=UTF-8"]
    _ = try harness.send(.put, "/v1/articles/bom", type, content: bytes)
    let source = try harness.get("/v1/articles/bom/source")
    #expect(source.content == bytes)
    #expect(source["Content-Type"] == "text/plain; charset=utf-8")
    #expect(source["X-Content-Type-Options"] == "nosniff")
    let text = try harness.get("/v1/articles/bom/text")
    #expect(text.text == "Title\r\n\r\né")
    #expect(text["Content-Type"] == "text/plain; charset=utf-8")
  }

  @Test func `the source keeps its charset`() throws {
    let type = ["Content-Type": "text/plain; charset=us-ascii"]
    _ = try harness.send(.put, "/v1/articles/a", type, content: Array("Title".utf8))
    #expect(
      try harness.get("/v1/articles/a/source")["Content-Type"] == "text/plain; charset=us-ascii")
  }
}

struct `Entity tags` {
  let harness = Harness()

  init() throws { try harness.store("x", SampleArticle.submission()) }

  @Test(arguments: ArticlePart.allCases)
  func `spare a client what it has`(part: ArticlePart) throws {
    let path = part.segment.map { "/v1/articles/x/\($0)" } ?? "/v1/articles/x"
    let response = try harness.get(path)
    let tag = try #require(response["ETag"])
    #expect(tag.hasPrefix("\"1."))
    #expect(tag.hasSuffix("-plain\""))
    for value in [tag, "W/\(tag)", "*", "\"other\", \(tag)"] {
      let again = try harness.get(path, ["If-None-Match": value])
      #expect(again.status == 304, "\(value)")
      #expect(again.content.isEmpty)
      #expect(again["ETag"] == tag)
      #expect(again["Vary"] == response["Vary"])
      #expect(again["Cache-Control"] == response["Cache-Control"])
      #expect(again["Content-Type"] == nil)
    }
    #expect(try harness.get(path, ["If-None-Match": "\"other\""]).status == 200)
  }

  @Test func `differ between forms`() throws {
    let tags = [
      try harness.get("/v1/articles/x")["ETag"], try harness.get("/v1/articles/x?pretty")["ETag"],
      try harness.get("/v1/articles/x", ["Accept-Encoding": "gzip"])["ETag"],
      try harness.get("/v1/articles/x?pretty", ["Accept-Encoding": "gzip"])["ETag"],
    ]
    #expect(Set(tags).count == 4)
    #expect(!tags.contains(nil))
  }

  @Test func `change when the article does`() throws {
    let tag = try #require(try harness.get("/v1/articles/x")["ETag"])
    try harness.store("x", SampleArticle.submission("other", pros: 1))
    let response = try harness.get("/v1/articles/x", ["If-None-Match": tag])
    #expect(response.status == 200)
    #expect(response["ETag"] != tag)
    #expect(response.json.title.string == "other")
  }

  @Test(arguments: ["/v1/articles", "/v1/pros", "/", "/livez"])
  func `are not for lists`(target: String) throws {
    #expect(try harness.get(target)["ETag"] == nil)
  }
}

struct `Preconditions of reading` {
  let harness = Harness()
  /// When the article was written: the harness's clock stands there.
  private static let written = "Sat, 09 Aug 2025 17:03:00 GMT"
  private static let before = "Sat, 09 Aug 2025 17:02:59 GMT"

  init() throws { try harness.store("x", SampleArticle.submission()) }

  private func status(_ fields: [String: String]) throws -> Int {
    try harness.get("/v1/articles/x", fields).status
  }

  @Test(arguments: ["/v1/articles/x", "/v1/articles/x/pros", "/v1/articles/x/source"])
  func `an article and its parts say when they were written`(path: String) throws {
    #expect(try harness.get(path)["Last-Modified"] == Self.written)
    let known = try harness.get(path, ["If-Modified-Since": Self.written])
    #expect(known.status == 304)
    #expect(known["Last-Modified"] == Self.written)
    #expect(try harness.send(.head, path, ["If-Modified-Since": Self.written]).status == 304)
  }

  @Test(arguments: [
    (written, 304), ("Saturday, 09-Aug-25 17:03:00 GMT", 304), ("Sat Aug  9 17:03:00 2025", 304),
    ("Sun, 10 Aug 2025 00:00:00 GMT", 304), (before, 200), ("yesterday", 200), ("", 200),
  ])
  func `If-Modified-Since spares a client what is no newer`(date: String, status: Int) throws {
    #expect(try self.status(["If-Modified-Since": date]) == status)
  }

  @Test func `a later write is newer`() throws {
    harness.clock.advance(by: 1_000)
    try harness.store("x", SampleArticle.submission("other", pros: 1))
    #expect(try status(["If-Modified-Since": Self.written]) == 200)
  }

  @Test func `writes that crowd do not carry the date ahead of the clock`() throws {
    for number in 0..<2_000 {
      try harness.store("x", SampleArticle.submission("\(number)", pros: 1))
    }
    #expect(try harness.get("/v1/articles/x")["Last-Modified"] == Self.written)
  }

  @Test func `tags go before dates`() throws {
    let tag = try #require(try harness.get("/v1/articles/x")["ETag"])
    #expect(try status(["If-None-Match": "\"other\"", "If-Modified-Since": Self.written]) == 200)
    #expect(try status(["If-None-Match": tag, "If-Modified-Since": Self.before]) == 304)
    #expect(try status(["If-Match": tag, "If-Unmodified-Since": Self.before]) == 200)
  }

  @Test func `If-Match wants what the client has seen`() throws {
    let tag = try #require(try harness.get("/v1/articles/x")["ETag"])
    #expect(try status(["If-Match": tag]) == 200)
    #expect(try status(["If-Match": "*"]) == 200)
    // What must be matched goes before what need not be sent again.
    #expect(try status(["If-Match": tag, "If-None-Match": tag]) == 304)
    for value in ["\"other\"", "W/\(tag)", "nonsense"] {
      expectProblem(
        try harness.get("/v1/articles/x", ["If-Match": value, "If-None-Match": tag]), 412,
        "precondition-failed")
    }
  }

  @Test func `If-Unmodified-Since wants what is no newer`() throws {
    #expect(try status(["If-Unmodified-Since": Self.written]) == 200)
    #expect(try status(["If-Unmodified-Since": Self.before]) == 412)
    #expect(try status(["If-Unmodified-Since": "yesterday"]) == 200)
  }
}

struct `Compressed answers` {
  let harness = Harness()

  init() throws { try harness.store("x", SampleArticle.submission()) }

  @Test(arguments: ["gzip", "x-gzip", "*", "br, gzip;q=0.5", "gzip;q=1, identity;q=0.5"])
  func `are for those who take gzip`(accept: String) throws {
    let plain = try harness.get("/v1/articles/x")
    let response = try harness.get("/v1/articles/x", ["Accept-Encoding": accept])
    #expect(plain.content.count >= 1_024)
    #expect(response["Content-Encoding"] == "gzip")
    #expect(response["Vary"] == "Accept, Accept-Encoding")
    #expect(try Inflater.inflate(response.content, limit: 1 << 20) == plain.content)
  }

  @Test(arguments: ["", "identity", "br", "gzip;q=0", "gzip;q=0.5, identity", "identity;q=0"])
  func `are not for those who do not`(accept: String) throws {
    let response = try harness.get("/v1/articles/x", ["Accept-Encoding": accept])
    #expect(response["Content-Encoding"] == nil)
    #expect(response.json.id.string == "x")
  }

  @Test func `are not for what is short`() throws {
    let response = try harness.get("/v1/articles/x/cons", ["Accept-Encoding": "gzip"])
    #expect(response["Content-Encoding"] == nil)
    #expect(response["ETag"]?.hasSuffix("-plain\"") == true)
    #expect(response.text == #"{"items":[],"total":0}"#)
  }

  @Test func `are for lists and analyses too`() throws {
    let gzip = ["Accept-Encoding": "gzip"]
    for number in 0..<9 {
      try harness.store("y\(number)", SampleArticle.submission("y\(number)", pros: 3))
    }
    let list = try harness.get("/v1/articles", gzip)
    #expect(list["Content-Encoding"] == "gzip")
    #expect(try JSON(Inflater.inflate(list.content, limit: 1 << 20)).total.int == 10)
    let title = String(repeating: "t", count: 1_000)
    let analysis = try harness.post("/v1/analyze?title=\(title)", "x", gzip)
    #expect(analysis["Content-Encoding"] == "gzip")
  }

  @Test func `a problem is never compressed`() throws {
    let response = try harness.get(
      "/nowhere" + String(repeating: "x", count: 3_000), ["Accept-Encoding": "gzip"])
    #expect(response["Content-Encoding"] == nil)
    expectProblem(response, 404, "no-such-resource")
  }

  @Test func `are made once`() throws {
    let gzip = ["Accept-Encoding": "gzip"]
    let first = try harness.get("/v1/articles/x", gzip)
    let second = try harness.get("/v1/articles/x", gzip)
    #expect(first.content.count > 100)
    #expect(first.storage == second.storage)
  }
}

struct `Large articles` {
  @Test func `are encoded by a worker the first time and answered at once then`() throws {
    let harness = Harness()
    let text = String(repeating: "Some text of a large document.\n", count: 2_000)
    try harness.store("x", SampleArticle.submission(text, pros: 0))
    let gzip = ["Accept-Encoding": "gzip"]
    #expect(!(try harness.get("/v1/articles/x", gzip).isImmediate))
    #expect(try harness.get("/v1/articles/x", gzip).isImmediate)
  }

  @Test func `are not encoded when there is too much to do, and are later`() throws {
    let gate = Awaited<Void>()
    let workers = WorkQueueFixture.blocked(by: gate)
    let harness = Harness(workers: workers)
    let text = String(repeating: "Some text of a large document.\n", count: 2_000)
    try harness.store("x", SampleArticle.submission(text, pros: 0))
    expectProblem(try harness.get("/v1/articles/x"), 503, "busy")
    gate.set(())
    // The worker is free some time after its work is done.
    var response = try harness.get("/v1/articles/x")
    while response.status == 503 { response = try harness.get("/v1/articles/x") }
    #expect(response.status == 200)
  }
}
