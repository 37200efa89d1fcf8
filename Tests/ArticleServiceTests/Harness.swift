@testable import ArticleService
import ArticleStore
import Dispatch
import FoundationEssentials
import HTTPCore
@testable import HTTPServer
import Locking
import Synchronization
import Testing

/// A service in the test's own process: requests go in, answers come out, without a socket.
struct Harness {
  let clock = ManualClock()
  let store: ArticleStore
  let service: ArticleService
  let workers: WorkQueue

  init(
    limit: Int = 1 << 30, workers: WorkQueue = WorkQueue(workers: 2, capacity: 128),
    memory: MemoryBudget = MemoryBudget(),
    configuration: ArticleService.Configuration = .init(),
    contentHash: @escaping ArticleStore.ContentHash = ArticleStore.hash
  ) {
    let clock = clock
    self.workers = workers
    do throws(DataError) {
      store = try ArticleStore(limit: limit, clock: { clock.now }, contentHash: contentHash)
    } catch {
      preconditionFailure("no store: \(error)")
    }
    service = ArticleService(
      store: store, workers: workers, memory: memory, configuration: configuration)
  }

  /// A service over a store that is there.
  init(store: ArticleStore) {
    workers = WorkQueue(workers: 2, capacity: 128)
    self.store = store
    service = ArticleService(store: store, workers: workers)
  }

  /// The answer to a request; `fields` are names and values.
  func send(
    _ method: HTTPMethod, _ target: String, _ fields: [String: String] = [:],
    content: [UInt8] = []
  ) throws -> Response {
    var section = HTTPFields()
    for (name, value) in fields.sorted(by: { $0.key < $1.key }) {
      section.append(try #require(HTTPFieldName(name)), value)
    }
    let target = try RequestTarget(parsing: Array(target.utf8)[...], method: method)
    return exchange(
      HTTPRequest(method: method, target: target, fields: section, content: content))
  }

  private func exchange(_ request: HTTPRequest) -> Response {
    let later = Awaited<HTTPResponse>()
    switch service.handle(request, reply: { later.set($0) }) {
    case .now(let response): return Response(response, isImmediate: true)
    case .later: return Response(later.value(), isImmediate: false)
    }
  }

  func get(_ target: String, _ fields: [String: String] = [:]) throws -> Response {
    try send(.get, target, fields)
  }

  /// A document as plain text.
  func post(
    _ target: String, _ text: String, _ fields: [String: String] = [:]
  ) throws -> Response {
    let type = ["Content-Type": "text/plain"]
    return try send(
      .post, target, type.merging(fields) { $1 }, content: Array(text.utf8))
  }

  func put(
    _ target: String, _ text: String, _ fields: [String: String] = [:]
  ) throws -> Response {
    let type = ["Content-Type": "text/plain"]
    return try send(.put, target, type.merging(fields) { $1 }, content: Array(text.utf8))
  }

  /// A submission as JSON.
  func postJSON(_ target: String, _ json: String) throws -> Response {
    try send(
      .post, target, ["Content-Type": "application/json"], content: Array(json.utf8))
  }
}

/// An answer, with what tests look at.
struct Response {
  let response: HTTPResponse
  /// Answered on the loop, not later.
  let isImmediate: Bool

  /// The pieces of JSON that is made while it is sent; none of an answer that is whole.
  let pieces: [[UInt8]]
  let content: [UInt8]

  init(_ response: HTTPResponse, isImmediate: Bool) {
    self.response = response
    self.isImmediate = isImmediate
    guard case .stream(let source) = response.body,
      response.fields[.contentType] == "application/json"
    else {
      pieces = []
      content = response.content
      return
    }
    pieces = Self.pieces(of: source)
    content = Array(pieces.joined())
  }

  private static func pieces(of source: ContentSource) -> [[UInt8]] {
    var pieces: [[UInt8]] = []
    while true {
      let next = Awaited<ContentSource.Piece>()
      source.next { next.set($0) }
      guard case .bytes(let bytes) = next.value() else { return pieces }
      pieces.append(bytes)
    }
  }

  var status: Int { Int(response.status.code) }
  var text: String { String(decoding: content, as: UTF8.self) }
  /// Where the content is kept: equal for answers that share it. The address is not followed.
  var storage: UInt { unsafe content.withUnsafeBytes { UInt(bitPattern: $0.baseAddress) } }
  var json: JSON { (try? JSON(content)) ?? .null }

