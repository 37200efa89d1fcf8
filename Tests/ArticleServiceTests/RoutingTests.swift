@testable import ArticleService
import ArticleParsing
import HTTPCore
import Testing

struct `Routing` {
  let harness = Harness()

  @Test(arguments: [
    "/v1", "/v1/", "/v1/articles/", "/v1/articles/x/", "/v1/articles/x/pros/", "/V1/articles",
    "/v1/articles/x/y", "/v1/articles/x/pros/1", "//v1/articles", "/v1//articles", "/livez/",
    "/v1/article", "/v1/outlook", "/problems/busy", "/v1/articles%2Fx",
  ])
  func `a path that is not in the table is nothing`(path: String) throws {
    expectProblem(try harness.get(path), 404, "no-such-resource")
  }

  @Test func `equal paths match however they are encoded`() throws {
    try harness.store("a.b", SampleArticle.submission())
    #expect(try harness.get("/%76%31/articles/a%2Eb/pro%73").status == 200)
  }

  @Test(arguments: [
    (HTTPMethod.post, "/", "GET, HEAD, OPTIONS"), (.put, "/livez", "GET, HEAD, OPTIONS"),
    (.get, "/v1/analyze", "POST, OPTIONS"), (.head, "/v1/analyze", "POST, OPTIONS"),
    (.delete, "/v1/articles", "GET, HEAD, POST, OPTIONS"),
    (.post, "/v1/articles/x", "GET, HEAD, PUT, DELETE, OPTIONS"),
    (.patch, "/v1/articles/x", "GET, HEAD, PUT, DELETE, OPTIONS"),
    (.trace, "/v1/articles/x/pros", "GET, HEAD, OPTIONS"),
    (.put, "/v1/pros", "GET, HEAD, OPTIONS"),
  ])
  func `another method than the resource takes is told which it takes`(
    method: HTTPMethod, path: String, allow: String
  ) throws {
    let response = try harness.send(method, path)
    expectProblem(response, 405, "method-not-allowed")
    #expect(response["Allow"] == allow)
  }

  @Test(arguments: ["/v1/articles", "/nowhere"])
  func `a method that nobody knows is not implemented anywhere`(path: String) throws {
    expectProblem(try harness.send(.other, path), 501, "unknown-method")
  }

  @Test func `OPTIONS tells the methods of a resource`() throws {
    let response = try harness.send(.options, "/v1/articles")
    #expect(response.status == 204)
    #expect(response["Allow"] == "GET, HEAD, POST, OPTIONS")
    #expect(response.content.isEmpty)
    #expect(response["X-Content-Type-Options"] == "nosniff")
    expectProblem(try harness.send(.options, "/nowhere"), 404, "no-such-resource")
  }

  @Test func `OPTIONS of the server tells all methods`() throws {
    let response = try harness.send(.options, "*")
    #expect(response.status == 204)
    #expect(response["Allow"] == "GET, HEAD, POST, PUT, DELETE, OPTIONS")
  }

  @Test func `HEAD answers as GET does wherever GET is`() throws {
    try harness.store("x", SampleArticle.submission())
    for route in ArticleService.routes where route.method == .get {
      // A search is nothing without its query.
      let query = route.path == "/v1/search" ? "?q=x" : ""
      let path = route.path.replacing("{id}", with: "x") + query
      let get = try harness.send(.get, path)
      let head = try harness.send(.head, path)
      #expect(get.status == 200, "\(path)")
      #expect(head.status == 200, "\(path)")
      #expect(head.response.fields.wire == get.response.fields.wire, "\(path)")
      #expect(get["X-Content-Type-Options"] == "nosniff", "\(path)")
    }
  }
}

struct `The query` {
  let harness = Harness()

