import Foundation
import Glibc
import Testing

/// What the disk does to a running service: calls that fail, and room that runs out.
///
/// These need tools of the system: `strace` to make calls fail, and a right that containers seldom
/// have to mount a small disk. Where they are not there the tests are reported as skipped, with the
/// reason.
@Suite struct `a disk that fails` {
  let folder: TemporaryFolder
  var data: String { "\(folder.path)/data" }

  init() throws { folder = try TemporaryFolder() }

  static let needsStrace: Comment = "did not run: strace is not here, or may not trace"
  static let canTrace: Bool = {
    let trial = try? Command(["-o", "/dev/null", "/bin/true"], tool: Tracer.path).outcome()
    return trial?.end == .exit(0)
  }()

  /// Makes system calls of a process fail, as long as it is there.
  private final class Tracer {
    static let path = "/usr/bin/strace"
    private let command: Command

    /// `fault` is what strace injects: `fdatasync:error=EIO`; only in calls on this file, if given.
    init(_ process: pid_t, _ fault: String, file: String? = nil) throws {
      let call = fault.split(separator: ":").first ?? ""
      command = try Command(
        [
          "-f", "-p", "\(process)", "-o", "/dev/null", "-e", "trace=\(call)", "-e",
          "inject=\(fault)",
        ]
          + (file.map { ["-P", $0] } ?? []),
        tool: Self.path)
      _ = try command.errorLine(with: "attached")
    }

    /// Lets the process go. Killed, since it may be started with all other signals blocked; the
    /// system goes on with what is traced (ptrace(2)).
    func stop() throws {
      command.signal(SIGKILL)
      _ = try command.outcome()
    }
  }

  private func started() throws -> Server {
    let server = try Server("--data", data)
    try server.isReady()
    return server
  }

