import HTTPCore
import HTTPServer
import Testing

@testable import ArticleService

/// What work and answers take is reserved before it is taken, and comes back when it is let go.
@Suite struct MemoryTests {
  /// So many items under a heading of ours.
  private static func list(_ count: Int) -> String {
    "# Pros\n\n" + String(repeating: "- a ferry that is quiet\n", count: count)
  }

  @Test func `an answer has its memory until it is let go`() throws {
    let memory = MemoryBudget(limit: 256 << 20)
    let harness = Harness(memory: memory)
    var answer: Response? = try harness.post("/v1/analyze", Self.list(4_000))
    #expect(answer?.status == 200)
    harness.settle()
    let size = try #require(answer).content.count
    #expect(size > 512 << 10)
    #expect(memory.used == size)
    answer = nil
    let patience = ContinuousClock.now + .seconds(3)
    while memory.used != 0, ContinuousClock.now < patience { harness.settle() }
    #expect(memory.used == 0)
  }

  @Test func `small answers are not counted: each connection has room for them`() throws {
    let memory = MemoryBudget(limit: 0)
    let harness = Harness(memory: memory)
    let answer = try harness.post("/v1/analyze", Self.list(3))
    #expect(answer.status == 200)
    #expect(memory.used == 0)
  }

  @Test func `what there is no memory for now is refused, and served later`() throws {
    let memory = MemoryBudget(limit: 64 << 20)
    let harness = Harness(memory: memory)
    var others: [MemoryReservation?] = (0..<64).map { _ in memory.reserve((1 << 20) - 1) }
    for (method, target) in [
      (HTTPMethod.post, "/v1/analyze"), (.post, "/v1/articles"), (.put, "/v1/articles/x"),
    ] {
      let refused = try harness.send(
        method, target, ["Content-Type": "text/plain"], content: Array(Self.list(20_000).utf8))
      #expect(refused.status == 503, "\(target)")
      #expect(refused.json["type"].string == "/problems/memory-full")
      #expect(refused["Retry-After"] == "1")
    }
    others.removeAll()
    harness.settle()
    #expect(memory.used == 0)
    #expect(try harness.put("/v1/articles/x", Self.list(20_000)).status == 201)
  }

  @Test func `what never fits is too large, with the limit to raise`() throws {
    let harness = Harness(memory: MemoryBudget(limit: 4 << 20))
    let answer = try harness.post("/v1/analyze", Self.list(200_000))
    #expect(answer.status == 413)
    #expect(answer.json["type"].string == "/problems/too-much-memory")
    #expect(answer.json["detail"].string?.contains("limits.memoryBytes") == true)
  }

  @Test func `representations that are kept make room for work`() throws {
    let memory = MemoryBudget(limit: 64 << 20)
    let harness = Harness(memory: memory)
    _ = try harness.put("/v1/articles/x", Self.list(4_000))
    for offsets in ["utf8", "utf16", "codepoint"] {
      #expect(try harness.get("/v1/articles/x?offsets=\(offsets)").status == 200)
    }
    harness.settle()
    let kept = memory.used
    #expect(kept > 1 << 20)
    let others = (0..<64).map { _ in memory.reserve((1 << 20) - 1) }
    // What is left is not enough, but with what is kept it is.
    #expect(try harness.get("/v1/articles/x?pretty=true").status == 503)
    #expect(memory.used < kept + others.compactMap(\.self).count << 20)
  }

  @Test func `a piece of a list waits for memory instead of failing`() throws {
    let memory = MemoryBudget(limit: 256 << 20)
    let harness = Harness(memory: memory)
    for number in 0..<3 { _ = try harness.put("/v1/articles/\(number)", Self.list(30_000)) }
    let list = try harness.get("/v1/articles?view=full")
    #expect(list.pieces.count >= 3)
    #expect(list.json["items"].items.count == 3)
    harness.settle()
  }

  @Test func `bulk submissions are admitted while there is memory for them`() throws {
    let memory = MemoryBudget(limit: 12 << 20)
    let harness = Harness(memory: memory)
    let line = #"{"content": "Pros: quiet; cheap"}"# + "\n"
    let fields = ["Content-Type": "application/x-ndjson"]
    let other = memory.reserve(8 << 20)
    let refused = try harness.send(.post, "/v1/articles", fields, content: Array(line.utf8))
    #expect(refused.status == 503)
    withExtendedLifetime(other) {}
  }

  @Test func `lines that are read and wait to be stored have what they take, not what reading did`()
    throws
  {
    let memory = MemoryBudget(limit: 64 << 20)
    let harness = Harness(memory: memory)
    let text = String(repeating: "A sentence of a usual article. ", count: 450)
    let lines = (0..<300).map { #"{"content": "\#($0) \#(text)"}"# + "\n" }.joined()
    let answer = try harness.send(
      .post, "/v1/articles?results=errors", ["Content-Type": "application/x-ndjson"],
      content: Array(lines.utf8))
    let told = answer.source.map { source in
      var told: [UInt8] = []
      while let piece = source.nextPiece() { told += piece }
      return String(decoding: told, as: UTF8.self)
    }
    #expect(told?.contains(#""created":300"#) == true, "\(told ?? "")")
    harness.settle()
  }

  @Test func `long names in JSON are not told at length`() throws {
    let harness = Harness()
    let name = String(repeating: "n", count: 1 << 20)
    let answer = try harness.postJSON("/v1/analyze", #"{"content": "a", "\#(name)": 1}"#)
    #expect(answer.status == 422)
    #expect(answer.content.count < 4 << 10)
    let twice = try harness.postJSON("/v1/analyze", #"{"\#(name)": 1, "\#(name)": 2}"#)
    #expect(twice.content.count < 8 << 10)
  }
}
