import Foundation
import Testing

/// What the README shows is what is.
@Suite struct `README.md` {
  @Test func `its blocks of code are marked by what they are`() {
    var last: Readme.Mark?
    for block in Readme.blocks {
      let mark = Readme.Mark(rawValue: block.mark)
      #expect(mark != nil, "line \(block.line): \(block.mark)")
      if mark == .answer || mark == .jsonAnswer {
        #expect(last == .command, "line \(block.line) answers no command")
      }
      last = mark
    }
    #expect(Readme.blocks.count { $0.mark == "sh" } >= 5)
    #expect(Readme.blocks.count { $0.mark == "sh ci" } == 2)
  }

  @Test(.enabled(if: ReadmeFolder.hasTools, "curl and bash are not here"))
  func `its commands do what it says, and its answers are those that come`() throws {
    let server = try Server("--load", FixtureArticles.path("harbour-tram"))
    try server.isReady()
    let folder = try ReadmeFolder(asking: server)
    var last: String?
    for block in Readme.blocks {
      switch Readme.Mark(rawValue: block.mark) {
      case .command:
        let outcome = try folder.run(block.content)
        #expect(outcome.end == .exit(0), "line \(block.line): \(outcome.errors)")
        last = String(decoding: outcome.output, as: UTF8.self).replacing("\r\n", with: "\n")
      case .answer, .jsonAnswer:
        #expect(last == block.content, "line \(block.line)")
      case .installation, .engine, .illustration, .jsonIllustration, nil: break
      }
    }
  }

  @Test func `the files that it names are there`() throws {
    let files = FileManager.default
    for link in Readme.text.matches(of: /\]\(([A-Za-z][^)#:]*)\)/) {
      #expect(files.fileExists(atPath: Readme.root.appending(path: link.1).path), "\(link.1)")
    }
    // Of the sources by their path below it, wherever the README cuts that.
    let all = (files.enumerator(atPath: Readme.root.path + "/Sources")?.allObjects ?? [])
      .compactMap { $0 as? String }
    for name in Readme.text.matches(of: /`([A-Za-z0-9+\/-]+\.swift)`/).map(\.1) {
      let path = name.hasPrefix("Sources/") ? name.dropFirst("Sources/".count) : name
      let isThere =
        all.contains { $0 == path || $0.hasSuffix("/" + path) }
        || files.fileExists(atPath: Readme.root.appending(path: name).path)
      #expect(isThere, "\(name)")
    }
  }

  @Test func `its table of metrics is what is told`() throws {
    let server = try Server()
    try server.isReady()
    let told = try Exposition(parsing: try server.client.get("/metrics").text).families
    let rows = Readme.text.matches(
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
        Readme.text.contains("`\(method) \(path)`")
        || path.hasPrefix("/v1/articles/{id}/") && Readme.text.contains("`…/\(part)`")
      #expect(isThere, "\(method) \(path)")
    }
  }
}
