import ArticleParsing
import Testing

struct `An article that was read` {
  static let text = """
    A title — über alles

    Objectives

    1. Recognition: A seat at the table.
    2. Peace: “Talks” reduce the risk.

    Pros:
    - It is cheap to run.
    - It is quiet.

    Cons:
    - It is slow.

    Outlook

    If talks fail, the war goes on.
    """

  /// Every `source` anywhere in a value.
  private func sources(in json: JSON) -> [JSON] {
    switch json {
    case .object(let members):
      members.flatMap { $0.key == "source" ? [$0.value] : sources(in: $0.value) }
    case .array(let items): items.flatMap(sources)
    case .null, .boolean, .number, .string: []
    }
  }

  @Test func `quotes the text at each of its ranges`() throws {
    let harness = Harness()
    let created = try harness.post("/v1/articles", Self.text)
    let id = try #require(created.json.id.string)
    let canonical = try harness.get("/v1/articles/\(id)/text").content
    let sources = sources(in: created.json)
    #expect(!sources.isEmpty)
    for source in sources {
      let start = try #require(source.start.int)
      let end = try #require(source.end.int)
      let line = canonical[..<start].count { $0 == UInt8(ascii: "\n") } + 1
      #expect(String(decoding: canonical[start..<end], as: UTF8.self) == source.quote.string)
      #expect(source.line.int == line)
    }
  }

  @Test func `has a tag that is another one with another parser, but for writes`() throws {
    let harness = Harness()
    #expect(try harness.put("/v1/articles/mine", Self.text).status == 201)
    let tag = try #require(try harness.get("/v1/articles/mine")["ETag"])
    let version = "-\(ArticleParser().version)-"
    #expect(tag.contains(version))
    // As an earlier version of the parser gave it.
    let earlier = tag.replacing(version, with: "-1-0-")
    #expect(
      try harness.get("/v1/articles/mine", ["If-None-Match": earlier]).status == 200)
    #expect(try harness.put("/v1/articles/mine", "New\n", ["If-Match": earlier]).status == 200)
    #expect(try harness.put("/v1/articles/mine", "Newer\n", ["If-Match": earlier]).status == 412)
  }

  @Test func `is the same whether it is stored or only analysed`() throws {
    let harness = Harness()
    let stored = try harness.post("/v1/articles", Self.text).json
    let analysed = try harness.post("/v1/analyze", Self.text).json
    for name in analysed.names { #expect(stored[name] == analysed[name], "\(name)") }
    #expect(
      stored.names.subtracting(analysed.names) == ["id", "revision", "createdAt", "updatedAt"])
  }
}
