import HTTPCore
import Testing

@testable import ArticleService
@testable import HTTPServer

struct `Many submissions that replace` {
  private let harness = Harness()

  private func post(
    _ lines: String, _ target: String = "/v1/articles?mode=upsert"
  ) throws -> [JSON] {
    try harness.send(
      .post, target, ["Content-Type": "application/x-ndjson"], content: Array(lines.utf8)
    ).streamedLines()
  }

  private func export() throws -> String {
    let source = try #require(
      try harness.get("/v1/articles?view=source", ["Accept": "application/x-ndjson"]).source)
    var bytes: [UInt8] = []
    while let piece = source.nextPiece() { bytes += piece }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func `say what each of them did`() throws {
    _ = try harness.put("/v1/articles/same", "Same")
    _ = try harness.put("/v1/articles/other", "Other")
    let results = try post(
      """
      {"id": "new", "content": "New"}
      {"id": "same", "content": "Same", "media": "text/plain"}
      {"id": "other", "content": "Another"}
      {"id": "other", "content": ""}
      """)
    #expect(results.map(\.status.int) == [201, 200, 200, 422])
    #expect(results.map(\.outcome.string) == ["created", "existing", "replaced", nil])
    #expect(results.map(\.revision.int) == [1, 1, 2, nil])
    #expect(try harness.get("/v1/articles/other/text").text == "Another")
  }

  @Test func `replace what is said of a document, and its times`() throws {
    _ = try harness.put("/v1/articles/a?title=A", "Text")
    let line = #"{"id": "a", "content": "Text", "media": "text/plain", "title": "A"}"#
    #expect(try post(line)[0].outcome.string == "existing")
    #expect(try post(line.replacing(#""A""#, with: #""B""#))[0].outcome.string == "replaced")
    #expect(try harness.get("/v1/articles/a").json.title.string == "B")
    let dated = line.dropLast() + #", "createdAt": "2020-01-01T00:00:00Z"}"#
    #expect(try post(String(dated))[0].outcome.string == "replaced")
    #expect(try post(String(dated))[0].outcome.string == "existing")
    #expect(
      try harness.get("/v1/articles/a").json.createdAt.string == "2020-01-01T00:00:00.000Z")
  }

  @Test func `bring a store back to what was exported, and leave what came since`() throws {
    for id in ["a", "b", "c", "d"] { _ = try harness.put("/v1/articles/\(id)", "Text \(id)") }
    let backup = try export()
    _ = try harness.put("/v1/articles/b", "Changed")
    _ = try harness.send(.delete, "/v1/articles/c")
    #expect(try post(backup, "/v1/articles").map(\.status.int) == [200, 409, 201, 200])
    _ = try harness.send(.delete, "/v1/articles/c")
    _ = try harness.put("/v1/articles/e", "New")
    #expect(
      try post(backup).map(\.outcome.string) == ["existing", "replaced", "created", "existing"])
    #expect(try export().hasPrefix(backup))
    _ = try harness.send(.delete, "/v1/articles/e")
    #expect(try export() == backup)
    // In the feed it is told as it happened here.
    let changes = try harness.get("/v1/changes?after=7").json["items"].items
    #expect(changes.map(\.kind.string) == ["deleted", "created", "replaced", "created", "deleted"])
  }

  @Test func `of one id leave the last`() throws {
    let lines = (0..<200).map { #"{"id": "a", "content": "Number \#($0)"}"# }
    let results = try post(lines.joined(separator: "\n"))
    #expect(results.map(\.revision.int) == Array(1...200))
    #expect(results.map(\.outcome.string) == ["created"] + Array(repeating: "replaced", count: 199))
    #expect(try harness.get("/v1/articles/a/text").text == "Number 199")
  }

  @Test func `without an id are taken as ever`() throws {
    let results = try post(
      """
      {"content": "One"}
      {"content": "One", "title": "First"}
      {"content": "Two"}
      """)
    #expect(results.map(\.outcome.string) == ["created", "existing", "created"])
    #expect(results[1].ignored.items.map(\.string) == ["title"])
  }

  @Test func `are counted in the summary`() throws {
    _ = try harness.put("/v1/articles/a", "One")
    let results = try post(
      """
      {"id": "a", "content": "Two"}
      {"id": "a", "content": "Two"}
      {"id": "b", "content": "One"}
      {"id": "b"}
      """, "/v1/articles?mode=upsert&results=errors")
    #expect(results.map(\.status.int) == [422, nil])
    let summary = results[1]
    #expect(summary.lines.int == 4)
    #expect(summary.created.int == 1)
    #expect(summary.replaced.int == 1)
    #expect(summary.existing.int == 1)
    #expect(summary.failed.int == 1)
  }

  @Test func `do not step over what others write meanwhile`() throws {
    // The upload and single writes of the same ids: each result is of a revision of its own.
    let content = ContentStream { _ in }
    let source = try #require(
      try harness.stream(.post, "/v1/articles?mode=upsert", content).source)
    var revisions: [Int] = []
    for round in 0..<50 {
      content.receive(Array("{\"id\": \"a\", \"content\": \"Line \(round)\"}\n".utf8))
      let answer = try harness.put("/v1/articles/a", "Put \(round)").json
      revisions.append(try #require(answer.revision.int))
    }
    content.end()
    var bytes: [UInt8] = []
    while let piece = source.nextPiece() { bytes += piece }
    let results = try bytes.split(separator: UInt8(ascii: "\n")).map { try JSON(Array($0)) }
    revisions += results.compactMap(\.revision.int)
    #expect(revisions.sorted() == Array(1...100))
  }
}
