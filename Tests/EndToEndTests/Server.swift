/// `counterpoint serve` on a port of its own, for one test.
final class Server {
  let command: Command
  /// `http://127.0.0.1:PORT`.
  let url: String
  let port: UInt16
  let client: CurlClient

  /// Starts it and waits until it listens.
  convenience init(_ arguments: String..., environment: [String: String] = [:]) throws {
    try self.init(arguments, environment: environment)
  }

  /// The same.
  init(_ arguments: [String], environment: [String: String] = [:]) throws {
    command = try Command(
      ["serve", "--port", "0", "--loops", "1"] + arguments, environment: environment)
    let line = try command.errorLine(with: "listening on")
    url = try JSON(Array(line.utf8))["url"].string
    port = UInt16(url.split(separator: ":").last ?? "") ?? 0
    client = try CurlClient(base: url)
  }

  /// Waits until it is ready.
  func isReady() throws {
    try Deadline().wait(until: "the service is ready") { try client.get("/readyz").status == 200 }
  }

  /// A socket of its own to the server.
  func socket() throws -> RawSocket { try RawSocket(port: port) }
}
