import Testing

@Suite struct `the metrics` {
  private static let requests = "counterpoint_http_requests_total"

  private func scrape(_ server: Server) throws -> Exposition {
    let answer = try server.client.get("/metrics")
    #expect(answer.status == 200)
    #expect(answer["Content-Type"] == "text/plain; version=0.0.4; charset=utf-8")
    return try Exposition(parsing: answer.text)
  }

  @Test func `count requests by the pattern of their route, their method and their status`() throws
  {
    let server = try Server("--load", FixtureArticles.path("harbour-tram"))
    try server.isReady()
    let client = server.client
    for _ in 0..<3 { _ = try client.get("/v1/articles/\(Self.tram)") }
    _ = try client.get("/v1/articles/another")
    _ = try client.send(.init(method: "HEAD", path: "/v1/articles/\(Self.tram)"))
    _ = try client.get("/v1/articles?nonsense=1")
    _ = try client.get("/nowhere/at?all=1")
    _ = try client.send(.init(method: "PATCH", path: "/v1/articles"))
    // Another method of a path that was asked for is another route, and the same series.
    _ = try client.send(.init(method: "DELETE", path: "/v1/articles/another"))
    let socket = try server.socket()
    try socket.send("GET nonsense\r\n\r\n")
    _ = try socket.readToEnd()
    let metrics = try scrape(server)
    let expected: [(route: String, method: String, status: String, count: Double)] = [
      ("/v1/articles/{id}", "GET", "200", 3), ("/v1/articles/{id}", "GET", "404", 1),
      ("/v1/articles/{id}", "HEAD", "200", 1), ("/v1/articles", "GET", "400", 1),
      ("/v1/articles/{id}", "DELETE", "404", 1), ("/v1/articles", "PATCH", "405", 1),
      ("none", "GET", "404", 1), ("none", "other", "400", 1),
    ]
    for (route, method, status, count) in expected {
      let labels = ["route": route, "method": method, "status": status]
      #expect(metrics[Self.requests, labels] == count, "\(labels)")
    }
    // Nothing of what clients make up is among the labels.
    let routes = Set(metrics.samples(Self.requests).compactMap { $0.labels["route"] })
    #expect(routes == ["/v1/articles/{id}", "/v1/articles", "/readyz", "none"])
    let durations = "counterpoint_http_request_duration_seconds"
    #expect(metrics[durations + "_count", ["route": "/v1/articles/{id}"]] == 6)
    #expect(try #require(metrics[durations + "_sum", ["route": "/v1/articles/{id}"]]) > 0)
  }

  @Test func `tell what was read, stored and found`() throws {
    let server = try Server()
    try server.isReady()
    let client = server.client
    let text = Array("Trams\n\nPros:\n- They are quiet.\n".utf8)
    let plain = ["Content-Type: text/plain"]
    for path in ["/v1/analyze", "/v1/articles"] {
      _ = try client.send(
        .init(method: "POST", path: path, fields: plain, content: .sized(text)))
    }
    _ = try client.send(
      .init(
        method: "POST", path: "/v1/articles", fields: ["Content-Type: application/x-ndjson"],
        content: .sized(Array("{\"content\":\"One\\n\\nPros:\\n- a\"}\nnonsense\n".utf8))))
    _ = try client.get("/v1/search?q=quiet")
    let metrics = try scrape(server)
    #expect(metrics["counterpoint_parse_duration_seconds_count"] == 3)
    #expect(try #require(metrics["counterpoint_commit_duration_seconds_count"]) >= 1)
    #expect(metrics["counterpoint_search_duration_seconds_count"] == 1)
    #expect(metrics["counterpoint_store_articles"] == 2)
    #expect(try #require(metrics["counterpoint_store_bytes"]) > 2_048)
    #expect(metrics["counterpoint_store_limit_bytes"] == 1_073_741_824)
    #expect(metrics["counterpoint_bulk_lines_total", ["result": "stored"]] == 1)
    #expect(metrics["counterpoint_bulk_lines_total", ["result": "refused"]] == 1)
    #expect(metrics["counterpoint_connections"] == 1)
    #expect(metrics["counterpoint_connections_accepted_total"] == 1)
    #expect(metrics["counterpoint_connections_refused_total"] == 0)
    #expect(metrics["counterpoint_loops"] == 1)
    #expect(metrics["counterpoint_work_waiting"] == 0)
    #expect(try #require(metrics["counterpoint_http_received_bytes_total"]) > 200)
    #expect(try #require(metrics["counterpoint_http_sent_bytes_total"]) > 1_000)
    #expect(metrics["counterpoint_ready"] == 1)
    let version = try client.get("/version").json["version"].string
    #expect(metrics["counterpoint_build_info", ["version": version]] == 1)
    #expect(try #require(metrics["process_resident_memory_bytes"]) > 1_000_000)
    #expect(try #require(metrics["process_start_time_seconds"]) > 1_700_000_000)
  }

  @Test func `are told whatever is asked beside, and to GET and HEAD alone`() throws {
    let server = try Server()
    #expect(try server.client.get("/metrics?name[]=a&b").status == 200)
    let head = try server.client.send(.init(method: "HEAD", path: "/metrics"))
    #expect(head.status == 200)
    #expect(head.content.isEmpty)
    #expect(try server.client.send(.init(method: "POST", path: "/metrics")).status == 405)
  }

  @Test func `need the token when all does`() throws {
    let token = "0123456789abcdef"
    let server = try Server(
      "--auth", "all", environment: ["COUNTERPOINT_ACCESS_TOKEN": token])
    #expect(try server.client.get("/livez").status == 200)
    #expect(try server.client.get("/metrics").status == 401)
    let shown = CurlClient.Request(path: "/metrics", fields: ["Authorization: Bearer \(token)"])
    #expect(try server.client.send(shown).status == 200)
  }

  private static let tram = "rails-on-the-quay-varnhavn-bets-on-a-single-tram-line-485125a3eda94df4"
}
