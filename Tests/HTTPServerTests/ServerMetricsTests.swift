import Dispatch
import HTTPCore
import Locking
import Metrics
import Testing

@testable import HTTPServer

/// Exchanges as they were told, in order.
private final class Told: Sendable {
  private let exchanges = Locked<[Exchange]>([])

  var report: ExchangeReport {
    { exchange in
      self.exchanges.withLock { $0.append(exchange) }
      return true
    }
  }

  var all: [Exchange] { exchanges.withLock { $0 } }
}

@Suite struct `metrics` {
  private func count(_ server: TestServer, _ label: Int, _ method: HTTPMethod, _ status: UInt16)
    -> UInt64
  {
    server.metrics.answered.first {
      $0.label == label && $0.method == method && $0.status?.code == status
    }?.count ?? 0
  }

  @Test func `is counted by label, method and status`() throws {
    let server = try TestServer()
    let client = try server.client()
    for target in ["/hello", "/labelled?n=2", "/labelled?n=2", "/labelled?n=3", "/nowhere"] {
      client.send(get(target))
      #expect(client.response() != nil)
    }
    #expect(count(server, 0, .get, 200) == 2, "a label that is none is 0")
    #expect(count(server, 2, .get, 200) == 2)
    #expect(count(server, 0, .get, 404) == 1)
    #expect(server.metrics.durations(label: 2).count == 2)
    #expect(server.metrics.durations(label: 0).count == 3)
    #expect(server.metrics.answered.reduce(0) { $0 + $1.count } == 5)
  }

  @Test func `has what was answered later, in pipelines, and was no request`() throws {
    let server = try TestServer()
    let client = try server.client()
    client.send(get("/work?n=1") + get("/hello") + post("/echo", "so"))
    for _ in 0..<3 { #expect(client.response() != nil) }
    client.send("GET nonsense\r\n\r\n")
    #expect(client.response()?.status == 400)
    #expect(count(server, 0, .get, 200) == 2)
    #expect(count(server, 0, .post, 200) == 1)
    #expect(count(server, 0, .other, 400) == 1)
  }

  @Test func `counts the bytes that came and went`() throws {
    let server = try TestServer()
    let client = try server.client()
    client.send(get("/large"))
    let response = try #require(client.response())
    #expect(server.metrics.openConnections == 1)
    // What was sent is counted behind the call that sends it.
    server.stop(grace: .zero).wait()
    #expect(server.metrics.openConnections == 0)
    #expect(server.metrics.received == UInt64(get("/large").utf8.count))
    #expect(server.metrics.sent > UInt64(response.content.count))
    #expect(server.metrics.sent < UInt64(response.content.count + 300))
    #expect(server.metrics.accepted == 1)
  }

  @Test func `has those apart whose answer nobody got`() throws {
    let told = Told()
    let server = try TestServer(report: told.report)
    let client = try server.client()
    client.send(get("/held"))
    let port = try #require(server.nextHeld())
    server.stop(grace: .zero).wait()
    port.send(TestServer.text("too late"))
    #expect(server.metrics.broken == 1)
    #expect(server.metrics.answered.isEmpty)
    #expect(told.all.map(\.isComplete) == [false])
    #expect(told.all.first?.status == nil)
  }

  @Test func `is told, an exchange at a time`() throws {
    let told = Told()
    let server = try TestServer(report: told.report)
    let client = try server.client()
    let trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"
    let first = get(
      "/labelled?n=1&secret=x", "X-Request-Id: mine-1\r\ntraceparent: \(trace)\r\n")
    client.send(first + post("/echo", "content"))
    let answers = [client.response(), client.response()]
    client.send("GET nonsense\r\n\r\n")
    #expect(client.response()?.status == 400)
    // What was sent is counted behind the call that sends it.
    server.stop(grace: .zero).wait()
    let all = told.all
    try #require(all.count == 3)
    #expect(all.map(\.method) == [.get, .post, nil])
    #expect(all.map(\.path) == ["/labelled", "/echo", ""])
    #expect(all.map(\.status?.code) == [200, 200, 400])
    #expect(all.map(\.label) == [1, 0, 0])
    #expect(all.map(\.client) == ["127.0.0.1", "127.0.0.1", "127.0.0.1"])
    #expect(all.map(\.isComplete) == [true, true, true])
    #expect(all[0].received == first.utf8.count)
    #expect(all[1].received == post("/echo", "content").utf8.count)
    #expect(server.metrics.sent == UInt64(all.reduce(0) { $0 + $1.sent }))
    #expect(all[0].requestID?.description == "mine-1")
    #expect(answers[0]?.head.contains("X-Request-Id: mine-1\r\n") == true)
    #expect(all[0].traceParent?.traceID == "0af7651916cd43dd8448eb211c80319c")
    // Made, and different each time.
    let made = try #require(all[1].requestID)
    #expect(answers[1]?.head.contains("X-Request-Id: \(made)\r\n") == true)
    #expect(all[2].requestID != made)
  }

  @Test func `has a path that is not longer than its bound`() throws {
    let told = Told()
    let server = try TestServer(report: told.report)
    let client = try server.client()
    client.send(get("/" + String(repeating: "a", count: 5_000)))
    #expect(client.response()?.status == 404)
    #expect(told.all.first?.path.utf8.count == Exchange.pathBound)
  }

  @Test func `counts what could not be told`() throws {
    let server = try TestServer(report: { _ in false })
    let client = try server.client()
    client.send(get("/hello"))
    #expect(client.response()?.status == 200)
    #expect(server.metrics.unreported == 1)
  }

  @Test func `has the id of a request in its answer when it gave one, and only then`() throws {
    let server = try TestServer()
    let client = try server.client()
    client.send(get("/hello"))
    #expect(client.response()?.head.contains("X-Request-Id") == false)
    client.send(get("/hello", "x-request-id: a.b/C_1\r\n"))
    #expect(client.response()?.head.contains("X-Request-Id: a.b/C_1\r\n") == true)
    client.send(get("/hello", "X-Request-Id: not one\r\n"))
    #expect(client.response()?.head.contains("X-Request-Id") == false)
  }
}
