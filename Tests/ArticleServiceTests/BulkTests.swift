import ContentCoding
import HTTPCore
import Locking
import Testing

@testable import ArticleService
@testable import HTTPServer

struct `Many submissions in one request` {
  private let harness = Harness()

  /// The lines of the answer.
  private func post(
    _ lines: String, _ target: String = "/v1/articles", _ fields: [String: String] = [:]
  ) throws -> [JSON] {
    try post(bytes: Array(lines.utf8), target, fields)
  }

  private func post(
    bytes: [UInt8], _ target: String = "/v1/articles", _ fields: [String: String] = [:]
  ) throws -> [JSON] {
    let type = ["Content-Type": "application/x-ndjson"]
    let response = try harness.send(
      .post, target, type.merging(fields) { $1 }, content: bytes)
    #expect(response.status == 200)
    #expect(response["Content-Type"] == "application/x-ndjson")
    return try response.streamedLines()
  }

  @Test func `each line is answered in its order as if it had been sent alone`() throws {
    let results = try post(
      """
      {"content": "One"}
      {"content": "Two", "id": "second"}
      {"content": "One", "title": "First"}

      {"content": "Three", "id": "second"}
      {"content": "", "id": "empty"}
      """)
    #expect(results.map(\.line.int) == [1, 2, 3, 5, 6])
    #expect(results.map(\.status.int) == [201, 201, 200, 409, 422])
    #expect(results[1].id.string == "second")
    #expect(results[0].id == results[2].id)
    #expect(results[2].ignored.items.map(\.string) == ["title"])
    #expect(results[3].problem.type.string == "/problems/id-taken")
    #expect(results[4].problem.type.string == "/problems/empty-document")
    #expect(try harness.get("/v1/articles").json.total.int == 2)
  }

  @Test func `a bad line fails alone and says where`() throws {
    let results = try post(
      """
      {"content": "One"}
      {"content": "Two"
      {"contents": "Three"}
      [4]
      {"content": "Five"}
      """)
    #expect(results.map(\.status.int) == [201, 400, 422, 422, 201])
    #expect(results[1].problem.type.string == "/problems/malformed-json")
    #expect(results[2].problem.errors[0].pointer.string == "/contents")
    #expect(try harness.get("/v1/articles").json.total.int == 2)
  }

  @Test func `articles are stored in the order of their lines`() throws {
    let count = 500
    let lines = (0..<count).map { number in
      // Of very different length, so that some are read much faster than others.
      let text = String(repeating: "word \(number) ", count: number.isMultiple(of: 7) ? 2_000 : 3)
      return "{\"content\": \"\(text)\", \"id\": \"n\(number)\"}"
    }
    let results = try post(lines.joined(separator: "\n"))
    #expect(results.map(\.line.int) == Array(1...count))
    #expect(results.allSatisfy { $0.status.int == 201 })
    let stored = try harness.get("/v1/articles?limit=1000").json["items"].items
    #expect(stored.map(\.id.string) == (0..<count).map { "n\($0)" })
  }

  @Test func `of two lines with one id the first is stored`() throws {
    let results = try post(
      """
      {"content": "One", "id": "a"}
      {"content": "Two", "id": "a"}
      """)
    #expect(results.map(\.status.int) == [201, 409])
    #expect(try harness.get("/v1/articles/a/text").text == "One")
  }

  @Test func `errors alone can be asked for, with a summary at the end`() throws {
    let results = try post(
      """
      {"content": "One"}
      {"content": "One"}
      {}
      """, "/v1/articles?results=errors")
    #expect(results.count == 2)
    #expect(results[0].line.int == 3)
    #expect(results[0].problem.type.string == "/problems/invalid-submission")
    #expect(results[1].lines.int == 3)
    #expect(results[1].created.int == 1)
    #expect(results[1].replaced.int == 0)
    #expect(results[1].existing.int == 1)
    #expect(results[1].failed.int == 1)
  }

  @Test func `nothing is answered for nothing`() throws {
    #expect(try post("") == [])
    #expect(try post("\n\n") == [])
    let summary = try post("", "/v1/articles?results=errors")
    #expect(summary.map(\.lines.int) == [0])
  }

  @Test func `gzip is taken off while it comes`() throws {
    let lines = (0..<300).map { "{\"content\": \"Number \($0)\"}\n" }.joined()
    let coded = try GzipEncoder().encode(Array(lines.utf8))
    let results = try post(bytes: coded, "/v1/articles", ["Content-Encoding": "gzip"])
    #expect(results.map(\.status.int) == Array(repeating: 201, count: 300))
  }

