import ContentCoding
import Testing

/// Whole conversations of a common client with the service.
@Suite struct `a conversation` {
  static let text = """
    Trams on the Quay

    Pros: quiet, narrow, and cheap to run.

    Cons: loud, wide, and dear to build.

    """
  let server: Server
  var client: CurlClient { server.client }

  init() throws { server = try Server() }

  private func stored(_ text: String = text) throws -> (path: String, tag: String) {
    let answer = try client.post("/v1/articles", Array(text.utf8))
    return try (#require(answer["Location"]), #require(answer["ETag"]))
  }

  @Test func `every route of the index answers`() throws {
    let article = try stored()
    let links = try client.get("/").json["links"].items
    #expect(links.count >= 20)
    for link in links {
      let method = try link["method"].string
      let path =
        try link["path"].string.replacing(
          "/v1/articles/{id}", with: method == "DELETE" ? "/v1/articles/other" : article.path)
        + (link["path"].string == "/v1/search" ? "?q=text" : "")
      _ = try client.put("/v1/articles/other", "another text")
      let answer = try client.send(
        .init(
          method: method, path: path, fields: ["Content-Type: text/plain"],
          content: ["POST", "PUT"].contains(method) ? .sized(Array(Self.text.utf8)) : .none))
      // The document has neither an outlook nor a call to action.
      let isAbsent = path.hasSuffix("/outlook") || path.hasSuffix("/call-to-action")
      #expect(isAbsent ? answer.status == 404 : 200..<300 ~= answer.status, "\(method) \(path)")
    }
  }

  @Test func `a connection is used again`() throws {
    #expect(try client.get("/livez").connects == 1)
    for path in ["/livez", "/v1/articles", "/nowhere", "/version"] {
      #expect(try client.get(path).connects == 0)
    }
    #expect(try client.post("/v1/analyze", Array(Self.text.utf8)).connects == 0)
  }

  @Test func `HEAD says what GET would, without content`() throws {
    let article = try stored()
    for path in ["/version", article.path, article.path + "/text", "/v1/articles"] {
      let get = try client.get(path)
      let head = try client.send(.init(method: "HEAD", path: path))
      #expect(head.status == 200)
      #expect(head.content.isEmpty)
      for name in ["Content-Length", "Content-Type", "ETag", "Vary"] {
        #expect(head[name] == get[name], "\(name) of \(path)")
      }
    }
    #expect(try client.get("/livez").status == 200)
  }

  @Test func `an article is created, read, replaced and deleted`() throws {
    let path = "/v1/articles/trams"
    let created = try client.put(path, Self.text)
    #expect(created.status == 201)
    #expect(created["Location"] == path)
    #expect(try client.get(path).json["pros"].items.count == 3)
    let replaced = try client.put(path, "Trams\n\nPros: fast.\n")
    #expect(replaced.status == 200)
    #expect(try replaced.json["revision"].int == 2)
    #expect(try client.get("/v1/articles").json["total"].int == 1)
    #expect(try client.delete(path).status == 204)
    #expect(try client.get(path).status == 404)
    #expect(try client.delete(path).status == 404)
  }

  @Test func `the same document again is the article that is there`() throws {
    let first = try client.post("/v1/articles", Array(Self.text.utf8))
    let second = try client.post("/v1/articles", Array(Self.text.utf8))
    #expect(first.status == 201)
    #expect(second.status == 200)
    #expect(try first.json["id"].string == second.json["id"].string)
  }

  @Test func `an entity tag saves the content, and guards a write`() throws {
    let article = try stored()
    let unchanged = try client.get(article.path, ["If-None-Match: \(article.tag)"])
    #expect(unchanged.status == 304)
    #expect(unchanged.content.isEmpty)
    #expect(unchanged["ETag"] == article.tag)
    #expect(try client.put(article.path, "New.", ["If-Match: \"0.0.0-plain\""]).status == 412)
    #expect(try client.put(article.path, "New.", ["If-None-Match: *"]).status == 412)
    #expect(try client.put(article.path, "New.", ["If-Match: \(article.tag)"]).status == 200)
    #expect(try client.get(article.path, ["If-None-Match: \(article.tag)"]).status == 200)
    #expect(try client.delete(article.path, ["If-Match: \(article.tag)"]).status == 412)
  }

  @Test func `chunked content is the same document`() throws {
    let name = FixtureArticles.names[0]
    let bytes = try FixtureArticles.bytes(name)
    let pieces = stride(from: 0, to: bytes.count, by: 100).map { start in
      Array(bytes[start..<min(start + 100, bytes.count)])
    }
    let request = CurlClient.Request(
      method: "POST", path: "/v1/analyze",
      fields: ["Content-Type: text/plain", "Transfer-Encoding: chunked", "Expect:"],
      content: .chunked(pieces))
    let answer = try client.send(request)
    #expect(answer.status == 200)
    #expect(try answer.content == client.post("/v1/analyze", bytes).content)
  }

  @Test func `a client that waits for 100 is told to go on`() throws {
    let answer = try client.post(
      "/v1/analyze", Array(Self.text.utf8), ["Expect: 100-continue"])
    #expect(answer.interim == [100])
    #expect(answer.status == 200)
  }

  @Test func `gzip goes both ways`() throws {
    let bytes = try FixtureArticles.bytes(FixtureArticles.names[0])
    let plain = try client.post("/v1/analyze", bytes)
    #expect(plain["Content-Encoding"] == nil)
    let answer = try client.send(
      .init(
        method: "POST", path: "/v1/analyze",
        fields: ["Content-Type: text/plain", "Content-Encoding: gzip"],
        content: .sized(GzipEncoder().encode(bytes)), decodesGzip: true))
    #expect(answer["Content-Encoding"] == "gzip")
    #expect(answer.content == plain.content)
    #expect(try #require(answer["Content-Length"].flatMap { Int($0) }) < plain.content.count)
  }

  @Test func `an answer is indented for people`() throws {
    let answer = try client.get("/v1/articles?pretty")
    #expect(answer.text.hasPrefix("{\n  \"items\": [],\n"))
    #expect(answer.text.hasSuffix("\n}\n"))
  }

  @Test func `a JSON submission gives its source back byte for byte`() throws {
    let json = #"{"content": "Trams\n\nPros: quiet.\n", "media": "text/plain", "id": "t1"}"#
    let answer = try client.post("/v1/articles", Array(json.utf8), type: "application/json")
    #expect(answer["Location"] == "/v1/articles/t1")
    #expect(try client.get("/v1/articles/t1/source").text == "Trams\n\nPros: quiet.\n")
  }

  @Test func `a list goes on from page to page`() throws {
    for number in 1...5 { _ = try client.put("/v1/articles/a\(number)", "Text \(number).") }
    var path: String? = "/v1/articles?limit=2"
    var ids: [String] = []
    while let next = path {
      let page = try client.get(next)
      ids += try page.json["items"].items.map { try $0["id"].string }
      #expect(try page.json["total"].int == 5)
      path = page["Link"].map { String($0.dropFirst().prefix { $0 != ">" }) }
    }
    #expect(ids == ["a1", "a2", "a3", "a4", "a5"])
  }
}
