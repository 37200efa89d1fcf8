import ArticleParsing
import ArticleService
import ArticleStore
import Formats
import HTTPCore
import Operations
import Testing

struct `Storing an article` {
  let harness = Harness()

  @Test func `gives it a place and answers with it`() throws {
    let response = try harness.post("/v1/articles", "A title\n\nText.")
    #expect(response.status == 201)
    let id = try #require(response.json.id.string)
    #expect(response["Location"] == "/v1/articles/\(id)")
    #expect(response.json.revision.int == 1)
    #expect(response.json.createdAt.string == "2025-08-09T17:03:00.000Z")
    let found = try harness.get("/v1/articles/\(id)")
    #expect(found.content == response.content)
    #expect(found["ETag"] == response["ETag"])
    #expect(found.isImmediate)
  }

  @Test func `the same document again is the same article`() throws {
    let first = try harness.post("/v1/articles", "A title")
    harness.clock.advance(by: 1_000)
    let again = try harness.post("/v1/articles", "A title")
    #expect(again.status == 200)
    #expect(again.content == first.content)
    #expect(again["ETag"] == first["ETag"])
    #expect(again["Location"] == nil)
    #expect(again["Content-Location"] == first["Location"])
    #expect(again["Counterpoint-Ignored"] == nil)
    #expect(try harness.get("/v1/articles").json.total.int == 1)
  }

  @Test func `metadata sent again is said to be ignored`() throws {
    let first = try harness.post("/v1/articles?title=One", "A title")
    let again = try harness.post("/v1/articles?title=Two&tags=x", "A title")
    #expect(again.status == 200)
    #expect(again.content == first.content)
    #expect(again["Counterpoint-Ignored"] == "title, tags")
  }

  @Test func `the same document again can be asked for in another form`() throws {
    _ = try harness.post("/v1/articles", "A title")
    let pretty = try harness.post("/v1/articles?pretty", "A title")
    #expect(pretty.status == 200)
    #expect(pretty.text.hasPrefix("{\n  \"id\": \"a-title-"))
    #expect(pretty["ETag"]?.contains("pretty") == true)
  }

  @Test func `documents of one hash are kept apart`() throws {
    let harness = Harness(contentHash: { _ in 1 })
    let ids = try ["t\none", "t\ntwo"].map { text in
      try #require(try harness.post("/v1/articles", text).json.id.string)
    }
    #expect(ids[1] == ids[0] + "-2")
    #expect(try harness.post("/v1/articles", "t\ntwo").json.id.string == ids[1])
    #expect(try harness.get("/v1/articles/\(ids[0])/source").text == "t\none")
    #expect(try harness.get("/v1/articles/\(ids[1])/source").text == "t\ntwo")
  }

  @Test func `under an id of one's own takes it, once`() throws {
    let one = #"{"content":"one","media":"text/plain","id":"mine"}"#
    let two = #"{"content":"two","media":"text/plain","id":"mine"}"#
    let response = try harness.postJSON("/v1/articles", one)
    #expect(response.status == 201)
    #expect(response["Location"] == "/v1/articles/mine")
    #expect(try harness.postJSON("/v1/articles", one).status == 200)
    let taken = try harness.postJSON("/v1/articles", two)
    expectProblem(taken, 409, "id-taken")
    #expect(taken.json.detail.string?.contains("mine") == true)
    #expect(try harness.get("/v1/articles/mine/source").text == "one")
  }

  @Test func `under what is no id is refused`() throws {
    let json = #"{"content":"one","media":"text/plain","id":"no id"}"#
    let response = try harness.postJSON("/v1/articles", json)
    expectProblem(response, 422, "invalid-submission")
    #expect(response.json.errors[0].pointer.string == "/id")
  }

  @Test func `a full store says so, and still reads`() throws {
    let harness = Harness(limit: ArticleStore.articleOverhead + 10)
    #expect(try harness.put("/v1/articles/x", "0123456789").status == 201)
    expectProblem(try harness.post("/v1/articles", "y"), 507, "store-full")
    expectProblem(try harness.put("/v1/articles/y", "y"), 507, "store-full")
    #expect(try harness.get("/v1/articles/x").status == 200)
  }
}

struct `Analysing an article` {
  let harness = Harness()

