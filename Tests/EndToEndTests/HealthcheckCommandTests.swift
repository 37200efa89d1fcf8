import Glibc
import Testing

@Suite struct `the command healthcheck` {
  @Test func `it is content with a service that lives`() throws {
    let server = try Server()
    #expect(try Command.run("healthcheck", "--url", "\(server.url)/livez").end == .exit(0))
    let own = try Command.run("healthcheck", environment: ["COUNTERPOINT_PORT": "\(server.port)"])
    #expect(own.end == .exit(0))
    #expect(own.errors == "")
  }

  @Test func `it is not content with another answer`() throws {
    let server = try Server()
    let outcome = try Command.run("healthcheck", "--url", "\(server.url)/nowhere")
    #expect(outcome.end == .exit(1))
    #expect(outcome.errors == "Error: \(server.url)/nowhere: the answer was 404, not 200.\n")
  }

  @Test func `it is not content with nobody`() throws {
    let server = try Server()
    server.command.signal(SIGTERM)
    #expect(try server.command.outcome().end == .exit(0))
    let outcome = try Command.run("healthcheck", "--url", "\(server.url)/livez")
    #expect(outcome.end == .exit(1))
    #expect(outcome.errors == "Error: \(server.url)/livez: Connection refused.\n")
  }

  @Test(arguments: ["https://127.0.0.1/", "127.0.0.1:80", "http://", "http://a:0/", "http://a b/"])
  func `a URL that it cannot ask is an error`(url: String) throws {
    let outcome = try Command.run("healthcheck", "--url", url)
    #expect(outcome.end == .exit(1))
    #expect(outcome.errors.contains("must be http://HOST[:PORT][/PATH]"))
  }
}
