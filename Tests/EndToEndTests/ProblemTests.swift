import Testing

/// What a client is told when something is wrong.
@Suite struct `a problem over HTTP` {
  let server: Server
  var client: CurlClient { server.client }

  init() throws {
    server = try Server(
      "--set", "limits.contentBytes=65536", "--set", "limits.connections=64")
  }

  private func expect(
    _ answer: CurlClient.Response, _ status: Int, _ code: String,
    at location: SourceLocation = #_sourceLocation
  ) throws {
    #expect(answer.status == status, sourceLocation: location)
    #expect(answer["Content-Type"] == "application/problem+json", sourceLocation: location)
    let json = try answer.json
    #expect(try json["type"].string == "/problems/\(code)", sourceLocation: location)
    #expect(try json["status"].int == status, sourceLocation: location)
    #expect(try !json["title"].string.isEmpty, sourceLocation: location)
    #expect(try !json["detail"].string.isEmpty, sourceLocation: location)
  }

  @Test func `an unknown parameter is 400 and named`() throws {
    let answer = try client.get("/v1/articles?limt=3")
    try expect(answer, 400, "invalid-parameters")
    #expect(try answer.json["errors"][0]["parameter"].string == "limt")
  }

  @Test func `what is not there is 404`() throws {
    try expect(client.get("/nowhere"), 404, "no-such-resource")
    try expect(client.get("/v1/articles/none"), 404, "no-such-article")
  }

  @Test func `another method is 405 with those that there are`() throws {
    let answer = try client.send(.init(method: "DELETE", path: "/v1/analyze"))
    try expect(answer, 405, "method-not-allowed")
    #expect(answer["Allow"] == "POST, OPTIONS")
    let read = try client.send(.init(method: "PUT", path: "/livez", content: .sized([])))
    #expect(read["Allow"] == "GET, HEAD, OPTIONS")
  }

  @Test func `an answer that nobody accepts is 406`() throws {
    try expect(client.get("/v1/articles", ["Accept: image/png"]), 406, "not-acceptable")
  }

  @Test func `content beyond the limit is 413`() throws {
    let large = [UInt8](repeating: UInt8(ascii: "a"), count: 65_537)
    try expect(client.post("/v1/analyze", large, ["Expect:"]), 413, "content-too-large")
    #expect(try client.post("/v1/analyze", large.dropLast(), ["Expect:"]).status == 200)
  }

  @Test func `content beyond the limit is refused before it is sent`() throws {
    let large = [UInt8](repeating: UInt8(ascii: "a"), count: 65_537)
    let answer = try client.post("/v1/analyze", large, ["Expect: 100-continue"])
    try expect(answer, 413, "content-too-large")
    #expect(answer.interim.isEmpty)
  }

  @Test func `a request line beyond the limit is 414`() throws {
    let path = "/" + String(repeating: "a", count: 9_000)
    #expect(try client.get(path).status == 414)
  }

  @Test func `another media type is 415 with those that are read`() throws {
    let answer = try client.post("/v1/analyze", [1], type: "image/png")
    try expect(answer, 415, "unsupported-media")
    #expect(
      answer["Accept-Post"]
        == "text/plain, text/markdown, application/json, application/octet-stream")
    let coded = try client.post("/v1/analyze", [1], ["Content-Encoding: br"])
    try expect(coded, 415, "unsupported-content-coding")
    #expect(coded["Accept-Encoding"] == "gzip")
  }

  @Test func `an empty document is 422`() throws {
    try expect(client.post("/v1/analyze", Array(" \n\t".utf8)), 422, "empty-document")
    try expect(client.post("/v1/articles", []), 422, "empty-document")
  }

  @Test func `bytes that are no text are 422 with the place of the first`() throws {
    let answer = try client.post("/v1/analyze", Array("caf".utf8) + [0xE9, 0x0A])
    try expect(answer, 422, "undecodable")
    #expect(try answer.json["errors"][0]["range"]["start"].int == 3)
  }

  @Test func `too many fields, or too large ones, are 431`() throws {
    #expect(try client.get("/", (0..<101).map { "X-\($0): 1" }).status == 431)
    let large = String(repeating: "a", count: 33_000)
    #expect(try client.get("/", ["X-Large: \(large)"]).status == 431)
  }
}
