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

  @Test func `through a proxy, writing needs a token, and reading does not`() throws {
    let mark = "X-Forwarded-For: 192.0.2.1"
    let delete = "DELETE /v1/articles/a HTTP/1.1"
    let server = try Server()
    try server.isReady()
    #expect(try status(server, "\(delete)\r\n\(mark)") == "HTTP/1.1 403")
    #expect(try status(server, delete) == "HTTP/1.1 404")
    #expect(try status(server, "GET /v1/articles HTTP/1.1\r\n\(mark)") == "HTTP/1.1 200")

    let guarded = try Server(environment: ["COUNTERPOINT_ACCESS_TOKEN": Self.token])
    try guarded.isReady()
    #expect(try status(guarded, "\(delete)\r\n\(mark)") == "HTTP/1.1 401")
    let credentials = "Authorization: Bearer \(Self.token)"
    #expect(try status(guarded, "\(delete)\r\n\(mark)\r\n\(credentials)") == "HTTP/1.1 404")

    let open = try Server("--allow-unauthenticated")
    try open.isReady()
    #expect(try status(open, "\(delete)\r\n\(mark)") == "HTTP/1.1 404")
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
