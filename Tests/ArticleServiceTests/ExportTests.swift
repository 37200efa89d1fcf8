import ContentCoding
import HTTPCore
import Testing

@testable import ArticleService

struct `All articles in lines` {
  private let harness = Harness()
  private static let accept = ["Accept": "application/x-ndjson"]

  private func bytes(_ target: String, in harness: Harness? = nil) throws -> [UInt8] {
    let response = try (harness ?? self.harness).get(target, Self.accept)
    #expect(response.status == 200)
    #expect(response["Content-Type"] == "application/x-ndjson")
    let source = try #require(response.source)
    var bytes: [UInt8] = []
    while let piece = source.nextPiece() { bytes += piece }
    return bytes
  }

  private func storeMany() throws {
    for number in 0..<600 {
      _ = try harness.put(
        "/v1/articles/n\(number)", "Number \(number)\n\nPros:\n- \(number) is one.")
    }
  }

  @Test func `come in their order, however many they are`() throws {
    try storeMany()
    let lines = try harness.get("/v1/articles?format=ndjson").streamedLines()
    #expect(lines.map(\.id.string) == (0..<600).map { "n\($0)" })
    let first = try harness.get("/v1/articles?limit=1").json["items"][0]
    #expect(lines[0] == first)
  }

  @Test func `are filtered, ordered, viewed and chosen as the list in pages is`() throws {
    try storeMany()
    let target = "/v1/articles?q=number&sort=-createdAt&view=full&fields=id,pros.text"
    let lines = try harness.get(target, Self.accept).streamedLines()
    #expect(lines.count == 600)
    #expect(lines[0].id.string == "n599")
    #expect(lines[0].names == ["id", "pros"])
    #expect(lines[0].pros[0].names == ["text"])
  }

  @Test func `may be so many at most, and begin behind others`() throws {
    try storeMany()
    let page = try harness.get("/v1/articles?limit=300").json
    let cursor = try #require(page.next.string)
    let lines = try harness.get("/v1/articles?limit=299&cursor=\(cursor)", Self.accept)
      .streamedLines()
    #expect(lines.map(\.id.string) == (300..<599).map { "n\($0)" })
  }

  @Test func `that are none have no lines`() throws {
    #expect(try bytes("/v1/articles") == [])
  }

  @Test func `are packed while they are made`() throws {
    try storeMany()
    let fields = Self.accept.merging(["Accept-Encoding": "gzip"]) { $1 }
    let response = try harness.get("/v1/articles?view=full", fields)
    #expect(response["Content-Encoding"] == "gzip")
    let source = try #require(response.source)
    var coded: [UInt8] = []
    while let piece = source.nextPiece() { coded += piece }
    let plain = try bytes("/v1/articles?view=full")
    #expect(try Inflater.inflate(coded, limit: 100 << 20) == plain)
    #expect(coded.count < plain.count / 2)
  }

  @Test func `that are created and deleted meanwhile do not shift the others`() throws {
    try storeMany()
    // The first piece has 256 of them.
    let source = try #require(try harness.get("/v1/articles", Self.accept).source)
    var bytes = try #require(source.nextPiece())
    for number in stride(from: 0, to: 600, by: 2) {
      _ = try harness.send(.delete, "/v1/articles/n\(number)")
    }
    _ = try harness.put("/v1/articles/late", "Late")
    while let piece = source.nextPiece() { bytes += piece }
    let lines = try bytes.split(separator: UInt8(ascii: "\n")).map { try JSON(Array($0)) }
    let ids = lines.compactMap(\.id.string)
    let stayed = (0..<600).filter { $0 % 2 == 1 }.map { "n\($0)" }
    #expect(ids.filter { stayed.contains($0) } == stayed)
    #expect(ids.last == "late")
  }

  @Test func `are a backup that is the same again when it was brought back`() throws {
    _ = try harness.put(
      "/v1/articles/plain?title=A&tags=x,y&publishedAt=2025-08-09", "Text\r\n\u{1}")
    _ = try harness.put("/v1/articles/controls", String(repeating: "\u{1}\u{2}", count: 50) + "x")
    _ = try harness.send(
      .put, "/v1/articles/wide", ["Content-Type": "text/markdown; charset=utf-16"],
      content: [0xFE, 0xFF, 0, 0x23, 0, 0x20, 0, 0x41])
    _ = try harness.send(
      .put, "/v1/articles/marked", ["Content-Type": "text/plain"],
      content: [0xEF, 0xBB, 0xBF] + Array("Größe".utf8))
    _ = try harness.postJSON(
      "/v1/articles", #"{"content": "Posted", "url": "https://example.org/", "id": "posted"}"#)
    harness.clock.advance(by: 3_600_000)
    _ = try harness.put("/v1/articles/wide", "Replaced later")
    _ = try harness.send(.delete, "/v1/articles/controls")
    let backup = try bytes("/v1/articles?view=source")
    let other = Harness()
    other.clock.advance(by: 86_400_000)
    let results = try other.send(
      .post, "/v1/articles", ["Content-Type": "application/x-ndjson"], content: backup
    ).streamedLines()
    #expect(results.map(\.status.int) == [201, 201, 201, 201])
    #expect(try bytes("/v1/articles?view=source", in: other) == backup)
    for sort in ["createdAt", "-createdAt", "updatedAt", "-updatedAt", "publishedAt", "-title"] {
      let ids = try [harness, other].map { harness in
        try harness.get("/v1/articles?sort=\(sort)").json["items"].items.map(\.id.string)
      }
      #expect(ids[0] == ids[1])
    }
    for id in ["plain", "wide", "marked", "posted"] {
      let before = try harness.get("/v1/articles/\(id)/source")
      let after = try other.get("/v1/articles/\(id)/source")
      #expect(before.content == after.content)
      #expect(before["Content-Type"] == after["Content-Type"])
    }
  }

  @Test func `of text that is mostly escapes fit in a line all the same`() throws {
    var configuration = ArticleService.Configuration()
    configuration.documentLimit = 100_000
    let harness = Harness(configuration: configuration)
    _ = try harness.put("/v1/articles/x", String(repeating: "\u{1}", count: 99_999) + "x")
    let line = try bytes("/v1/articles?view=source", in: harness)
    #expect(line.count < configuration.lineLimit)
  }

  @Test(arguments: ["/v1/articles/x", "/v1/pros", "/v1/changes"])
  func `are articles and nothing else`(target: String) throws {
    _ = try harness.put("/v1/articles/x", "Text")
    expectProblem(try harness.get(target, Self.accept), 406, "not-acceptable")
  }

  @Test func `cannot be asked for with a cursor of another list`() throws {
    let response = try harness.get("/v1/articles?cursor=x", Self.accept)
    expectProblem(response, 400, "invalid-parameters")
  }
}
