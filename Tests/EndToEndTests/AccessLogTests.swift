import Glibc
import Testing

@Suite struct `the access log of a server` {
  private static let token = "0123456789abcdef-secret"

  private func server(_ arguments: String...) throws -> Server {
    try Server(
      arguments, environment: ["COUNTERPOINT_ACCESS_TOKEN": Self.token])
  }

  /// The line about the request of that id.
  private func line(_ server: Server, _ id: String) throws -> JSON {
    let line = try server.command.errorLine(with: "\"requestId\":\"\(id)\"")
    return try JSON(Array(line.utf8))
  }

  @Test func `has a line for each request, and nothing secret in it`() throws {
    let server = try server(
      "--set", "accessLog=true")
    try server.isReady()
    let trace = "0af7651916cd43dd8448eb211c80319c"
    let answer = try server.client.send(
      .init(
        method: "POST", path: "/v1/articles?title=hidden&token=\(Self.token)",
        fields: [
          "Content-Type: text/plain", "Authorization: Bearer \(Self.token)",
          "X-Request-Id: one", "traceparent: 00-\(trace)-b7ad6b7169203331-01",
        ], content: .sized(Array("private".utf8))))
    #expect(answer.status == 400)
    #expect(answer["X-Request-Id"] == "one")
    let line = try line(server, "one")
    #expect(try line["message"].string == "request")
    #expect(try line["level"].string == "info")
    #expect(try line["method"].string == "POST")
    #expect(try line["path"].string == "/v1/articles")
    #expect(try line["route"].string == "/v1/articles")
    #expect(try line["status"].int == 400)
    #expect(try line["received"].int > 100)
    #expect(try line["sent"].int > 100)
    #expect(try line["microseconds"].int >= 0)
    #expect(try line["client"].string == "127.0.0.1")
    #expect(try line["traceId"].string == trace)
    #expect(!line["broken"].isThere)
    let made = try #require(try server.client.get("/livez")["X-Request-Id"])
    #expect(try self.line(server, made)["path"].string == "/livez")
    server.command.signal(SIGTERM)
    let outcome = try server.command.outcome()
    #expect(outcome.end == .exit(0))
    for secret in [Self.token, "hidden", "private"] {
      #expect(!outcome.errors.contains(secret), "\(secret)")
    }
  }

  @Test func `is there only when it is asked for`() throws {
    let server = try server()
    let answer = try server.client.get("/livez")
    #expect(answer["X-Request-Id"] == nil)
    server.command.signal(SIGTERM)
    #expect(!(try server.command.outcome().errors.contains("microseconds")))
  }

  @Test func `drops lines rather than wait for its reader`() throws {
    let server = try server("--set", "accessLog=true")
    try server.isReady()
    // Nobody reads: the pipe is full after some hundred lines, and the line of those that wait after
    // some thousand more.
    let dropped = "counterpoint_access_log_dropped_total"
    try Deadline().wait(until: "a line is dropped") {
      let socket = try server.socket()
      let request = "GET /livez HTTP/1.1\r\nHost: localhost\r\n"
      try socket.send(
        String(repeating: request + "\r\n", count: 999) + request + "Connection: close\r\n\r\n")
      _ = try socket.readToEnd()
      let metrics = try Exposition(parsing: try server.client.get("/metrics").text)
      return try #require(metrics[dropped]) > 0
    }
  }
}