  @Test func `what is no gzip any more ends the lines with a problem`() throws {
    var coded = try GzipEncoder().encode(Array("{\"content\": \"One\"}\n{\"con".utf8))
    coded.removeLast(4)
    let results = try post(bytes: coded, "/v1/articles", ["Content-Encoding": "gzip"])
    expectCutOff(results, behind: 1, 400, "corrupt-content", line: 2)
  }

  @Test func `a line that is too long fails alone`() throws {
    var configuration = ArticleService.Configuration()
    configuration.documentLimit = 1_000
    let harness = Harness(configuration: configuration)
    let long = String(repeating: "x", count: 1_001)
    let longer = String(repeating: "x", count: configuration.lineLimit)
    let lines = "{\"content\": \"\(long)\"}\n{\"content\": \"\(longer)\"}\n{\"content\": \"One\"}"
    let response = try harness.send(
      .post, "/v1/articles", ["Content-Type": "application/x-ndjson"],
      content: Array(lines.utf8))
    let results = try response.streamedLines()
    #expect(results.map(\.status.int) == [413, 413, 201])
  }

  @Test(arguments: [
    ("/v1/articles?title=x", "misplaced-parameter"),
    ("/v1/articles?results=some", "invalid-value"),
    ("/v1/articles?mode=replace", "invalid-value"),
    ("/v1/articles?mode=", "invalid-value"),
    ("/v1/articles?pretty", "misplaced-parameter"),
  ])
  func `parameters of one submission are not those of many`(
    target: String, code: String
  ) throws {
    let response = try harness.send(
      .post, target, ["Content-Type": "application/x-ndjson"], content: Array("{}".utf8))
    expectProblem(response, 400, "invalid-parameters")
    #expect(response.json.errors[0].code.string == code)
  }

  @Test(arguments: ["results=all", "mode=upsert", "mode=create"])
  func `one submission has no choice of results, and no mode`(parameter: String) throws {
    let response = try harness.post("/v1/articles?\(parameter)", "Text")
    expectProblem(response, 400, "invalid-parameters")
    #expect(response.json.errors[0].code.string == "misplaced-parameter")
    let detail = try #require(response.json.detail.string)
    #expect(detail.contains("application/x-ndjson"))
    #expect(detail.contains("PUT creates or replaces") == parameter.hasPrefix("mode"))
  }

  @Test func `a coding that is not read is refused before any line is`() throws {
    let response = try harness.send(
      .post, "/v1/articles",
      ["Content-Type": "application/x-ndjson", "Content-Encoding": "br"], content: [1])
    expectProblem(response, 415, "unsupported-content-coding")
  }

  @Test func `a client that goes leaves what was read in the store and nothing else`() throws {
    let content = ContentStream { _ in }
    let response = try harness.stream(.post, "/v1/articles", content)
    content.receive(Array("{\"content\": \"One\"}\n{\"content\": \"Tw".utf8))
    let source = try #require(response.source)
    let first = source.nextPiece()
    #expect(first.map { String(decoding: $0, as: UTF8.self) }?.contains("\"status\":201") == true)
    content.lose(.gone)
    source.cancel()
    // What comes next is in line behind whatever is still done for the client.
    #expect(try harness.post("/v1/articles", "Three").status == 201)
    #expect(try harness.get("/v1/articles").json.total.int == 2)
  }

  @Test func `content is not taken while results wait to be told`() throws {
    let taken = Taken()
    let content = ContentStream { taken.add($0) }
    let response = try harness.stream(.post, "/v1/articles", content)
    let source = try #require(response.source)
    // Lines that are all wrong: their results are longer than they are.
    let line = Array("{\"x\":1}\n".utf8)
    let piece = Array(repeatElement(line, count: 8_000).joined())
    for _ in 0..<40 { content.receive(piece) }
    content.end()
    var told = 0
    // Nobody asks for results, so what is taken stays below what makes a few MiB of them.
    harness.settle()
    #expect(taken.count < 20 * piece.count)
    while let piece = source.nextPiece() {
      told += piece.count { $0 == UInt8(ascii: "\n") }
    }
    #expect(told == 40 * 8_000)
  }
}

/// What a stream was told that its consumer has done with.
private final class Taken: Sendable {
  private let bytes = Locked(0)

  var count: Int { bytes.withLock { $0 } }
  func add(_ count: Int) { bytes.withLock { $0 += count } }
}
