import Foundation
import Glibc
import Testing

/// `serve --data`: what is answered outlives the process, and what cannot be used stops the start.
@Suite struct `a data folder` {
  let folder: TemporaryFolder
  var data: String { "\(folder.path)/data" }
  var database: String { "\(data)/counterpoint.sqlite" }

  init() throws { folder = try TemporaryFolder() }

  private func started(_ more: String...) throws -> Server {
    let server = try Server(["--data", data] + more)
    try server.isReady()
    return server
  }

  /// The one line of a start that is refused.
  private func refusal(_ words: [String] = []) throws -> String {
    let outcome = try Command(["serve", "--port", "0", "--data", data] + words).outcome()
    #expect(outcome.end == .exit(1))
    #expect(outcome.errors.split(separator: "\n").count == 1, "\(outcome.errors)")
    return outcome.errors
  }

  @Test(arguments: ["2>&-", "<&- >&- 2>&-"])
  func `has nothing of what is told in its files where standard error is closed`(
    redirection: String
  ) throws {
    let words = "exec \"$0\" serve --port 0 --data \"$1\" \(redirection)"
    let command = try Command(["-c", words, Command.path, data], tool: "/bin/sh")
    try Deadline().wait(until: "the folder is made") {
      FileManager.default.fileExists(atPath: "\(data)/index.sqlite")
    }
    command.signal(SIGTERM)
    #expect(try command.outcome().end == .exit(0))
    #expect(try Data(contentsOf: URL(filePath: "\(data)/lock")).isEmpty)
  }

  @Test func `is told of at the start, and used again`() throws {
    let server = try started()
    #expect(try server.command.errorLine(with: "listening").contains("are kept in \(data)\""))
    let document = try FixtureArticles.bytes("harbour-tram")
    let created = try server.client.post("/v1/articles", document)
    #expect(created.status == 201)
    let path = try #require(created["Location"])
    let tag = try #require(created["ETag"])
    #expect(try server.client.put("/v1/articles/mine", "Mine\n\nPros: quiet.\n").status == 201)
    server.command.signal(SIGTERM)
    #expect(try server.command.outcome().end == .exit(0))
    let files = try FileManager.default.contentsOfDirectory(atPath: data).sorted()
    #expect(files == ["counterpoint.sqlite", "index.sqlite", "lock"])

    let again = try started()
    let read = try again.client.get(path)
    #expect(read["ETag"] == tag)
    #expect(read.content == created.content)
    #expect(try again.client.get("\(path)/source").content == document)
    #expect(try again.client.get("/v1/articles").json["total"].int == 2)
    #expect(try again.client.post("/v1/articles", document).status == 200)
    #expect(try again.client.delete("/v1/articles/mine").status == 204)
    #expect(try again.command.errorLine(with: "the data is loaded").contains(#""articles":2}"#))
  }

  @Test func `files to load come after what it keeps, and are there once`() throws {
    let file = try folder.write("Trams\n\nPros: quiet.\n", to: "trams.txt")
    _ = try started("--load", file)
    let again = try started("--load", file)
    #expect(try again.client.get("/v1/articles").json["total"].int == 1)
  }

  @Test func `keeps the token that was made, for its user alone`() throws {
    let server = try Server("--data", data, "--host", "0.0.0.0")
    let line = try server.command.errorLine(with: "token for this run")
    #expect(line.contains("kept in \(data)/token"))
    let token = try #require(line.split(separator: " ").last)
    var status = stat()
    // Right because the call reads the path, which ends with a NUL, and writes one `stat`.
    #expect(unsafe stat("\(data)/token", &status) == 0)
    #expect(status.st_mode & 0o777 == 0o600)
    server.command.signal(SIGTERM)
    #expect(try server.command.outcome().end == .exit(0))

    let again = try Server("--data", data, "--host", "0.0.0.0")
    _ = try again.command.errorLine(with: "the data is loaded")
    let client = try CurlClient(base: "http://127.0.0.1:\(again.port)")
    let path = "/v1/articles/a"
    #expect(try client.delete(path).status == 401)
    #expect(try client.delete(path, ["Authorization: Bearer \(token)"]).status == 404)
    again.command.signal(SIGTERM)
    #expect(try !again.command.outcome().errors.contains("token for this run"))
    try folder.write("short", to: "data/token")
    #expect(
      try refusal(["--host", "0.0.0.0"])
        == "Error: \(data)/token: it holds no token; remove it to have another one made.\n")
  }

  @Test func `that another process uses is not used`() throws {
    let server = try started()
    #expect(
      try refusal()
        == "Error: \(data): another process uses this folder; stop it, or choose another folder.\n")
    #expect(try server.client.get("/v1/articles").status == 200)
  }

  @Test func `that is a file is named`() throws {
    try folder.write("text", to: "data")
    #expect(try refusal().hasPrefix("Error: \(data): this is no folder;"))
  }

  @Test func `whose file is no database is named`() throws {
    try folder.write(
      String(repeating: "no database ", count: 1_000), to: "data/counterpoint.sqlite")
    let line = try refusal()
    #expect(line.hasPrefix("Error: \(database): it is damaged (file is not a database); move"))
  }

  @Test func `whose file is damaged within stops the start while it loads`() throws {
    let server = try started()
    for number in 1...30 {
      _ = try server.client.put("/v1/articles/a\(number)", String(repeating: "text ", count: 2_000))
    }
    server.command.signal(SIGTERM)
    #expect(try server.command.outcome().end == .exit(0))
    let file = try #require(FileHandle(forUpdatingAtPath: database))
    try file.seek(toOffset: 60_000)
    try file.write(contentsOf: Data(repeating: 0xFF, count: 100_000))
    try file.close()
    let outcome = try Command.run("serve", "--port", "0", "--data", data)
    #expect(outcome.end == .exit(1))
    #expect(outcome.errors.contains("\(database): it is damaged ("))
  }
}
