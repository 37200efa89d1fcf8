import ArticleParsing
import ArticleService
import Foundation
import HTTPCore
import Testing

/// The documents of `Tests/Fixtures/articles`.
private enum FixtureDocuments {
  static let directory = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Fixtures/articles")

  /// The files' names.
  static let names =
    ((try? FileManager.default.contentsOfDirectory(atPath: directory.path)) ?? [])
    .filter { $0.hasSuffix(".txt") || $0.hasSuffix(".md") && $0 != "README.md" }.sorted()

  static func bytes(_ name: String) throws -> [UInt8] {
    try [UInt8](Data(contentsOf: directory.appending(path: name)))
  }
}

struct `Places in the source` {
  static let units = ["utf8", "utf16", "codepoint"]

  /// Every `source` anywhere in a value.
  private func sources(in json: JSON) -> [JSON] {
    switch json {
    case .object(let members):
      members.flatMap { $0.key == "source" ? [$0.value] : sources(in: $0.value) }
    case .array(let items): items.flatMap(sources)
    case .null, .boolean, .number, .string: []
    }
  }

  /// Cuts the canonical text at each source, as a client in that unit's language does.
  private func expectQuotes(
    in json: JSON, of text: String, _ unit: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let utf8 = Array(text.utf8)
    let utf16 = Array(text.utf16)
    let scalars = Array(text.unicodeScalars)
    for source in sources(in: json) {
      let range = try #require(source.start.int)..<#require(source.end.int)
      let cut =
        switch unit {
        case "utf16": String(decoding: utf16[range], as: UTF16.self)
        case "codepoint": String(String.UnicodeScalarView(scalars[range]))
        default: String(decoding: utf8[range], as: UTF8.self)
        }
      #expect(cut == source.quote.string, sourceLocation: sourceLocation)
    }
  }

  @Test(arguments: FixtureDocuments.names, units)
  func `quote the canonical text of every fixture in the unit asked for`(
    name: String, unit: String
  ) throws {
    let harness = Harness()
    let type = ["Content-Type": name.hasSuffix(".md") ? "text/markdown" : "text/plain"]
    let bytes = try FixtureDocuments.bytes(name)
    let analysis = try harness.send(
      .post, "/v1/analyze?include=text&offsets=\(unit)", type, content: bytes)
    #expect(analysis.status == 200)
    #expect(analysis.json.offsets.string == unit)
    let text = try #require(analysis.json.text.string)
    #expect(Array(text.utf8) == bytes)
    #expect(!sources(in: analysis.json).isEmpty)
    try expectQuotes(in: analysis.json, of: text, unit)

    let created = try harness.send(
      .put, "/v1/articles/x?offsets=\(unit)", type, content: bytes)
    try expectQuotes(in: created.json, of: text, unit)
    for part in ["objectives", "pros", "cons", "outlook", "call-to-action", "sections"] {
      let response = try harness.get("/v1/articles/x/\(part)?offsets=\(unit)")
      guard response.status == 200 else { continue }
      #expect(response.json.offsets.string == (unit == "utf8" ? nil : unit))
      try expectQuotes(in: response.json, of: text, unit)
    }
  }

  @Test(arguments: units)
  func `are in that unit in lists across articles too`(unit: String) throws {
    let harness = Harness()
    let texts = [
      "a": "A 🎉\n\nPros:\n- é quiet\n- cheap", "b": "Über\n\nPros:\n- 題名\n- neat\n- “new”",
    ]
    for (id, text) in texts.sorted(by: { $0.key < $1.key }) {
      #expect(try harness.put("/v1/articles/\(id)", text).status == 201)
    }
    let list = try harness.get("/v1/pros?limit=3&offsets=\(unit)")
    #expect(list.json["items"].items.count == 3)
    #expect(list.json.offsets.string == (unit == "utf8" ? nil : unit))
    for item in list.json["items"].items {
      try expectQuotes(in: item, of: try #require(texts[item.article.id.string ?? ""]), unit)
    }
    #expect(list["Link"]?.contains("&offsets=\(unit)&cursor=") == true)
  }

  @Test func `differ between units where a text is not ASCII`() throws {
    let harness = Harness()
    let starts = try Self.units.map { unit in
      let text = "é🎉\n\nPros: quiet; cheap"
      let analysis = try harness.post("/v1/analyze?offsets=\(unit)", text).json
      return analysis.pros[0].source.start.int
    }
    #expect(starts == [14, 11, 10])
  }
}

struct `What an article includes` {
  let harness = Harness()
  private static let text = "# A title\n\n## Pros\n\n- It is **quiet**.\n\n  And cheap.\n"

  private func answers(_ query: String) throws -> [JSON] {
    let type = ["Content-Type": "text/markdown"]
    return [
      try harness.post("/v1/analyze?\(query)", Self.text, type).json,
      try harness.put("/v1/articles/x?\(query)", Self.text, type).json,
      try harness.get("/v1/articles/x?\(query)").json,
    ]
  }

  @Test func `is neither paragraphs nor text unless asked for`() throws {
    for json in try answers("pretty") {
      #expect(json.text == .null)
      #expect(json.sections[0].paragraphs == .null)
    }
  }

  @Test func `is the paragraphs in plain text`() throws {
    for json in try answers("include=paragraphs") {
      #expect(json.text == .null)
      #expect(
        json.sections.items.flatMap { $0.paragraphs.items.map(\.string) }
          == ["It is quiet.", "And cheap."])
    }
    let part = try harness.get("/v1/articles/x/sections").json["items"]
    #expect(try harness.get("/v1/articles/x?include=paragraphs").json.sections == part)
  }

  @Test(arguments: ["include=text,paragraphs", "include=paragraphs,text", "include=text%2Ctext"])
  func `is the canonical text`(query: String) throws {
    for json in try answers(query) {
      #expect(json.text.string == Self.text)
      #expect((json.sections[0].paragraphs == .null) == !query.contains("paragraphs"))
    }
  }
}

struct `What front matter says` {
  let harness = Harness()
  private static let text = """
    ---
    title: From within
    date: 2024-05-06
    tags: [one, "two words"]
    ---

    # Heading

    Text.
    """

  @Test func `is there where the submission says nothing`() throws {
    for media in ["text/markdown", "auto"] {
      let json = try harness.post("/v1/analyze?media=\(media)", Self.text).json
      #expect(json.title.string == "From within")
      #expect(json.publishedAt.string == "2024-05-06")
      #expect(json.tags.items.map(\.string) == ["one", "two words"])
    }
  }

  @Test func `gives way to what is submitted`() throws {
    let json = try harness.post(
      "/v1/analyze?media=auto&title=Mine&publishedAt=2025-01-01&tags=x", Self.text
    ).json
    #expect(json.title.string == "Mine")
    #expect(json.publishedAt.string == "2025-01-01")
    #expect(json.tags.items.map(\.string) == ["x"])
  }
}
