import Dispatch
import HTTPCore
import Locking
import Testing

@testable import HTTPServer

/// Answers in pieces, over sockets.
@Suite(.serialized) struct StreamedAnswerTests {
  @Test func `pieces go out as chunks, and the connection goes on`() throws {
    let server = try StreamServer()
    let client = try server.client()
    client.send(get("/answer") + get("/hello"))
    let source = try #require(server.next()).begin()
    let head = try #require(client.head())
    #expect(head.says("Transfer-Encoding: chunked"))
    #expect(!head.head.contains("Content-Length"))
    #expect(!head.head.contains("Connection"))
    source.give("one")
    #expect(client.chunk() == Array("one".utf8))
    source.give("")
    source.give("two")
    #expect(client.chunk() == Array("two".utf8))
    source.give(.end)
    #expect(client.chunk() == [])
    #expect(client.response()?.text == "hello")
  }

  @Test(arguments: [1, 65_536, 65_537, 3_000_000])
  func `a piece of any size arrives as it was`(size: Int) throws {
    let server = try StreamServer()
    let client = try server.client(receiveBuffer: 4096)
    client.send(get("/answer"))
    let source = try #require(server.next()).begin()
    source.give(.bytes(Array(TestServer.large.prefix(size))))
    #expect(client.head()?.status == 200)
    #expect(client.chunk() == Array(TestServer.large.prefix(size)))
    source.give(.end)
    #expect(client.chunks() == [])
  }

  @Test func `an HTTP/1.0 client reads to the end of the connection`() throws {
    let server = try StreamServer()
    let client = try server.client()
    client.send("GET /answer HTTP/1.0\r\nConnection: keep-alive\r\n\r\n")
    let source = try #require(server.next()).begin()
    source.give("one")
    source.give("two")
    source.give(.end)
    let head = try #require(client.head())
    #expect(head.says("Connection: close"))
    #expect(!head.head.contains("Transfer-Encoding"))
    #expect(client.rest() == Array("onetwo".utf8))
  }

  @Test(arguments: ["1.0", "1.1"])
  func `an answer to HEAD is its head, and nothing is made for it`(version: String) throws {
    let server = try StreamServer()
    let client = try server.client()
    client.send("HEAD /answer HTTP/\(version)\r\nHost: a\r\nConnection: keep-alive\r\n\r\n")
    let source = try #require(server.next()).begin()
    let head = try #require(client.head())
    #expect(head.says("Transfer-Encoding: chunked") == (version == "1.1"))
    #expect(source.isCancelled())
    client.send(get("/hello"))
    #expect(client.response()?.text == "hello")
  }

  @Test func `an answer that has no content asks for none`() throws {
    let server = try StreamServer()
    let client = try server.client()
    client.send(get("/answer"))
    let source = try #require(server.next()).begin(.noContent)
    #expect(client.head()?.says("Transfer-Encoding: chunked") == false)
    #expect(source.isCancelled())
    client.send(get("/hello"))
    #expect(client.response()?.text == "hello")
  }

