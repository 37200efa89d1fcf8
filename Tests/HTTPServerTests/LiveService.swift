import ArticleService
import ArticleStore
import Glibc
import HTTPCore

@testable import HTTPServer

/// The service as it is run, on a free port; it stops as the test lets it go.
final class LiveService: Sendable {
  let server: HTTPServer
  let workers: WorkQueue
  let address: BoundAddress

  init(
    workers: Int = 2, workLine: Int = 128, access: AccessPolicy = AccessPolicy(),
    _ change: (inout HTTPServerConfiguration) -> Void = { _ in }
  ) throws {
    var configuration = HTTPServerConfiguration()
    configuration.loops = 2
    change(&configuration)
    let queue = WorkQueue(workers: workers, capacity: workLine)
    self.workers = queue
    var rules = ArticleService.Configuration()
    rules.access = access
    let service = ArticleService(
      store: try ArticleStore(clock: { Int64(Clocks.date.seconds) * 1_000 }),
      workers: queue, configuration: rules)
    server = HTTPServer(
      configuration: configuration, admission: { service.admit($0) },
      handler: { service.handle($0, $1) }, refusal: { service.refuse($0) })
    address = try server.start()
  }

  deinit { server.stop(grace: .zero) {} }

  func client(receiveBuffer: Int32? = nil) throws -> RawClient {
    try RawClient(address, receiveBuffer: receiveBuffer)
  }

  /// The head of a request with that much content.
  static func head(_ method: String, _ path: String, length: Int) -> String {
    "\(method) \(path) HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\n"
      + "Content-Length: \(length)\r\n\r\n"
  }
}

/// Asks whether the service lives, again and again, and remembers how long each answer took.
final class Pulse {
  private let client: RawClient
  /// In nanoseconds.
  private(set) var times: [UInt64] = []

  init(_ service: LiveService) throws { client = try service.client() }

  /// Whether this one was answered.
  func beats() -> Bool {
    let start = Clocks.monotonic
    client.send("GET /livez HTTP/1.1\r\nHost: localhost\r\n\r\n")
    let isAnswered = client.response()?.status == 200
    times.append(Clocks.monotonic - start)
    return isAnswered
  }

  /// Beats until something holds; `false` when that takes longer than ten seconds, or an answer
  /// fails to come.
  func beats(until holds: () -> Bool) -> Bool {
    let patience = Clocks.monotonic + 10_000_000_000
    while !holds() { guard beats(), Clocks.monotonic < patience else { return false } }
    return true
  }

  /// What all but one answer in a hundred took at most.
  var slowest99: Duration {
    let sorted = times.sorted()
    return .nanoseconds(sorted.isEmpty ? 0 : sorted[sorted.count * 99 / 100])
  }
}
