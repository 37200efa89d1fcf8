import Glibc
import Testing

@Suite struct `loading` {
  @Test func `files and folders are stored before requests are wanted`() throws {
    let folder = try TemporaryFolder()
    try folder.write("Bridges\n\nPros: short.\n", to: "more/deep/b.txt")
    try folder.write("Ferries\n\nPros: cheap.\n", to: "more/a.txt")
    try folder.write("# Canals\n\n**Pros:** wide.\n", to: "more/canals.md")
    try folder.write("no article", to: "more/notes.html")
    let single = try folder.write("Trams\n\nPros: quiet.\n", to: "single.article")
    let server = try Server("--load", single, "\(folder.path)/more")
    try server.isReady()
    let items = try server.client.get("/v1/articles").json["items"].items
    #expect(try items.map { try $0["title"].string } == ["Trams", "Ferries", "Canals", "Bridges"])
  }

  @Test func `a link back to a folder above is not followed`() throws {
    let folder = try TemporaryFolder()
    try folder.write("Bridges\n\nPros: short.\n", to: "b.txt")
    // Right because the call reads the paths only.
    #expect(unsafe symlink(folder.path, "\(folder.path)/again") == 0)
    let server = try Server("--load", folder.path)
    try server.isReady()
    #expect(try server.client.get("/v1/articles").json["total"].int == 1)
    #expect(try server.command.errorLine(with: "loaded").contains("\"documents\":1}"))
  }

  @Test func `until all is loaded the service lives and is not ready`() throws {
    let folder = try TemporaryFolder()
    let pipe = "\(folder.path)/slow.txt"
    // Right because the call reads the path only.
    #expect(unsafe mkfifo(pipe, 0o600) == 0)
    let server = try Server("--load", pipe)
    let waiting = try server.client.get("/readyz")
    #expect(waiting.status == 503)
    #expect(waiting["Retry-After"] == "1")
    #expect(try server.client.get("/livez").status == 200)
    let writer = unsafe open(pipe, O_WRONLY)
    let text = "Trams\n\nPros: quiet.\n"
    _ = unsafe write(writer, text, text.utf8.count)
    close(writer)
    try server.isReady()
    #expect(try server.client.get("/v1/articles").json["total"].int == 1)
  }

  @Test func `a folder without articles stops the start`() throws {
    let folder = try TemporaryFolder()
    try folder.write("no article", to: "notes.html")
    let outcome = try Command.run("serve", "--port", "0", "--load", folder.path)
    #expect(outcome.end == .exit(1))
    #expect(
      outcome.errors == "Error: \(folder.path): there is no file *.txt or *.md in this folder.\n")
  }

  @Test func `a file that is no text stops the start with its path and place`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write([0x61, 0xFF], to: "binary.txt")
    let outcome = try Command.run("serve", "--port", "0", "--load", path)
    #expect(outcome.end == .exit(1))
    #expect(outcome.errors.contains("\(path): The byte at offset 1 of the document"))
  }

  @Test func `a file of another kind stops the start with its path and kind`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("%PDF-1.7", to: "report.txt")
    let outcome = try Command.run("serve", "--port", "0", "--load", path)
    #expect(outcome.end == .exit(1))
    #expect(outcome.errors.contains("\(path): this is a PDF, which is not read;"))
  }

  @Test func `a file beyond the limit stops the start`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("Trams\n\nPros: quiet.\n", to: "trams.txt")
    let outcome = try Command.run(
      "serve", "--port", "0", "--set", "limits.contentBytes=19", "--load", path)
    #expect(outcome.end == .exit(1))
    #expect(outcome.errors.contains("\(path): it is larger than 19 bytes, the limit."))
    let server = try Server("--set", "limits.contentBytes=20", "--load", path)
    try server.isReady()
  }

  @Test func `no more is made of any document than limits.pieces says, wherever it comes from`()
    throws
  {
    let folder = try TemporaryFolder()
    let text = "Trams\n\nPros: quiet; narrow; cheap; clean\n"
    let path = try folder.write(text, to: "trams.txt")
    let data = "\(folder.path)/data"
    func expect(_ count: Int, _ article: JSON) throws {
      #expect(try article["pros"].items.count == count)
      #expect(try article["diagnostics"].items.map { try $0["code"].string } == ["too-many-pieces"])
    }
    let server = try Server("--set", "limits.pieces=3", "--data", data, "--load", path)
    try server.isReady()
    let client = server.client
    let id = try client.get("/v1/articles").json["items"][0]["id"].string
    let stored = try client.get("/v1/articles/\(id)")
    try expect(3, stored.json)
    try expect(3, client.post("/v1/analyze", Array(text.utf8)).json)
    try expect(3, client.put("/v1/articles/mine", text + "- and more\n").json)
    server.command.signal(SIGTERM)
    #expect(try server.command.outcome().end == .exit(0))
    let again = try Server(
      "--data", data, environment: ["COUNTERPOINT_LIMITS_PIECES": "2"])
    try again.isReady()
    let other = try again.client.get("/v1/articles/\(id)")
    try expect(2, other.json)
    #expect(other["ETag"] != stored["ETag"])
  }

  @Test func `a store without room stops the start`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("Trams\n\nPros: quiet.\n", to: "trams.txt")
    let outcome = try Command.run(
      "serve", "--port", "0", "--set", "limits.storeBytes=1000", "--load", path)
    #expect(outcome.end == .exit(1))
    #expect(outcome.errors.contains("\(path): the store has no room for it"))
  }
}