  subscript(name: String) -> String? { HTTPFieldName(name).flatMap { response.fields[$0] } }
}

/// Any JSON value, read by the decoder that everyone uses.
@dynamicMemberLookup
indirect enum JSON: Equatable, Decodable {
  case null
  case boolean(Bool)
  case number(Double)
  case string(String)
  case array([JSON])
  case object([String: JSON])

  init(_ bytes: [UInt8]) throws {
    self = try JSONDecoder().decode(JSON.self, from: Data(bytes))
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .boolean(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let value = try? container.decode(String.self) {
      self = .string(value)
    } else if let value = try? container.decode([JSON].self) {
      self = .array(value)
    } else {
      self = .object(try container.decode([String: JSON].self))
    }
  }

  subscript(dynamicMember name: String) -> JSON { self[name] }

  subscript(name: String) -> JSON {
    if case .object(let members) = self { members[name] ?? .null } else { .null }
  }

  subscript(index: Int) -> JSON {
    if case .array(let items) = self, items.indices.contains(index) { items[index] } else { .null }
  }

  var items: [JSON] { if case .array(let items) = self { items } else { [] } }
  var names: Set<String> { if case .object(let members) = self { Set(members.keys) } else { [] } }
  var string: String? { if case .string(let value) = self { value } else { nil } }
  var int: Int? { if case .number(let value) = self { Int(value) } else { nil } }
}

/// A clock that a test moves.
final class ManualClock: Sendable {
  private let time = Atomic<Int64>(1_754_758_980_000)

  var now: Int64 { time.load(ordering: .relaxed) }
  func advance(by milliseconds: Int64) { time.add(milliseconds, ordering: .relaxed) }
}

/// A value that another thread sets once and this one waits for.
final class Awaited<Value: Sendable>: Sendable {
  private let slot = Locked<Value?>(nil)
  private let isSet = DispatchSemaphore(value: 0)

  func set(_ value: Value) {
    slot.withLock { $0 = value }
    isSet.signal()
  }

  func value() -> Value {
    isSet.wait()
    guard let value = slot.withLock({ $0 }) else { preconditionFailure("set without a value") }
    return value
  }
}

/// Checks that an answer is a problem in all its parts.
func expectProblem(
  _ response: Response, _ status: Int, _ code: String,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(response.status == status, sourceLocation: sourceLocation)
  #expect(response["Content-Type"] == "application/problem+json", sourceLocation: sourceLocation)
  #expect(response["Cache-Control"] == "no-store", sourceLocation: sourceLocation)
  #expect(response["X-Content-Type-Options"] == "nosniff", sourceLocation: sourceLocation)
  let json = response.json
  #expect(json.type.string == "/problems/\(code)", sourceLocation: sourceLocation)
  #expect(json.status.int == status, sourceLocation: sourceLocation)
  #expect(json.title.string?.isEmpty == false, sourceLocation: sourceLocation)
  #expect(json.detail.string?.isEmpty == false, sourceLocation: sourceLocation)
}

extension Harness {
  /// The answer to a request whose content is still to come.
  func stream(
    _ method: HTTPMethod, _ target: String, _ content: ContentStream,
    _ fields: [String: String] = ["Content-Type": "application/x-ndjson"]
  ) throws -> Response {
    var section = HTTPFields()
    for (name, value) in fields { section.append(try #require(HTTPFieldName(name)), value) }
    let target = try RequestTarget(parsing: Array(target.utf8)[...], method: method)
    let request = HTTPRequest(method: method, target: target, fields: section)
    guard case .streamed = service.admit(request) else { throw NotStreamed() }
    return Response(service.takeIn(try BulkRequest(request), content), isImmediate: true)
  }

  /// Waits until the workers have done all that they had to do.
  func settle() {
    for _ in 0..<20 {
      for length in WorkQueue.Length.allCases {
        let done = Awaited<Bool>()
        workers.proceed(length) { done.set(true) }
        _ = done.value()
      }
    }
  }

  private struct NotStreamed: Error {}
}

extension Response {
  /// Where the content comes from, when it comes in pieces.
  var source: ContentSource? {
    switch response.body {
    case .bytes: nil
    case .stream(let source): source
    }
  }

  /// All of the content of an answer in pieces, as lines of JSON.
  func streamedLines() throws -> [JSON] {
    let source = try #require(source)
    var content: [UInt8] = []
    while let piece = source.nextPiece() { content += piece }
    return try content.split(separator: UInt8(ascii: "\n")).map { try JSON(Array($0)) }
  }
}

extension ContentSource {
  /// The next piece; `nil` at the end, and where it cannot go on.
  func nextPiece() -> [UInt8]? {
    let piece = Awaited<Piece>()
    next { piece.set($0) }
    switch piece.value() {
    case .bytes(let bytes): return bytes
    case .end, .failed: return nil
    }
  }
}
