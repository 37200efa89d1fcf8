import Foundation
import Glibc
import Testing

/// `backup`, `restore` and `compact`, as people call them.
@Suite struct `a backup of a data folder` {
  private let folder: TemporaryFolder
  private var data: String { "\(folder.path)/data" }
  private var file: String { "\(folder.path)/articles.backup" }
  private var other: String { "\(folder.path)/other" }

  init() throws { folder = try TemporaryFolder() }

  private func started(_ data: String) throws -> Server {
    let server = try Server("--data", data)
    try server.isReady()
    return server
  }

  private func stop(_ server: Server) throws {
    server.command.signal(SIGTERM)
    #expect(try server.command.outcome().end == .exit(0))
  }

  /// What a command that succeeds says.
  private func output(_ words: String...) throws -> String {
    let outcome = try Command(words).outcome()
    #expect(outcome.end == .exit(0), "\(outcome.errors)")
    #expect(outcome.errors == "")
    return String(decoding: outcome.output, as: UTF8.self)
  }

  /// The one line of a command that is refused.
  private func refusal(_ words: String...) throws -> String {
    let outcome = try Command(words).outcome()
    #expect(outcome.end == .exit(1))
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.split(separator: "\n").count == 1, "\(outcome.errors)")
    return outcome.errors
  }

  @Test func `is made while the service runs, and brought back under another epoch`() throws {
    let server = try started(data)
    #expect(try server.client.put("/v1/articles/a", "Trams\n\nPros: quiet.\n").status == 201)
    #expect(
      try output("backup", "--data", data, file).hasPrefix("\(file): 1 article, "))
    #expect(try server.client.put("/v1/articles/b", "Buses").status == 201)
    let changes = try server.client.get("/v1/changes").json
    #expect(
      try refusal("compact", "--data", data)
        == "Error: \(data): another process uses this folder; stop it, or choose another folder.\n")
    #expect(
      try refusal("backup", "--data", data, file)
        == "Error: \(file): it is there already; choose another name, or add --replace.\n")
    try stop(server)

    #expect(try refusal("restore", "--data", data, file).contains("this folder has articles (2)"))
    #expect(
      try output("restore", "--data", other, file)
        == "\(other): 1 article, under a new epoch of the change feed\n")
    let restored = try started(other)
    let read = try restored.client.get("/v1/articles").json
    #expect(try read["total"].int == 1)
    #expect(try restored.client.get("/v1/search?q=quiet").json["total"].int == 1)
    let epoch = try changes["epoch"].string
    #expect(try restored.client.get("/v1/changes").json["epoch"].string != epoch)
    #expect(try restored.client.get("/v1/changes?after=2&epoch=\(epoch)").status == 410)
    try stop(restored)
    #expect(try output("compact", "--data", other).hasPrefix("\(other): 1 article, "))
    try stop(started(other))
  }

  @Test func `takes the folder of the environment, and says when there is none`() throws {
    try stop(started(data))
    let outcome = try Command(["backup", file], environment: ["COUNTERPOINT_DATA": data]).outcome()
    #expect(outcome.end == .exit(0))
    let missing = try Command(["backup", file]).outcome()
    #expect(missing.end == .exit(64))
    #expect(missing.errors.hasPrefix("Error: --data is missing"))
    #expect(
      try refusal("backup", "--data", "\(folder.path)/none", "\(file)2")
        == "Error: \(folder.path)/none: no articles are kept in this folder:"
        + " there is no counterpoint.sqlite in it.\n")
    #expect(!FileManager.default.fileExists(atPath: "\(folder.path)/none"))
  }

  @Test func `needs a name for its file`() throws {
    try stop(started(data))
    #expect(
      try refusal("backup", "--data", data, "--replace", folder.path)
        == "Error: \(folder.path): this is a folder or a device; name the file that is to be made.\n"
    )
    for words in [
      ["backup", "--data", data], ["restore", "--data", data], ["analyze"],
      ["vocabulary", "check"],
    ] {
      let outcome = try Command(words + [""]).outcome()
      #expect(outcome.end == .exit(64))
      #expect(outcome.errors.hasPrefix("Error: A path is empty (\"\"), and must name a file.\n"))
    }
  }

  @Test func `is written over none of the folder's own files`() throws {
    let server = try started(data)
    #expect(try server.client.put("/v1/articles/a", "Trams").status == 201)
    let own = "\(data)/counterpoint.sqlite"
    #expect(
      try refusal("backup", "--data", data, "--replace", own)
        == "Error: \(own): this is in the data folder \(data), or is one of its files; choose a place"
        + " outside the folder.\n")
    #expect(try server.client.put("/v1/articles/b", "Buses").status == 201)
    try stop(server)
    let again = try started(data)
    #expect(try again.client.get("/v1/articles").json["total"].int == 2)
    try stop(again)
  }

  @Test(arguments: ["> /dev/full", ">&-"])
  func `that is made is no failure where that cannot be told`(redirection: String) throws {
    try stop(started(data))
    for words in [
      "backup --data \(data) \(file)", "restore --data \(other) \(file)",
      "compact --data \(other)",
    ] {
      let outcome = try Command(
        ["-c", "\"$0\" \(words) \(redirection)", Command.path], tool: "/bin/sh"
      ).outcome()
      #expect(outcome.end == .exit(0))
      #expect(outcome.errors.contains(": 0 articles, "), "\(outcome.errors)")
    }
    #expect(FileManager.default.fileExists(atPath: file))
  }

  @Test func `is refused by a service that finds it in its folder`() throws {
    try stop(started(data))
    _ = try output("backup", "--data", data, file)
    try folder.write([UInt8](Data(contentsOf: URL(filePath: file))), to: "other/copy.sqlite")
    #expect(
      try refusal("serve", "--port", "0", "--data", other)
        .contains("it has no counterpoint.sqlite, but a copy of one called copy.sqlite;"))
    try FileManager.default.moveItem(
      atPath: "\(other)/copy.sqlite", toPath: "\(other)/counterpoint.sqlite")
    #expect(
      try refusal("serve", "--port", "0", "--data", other)
        .contains("this is a backup, put in place by hand;"))
  }

  @Test func `after a kill without its log is refused, and can be gone on with`() throws {
    let server = try started(data)
    #expect(try server.client.put("/v1/articles/a", "Trams\n\nPros: quiet.\n").status == 201)
    server.command.signal(SIGKILL)
    _ = try server.command.outcome()
    for name in ["counterpoint.sqlite", "index.sqlite"] {
      try FileManager.default.removeItem(atPath: "\(data)/\(name)-wal")
    }
    #expect(
      try refusal("serve", "--port", "0", "--data", data)
        .contains("\(data)/counterpoint.sqlite-wal is not there, or is empty"))
    try FileManager.default.moveItem(
      atPath: "\(data)/counterpoint.sqlite", toPath: "\(folder.path)/rest.sqlite")
    let restore = try Command(["restore", "--data", data, "\(folder.path)/rest.sqlite"]).outcome()
    #expect(restore.end == .exit(0))
    #expect(String(decoding: restore.output, as: UTF8.self).hasPrefix("\(data): 0 articles"))
    #expect(restore.errors.hasPrefix("Warning: \(folder.path)/rest.sqlite: a service had it open"))
    #expect(restore.errors.split(separator: "\n").count == 1)
    try stop(started(data))
  }

  @Test func `tells on a terminal how far it is, and takes that away at the end`() throws {
    let server = try started(data)
    #expect(try server.client.put("/v1/articles/a", "Trams").status == 201)
    try stop(server)
    let terminal = ["TERM": "xterm"]
    let backup = try Command(
      ["backup", "--data", data, file], environment: terminal, isWatched: true
    ).outcome()
    #expect(backup.errors.hasPrefix("\rcopying: 0 of about 0 MiB"))
    #expect(backup.errors.hasSuffix(" \r"))
    let restore = try Command(
      ["restore", "--data", other, file], environment: terminal, isWatched: true
    ).outcome()
    #expect(restore.errors.contains("\rchecking: 1 of 1 articles"))
    #expect(!restore.errors.contains("\n"))
  }
}
