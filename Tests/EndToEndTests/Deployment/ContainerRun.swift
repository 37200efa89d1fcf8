import Testing

@testable import counterpoint

/// A container as a file would have it run: which words the binary is started with, and in which
/// environment. The real binary says what it makes of that.
struct ContainerRun {
  /// The words behind the binary's name.
  let words: [String]
  let environment: [String: String]

  static let token = "0123456789abcdef"

  /// The configuration that would be in force. What the binary does not know fails.
  func configuration() throws -> JSON {
    let outcome = try Command(words + ["--print-config"], environment: environment).outcome()
    #expect(outcome.end == .exit(0), "\(outcome.errors)")
    return try JSON(outcome.output)
  }

  /// The service with those words and in that environment, but for what would be the container's
  /// own: the address, the port, and the folder.
  func service(in folder: TemporaryFolder) throws -> Server {
    try #require(words.first == "serve")
    let server = try Server(
      ["--host", "127.0.0.1", "--data", "\(folder.path)/data"] + words.dropFirst(),
      environment: environment)
    try server.isReady()
    return server
  }

  /// Asks as a health check of these words would; the binary's own path stands in front.
  func expectHealthy(_ check: [String], _ server: Server) throws {
    #expect(try check.first == Dockerfile().command("ENTRYPOINT").first)
    var environment = environment
    environment["COUNTERPOINT_PORT"] = "\(server.port)"
    let outcome = try Command(Array(check.dropFirst()), environment: environment).outcome()
    #expect(outcome.end == .exit(0), "\(outcome.errors)")
  }

  /// Writes under the name by which others reach it, and must have the token for that.
  func expectReachable(under host: String, _ server: Server) throws {
    let socket = try server.socket()
    try socket.send(
      "PUT /v1/articles/a HTTP/1.1\r\nHost: \(host)\r\nAuthorization: Bearer \(Self.token)\r\n"
        + "Content-Type: text/plain\r\nContent-Length: 5\r\nConnection: close\r\n\r\nTrams")
    #expect(try socket.readToEnd().hasPrefix("HTTP/1.1 201 "))
    #expect(try server.client.put("/v1/articles/b", "Trams").status == 401)
  }

  /// Asks under a name.
  static func expectAnswer(under host: String, _ server: Server) throws {
    let socket = try server.socket()
    try socket.send("GET /v1/articles HTTP/1.1\r\nHost: \(host)\r\nConnection: close\r\n\r\n")
    #expect(try socket.readToEnd().hasPrefix("HTTP/1.1 200 "), "\(host)")
  }

  /// All that may be held at once fits into the memory that there is, with an eighth left: a document
  /// costs some five times its size. It is what the defaults are in that memory.
  func expectFits(into memory: Int) throws {
    let configuration = try configuration()
    let keys = [
      "storeBytes", "memoryBytes", "cacheBytes", "contentInFlightBytes", "connections",
    ]
    let values = try keys.map { key in
      #expect(try configuration["limits.\(key)"]["from"].string != "default", "\(key)")
      return try configuration["limits.\(key)"]["value"].int
    }
    #expect(5 * values[0] + values[1] + values[2] + values[3] <= memory / 8 * 7)
    let plan = MemoryPlan(available: memory, threads: 2)
    #expect(
      values == [
        plan.storeBytes, plan.memoryBytes, plan.cacheBytes, plan.contentInFlightBytes,
        plan.connections,
      ])
  }
}
