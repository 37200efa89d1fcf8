import Foundation
import Testing

/// What the README shows is what is.
@Suite struct `README.md` {
  static let text: String = {
    let path = FixtureArticles.folder.deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "README.md")
    return (try? String(contentsOf: path, encoding: .utf8)) ?? ""
  }()

  /// The content of the first block of code after some words.
  private func block(after words: String) throws -> String {
    let rest = try #require(Self.text.firstRange(of: words)).upperBound
    let lines = Self.text[rest...].split(separator: "\n", omittingEmptySubsequences: false)
    let block = lines.drop { !$0.hasPrefix("```") }.dropFirst().prefix { !$0.hasPrefix("```") }
    return block.map { $0 + "\n" }.joined()
  }

  @Test func `the answer that it shows is the one that comes`() throws {
    let command = try block(after: "this asks for")
    let target = try #require(command.firstMatch(of: /:8080([^']+)'/)).1
    let shown = try block(after: command + "```")
    let server = try Server("--load", FixtureArticles.path("harbour-tram"))
    try Deadline().wait(until: "the service is ready") {
      try server.client.get("/readyz").status == 200
    }
    #expect(try server.client.get(String(target)).text == shown)
  }

  @Test func `its table of metrics is what is told`() throws {
    let server = try Server()
    try server.isReady()
    let told = try Exposition(parsing: try server.client.get("/metrics").text).families
    let rows = Self.text.matches(
      of: /\| `([a-z_]+)` \| (counter|gauge|histogram) \| (.*) \| (.*) \|/)
    #expect(rows.map { String($0.1) } == told.map(\.name))
    for (row, family) in zip(rows, told) {
      #expect(row.2 == family.kind, "\(family.name)")
      #expect(row.4 == family.help, "\(family.name)")
      for sample in family.samples {
        let labels = sample.labels.keys.filter { $0 != "le" }
        #expect(
          Set(row.3.matches(of: /`([a-z]+)`/).map { String($0.1) }) == Set(labels),
          "\(family.name)")
      }
    }
  }

  @Test func `its table has every route`() throws {
    let server = try Server()
    for link in try server.client.get("/").json["links"].items {
      let method = try link["method"].string
      let path = try link["path"].string
      let part = path.split(separator: "/").last ?? ""
      let isThere =
        Self.text.contains("`\(method) \(path)`")
        || path.hasPrefix("/v1/articles/{id}/") && Self.text.contains("`…/\(part)`")
      #expect(isThere, "\(method) \(path)")
    }
  }
}