  private func expectArticles(_ ids: [String], on server: Server) throws {
    let items = try server.client.get("/v1/articles").json["items"].items
    #expect(try items.map { try $0["id"].string } == ids)
    for id in ids { #expect(try server.client.get("/v1/articles/\(id)/source").text == id) }
  }

  private func put(_ id: String, on server: Server) throws -> CurlClient.Response {
    try server.client.put("/v1/articles/\(id)", id)
  }

  private func problem(_ answer: CurlClient.Response) throws -> String {
    "\(answer.status) \(try answer.json["type"].string)"
  }

  @Test(.enabled(if: canTrace, needsStrace))
  func `after a sync that failed writes are refused until the next start, and reads go on`() throws
  {
    let server = try started()
    #expect(try put("a", on: server).status == 201)
    let tracer = try Tracer(server.command.id, "fdatasync:error=EIO")
    let answer = try put("b", on: server)
    #expect(try problem(answer) == "503 /problems/store-failed")
    #expect(answer["Retry-After"] == "60")
    try tracer.stop()
    // The disk answers again; what it has of the pages before is not known.
    #expect(try problem(put("c", on: server)) == "503 /problems/store-failed")
    #expect(try problem(server.client.delete("/v1/articles/a")) == "503 /problems/store-failed")
    // Who looks whether it is ready learns of it, and why.
    #expect(try problem(server.client.get("/readyz")) == "503 /problems/not-ready")
    let metrics = try server.client.get("/metrics").text
    #expect(metrics.contains("counterpoint_unready{reason=\"writes-refused\"} 1\n"))
    #expect(try server.client.get("/livez").status == 200)
    try expectArticles(["a"], on: server)
    #expect(try server.command.errorLine(with: "writing failed").contains(data))
    server.command.signal(SIGTERM)
    #expect(try server.command.outcome().end == .exit(0))

    let again = try started()
    #expect(try again.client.get("/v1/articles/a/source").text == "a")
    #expect(try again.client.get("/v1/articles/c").status == 404)
    #expect(try put("d", on: again).status == 201)
  }

  @Test(.enabled(if: canTrace, needsStrace))
  func `a sync that fails while the log is copied counts as well`() throws {
    let server = try started()
    let tracer = try Tracer(
      server.command.id, "fdatasync:error=EIO", file: "\(data)/counterpoint.sqlite")
    let long = String(repeating: "long text ", count: 700_000)
    var refused = 0
    for number in 1...6 where refused == 0 {
      let answer = try server.client.put("/v1/articles/a\(number)", "\(number) \(long)")
      if answer.status == 503 { refused = number } else { #expect(answer.status == 201) }
    }
    #expect(refused > 1)
    try tracer.stop()
    #expect(try problem(put("b", on: server)) == "503 /problems/store-failed")
    server.command.signal(SIGKILL)
    _ = try server.command.outcome()
    let again = try started()
    #expect(try again.client.get("/v1/articles").json["total"].int == refused - 1)
  }

  @Test(.enabled(if: canTrace, needsStrace))
  func `a bulk submission ends where its lines cannot be kept any more`() throws {
    let server = try started()
    #expect(try put("a", on: server).status == 201)
    let tracer = try Tracer(server.command.id, "fdatasync:error=EIO")
    let socket = try server.socket()
    let line = "{\"id\": \"b\", \"content\": \"b\"}\n"
    try socket.send(
      "POST /v1/articles HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-ndjson\r\n"
        + "Content-Length: 1000000\r\n\r\n" + line)
    // What is still to come is not waited for.
    let answer = try socket.readToEnd()
    try tracer.stop()
    #expect(answer.hasPrefix("HTTP/1.1 200 "))
    #expect(answer.hasSuffix("\n\r\n0\r\n\r\n"))
    let results = try answer.split { $0.isNewline }.filter { $0.hasPrefix("{") }
      .map { try JSON(Array($0.utf8)) }
    try #require(results.count == 2)
    for result in results {
      #expect(try result["line"].int == 1)
      #expect(try result["status"].int == 503)
      #expect(try result["problem"]["type"].string == "/problems/store-failed")
    }
    #expect(try results[1]["complete"].bool == false)
    #expect(try results[1]["taken"].int == 0)
    try expectArticles(["a"], on: server)
  }

  @Test(
    .enabled(if: canTrace, needsStrace),
    arguments: [
      ("pwrite64:error=EIO", "503 /problems/store-failed"),
      ("pwrite64:error=ENOSPC", "507 /problems/disk-full"),
    ])
  func `a write that failed changes nothing, and the next one may succeed`(
    fault: String, says: String
  ) throws {
    let server = try started()
    #expect(try put("a", on: server).status == 201)
    let tracer = try Tracer(server.command.id, fault)
    #expect(try problem(put("b", on: server)) == says)
    #expect(try problem(server.client.delete("/v1/articles/a")) == says)
    try expectArticles(["a"], on: server)
    try tracer.stop()
    #expect(try put("c", on: server).status == 201)
    try expectArticles(["a", "c"], on: server)
    server.command.signal(SIGKILL)
    _ = try server.command.outcome()
    try expectArticles(["a", "c"], on: started())
  }

  private func found(_ word: String, on server: Server) throws -> [String] {
    try server.client.get("/v1/search?q=\(word)").json["items"].items.map {
      try $0["article"]["id"].string
    }
  }

  @Test(
    .enabled(if: canTrace, needsStrace), arguments: ["pwrite64:error=ENOSPC", "pwrite64:error=EIO"])
  func `an index that cannot be written fails searches alone, until it can be`(fault: String) throws
  {
    let server = try started()
    #expect(try put("a", on: server).status == 201)
    #expect(try found("a", on: server) == ["a"])
    let tracer = try Tracer(server.command.id, fault, file: "\(data)/index.sqlite-wal")
    #expect(try put("b", on: server).status == 201)
    #expect(
      try problem(server.client.get("/v1/search?q=b")) == "503 /problems/store-failed")
    #expect(
      try problem(server.client.get("/v1/articles?q=b")) == "503 /problems/store-failed")
    try expectArticles(["a", "b"], on: server)
    #expect(try server.client.delete("/v1/articles/a").status == 204)
    #expect(try server.command.errorLine(with: "index.sqlite").contains("index.sqlite: "))
    try tracer.stop()
    #expect(try found("b", on: server) == ["b"])
    #expect(try found("a", on: server) == [])
    #expect(try put("c", on: server).status == 201)
    #expect(try found("c", on: server) == ["c"])
  }