  @Test(arguments: [
    ("/?q=1", "q", "unknown-parameter"), ("/v1/articles?Limit=1", "Limit", "unknown-parameter"),
    ("/v1/articles?limit=1&limit=1", "limit", "repeated-parameter"),
    ("/v1/articles/x?cursor=a", "cursor", "unknown-parameter"),
    ("/v1/articles/x/source?pretty", "pretty", "unknown-parameter"),
    ("/v1/pros?title=x", "title", "unknown-parameter"),
    ("/v1/articles?limit=0", "limit", "invalid-value"),
    ("/v1/articles?limit=1001", "limit", "invalid-value"),
    ("/v1/articles?limit=", "limit", "invalid-value"),
    ("/v1/articles?limit=%2B5", "limit", "invalid-value"),
    ("/v1/pros?limit=-1", "limit", "invalid-value"),
    ("/v1/pros?limit=99999999999999999999", "limit", "invalid-value"),
    ("/v1/articles?cursor=", "cursor", "invalid-cursor"),
    ("/v1/articles?cursor=p1.0", "cursor", "invalid-cursor"),
    ("/v1/pros?cursor=a1.0", "cursor", "invalid-cursor"),
    ("/v1/pros?cursor=p1.-1", "cursor", "invalid-cursor"),
    ("/v1/pros?cursor=p1", "cursor", "invalid-cursor"),
    ("/v1/pros?cursor=pzzzzzzzzzzzzzzzzzzzzzz.0", "cursor", "invalid-cursor"),
    ("/?pretty=yes", "pretty", "invalid-value"), ("/?format=", "format", "invalid-value"),
    ("/v1/articles/x?format=xml", "format", "invalid-value"),
    ("/v1/articles/x?offsets=utf32", "offsets", "invalid-value"),
    ("/v1/pros?offsets=", "offsets", "invalid-value"),
    ("/v1/articles/x/pros?offsets=UTF16", "offsets", "invalid-value"),
    ("/v1/articles/x?include=paragraphs,", "include", "invalid-value"),
    ("/v1/articles/x?include=quotes", "include", "invalid-value"),
    ("/v1/articles/x/pros?include=text", "include", "unknown-parameter"),
    ("/v1/pros?view=full", "view", "unknown-parameter"),
    ("/v1/articles?view=all", "view", "invalid-value"),
    ("/v1/articles?view=", "view", "invalid-value"),
    ("/v1/articles?sort=size", "sort", "invalid-value"),
    ("/v1/articles?sort=--title", "sort", "invalid-value"),
    ("/v1/articles?sort=", "sort", "invalid-value"),
    ("/v1/pros?sort=title", "sort", "unknown-parameter"),
    ("/v1/articles?has=pros,non-goals", "has", "invalid-value"),
    ("/v1/articles?has=", "has", "invalid-value"),
    ("/v1/articles?has=pros,", "has", "invalid-value"),
    ("/v1/articles?q=", "q", "invalid-value"), ("/v1/articles?q=+", "q", "invalid-value"),
    ("/v1/articles?q", "q", "invalid-value"), ("/v1/pros?q=", "q", "invalid-value"),
    ("/v1/articles?actor=", "actor", "invalid-value"),
    ("/v1/articles?tag=", "tag", "invalid-value"),
    ("/v1/articles?language=", "language", "invalid-value"),
    ("/v1/articles?subject=x", "subject", "unknown-parameter"),
    ("/v1/pros?subject=", "subject", "invalid-value"),
    ("/v1/pros?label=+", "label", "invalid-value"),
    ("/v1/pros?article=", "article", "invalid-value"),
    ("/v1/pros?article=-x", "article", "invalid-value"),
    ("/v1/pros?article=a%2Fb", "article", "invalid-value"),
    ("/v1/pros?language=en", "language", "unknown-parameter"),
    ("/v1/articles?fields=", "fields", "unknown-field"),
    ("/v1/articles?fields=title,", "fields", "unknown-field"),
    ("/v1/articles?fields=pros", "fields", "unknown-field"),
    ("/v1/articles?fields=content&view=full", "fields", "unknown-field"),
    ("/v1/articles?fields=counts.text", "fields", "unknown-field"),
    ("/v1/articles?fields=title.x", "fields", "unknown-field"),
    ("/v1/articles?fields=counts.", "fields", "unknown-field"),
    ("/v1/articles/x?fields=pros.source.start", "fields", "unknown-field"),
    ("/v1/articles/x?fields=pros.article", "fields", "unknown-field"),
    ("/v1/articles/x/pros?fields=article", "fields", "unknown-field"),
    ("/v1/articles/x/sections?fields=text", "fields", "unknown-field"),
    ("/v1/articles/x/text?fields=text", "fields", "unknown-parameter"),
    ("/v1/articles/x/outlook?fields=condition", "fields", "unknown-field"),
  ])
  func `is refused by the name of what is wrong`(
    target: String, parameter: String, code: String
  ) throws {
    let response = try harness.get(target)
    expectProblem(response, 400, "invalid-parameters")
    #expect(response.json.errors[0].parameter.string == parameter)
    #expect(response.json.errors[0].code.string == code)
    #expect(response.json.errors[0].message.string?.contains(parameter) == true)
  }

  @Test func `tells of everything that is wrong, and what is known`() throws {
    let response = try harness.get("/v1/articles?a=1&b=2&limit=1&limit=2")
    #expect(response.json.errors.items.map(\.parameter.string) == ["a", "b", "limit"])
    #expect(response.json.errors[0].message.string?.contains("limit, cursor") == true)
  }

