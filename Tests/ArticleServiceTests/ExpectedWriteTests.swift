@testable import ArticleStore
import Dispatch
import HTTPCore
import HTTPServer
import Locking
import Testing

@testable import ArticleService

/// However a write ends, the store does not go on waiting for it.
@Suite struct ExpectedWriteTests {
  private func expectNoneExpected(
    _ harness: Harness, _ location: SourceLocation = #_sourceLocation
  ) {
    let expected = {
      harness.settle()
      return harness.store.pending.withLock { $0.expected }
    }
    let patience = ContinuousClock.now + .seconds(3)
    while expected() != 0, ContinuousClock.now < patience {}
    #expect(expected() == 0, sourceLocation: location)
  }

  @Test func `one that is stored, refused or no document`() throws {
    let harness = Harness()
    let posts: [(text: String, type: String, status: HTTPStatus)] = [
      ("text", "text/plain", .created), ("text", "text/plain", .ok),
      ("", "text/plain", .unprocessableContent),
      ("\u{0}\u{1}", "text/plain", .created),
      (#"{"content": "x", "id": "/"}"#, "application/json", .unprocessableContent),
      (#"{"content": "#, "application/json", .badRequest),
      (#"{"content": "x", "id": "a"}"#, "application/json", .created),
      (#"{"content": "y", "id": "a"}"#, "application/json", .conflict),
    ]
    for post in posts {
      let answer = try harness.send(
        .post, "/v1/articles", ["Content-Type": post.type], content: Array(post.text.utf8))
      #expect(answer.status == post.status.code, "\(post.text)")
      expectNoneExpected(harness)
    }
    let put = try harness.send(
      .put, "/v1/articles/a", ["Content-Type": "text/plain", "If-None-Match": "*"],
      content: Array("z".utf8))
    #expect(put.status == 412)
    expectNoneExpected(harness)
  }

  @Test func `one for which there is no worker, or no memory`() throws {
    let full = WorkQueue(workers: 1, capacity: 0)
    let gate = DispatchSemaphore(value: 0)
    #expect(full.submit { gate.wait() })
    let busy = Harness(workers: full)
    #expect(try busy.post("/v1/articles", "text").status == 503)
    #expect(busy.store.pending.withLock { $0.expected } == 0)
    gate.signal()
    let poor = Harness(memory: MemoryBudget(limit: 4 << 20))
    let text = "# Pros\n\n" + String(repeating: "- a ferry that is quiet\n", count: 200_000)
    #expect(try poor.post("/v1/articles", text).status == 413)
    expectNoneExpected(poor)
  }

  @Test func `lines of a bulk submission`() throws {
    let harness = Harness()
    let lines = [
      #"{"content": "one"}"#, #"{"content": ""}"#, #"{"content": "two", "id": "a"}"#, "no JSON",
      #"{"content": "three", "id": "a"}"#,
    ]
    let answer = try harness.send(
      .post, "/v1/articles", ["Content-Type": "application/x-ndjson"],
      content: Array(lines.joined(separator: "\n").utf8))
    #expect(answer.status == 200)
    #expect(try answer.streamedLines().count == lines.count)
    #expect(harness.storedCount == 2)
    expectNoneExpected(harness)
  }
}
