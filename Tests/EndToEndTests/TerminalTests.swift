import Foundation
import Glibc
import Testing

/// What only a person who looks on is told.
@Suite struct `on a terminal` {
  private static let terminal = ["TERM": "xterm"]

  @Test func `analyze tells how far it is, and takes that away at the end`() throws {
    let watched = try Command.run(
      "analyze", FixtureArticles.folder.path, environment: Self.terminal, isWatched: true)
    #expect(watched.end == .exit(0))
    let count = String(decoding: watched.output, as: UTF8.self).split(separator: "\n").count
    #expect(watched.errors.hasPrefix("\r0 of \(count) documents\r"))
    #expect(watched.errors.hasSuffix(" \r"))
    #expect(!watched.errors.contains("\n"))
    let piped = try Command.run(
      "analyze", FixtureArticles.folder.path, environment: Self.terminal)
    #expect(piped.errors == "")
    #expect(piped.output == watched.output)
  }

  @Test(arguments: [
    (["TERM": "xterm"], true), (["TERM": "xterm", "NO_COLOR": ""], true),
    (["TERM": "xterm", "NO_COLOR": "1"], false), (["TERM": "dumb"], false), ([:], false),
  ])
  func `errors are in colour, unless it is not wanted`(
    environment: [String: String], isColoured: Bool
  ) throws {
    let says = "/nowhere: there is no such file."
    for words in [["analyze", "/nowhere"], ["serve", "--load", "/nowhere"]] {
      let outcome = try Command(words, environment: environment, isWatched: true).outcome()
      #expect(outcome.end == .exit(1))
      let mark = isColoured ? "\u{1B}[1;31mError:\u{1B}[0m" : "Error:"
      #expect(outcome.errors == "\(mark) \(says)\r\n")
    }
    let piped = try Command.run("analyze", "/nowhere", environment: environment)
    #expect(piped.errors == "Error: \(says)\n")
  }

  @Test func `serve tells how much of its data is loaded, in a line that stays`() throws {
    let folder = try TemporaryFolder()
    let server = try Server("--data", "\(folder.path)/data")
    try server.isReady()
    #expect(try server.client.put("/v1/articles/a", "Trams").status == 201)
    server.command.signal(SIGTERM)
    #expect(try server.command.outcome().end == .exit(0))
    let watched = try Command(
      ["serve", "--port", "0", "--data", "\(folder.path)/data"], environment: Self.terminal,
      isWatched: true)
    let line = try watched.errorLine(with: "1 of 1 articles")
    #expect(line.hasSuffix("\rloading: 1 of 1 articles\r"), "\(line)")
    watched.signal(SIGTERM)
    #expect(try watched.outcome().end == .exit(0))
  }
}