  @Test func `answers with it and stores nothing`() throws {
    let response = try harness.post("/v1/analyze", "A title\n\nText.")
    #expect(response.status == 200)
    #expect(response["ETag"] == nil)
    #expect(response.json.id == .null)
    #expect(response.json.names.isSuperset(of: ["title", "media", "pros", "diagnostics"]))
    #expect(try harness.get("/v1/articles").json.total.int == 0)
  }

  @Test func `gives the command line the same bytes`() throws {
    let text = "A title\n\nText."
    for isPretty in [false, true] {
      let answered = try harness.post(isPretty ? "/v1/analyze?pretty" : "/v1/analyze", text)
      let bytes = AnalysisSeries(format: .json, isPretty: isPretty).analysis(
        of: try Document(bytes: Array(text.utf8), media: .plainText))
      #expect(bytes == answered.content)
    }
  }

  @Test func `refuses to the command line what it refuses over HTTP`() {
    #expect(throws: DocumentError.empty) {
      try Document(bytes: Array(" \n".utf8), media: .plainText)
    }
    #expect(throws: DocumentError.undecodable(.invalidUTF8(offset: 0))) {
      try Document(bytes: [0xFF], media: .plainText)
    }
  }

  @Test func `a full line of work is said`() throws {
    let gate = Awaited<Void>()
    let harness = Harness(workers: WorkQueueFixture.blocked(by: gate))
    for response in [
      try harness.post("/v1/analyze", "x"), try harness.post("/v1/articles", "x"),
      try harness.put("/v1/articles/x", "x"), try harness.get("/v1/articles"),
    ] {
      expectProblem(response, 503, "busy")
      #expect(response["Retry-After"] == "1")
    }
    gate.set(())
  }
}

struct `Putting an article` {
  let harness = Harness()

  @Test func `creates it, then replaces it`() throws {
    let created = try harness.put("/v1/articles/mine", "one")
    #expect(created.status == 201)
    #expect(created["Location"] == "/v1/articles/mine")
    harness.clock.advance(by: 1_500)
    let replaced = try harness.put("/v1/articles/mine", "two")
    #expect(replaced.status == 200)
    #expect(replaced["Content-Location"] == "/v1/articles/mine")
    #expect(replaced.json.revision.int == 2)
    #expect(replaced.json.createdAt.string == "2025-08-09T17:03:00.000Z")
    #expect(replaced.json.updatedAt.string == "2025-08-09T17:03:01.500Z")
    #expect(try harness.get("/v1/articles/mine").content == replaced.content)
    #expect(try harness.get("/v1/articles/mine/source").text == "two")
  }

  @Test func `its answer has no entity tag, since it is not what was sent`() throws {
    #expect(try harness.put("/v1/articles/mine", "one")["ETag"] == nil)
  }

  @Test(arguments: ["-x", ".x", "a%20b", "a%2Fb", "é", String(repeating: "x", count: 129)])
  func `under what is no id is refused`(id: String) throws {
    let path = "/v1/articles/\(id)"
    guard id != "é" else {
      expectProblem(try harness.put("/v1/articles/%C3%A9", "x"), 400, "invalid-article-id")
      return
    }
    expectProblem(try harness.put(path, "x"), 400, "invalid-article-id")
    expectProblem(try harness.get(path), 404, "no-such-article")
    expectProblem(try harness.send(.delete, path), 404, "no-such-article")
  }

  @Test func `a JSON submission's id is the path's or none`() throws {
    let type = ["Content-Type": "application/json"]
    func put(_ id: String) throws -> Response {
      let json = #"{"content":"one","media":"text/plain","id":"\#(id)"}"#
      return try harness.send(.put, "/v1/articles/mine", type, content: Array(json.utf8))
    }
    expectProblem(try put("other"), 422, "invalid-submission")
    #expect(try put("mine").status == 201)
  }

  @Test func `If-None-Match of any creates only`() throws {
    let createOnly = ["If-None-Match": "*"]
    #expect(try harness.put("/v1/articles/mine", "one", createOnly).status == 201)
    expectProblem(
      try harness.put("/v1/articles/mine", "two", createOnly), 412, "precondition-failed")
    #expect(try harness.get("/v1/articles/mine/source").text == "one")
  }

