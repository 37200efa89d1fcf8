import Testing

@Suite struct `the command line` {
  @Test func `it tells its version`() throws {
    let server = try Server()
    let version = try server.client.get("/version").json["version"].string
    #expect(try Command.run("--version").output == Array("\(version)\n".utf8))
  }

  @Test func `words that it does not know are an error of its own kind`() throws {
    for words in [["sevre"], ["serve", "--prot", "1"], ["analyze", "--nothing"]] {
      let outcome = try Command(words).outcome()
      #expect(outcome.end == .exit(64))
      #expect(outcome.output.isEmpty)
      #expect(outcome.errors.hasPrefix("Error: "))
    }
  }

  @Test(arguments: [
    "serve", "analyze", "backup", "restore", "compact", "healthcheck", "openapi",
  ])
  func `help has examples`(command: String) throws {
    let outcome = try Command.run(command, "--help")
    #expect(outcome.end == .exit(0))
    #expect(String(decoding: outcome.output, as: UTF8.self).contains("counterpoint \(command)"))
    #expect(String(decoding: outcome.output, as: UTF8.self).contains("Examples:"))
  }
}
