import Glibc
import Testing

@Suite struct `stopping` {
  static let text = "Trams\n\nPros: quiet.\n"

  /// A request of which the server has the head, and waits for the content.
  private func halfRequest(_ server: Server) throws -> RawSocket {
    let socket = try server.socket()
    try socket.send(
      "POST /v1/analyze HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\n"
        + "Content-Length: \(Self.text.utf8.count)\r\nExpect: 100-continue\r\n\r\n")
    #expect(try socket.read(through: "\r\n\r\n").hasPrefix("HTTP/1.1 100 "))
    return socket
  }

  @Test(arguments: [SIGTERM, SIGINT])
  func `a signal ends the process with 0`(signal: Int32) throws {
    let server = try Server()
    #expect(try server.client.get("/livez").status == 200)
    server.command.signal(signal)
    #expect(try server.command.outcome().end == .exit(0))
  }

  @Test(arguments: [SIGTERM, SIGINT])
  func `a request in flight is finished, and no new one taken`(signal: Int32) throws {
    let server = try Server()
    let socket = try halfRequest(server)
    server.command.signal(signal)
    _ = try server.command.errorLine(with: "stopping")
    try Deadline().wait(until: "connections are refused") {
      do {
        _ = try server.socket()
        return false
      } catch let fault as RawSocket.Fault {
        return fault.errno == ECONNREFUSED
      }
    }
    try socket.send(Self.text)
    let answer = try socket.response()
    #expect(answer.status == 200)
    #expect(try JSON(answer.content)["title"].string == "Trams")
    #expect(try socket.readToEnd() == "")
    let outcome = try server.command.outcome()
    #expect(outcome.end == .exit(0))
    #expect(outcome.errors.contains("\"message\":\"stopped\""))
  }

  @Test func `a request that is never finished is not waited for longer than told`() throws {
    let server = try Server("--set", "timeouts.stopSeconds=0")
    let socket = try halfRequest(server)
    server.command.signal(SIGTERM)
    #expect(try server.command.outcome().end == .exit(0))
    withExtendedLifetime(socket) {}
  }

  @Test func `a log that nobody reads does not end the process`() throws {
    let server = try Server()
    server.command.stopReadingErrors()
    server.command.signal(SIGTERM)
    #expect(try server.command.outcome().end == .exit(0))
  }

  @Test func `a second signal ends the process at once`() throws {
    let server = try Server()
    let socket = try halfRequest(server)
    server.command.signal(SIGTERM)
    _ = try server.command.errorLine(with: "stopping")
    server.command.signal(SIGINT)
    #expect(try server.command.outcome().end == .exit(130))
    withExtendedLifetime(socket) {}
  }
}
