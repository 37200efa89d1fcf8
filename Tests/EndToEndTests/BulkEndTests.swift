import Glibc
import Testing

/// Bulk submissions that the process, the client or the disk ends in the middle.
@Suite struct `a bulk submission` {
  private static let head =
    "POST /v1/articles HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-ndjson\r\n"
    + "Transfer-Encoding: chunked\r\n\r\n"

  private func chunk(_ text: String) -> String {
    "\(String(text.utf8.count, radix: 16))\r\n\(text)\r\n"
  }

  private func begun(_ server: Server) throws -> RawSocket {
    let socket = try server.socket()
    try socket.send(Self.head + chunk("{\"id\": \"one\", \"content\": \"One\"}\n"))
    #expect(try socket.read(through: "\r\n\r\n").hasPrefix("HTTP/1.1 200 "))
    #expect(try socket.read(through: "\n\r\n").contains("\"status\":201"))
    return socket
  }

  /// The last line of an answer that is whole: the last chunk follows it.
  private func ending(_ socket: RawSocket) throws -> JSON {
    let rest = try socket.readToEnd()
    #expect(rest.hasSuffix("\n\r\n0\r\n\r\n"))
    let lines = rest.split { $0.isNewline }.filter { $0.hasPrefix("{") }
    return try JSON(Array(try #require(lines.last).utf8))
  }

  private func expect(_ line: JSON, _ type: String, line number: Int, taken: Int) throws {
    #expect(try line["complete"].bool == false)
    #expect(try line["line"].int == number)
    #expect(try line["taken"].int == taken)
    #expect(try line["problem"]["type"].string == "/problems/\(type)")
  }

  @Test func `that a stop cuts off says where, and what it has answered is kept`() throws {
    let folder = try TemporaryFolder()
    let words = ["--data", "\(folder.path)/data", "--set", "timeouts.stopSeconds=2"]
    let server = try Server(words)
    try server.isReady()
    let socket = try begun(server)
    try socket.send(chunk("{\"id\": \"two\", \"content\": \"Two\"}\n{\"id\": \"thr"))
    #expect(try socket.read(through: "\n\r\n").contains("\"line\":2"))
    server.command.signal(SIGTERM)
    try expect(ending(socket), "stopping", line: 3, taken: 2)
    #expect(try server.command.outcome().end == .exit(0))
    let again = try Server(words)
    try again.isReady()
    #expect(try again.client.get("/v1/articles").json["total"].int == 2)
  }

  @Test func `that comes to its end while the service stops is complete`() throws {
    let server = try Server()
    let socket = try begun(server)
    server.command.signal(SIGTERM)
    _ = try server.command.errorLine(with: "stopping")
    try socket.send(chunk("{\"id\": \"two\", \"content\": \"Two\"}\n") + "0\r\n\r\n")
    #expect(try ending(socket)["status"].int == 201)
    #expect(try server.command.outcome().end == .exit(0))
  }

  @Test func `whose content is none any more says where`() throws {
    let server = try Server()
    let socket = try begun(server)
    try socket.send("no chunk\r\n")
    try expect(ending(socket), "malformed-chunk-size", line: 2, taken: 1)
  }

  @Test func `whose client says no more says where`() throws {
    let server = try Server()
    let socket = try begun(server)
    try socket.send(chunk("{\"id\": \"two\""))
    socket.endSending()
    try expect(ending(socket), "incomplete-request", line: 2, taken: 1)
  }

  @Test func `that pauses too long says where`() throws {
    let server = try Server("--set", "timeouts.contentPauseSeconds=1")
    try expect(ending(begun(server)), "content-timeout", line: 2, taken: 1)
  }

  @Test func `is a restore that a restart leaves as it is`() throws {
    let folder = try TemporaryFolder()
    let source = try Server()
    for name in ["harbour-tram", "salt-line"] {
      let document = try FixtureArticles.bytes(name)
      #expect(try source.client.post("/v1/articles", document).status == 201)
    }
    #expect(try source.client.put("/v1/articles/mine", "Mine\n").status == 201)
    #expect(try source.client.put("/v1/articles/mine", "Mine, again\n").status == 200)
    let lines = ["Accept: application/x-ndjson"]
    let path = "/v1/articles?view=source"
    let backup = try source.client.get(path, lines).content
    let words = ["--data", "\(folder.path)/data"]
    let target = try Server(words)
    try target.isReady()
    #expect(try target.client.put("/v1/articles/mine", "Another\n").status == 201)
    let results = try target.client.post(
      "/v1/articles?mode=upsert&results=errors", backup, type: "application/x-ndjson")
    let summary = try results.json
    #expect(try summary["created"].int == 2)
    #expect(try summary["replaced"].int == 1)
    #expect(try summary["complete"].bool)
    #expect(try target.client.get(path, lines).content == backup)
    target.command.signal(SIGTERM)
    #expect(try target.command.outcome().end == .exit(0))
    let again = try Server(words)
    try again.isReady()
    #expect(try again.client.get(path, lines).content == backup)
    for sort in ["createdAt", "-createdAt", "updatedAt", "-updatedAt", "title", "publishedAt"] {
      let ids = try [source, again].map { server in
        try server.client.get("/v1/articles?sort=\(sort)").json["items"].items
          .map { try $0["id"].string }
      }
      #expect(ids[0] == ids[1])
    }
  }
}