  @Test(.enabled(if: canTrace, needsStrace))
  func `an index whose sync failed is given up, and made anew at the next start`() throws {
    let server = try started()
    #expect(try put("a", on: server).status == 201)
    // Only when it is closed it is waited for.
    let tracer = try Tracer(
      server.command.id, "fdatasync:error=EIO", file: "\(data)/index.sqlite-wal")
    #expect(try found("a", on: server) == ["a"])
    server.command.signal(SIGTERM)
    let outcome = try server.command.outcome()
    #expect(outcome.end == .exit(0))
    #expect(outcome.errors.contains("\(data)/index.sqlite: it is given up"))
    try tracer.stop()
    let files = try FileManager.default.contentsOfDirectory(atPath: data).sorted()
    #expect(files == ["counterpoint.sqlite", "lock"])
    let again = try started()
    #expect(try found("a", on: again) == ["a"])
  }
}

/// A disk of its own, in memory, of few bytes.
@Suite struct `a small disk` {
  static let needsMount: Comment = "did not run: mounting a disk needs the right to, as root has"
  static let canMount: Bool = {
    guard let folder = try? TemporaryFolder() else { return false }
    return (try? SmallDisk(at: folder.path, options: "size=64k")) != nil
  }()

  private final class SmallDisk {
    let path: String

    init(at path: String, options: String) throws {
      // Right because the call reads the texts, which end with a NUL.
      guard unsafe mount("tmpfs", path, "tmpfs", 0, options) == 0 else {
        throw RawSocket.Fault(errno: errno)
      }
      self.path = path
    }

    func remount(readOnly: Bool) {
      let flags = UInt(MS_REMOUNT) | (readOnly ? UInt(MS_RDONLY) : 0)
      #expect(unsafe mount("tmpfs", path, "tmpfs", flags, nil) == 0)
    }

    // Lazily, since a process that is not gone yet may still use it. Right because the call reads the
    // path.
    deinit { _ = unsafe umount2(path, Int32(MNT_DETACH)) }
  }

  @Test(.enabled(if: canMount, needsMount))
  func `that is full answers 507, is read on, and is written again once there is room`() throws {
    let folder = try TemporaryFolder()
    let disk = try SmallDisk(at: folder.path, options: "size=5m")
    // Room that is freed later: enough for an index that is made anew beside the one that had none.
    try folder.write([UInt8](repeating: 0, count: 3 << 20), to: "ballast")
    let server = try Server("--data", "\(disk.path)/data")
    try server.isReady()
    var kept: [String] = []
    var full: CurlClient.Response?
    for number in 1...100 where full == nil {
      let body = (0..<4_000).map { "word\(number)x\($0) " }.joined()
      let answer = try server.client.put("/v1/articles/a\(number)", "\(number)\n\n\(body)")
      if answer.status == 201 { kept.append("a\(number)") } else { full = answer }
    }
    #expect(full?.status == 507)
    #expect(try full?.json["type"].string == "/problems/disk-full")
    #expect(kept.count > 1)
    func ids() throws -> [String] {
      try server.client.get("/v1/articles").json["items"].items.map { try $0["id"].string }
    }
    #expect(try ids() == kept)
    #expect(try server.client.get("/v1/articles/a1/source").text.hasPrefix("1\n"))

    try FileManager.default.removeItem(atPath: "\(disk.path)/ballast")
    #expect(try server.client.put("/v1/articles/b", "b").status == 201)
    #expect(try ids() == kept + ["b"])
    server.command.signal(SIGKILL)
    _ = try server.command.outcome()
    let again = try Server("--data", "\(disk.path)/data")
    try again.isReady()
    #expect(
      try again.client.get("/v1/articles").json["items"].items.map { try $0["id"].string }
        == kept + ["b"])
  }

  @Test(.enabled(if: canMount, needsMount))
  func `without room for a database, or that may only be read, stops the start`() throws {
    let folder = try TemporaryFolder()
    let disk = try SmallDisk(at: folder.path, options: "size=8k")
    let data = "\(disk.path)/data"
    let full = try Command.run("serve", "--port", "0", "--data", data)
    #expect(full.end == .exit(1))
    #expect(full.errors.contains("there is no room left on its disk; make some."), "\(full.errors)")
    #expect(full.errors.split(separator: "\n").count == 1)

    disk.remount(readOnly: true)
    let readOnly = try Command.run("serve", "--port", "0", "--data", data)
    #expect(readOnly.end == .exit(1))
    #expect(
      readOnly.errors
        == "Error: \(data): it cannot be written; --data needs a folder that this user may write.\n"
    )
  }
}
