import ContentCoding
import HTTPCore
import Locking
import Testing

@testable import ArticleService
@testable import ArticleStore
@testable import HTTPServer

/// Checks that results end in the line that says where they were cut off: the first line that was not
/// taken, behind so many that were.
func expectCutOff(
  _ results: [JSON], behind taken: Int, _ status: Int, _ code: String, line: Int,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(results.count == taken + 1, sourceLocation: sourceLocation)
  let told = results.dropLast()
  #expect(told.allSatisfy { $0.complete == .null }, sourceLocation: sourceLocation)
  guard let last = results.last else { return }
  #expect(
    last.names == ["line", "status", "complete", "taken", "problem"],
    sourceLocation: sourceLocation)
  #expect(last.complete == .boolean(false), sourceLocation: sourceLocation)
  #expect(last.line.int == line, sourceLocation: sourceLocation)
  #expect(last.taken.int == taken, sourceLocation: sourceLocation)
  #expect(last.status.int == status, sourceLocation: sourceLocation)
  #expect(last.problem.status.int == status, sourceLocation: sourceLocation)
  #expect(last.problem.type.string == "/problems/\(code)", sourceLocation: sourceLocation)
}

struct `A bulk submission that is cut off` {
  private let harness = Harness()
  private static let two = Array("{\"content\": \"One\"}\n\n{\"content\": \"Two\"}\n{\"cont".utf8)

  private func results(
    _ content: ContentStream, _ target: String = "/v1/articles"
  ) throws -> [JSON] {
    try harness.stream(.post, target, content).streamedLines()
  }

  @Test(arguments: [
    (ContentStream.Loss.broken(.incompleteRequest), 400, "incomplete-request"),
    (.broken(.contentTimeout), 408, "content-timeout"),
    (.broken(.malformedChunkSize), 400, "malformed-chunk-size"),
    (.broken(.chunkExtensionsTooLong(limit: 1)), 413, "chunk-extensions-too-long"),
  ])
  func `because its content breaks off says behind what`(
    loss: ContentStream.Loss, status: Int, code: String
  ) throws {
    let content = ContentStream { _ in }
    content.receive(Self.two)
    content.lose(loss)
    // The line that has begun is the fourth: an empty one is counted, but brings nothing.
    expectCutOff(try results(content), behind: 2, status, code, line: 4)
    #expect(try harness.get("/v1/articles").json.total.int == 2)
  }

  @Test func `because the service stops answers what it has taken`() throws {
    let content = ContentStream { _ in }
    let response = try harness.stream(.post, "/v1/articles", content)
    let source = try #require(response.source)
    content.receive(Self.two)
    var bytes = source.nextPiece() ?? []
    while bytes.count(where: { $0 == UInt8(ascii: "\n") }) < 2 { bytes += source.nextPiece() ?? [] }
    content.lose(.stopping)
    while let piece = source.nextPiece() { bytes += piece }
    let results = try bytes.split(separator: UInt8(ascii: "\n")).map { try JSON(Array($0)) }
    expectCutOff(results, behind: 2, 503, "stopping", line: 4)
  }

  @Test func `has a summary that says so`() throws {
    for isComplete in [false, true] {
      let content = ContentStream { _ in }
      content.receive(Self.two)
      if isComplete { content.end() } else { content.lose(.broken(.contentTimeout)) }
      let results = try results(content, "/v1/articles?results=errors")
      let summary = try #require(results.last)
      #expect(summary.complete == .boolean(isComplete))
      #expect(summary.lines.int == (isComplete ? 3 : 2))
      #expect(summary.failed.int == (isComplete ? 1 : 0))
      #expect(results.count == 2)
      #expect(results[0].complete == (isComplete ? .null : .boolean(false)))
      #expect(results[0].line.int == 4)
    }
  }

  @Test func `before its first line says that none was taken`() throws {
    let content = ContentStream { _ in }
    content.lose(.stopping)
    expectCutOff(try results(content), behind: 0, 503, "stopping", line: 1)
  }

  @Test func `because it inflates beyond all measure says behind what`() throws {
    var configuration = ArticleService.Configuration()
    configuration.inflationRatioLimit = 10
    let harness = Harness(configuration: configuration)
    // The first line hardly shrinks, and is out before the others are looked at.
    let words = (0..<4_000).map { String($0 &* 2_654_435_761, radix: 36) }.joined(separator: " ")
    let lines = "{\"content\": \"\(words)\"}\n" + String(repeating: " ", count: 4 << 20)
    let coded = try GzipEncoder().encode(Array(lines.utf8))
    let results = try harness.send(
      .post, "/v1/articles",
      ["Content-Type": "application/x-ndjson", "Content-Encoding": "gzip"], content: coded
    ).streamedLines()
    expectCutOff(results, behind: 1, 413, "content-too-large", line: 2)
  }