  @Test(arguments: [[:], ["Accept-Encoding": "gzip"]])
  func `If-Match with the tag of any representation replaces`(fields: [String: String]) throws {
    try harness.store("mine", SampleArticle.submission())
    for target in ["/v1/articles/mine", "/v1/articles/mine?pretty", "/v1/articles/mine/pros"] {
      let tag = try #require(try harness.get(target, fields)["ETag"])
      let text = "new for \(target)"
      #expect(try harness.put("/v1/articles/mine", text, ["If-Match": tag]).status == 200)
      expectProblem(
        try harness.put("/v1/articles/mine", "later", ["If-Match": tag]), 412,
        "precondition-failed")
      #expect(try harness.get("/v1/articles/mine/source").text == text)
    }
  }

  @Test func `If-Match of an article that is not there fails`() throws {
    let response = try harness.put("/v1/articles/mine", "one", ["If-Match": "*"])
    expectProblem(response, 412, "precondition-failed")
    #expect(try harness.get("/v1/articles/mine").status == 404)
  }

  @Test func `If-Unmodified-Since replaces and deletes what is no newer`() throws {
    _ = try harness.put("/v1/articles/mine", "one")
    let before = ["If-Unmodified-Since": "Sat, 09 Aug 2025 17:02:59 GMT"]
    expectProblem(
      try harness.put("/v1/articles/mine", "two", before), 412, "precondition-failed")
    expectProblem(
      try harness.send(.delete, "/v1/articles/mine", before), 412, "precondition-failed")
    #expect(try harness.put("/v1/articles/other", "new", before).status == 201)
    let written = ["If-Unmodified-Since": "Sat, 09 Aug 2025 17:03:00 GMT"]
    #expect(try harness.put("/v1/articles/mine", "two", written).status == 200)
    let tag = try #require(try harness.get("/v1/articles/mine")["ETag"])
    let both = before.merging(["If-Match": tag]) { $1 }
    #expect(try harness.send(.delete, "/v1/articles/mine", both).status == 204)
  }

  @Test func `If-Match with a weak tag fails`() throws {
    _ = try harness.put("/v1/articles/mine", "one")
    let tag = try #require(try harness.get("/v1/articles/mine")["ETag"])
    let weak = ["If-Match": "W/\(tag)"]
    expectProblem(try harness.put("/v1/articles/mine", "two", weak), 412, "precondition-failed")
    let list = ["If-Match": "\"x\", \(tag)"]
    #expect(try harness.put("/v1/articles/mine", "two", list).status == 200)
  }

  @Test(arguments: ["If-Match", "If-None-Match"])
  func `a malformed precondition is refused`(field: String) throws {
    for method in [HTTPMethod.put, .delete] {
      let fields = ["Content-Type": "text/plain", field: "1.1.x"]
      let response = try harness.send(
        method, "/v1/articles/mine", fields, content: Array("one".utf8))
      expectProblem(response, 400, "malformed-precondition")
      #expect(response.json.detail.string?.hasPrefix(field) == true)
    }
  }
}

struct `Deleting an article` {
  let harness = Harness()

  @Test func `takes it away`() throws {
    _ = try harness.put("/v1/articles/mine", "one")
    let response = try harness.send(.delete, "/v1/articles/mine")
    #expect(response.status == 204)
    #expect(response.content.isEmpty)
    #expect(response["Content-Type"] == nil)
    #expect(response["X-Content-Type-Options"] == "nosniff")
    expectProblem(try harness.get("/v1/articles/mine"), 404, "no-such-article")
    expectProblem(try harness.send(.delete, "/v1/articles/mine"), 404, "no-such-article")
  }

  @Test func `If-Match deletes only what was seen`() throws {
    _ = try harness.put("/v1/articles/mine", "one")
    let tag = try #require(try harness.get("/v1/articles/mine")["ETag"])
    _ = try harness.put("/v1/articles/mine", "two")
    let seen = ["If-Match": tag]
    expectProblem(
      try harness.send(.delete, "/v1/articles/mine", seen), 412, "precondition-failed")
    #expect(try harness.get("/v1/articles/mine").status == 200)
    #expect(try harness.send(.delete, "/v1/articles/mine", ["If-Match": "*"]).status == 204)
  }

  @Test func `an article made again is another to a client that had the first`() throws {
    _ = try harness.put("/v1/articles/mine", "one")
    let tag = try #require(try harness.get("/v1/articles/mine")["ETag"])
    _ = try harness.send(.delete, "/v1/articles/mine")
    _ = try harness.put("/v1/articles/mine", "two")
    let response = try harness.get("/v1/articles/mine", ["If-None-Match": tag])
    #expect(response.status == 200)
    #expect(response.json.revision.int == 1)
  }
}
