import CEpoll
import Dispatch
import Glibc
import HTTPCore
import Locking
import Testing

@testable import HTTPServer

/// What a live server does when there is too much or it takes too long, and when it stops.
@Suite(.serialized) struct LimitsTests {
  @Test func `a connection too many is told so and closed, where all have a request`() throws {
    let server = try TestServer {
      $0.maximumConnections = 2
      $0.loops = 2
    }
    let clients = try (0..<2).map { _ in try server.client() }
    var ports: [ReplyPort] = []
    for client in clients {
      client.send(get("/held"))
      ports.append(try #require(server.nextHeld()))
    }
    let excess = try server.client()
    let response = try #require(excess.response())
    #expect(response.status == 503)
    #expect(response.text == "too-many-connections")
    #expect(response.says("Connection: close"))
    #expect(excess.isAtEnd())
    #expect(server.metrics.refused == 1)
    #expect(server.metrics.displaced == 0)
    for port in ports { port.send(TestServer.text("done")) }
    for client in clients { #expect(client.response()?.text == "done") }
  }

  @Test(arguments: [
    "", "GET /hel", "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nhalf",
  ])
  func `the connection whose request is longest in coming makes room`(_ start: String) throws {
    let server = try TestServer {
      $0.maximumConnections = 3
      $0.loops = 2
    }
    let busy = try server.client()
    busy.send(get("/held"))
    let port = try #require(server.nextHeld())
    // One after the other, so that it is known which waits longest.
    let slow = try (0..<2).map { _ in
      let client = try server.client()
      client.send(get("/hello"))
      #expect(client.response()?.status == 200)
      client.send(start)
      return client
    }
    for round in 0..<2 {
      let next = try server.client()
      next.send(get("/hello"))
      #expect(next.response()?.text == "hello")
      if start.isEmpty {
        #expect(slow[round].isAtEnd())
      } else {
        #expect(slow[round].response()?.text == "too-many-connections")
      }
      next.send(get("/held"))
      _ = try #require(server.nextHeld())
    }
    #expect(server.metrics.displaced == 2)
    port.send(TestServer.text("done"))
    #expect(busy.response()?.text == "done")
  }

  @Test func `what the system holds for a connection is bounded`() throws {
    let server = try TestServer()
    let reader = try server.client(receiveBuffer: 4096)
    reader.send(get("/large"))
    // Its head has come, and nothing more is read.
    #expect(reader.head()?.status == 200)
    let other = try server.client()
    other.send(get("/hello"))
    #expect(other.response()?.text == "hello")
    #expect(server.metrics.sent < UInt64(4 * HTTPServerConfiguration.socketBuffer))
  }

  @Test func `a client that is gone is known to be`() throws {
    let server = try TestServer()
    let client = try server.client()
    client.send(get("/held"))
    let port = try #require(server.nextHeld())
    #expect(port.isAwaited)
    client.reset()
    let patience = Clocks.monotonic + 10_000_000_000
    while port.isAwaited, Clocks.monotonic < patience {
      let other = try server.client()
      other.send(get("/hello"))
      #expect(other.response()?.text == "hello")
    }
    #expect(!port.isAwaited)
  }

  @Test func `content in flight is bounded over all connections`() throws {
    let server = try TestServer {
      $0.maximumContentInFlight = 10
      $0.connection.ownContent = 0
    }
    let first = try server.client()
    first.send(post("/held", "12345678"))
    let port = try #require(server.nextHeld())
    let second = try server.client()
    second.send(post("/echo", "123"))
    #expect(second.response()?.text == "too-much-in-flight")
    port.send(TestServer.text("done"))
    #expect(first.response()?.text == "done")
    first.send(post("/echo", "1234567890"))
    #expect(first.response()?.text == "1234567890")
  }

  @Test func `content of a connection that is gone no longer counts`() throws {
    let server = try TestServer {
      $0.maximumContentInFlight = 10
      $0.connection.ownContent = 0
    }
    let first = try server.client()
    first.send(post("/held", "1234567890"))
    _ = try #require(server.nextHeld())
    first.reset()
    // The reset is seen by the loop before or after any one request, but soon.
    var answer: RawClient.Response?
    repeat {
      let next = try server.client()
      next.send(post("/echo", "1"))
      answer = next.response()
    } while answer?.status == 503
    #expect(answer?.text == "1")
  }

  @Test(arguments: [
    ("", nil), (get("/hello"), nil), ("GET /hel", "head-timeout"),
    ("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhell", "content-timeout"),
  ])
  func `a client that stops in the middle is not waited for`(sent: String, code: String?) throws {
    let server = try TestServer {
      $0.connection.timeouts.head = 50_000_000
      $0.connection.timeouts.contentPause = 50_000_000
      $0.connection.timeouts.idle = 50_000_000
    }
    let client = try server.client()
    client.send(sent)
    if sent == get("/hello") { #expect(client.response()?.status == 200) }
    if let code {
      let response = try #require(client.response())
      #expect(response.status == 408)
      #expect(response.text == code)
    }
    #expect(client.isAtEnd())
  }

  @Test func `accepting rests while there are no descriptors, and goes on`() throws {
    let calls = Locked(0)
    let scarcityEnds = Clocks.monotonic + 150_000_000
    let server = try TestServer(acceptCall: { listener in
      let call = calls.withLock { calls in
        calls += 1
        return calls
      }
      switch call {
      case 1: errno = EINTR
      case 2: errno = ECONNABORTED
      case 3: errno = ENFILE
      case _ where Clocks.monotonic < scarcityEnds: errno = EMFILE
      default: return cepoll_accept(listener)
      }
      return -1
    })
    let client = try server.client()
    client.send(get("/hello"))
    #expect(client.response()?.text == "hello")
    // Two faults that pass, a few that last, the connection, and the empty line after it.
    #expect(calls.withLock { $0 } < 10)
  }

  @Test func `a stop lets what is in flight finish and takes nothing more`() throws {
    let server = try TestServer()
    let idle = try server.client()
    idle.send(get("/hello"))
    #expect(idle.response()?.status == 200)
    let busy = try server.client()
    busy.send(get("/held"))
    let port = try #require(server.nextHeld())
    let stopped = server.stop()
    #expect(idle.isAtEnd())
    #expect(throws: HTTPServerError.self) { try server.client() }
    port.send(TestServer.text("finished"))
    let response = try #require(busy.response())
    #expect(response.text == "finished")
    #expect(response.says("Connection: close"))
    #expect(busy.isAtEnd())
    busy.reset()
    #expect(stopped.wait(timeout: .now() + 10) == .success)
    #expect(server.server.connectionCount == 0)
    port.send(TestServer.text("too late"))
  }

  @Test func `a stop does not wait longer than its grace`() throws {
    let server = try TestServer()
    let client = try server.client()
    client.send(get("/held"))
    _ = try #require(server.nextHeld())
    #expect(server.stop(grace: .milliseconds(50)).wait(timeout: .now() + 10) == .success)
    #expect(client.response() == nil)
  }

  @Test func `a stopped server may be stopped again, and one that never started at all`() throws {
    let server = try TestServer()
    #expect(server.stop().wait(timeout: .now() + 10) == .success)
    #expect(server.stop().wait(timeout: .now() + 10) == .success)
  }

  @Test func `a server that cannot listen says why`() throws {
    let server = try TestServer()
    let port = server.address.port
    #expect(throws: HTTPServerError.addressInUse(host: "127.0.0.1", port: port)) {
      try TestServer { $0.port = port }
    }
    #expect(throws: HTTPServerError.malformedHost("example.org")) {
      try TestServer { $0.host = "example.org" }
    }
    #expect(throws: HTTPServerError.addressNotLocal(host: "192.0.2.1")) {
      try TestServer { $0.host = "192.0.2.1" }
    }
  }

  @Test func `a signal in the middle of a call makes it again`() {
    var calls = 0
    let transfer = Transfer {
      calls += 1
      errno = EINTR
      return calls < 3 ? -1 : 7
    }
    #expect(transfer == .bytes(7))
    errno = EAGAIN
    #expect(Transfer { -1 } == .wouldBlock)
    errno = EPIPE
    #expect(Transfer { -1 } == .failed(EPIPE))
  }
}