  @Test func `because there is no memory for its lines says behind what`() throws {
    let memory = MemoryBudget(limit: 4 << 20)
    let harness = Harness(memory: memory)
    let content = ContentStream { _ in }
    let source = try #require(try harness.stream(.post, "/v1/articles", content).source)
    content.receive(Array("{\"content\": \"One\"}\n".utf8))
    var bytes = try #require(source.nextPiece())
    // All that is left is taken by others, and this line grows and grows.
    var others: [MemoryReservation] = []
    var size = 1 << 20
    while size >= 1 << 10 {
      if let other = harness.service.reserve(size) { others.append(other) } else { size /= 2 }
    }
    for _ in 0..<40 { content.receive([UInt8](repeating: UInt8(ascii: " "), count: 64 << 10)) }
    content.end()
    while let piece = source.nextPiece() { bytes += piece }
    let results = try bytes.split(separator: UInt8(ascii: "\n")).map { try JSON(Array($0)) }
    expectCutOff(results, behind: 1, 503, "memory-full", line: 2)
    withExtendedLifetime(others) {}
  }

  @Test func `because the store takes no more says so at once`() throws {
    let content = ContentStream { _ in }
    let source = try #require(try harness.stream(.post, "/v1/articles", content).source)
    content.receive(Array("{\"content\": \"One\"}\n".utf8))
    var bytes = try #require(source.nextPiece())
    let closed = Awaited<Bool>()
    harness.store.close { closed.set(true) }
    _ = closed.value()
    // The client neither sends more than this line nor says that it will not.
    content.receive(Array("{\"content\": \"Two\"}\n".utf8))
    while let piece = source.nextPiece() { bytes += piece }
    let results = try bytes.split(separator: UInt8(ascii: "\n")).map { try JSON(Array($0)) }
    #expect(results.map(\.line.int) == [1, 2, 2])
    #expect(results[1].status.int == 503)
    // The line that the store could not take is the one to go on from.
    expectCutOff([results[0], results[2]], behind: 1, 503, "not-ready", line: 2)
  }

  @Test(arguments: ["", "?results=errors"])
  func `because the store took no more of its last lines says so, too`(query: String) throws {
    let closed = Awaited<Bool>()
    harness.store.close { closed.set(true) }
    _ = closed.value()
    let results = try harness.send(
      .post, "/v1/articles\(query)", ["Content-Type": "application/x-ndjson"],
      content: Array("{\"content\": \"One\"}\n{\"content\": \"Two\"}\n".utf8)
    ).streamedLines()
    #expect(results.prefix(2).map(\.status.int) == [503, 503])
    try #require(results.count > 2)
    expectCutOff([results[2]], behind: 0, 503, "not-ready", line: 1)
    #expect(results.count == (query.isEmpty ? 3 : 4))
    if let summary = results.last, !query.isEmpty {
      #expect(summary.complete == .boolean(false))
      #expect(summary.failed.int == 2)
    }
  }

  @Test func `while much is under way takes no line that it does not answer`() throws {
    let content = ContentStream { _ in }
    let source = try #require(try harness.stream(.post, "/v1/articles", content).source)
    let lines = (0..<5_000).map { "{\"content\": \"Number \($0)\", \"id\": \"n\($0)\"}\n" }
    for start in stride(from: 0, to: lines.count, by: 100) {
      content.receive(Array(lines[start..<start + 100].joined().utf8))
    }
    var bytes = try #require(source.nextPiece())
    let closed = Awaited<Bool>()
    harness.store.close { closed.set(true) }
    _ = closed.value()
    // Where it has taken all of them before, this one meets the closed store.
    content.receive(Array("{\"content\": \"Last\"}\n".utf8))
    while let piece = source.nextPiece() { bytes += piece }
    let results = try bytes.split(separator: UInt8(ascii: "\n")).map { try JSON(Array($0)) }
    let last = try #require(results.last)
    let told = results.dropLast()
    let taken = told.prefix { $0.status.int == 201 }.count
    #expect(last.complete == .boolean(false))
    #expect(last.taken.int == taken)
    #expect(last.line.int == taken + 1)
    #expect(told.map(\.line.int) == Array(1...told.count))
    let stored = told.count { $0.status.int == 201 }
    #expect(harness.storedCount == stored)
  }
}
