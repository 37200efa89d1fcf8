import Dispatch
import Glibc
import HTTPCore
import Locking

@testable import HTTPServer

/// Requests whose answers wait for the test.
private final class HeldPorts: Sendable {
  let ports = Locked<[ReplyPort]>([])
  let arrived = DispatchSemaphore(value: 0)
  let blocked = DispatchSemaphore(value: 0)
  let unblock = DispatchSemaphore(value: 0)
}

/// A server on a free port with a handler that knows a few paths; it stops as the test lets it go.
final class TestServer: Sendable {
  private let held: HeldPorts
  let server: HTTPServer
  let metrics = ServerMetrics(labels: 3)
  let address: BoundAddress

  /// `/hello`, `/labelled` (as `n`), `/echo`, `/large` (8 MiB) and `/twice` answer at once, `/work` later from another
  /// thread, `/held` when the test says so, and `/block` blocks the loop, as no handler should.
  init(
    _ change: (inout HTTPServerConfiguration) -> Void = { _ in }, acceptCall: AcceptCall? = nil,
    report: ExchangeReport? = nil
  ) throws {
    var configuration = HTTPServerConfiguration()
    configuration.loops = 1
    change(&configuration)
    let held = HeldPorts()
    let host = configuration.host
    let queue = DispatchQueue(label: "test.work")
    let handler: RequestHandler = { request, port in
      switch request.target.path {
      case "/hello": return .now(Self.text("hello"))
      case "/labelled":
        var response = Self.text("labelled")
        response.label = Int(request.target.queryValue("n") ?? "") ?? 0
        return .now(response)
      case "/echo": return .now(HTTPResponse(status: .ok, content: request.content))
      case "/address":
        let isOwn = request.localAddress == IPAddress(literal: Array(host.utf8)[...])
        return .now(Self.text("\(isOwn)"))
      case "/large": return .now(HTTPResponse(status: .ok, content: Self.large))
      case "/work":
        let text = request.target.queryValue("n") ?? ""
        queue.async { port.send(Self.text(text)) }
        return .later
      case "/twice":
        port.send(Self.text("not this"))
        return .now(Self.text("once"))
      case "/block":
        held.blocked.signal()
        held.unblock.wait()
        return .now(Self.text("unblocked"))
      case "/held":
        held.ports.withLock { $0.append(port) }
        held.arrived.signal()
        return .later
      default: return .now(HTTPResponse(status: .notFound))
      }
    }
    let refusal: @Sendable (RequestError) -> HTTPResponse = {
      HTTPResponse(status: $0.status, content: Array($0.code.utf8))
    }
    if let acceptCall {
      server = HTTPServer(
        configuration: configuration, handler: handler,
        refusal: refusal, acceptCall: acceptCall)
    } else {
      server = HTTPServer(
        configuration: configuration, metrics: metrics, report: report, handler: handler,
        refusal: refusal)
    }
    self.held = held
    address = try server.start()
  }

  deinit { server.stop(grace: .zero) {} }

  /// A pattern whose length is a prime, so that no buffer is a multiple of it; put together from
  /// copies, because counting to eight million takes the sanitizer longer than a client may idle.
  static let large: [UInt8] = {
    let pattern = (0..<65_521).map { UInt8(truncatingIfNeeded: $0 >> 8 ^ $0) }
    var bytes: [UInt8] = []
    while bytes.count < 8 * 1024 * 1024 { bytes += pattern }
    return Array(bytes.prefix(8 * 1024 * 1024))
  }()

  static func text(_ text: String) -> HTTPResponse {
    HTTPResponse(status: .ok, content: Array(text.utf8))
  }

  /// Waits for a request of `/held` and gives its port.
  func nextHeld() -> ReplyPort? {
    guard held.arrived.wait(timeout: .now() + 10) == .success else { return nil }
    return held.ports.withLock { $0.removeFirst() }
  }

  /// Does something while the loop is kept busy, so that all of it is there when the loop looks.
  func whileBlocked(_ body: () throws -> Void) throws {
    let client = try client()
    client.send(get("/block"))
    held.blocked.wait()
    defer { held.unblock.signal() }
    try body()
  }

  func client(receiveBuffer: Int32? = nil) throws -> RawClient {
    try RawClient(address, receiveBuffer: receiveBuffer)
  }

  /// Stops the server; gives what signals when it has.
  func stop(grace: Duration = .seconds(10)) -> DispatchSemaphore {
    let stopped = DispatchSemaphore(value: 0)
    server.stop(grace: grace) { stopped.signal() }
    return stopped
  }
}

/// A request line, a host and an end.
func get(_ path: String, _ fields: String = "") -> String {
  "GET \(path) HTTP/1.1\r\nHost: a\r\n\(fields)\r\n"
}

/// A request with content.
func post(_ path: String, _ content: String, _ fields: String = "") -> String {
  "POST \(path) HTTP/1.1\r\nHost: a\r\n\(fields)Content-Length: \(content.utf8.count)\r\n\r\n\(content)"
}
