import Testing

@Suite struct `who is heard` {
  private static let token = "a-token-of-more-than-sixteen"

  private func status(_ server: Server, _ head: String) throws -> String {
    let socket = try server.socket()
    try socket.send("\(head)\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")
    return String(try socket.readToEnd().prefix(12))
  }

  @Test func `with a token, writing needs it and reading does not`() throws {
    let server = try Server(environment: ["COUNTERPOINT_ACCESS_TOKEN": Self.token])
    #expect(try status(server, "GET /v1/articles HTTP/1.1") == "HTTP/1.1 200")
    #expect(try status(server, "DELETE /v1/articles/a HTTP/1.1") == "HTTP/1.1 401")
    #expect(
      try status(
        server, "DELETE /v1/articles/a HTTP/1.1\r\nAuthorization: Bearer wrong-token-of-16")
        == "HTTP/1.1 401")
    #expect(
      try status(server, "DELETE /v1/articles/a HTTP/1.1\r\nAuthorization: Bearer \(Self.token)")
        == "HTTP/1.1 404")
  }

  @Test func `with --auth all, only the probes are open`() throws {
    let server = try Server(
      "--auth", "all", environment: ["COUNTERPOINT_ACCESS_TOKEN": Self.token])
    #expect(try status(server, "GET /v1/articles HTTP/1.1") == "HTTP/1.1 401")
    #expect(try status(server, "GET /livez HTTP/1.1") == "HTTP/1.1 200")
    #expect(
      try status(server, "GET /v1/articles HTTP/1.1\r\nAuthorization: bearer \(Self.token)")
        == "HTTP/1.1 200")
  }

  @Test func `another host is not ours, unless it is allowed`() throws {
    for (server, status) in [
      (try Server(), "421"), (try Server("--allowed-host", "desk.example"), "200"),
    ] {
      let socket = try server.socket()
      try socket.send("GET /livez HTTP/1.1\r\nHost: desk.example\r\nConnection: close\r\n\r\n")
      #expect(try socket.readToEnd().hasPrefix("HTTP/1.1 \(status)"))
    }
  }

  @Test func `beyond this machine a token is made and told once, unless it goes without by name`()
    throws
  {
    let server = try Server("--host", "0.0.0.0")
    let line = try server.command.errorLine(with: "token for this run")
    let token = String(line.split(separator: " ").last ?? "")
    #expect(token.utf8.count == 43)
    let delete = "DELETE /v1/articles/a HTTP/1.1"
    #expect(try status(server, delete) == "HTTP/1.1 401")
    #expect(try status(server, "\(delete)\r\nAuthorization: Bearer \(token)") == "HTTP/1.1 404")

    let open = try Server("--host", "0.0.0.0", "--allow-unauthenticated")
    #expect(try status(open, delete) == "HTTP/1.1 404")
  }
}
