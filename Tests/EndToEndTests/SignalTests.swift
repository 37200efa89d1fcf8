import Foundation
import Testing

/// Signals that do not end the process.
@Suite struct `signals` {
  private let old = "0123456789abcdef-old"
  private let new = "0123456789abcdef-new"

  /// What a write is answered that shows this token: 401, or 404 for there is nothing to delete.
  private func status(_ server: Server, _ token: String) throws -> Int {
    try server.client.delete("/v1/articles/a", ["Authorization: Bearer \(token)"]).status
  }

  /// Sends SIGHUP and gives the line of the log that says what came of it.
  private func hangUp(_ server: Server, _ words: String) throws -> JSON {
    server.command.signal(SIGHUP)
    return try JSON(Array(server.command.errorLine(with: words).utf8))
  }

  @Test func `SIGHUP has the file of the token read again, and what is no token changes nothing`()
    throws
  {
    let folder = try TemporaryFolder()
    let path = try folder.write("\(old)\n", to: "token")
    let server = try Server("--token-file", path)
    #expect(try status(server, old) == 404)
    #expect(try status(server, new) == 401)

    try folder.write("\(new)\n", to: "token")
    #expect(try status(server, new) == 401)
    let another = try hangUp(server, "is another")
    #expect(try another["message"].string == "the token was read again, and is another")
    #expect(try another["level"].string == "notice")
    #expect(try status(server, old) == 401)
    #expect(try status(server, new) == 404)
    #expect(try hangUp(server, "is the same")["level"].string == "notice")
    #expect(try status(server, new) == 404)

    try folder.write("short", to: "token")
    let wrong = try hangUp(server, "has 5 characters")
    #expect(try wrong["level"].string == "error")
    #expect(try wrong["message"].string.hasPrefix("the token stays as it was: \(path): what it"))
    #expect(try status(server, new) == 404)
    try FileManager.default.removeItem(atPath: path)
    #expect(try hangUp(server, "there is no such file")["level"].string == "error")
    #expect(try status(server, new) == 404)

    server.command.signal(SIGTERM)
    let outcome = try server.command.outcome()
    #expect(outcome.end == .exit(0))
    #expect(!outcome.errors.contains(old) && !outcome.errors.contains(new))
  }

  @Test func `SIGHUP has the token read again that is kept with the data`() throws {
    let folder = try TemporaryFolder()
    let data = "\(folder.path)/data"
    let server = try Server("--data", data, "--host", "0.0.0.0")
    let line = try server.command.errorLine(with: "token for this run")
    let made = String(try #require(line.split(separator: " ").last))
    try server.isReady()
    #expect(try status(server, made) == 404)
    try folder.write(new, to: "data/token")
    _ = try hangUp(server, "is another")
    #expect(try status(server, made) == 401)
    #expect(try status(server, new) == 404)
    // It is not made anew where it is gone: that is for a start.
    try FileManager.default.removeItem(atPath: "\(data)/token")
    _ = try hangUp(server, "there is no such file")
    #expect(try status(server, new) == 404)
    #expect(!FileManager.default.fileExists(atPath: "\(data)/token"))
  }

  @Test(arguments: [[:], ["COUNTERPOINT_ACCESS_TOKEN": "0123456789abcdef-old"]])
  func `SIGHUP changes nothing without a file`(environment: [String: String]) throws {
    let server = try Server([], environment: environment)
    #expect(try hangUp(server, "SIGHUP changes nothing")["level"].string == "notice")
    #expect(try status(server, old) == 404)
  }

  @Test func `SIGHUP does not end a process that starts or stops`() throws {
    let folder = try TemporaryFolder()
    let pipe = "\(folder.path)/token"
    // Right because the call reads the path only.
    #expect(unsafe mkfifo(pipe, 0o600) == 0)
    // It waits for its token.
    let command = try Command(["serve", "--port", "0", "--loops", "1", "--token-file", pipe])
    let writer = unsafe open(pipe, O_WRONLY)
    command.signal(SIGHUP)
    _ = unsafe write(writer, old, old.utf8.count)
    close(writer)
    _ = try command.errorLine(with: "listening on")
    // Nobody writes the token that it was told to read again, and it stops all the same.
    command.signal(SIGTERM)
    #expect(try command.outcome().end == .exit(0))

    let server = try Server()
    let socket = try server.socket()
    try socket.send("POST /v1/analyze HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\n\r\n")
    #expect(try server.client.get("/livez").status == 200)
    server.command.signal(SIGTERM)
    _ = try server.command.errorLine(with: "stopping")
    server.command.signal(SIGHUP)
    _ = try server.command.errorLine(with: "SIGHUP changes nothing")
    try socket.send("x")
    #expect(try socket.response().status == 200)
    #expect(try server.command.outcome().end == .exit(0))
  }

  @Test(arguments: [SIGPIPE, SIGUSR1, SIGUSR2, SIGXFSZ])
  func `others that mean nothing here do not end the process`(signal: Int32) throws {
    let server = try Server()
    server.command.signal(signal)
    #expect(try server.client.get("/livez").status == 200)
    server.command.signal(SIGTERM)
    #expect(try server.command.outcome().end == .exit(0))
  }

  @Test func `a limit of the size of files refuses writes, and reading goes on`() throws {
    let folder = try TemporaryFolder()
    let data = "\(folder.path)/data"
    let first = try Server("--data", data)
    try first.isReady()
    #expect(try first.client.put("/v1/articles/a", "Trams").status == 201)
    first.command.signal(SIGTERM)
    #expect(try first.command.outcome().end == .exit(0))
    // In blocks of 512 bytes; more than the file that the thread sanitizer begins with.
    let command = try Command(
      [
        "-c", "ulimit -f 4096 && exec \"$0\" \"$@\"", Command.path, "serve", "--port", "0",
        "--data",
        data,
      ], tool: "/bin/sh")
    let line = try JSON(Array(command.errorLine(with: "listening on").utf8))
    let client = try CurlClient(base: line["url"].string)
    try Deadline().wait(until: "it is ready") { try client.get("/readyz").status == 200 }
    let text = String(repeating: "text ", count: 600_000)
    #expect(try [503, 507].contains(client.put("/v1/articles/b", text).status))
    #expect(try client.get("/v1/articles/a").status == 200)
    command.signal(SIGTERM)
    #expect(try command.outcome().end == .exit(0))
  }
}