  @Test func `tells of at most twenty`() throws {
    let query = (0..<500).map { "p\($0)=1" }.joined(separator: "&")
    #expect(try harness.get("/v1/articles?" + query).json.errors.items.count == 20)
  }

  @Test(arguments: ["/livez", "/readyz", "/version"])
  func `is ignored where probes and scrapers ask`(path: String) throws {
    let query = "?a=1&a=2&pretty=what&format=xml"
    let response = try harness.get(path + query, ["Accept": "text/html"])
    #expect(response.status == 200)
    #expect(response.content == (try harness.get(path).content))
  }

  @Test(arguments: [
    ("/v1/articles?pretty", true), ("/v1/articles?pretty=true", true),
    ("/v1/articles?pretty=1", true), ("/v1/articles?pretty=false", false),
    ("/v1/articles?pretty=0", false), ("/v1/articles?limit=1000", false),
  ])
  func `asks for indentation by pretty`(target: String, isPretty: Bool) throws {
    let text = try harness.get(target).text
    #expect(
      text == (isPretty ? "{\n  \"items\": [],\n  \"total\": 0\n}\n" : #"{"items":[],"total":0}"#))
  }
}

struct `What is accepted` {
  let harness = Harness()

  @Test(
    arguments: [
      nil, "application/json", "*/*", "application/*", "text/html, application/json;q=0.1",
      "text/html, */*;q=0.8",
    ] as [String?])
  func `JSON is answered to who takes it`(accept: String?) throws {
    let response = try harness.get("/", accept.map { ["Accept": $0] } ?? [:])
    #expect(response.status == 200)
    #expect(response["Content-Type"] == "application/json")
    #expect(response["Vary"] == "Accept, Accept-Encoding")
  }

  @Test(arguments: ["text/html", "application/xml", "application/json;q=0", "text/*, */*;q=0"])
  func `who does not take JSON is told what there is`(accept: String) throws {
    let response = try harness.get("/v1/articles", ["Accept": accept])
    expectProblem(response, 406, "not-acceptable")
    #expect(response.json.detail.string?.contains("application/json") == true)
  }

  @Test func `a format by name goes before Accept`() throws {
    #expect(try harness.get("/?format=json", ["Accept": "text/html"]).status == 200)
    expectProblem(try harness.get("/?format=csv"), 406, "not-acceptable")
  }

  @Test func `a write whose answer is not accepted is not made`() throws {
    let response = try harness.post("/v1/articles", "text", ["Accept": "text/csv"])
    expectProblem(response, 406, "not-acceptable")
    #expect(try harness.get("/v1/articles").json.total.int == 0)
  }

  @Test func `the source and the text are negotiated as text`() throws {
    try harness.store("x", SampleArticle.submission())
    for part in ["source", "text"] {
      #expect(try harness.get("/v1/articles/x/\(part)", ["Accept": "text/plain"]).status == 200)
      let response = try harness.get("/v1/articles/x/\(part)", ["Accept": "application/json"])
      expectProblem(response, 406, "not-acceptable")
      #expect(response.json.detail.string?.contains("text/plain") == true)
    }
  }
}

struct `Operations` {
  let harness = Harness()

  @Test func `the process lives`() throws {
    let response = try harness.get("/livez")
    #expect(response.status == 200)
    #expect(response.text == #"{"status":"ok"}"#)
    #expect(response.isImmediate)
  }

  @Test func `readiness follows the flag`() throws {
    #expect(try harness.get("/readyz").text == #"{"status":"ok"}"#)
    harness.service.isReady = false
    let response = try harness.get("/readyz")
    expectProblem(response, 503, "not-ready")
    #expect(response["Retry-After"] == "1")
    #expect(try harness.get("/livez").status == 200)
    harness.service.isReady = true
    #expect(try harness.get("/readyz").status == 200)
  }

  @Test func `the version is told`() throws {
    var configuration = ArticleService.Configuration()
    configuration.version = "1.2.3"
    let response = try Harness(configuration: configuration).get("/version")
    #expect(
      response.text
        == #"{"name":"counterpoint","version":"1.2.3","parser":"\#(ArticleParser().version)"}"#)
  }

  @Test func `the index lists every route`() throws {
    let links = try harness.get("/").json.links.items
    #expect(links.count == ArticleService.routes.count)
    #expect(
      links.contains {
        $0.method.string == "PUT" && $0.path.string == "/v1/articles/{id}"
          && $0.summary.string?.isEmpty == false
      })
  }
}