  @Test(arguments: ["1.0", "1.1"])
  func `an answer whose source fails does not look whole`(version: String) throws {
    let server = try StreamServer()
    let client = try server.client()
    client.send("GET /answer HTTP/\(version)\r\nHost: a\r\n\r\n")
    let source = try #require(server.next()).begin()
    #expect(client.head()?.status == 200)
    source.give("one")
    if version == "1.1" { #expect(client.chunk() == Array("one".utf8)) }
    source.give(.failed)
    if version == "1.1" {
      #expect(client.chunk() == nil)
      #expect(client.isAtEnd())
    } else {
      #expect(client.rest() == nil)
    }
  }

  @Test func `no more is asked for than the client takes, and one that takes nothing is reset`()
    throws
  {
    let server = try StreamServer { $0.connection.timeouts.writeStall = 100_000_000 }
    let client = try server.client(receiveBuffer: 4096)
    client.send(get("/answer"))
    let request = try #require(server.next())
    let asked = Locked(0)
    let cancelled = Arrivals<Void>()
    let piece = Array(TestServer.large.prefix(256 * 1024))
    request.port.send(
      HTTPResponse(
        status: .ok,
        stream: ContentSource(
          next: { deliver in
            asked.withLock { $0 += 1 }
            deliver(.bytes(piece))
          }, cancel: { cancelled.add(()) })))
    #expect(cancelled.next() != nil)
    #expect(client.waitForReset())
    // What the socket's buffers take, which is some MiB, and one piece.
    #expect(asked.withLock { $0 } < 64)
  }

  @Test func `a source is told when the client is gone`() throws {
    let server = try StreamServer()
    let client = try server.client()
    client.send(get("/answer"))
    let source = try #require(server.next()).begin()
    source.give("one")
    #expect(client.head()?.status == 200)
    let deliver = try #require(source.nextDelivery())
    client.reset()
    #expect(source.isCancelled())
    deliver(.bytes([1]))
    let other = try server.client()
    other.send(get("/hello"))
    #expect(other.response()?.text == "hello")
  }

  @Test func `a client that closes is noticed when it is sent to`() throws {
    let server = try StreamServer()
    var client: RawClient? = try server.client()
    client?.send(get("/answer"))
    let source = try #require(server.next()).begin()
    client = nil
    let isCancelled = Locked(false)
    DispatchQueue(label: "test.source").async {
      while !isCancelled.withLock({ $0 }), source.give("more") {}
    }
    #expect(source.isCancelled())
    isCancelled.withLock { $0 = true }
  }

  @Test func `a half-closed client gets its answer to the end`() throws {
    let server = try StreamServer()
    let client = try server.client()
    client.send(get("/answer"))
    client.halfClose()
    let source = try #require(server.next()).begin()
    for _ in 0..<3 { source.give("more") }
    source.give(.end)
    #expect(client.head()?.status == 200)
    #expect(client.chunks() == Array("moremoremore".utf8))
    #expect(client.isAtEnd())
  }

  @Test func `a piece is sent once, however often it is delivered`() throws {
    let server = try StreamServer()
    let client = try server.client()
    client.send(get("/answer"))
    let source = try #require(server.next()).begin()
    let first = try #require(source.nextDelivery())
    first(.bytes([1]))
    first(.bytes([2]))
    let second = try #require(source.nextDelivery())
    first(.failed)
    second(.bytes([3]))
    source.give(.end)
    #expect(client.head()?.status == 200)
    #expect(client.chunks() == [1, 3])
  }

  @Test func `an answer that nobody waits for is told so`() throws {
    let server = try StreamServer()
    let client = try server.client()
    client.send(get("/answer"))
    let request = try #require(server.next())
    let first = request.begin()
    let second = request.begin()
    #expect(second.isCancelled())
    first.give(.end)
    #expect(client.head()?.status == 200)
    client.send(get("/hello"))
    #expect(client.chunks() == [])
    #expect(client.response()?.text == "hello")
    client.send(get("/answer"))
    let last = try #require(server.next())
    #expect(request.begin().isCancelled())
    let stopped = DispatchSemaphore(value: 0)
    server.server.stop(grace: .zero) { stopped.signal() }
    #expect(stopped.wait(timeout: .now() + 10) == .success)
    #expect(last.begin().isCancelled())
  }

  @Test func `a stop lets an answer come to its end`() throws {
    let server = try StreamServer()
    let client = try server.client()
    client.send(get("/answer"))
    let source = try #require(server.next()).begin()
    source.give("one")
    #expect(client.head()?.status == 200)
    let idle = try server.client()
    idle.send(get("/hello"))
    #expect(idle.response()?.text == "hello")
    let stopped = DispatchSemaphore(value: 0)
    server.server.stop { stopped.signal() }
    #expect(idle.isAtEnd())
    source.give("two")
    source.give(.end)
    #expect(client.chunks() == Array("onetwo".utf8))
    #expect(client.isAtEnd())
    client.reset()
    #expect(stopped.wait(timeout: .now() + 10) == .success)
  }

  @Test func `an answer that takes longer than the grace is cut short`() throws {
    let server = try StreamServer()
    let client = try server.client()
    client.send(get("/answer"))
    let source = try #require(server.next()).begin()
    #expect(client.head()?.status == 200)
    server.server.stop(grace: .milliseconds(50)) {}
    #expect(source.isCancelled())
    #expect(client.chunks() == nil)
  }
}
