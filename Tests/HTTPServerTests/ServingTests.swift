import Dispatch
import Glibc
import HTTPCore
import Synchronization
import Testing

@testable import HTTPServer

/// A live server and raw sockets.
@Suite(.serialized) struct ServingTests {
  @Test(arguments: ["127.0.0.1", "::1", "localhost"])
  func `a server answers on the address that it tells`(host: String) throws {
    let server = try TestServer { $0.host = host }
    #expect(server.address.port != 0)
    #expect(server.address.host == (host == "localhost" ? "127.0.0.1" : host))
    let client = try server.client()
    for _ in 0..<3 {
      client.send(get("/hello"))
      let response = try #require(client.response())
      #expect(response.status == 200)
      #expect(response.text == "hello")
      #expect(response.says("Content-Length: 5"))
      #expect(!response.head.contains("Connection"))
    }
  }

  @Test(arguments: ["127.0.0.1", "127.0.0.9", "::1"])
  func `a request says on which address it came`(host: String) throws {
    let server = try TestServer { $0.host = host }
    let client = try server.client()
    client.send(get("/address"))
    #expect(client.response()?.text == "true")
  }

  @Test func `pipelined requests are answered in order, whoever answers them`() throws {
    let server = try TestServer()
    let client = try server.client()
    let requests = (0..<200).map { $0 % 3 == 0 ? get("/work?n=\($0)") : post("/echo", "\($0)") }
    client.send(requests.joined())
    for number in 0..<200 { #expect(client.response()?.text == "\(number)") }
  }

  @Test func `content of any size comes back as it went`() throws {
    let server = try TestServer()
    let client = try server.client()
    for size in [0, 1, 4096, 4097, 65536, 1_000_000] {
      let content = Array(TestServer.large.prefix(size))
      client.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: \(size)\r\n\r\n")
      client.send(content)
      #expect(client.response()?.content == content)
    }
  }

  @Test func `a HEAD says the length of what it leaves out`() throws {
    let server = try TestServer()
    let client = try server.client()
    client.send("HEAD /large HTTP/1.1\r\nHost: a\r\n\r\n" + get("/hello"))
    #expect(client.response(toHead: true)?.says("Content-Length: 8388608") == true)
    #expect(client.response()?.text == "hello")
  }

  @Test func `a client that waits for leave to send gets it`() throws {
    let server = try TestServer()
    let client = try server.client()
    client.send(
      "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n")
    #expect(client.response()?.status == 100)
    client.send("hello")
    #expect(client.response()?.text == "hello")
  }

  @Test func `a slow reader gets all, in order, while others are served`() throws {
    let server = try TestServer()
    let slow = try server.client(receiveBuffer: 4096)
    slow.send(get("/large") + get("/hello"))
    let other = try server.client()
    other.send(get("/hello"))
    #expect(other.response()?.text == "hello")
    #expect(slow.response(readingSlowly: true)?.content == TestServer.large)
    #expect(slow.response()?.text == "hello")
  }

  @Test func `a client that takes nothing is reset`() throws {
    let server = try TestServer { $0.connection.timeouts.writeStall = 100_000_000 }
    let client = try server.client(receiveBuffer: 4096)
    client.send(get("/large"))
    #expect(client.waitForReset())
    #expect(client.response() == nil)
  }

  @Test func `a half-closed client gets its answers, then the end`() throws {
    let server = try TestServer()
    let client = try server.client()
    client.send(get("/work?n=1") + get("/hello"))
    client.halfClose()
    #expect(client.response()?.text == "1")
    #expect(client.response()?.text == "hello")
    #expect(client.isAtEnd())
  }

  @Test func `an end that comes with the request is seen`() throws {
    let server = try TestServer()
    let client = try server.client()
    try server.whileBlocked {
      client.send(get("/hello"))
      client.halfClose()
    }
    #expect(client.response()?.text == "hello")
    #expect(client.isAtEnd())
  }

  @Test func `input beyond a connection's turn is read in its next`() throws {
    let server = try TestServer { $0.readsPerTurn = 1 }
    let client = try server.client()
    let content = Array(TestServer.large.prefix(400_000))
    try server.whileBlocked {
      client.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: \(content.count)\r\n\r\n")
      client.send(content)
    }
    #expect(client.response()?.content == content)
  }

  @Test func `content that is cut short gets no answer but a refusal`() throws {
    let server = try TestServer()
    let client = try server.client()
    client.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhell")
    client.halfClose()
    #expect(client.response()?.text == "incomplete-request")
    #expect(client.isAtEnd())
  }

  @Test func `a refusal is read by a client that is still sending`() throws {
    let server = try TestServer()
    let client = try server.client()
    client.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 9000000\r\n\r\n")
    client.send([UInt8](repeating: 0, count: 200_000))
    let response = try #require(client.response())
    #expect(response.status == 413)
    #expect(response.says("Connection: close"))
    #expect(client.isAtEnd())
  }

  @Test func `a handler answers once, however often it does`() throws {
    let server = try TestServer()
    let client = try server.client()
    client.send(get("/twice") + get("/held"))
    let port = try #require(server.nextHeld())
    port.send(TestServer.text("first"))
    port.send(TestServer.text("second"))
    #expect(client.response()?.text == "once")
    #expect(client.response()?.text == "first")
    client.send(get("/hello"))
    #expect(client.response()?.text == "hello")
  }

  @Test func `an answer to a connection that has ended reaches nobody`() throws {
    let server = try TestServer()
    let gone = try server.client()
    gone.send(get("/held"))
    let stale = try #require(server.nextHeld())
    gone.reset()
    // The next connection takes the slot as soon as the loop has seen the reset.
    var fresh: ReplyPort
    var client: RawClient
    repeat {
      client = try server.client()
      client.send(get("/held"))
      fresh = try #require(server.nextHeld())
    } while fresh.connection.slot != stale.connection.slot
    #expect(fresh.connection.generation != stale.connection.generation)
    stale.send(TestServer.text("stale"))
    fresh.send(TestServer.text("fresh"))
    #expect(client.response()?.text == "fresh")
  }

  @Test func `resets and half requests harm nobody`() throws {
    let server = try TestServer()
    for number in 0..<100 {
      let client = try server.client()
      client.send(number % 2 == 0 ? get("/large") : "POST /echo HTTP/1.1\r\nHost: a\r\nConten")
      client.reset()
    }
    let halves = try (0..<200).map { _ in try server.client() }
    for half in halves { half.send("GET /hello HTTP/1.1\r\nHo") }
    let client = try server.client()
    client.send(get("/hello"))
    #expect(client.response()?.text == "hello")
    halves[199].send("st: a\r\n\r\n")
    #expect(halves[199].response()?.text == "hello")
  }
}
