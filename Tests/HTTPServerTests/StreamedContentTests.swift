import Dispatch
import HTTPCore
import Locking
import Testing

@testable import HTTPServer

/// The head of a request whose content comes in chunks.
private func chunked(_ path: String, _ fields: String = "") -> String {
  "POST \(path) HTTP/1.1\r\nHost: a\r\n\(fields)Transfer-Encoding: chunked\r\n\r\n"
}

/// Content that is passed on as it comes, over sockets.
@Suite(.serialized) struct StreamedContentTests {
  @Test func `what is turned away is not asked for, and its content is not waited for`() throws {
    let server = try StreamServer()
    let client = try server.client()
    client.send(
      "POST /refused HTTP/1.1\r\nHost: a\r\nContent-Length: 9000000\r\n"
        + "Expect: 100-continue\r\n\r\n")
    let response = try #require(client.response())
    #expect(response.status == 403)
    #expect(response.says("Connection: close"))
    client.send([UInt8](repeating: 0, count: 100_000))
    #expect(client.isAtEnd())
  }

  @Test func `content that is wanted whole is read whole`() throws {
    let server = try StreamServer()
    let client = try server.client()
    client.send(post("/whole", "12345") + chunked("/whole") + "2\r\n67\r\n0\r\n\r\n")
    #expect(client.response()?.text == "12345")
    #expect(client.response()?.text == "67")
  }

  @Test func `content is there before it has ended, and the answer after`() throws {
    let server = try StreamServer()
    let client = try server.client()
    client.send(chunked("/content", "Expect: 100-continue\r\n"))
    #expect(client.response()?.status == 100)
    let request = try #require(server.next())
    #expect(request.request.content.isEmpty)
    client.send("3\r\none\r\n")
    #expect(request.take() == .bytes(Array("one".utf8)))
    client.send("3\r\ntwo\r\n0\r\n\r\n" + get("/hello"))
    #expect(request.takeAll() == Array("two".utf8))
    request.port.send(TestServer.text("done"))
    #expect(client.response()?.text == "done")
    #expect(client.response()?.text == "hello")
  }

  @Test func `content that is passed on has no limit`() throws {
    let server = try StreamServer { $0.connection.limits.contentBytes = 1000 }
    let client = try server.client()
    client.send("POST /content HTTP/1.1\r\nHost: a\r\nContent-Length: \(8 << 20)\r\n\r\n")
    let request = try #require(server.next())
    let sender = DispatchQueue(label: "test.sender")
    sender.async { client.send(TestServer.large) }
    #expect(request.takeAll() == TestServer.large)
    request.port.send(TestServer.text("done"))
    sender.sync {}
    #expect(client.response()?.text == "done")
  }

  @Test func `only what is outstanding counts as in flight`() throws {
    let server = try StreamServer {
      $0.maximumContentInFlight = 10
      $0.connection.ownContent = 0
    }
    let client = try server.client()
    client.send(post("/content", "1234567890"))
    let request = try #require(server.next())
    let other = try server.client()
    other.send(post("/whole", "1"))
    #expect(other.response()?.text == "too-much-in-flight")
    #expect(request.take() == .bytes(Array("1234567890".utf8)))
    #expect(request.take() == .end)
    let third = try server.client()
    third.send(post("/whole", "1"))
    #expect(third.response()?.text == "1")
    request.port.send(TestServer.text("done"))
    #expect(client.response()?.text == "done")
  }

  @Test func `a consumer that takes nothing is sent nothing more`() throws {
    let server = try StreamServer { $0.connection.timeouts.contentPause = 50_000_000 }
    let client = try server.client()
    client.send("POST /content HTTP/1.1\r\nHost: a\r\nContent-Length: \(8 << 20)\r\n\r\n")
    let request = try #require(server.next())
    let sender = DispatchQueue(label: "test.sender")
    sender.async { client.send(TestServer.large) }
    // The pause that the consumer makes is longer than what the client may pause.
    let other = try server.client()
    let timer = try server.client()
    timer.send("POST /whole HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\n")
    #expect(timer.response()?.text == "content-timeout")
    other.send(get("/hello"))
    #expect(other.response()?.text == "hello")
    #expect(request.takeAll() == TestServer.large)
    sender.sync {}
    request.port.send(TestServer.text("done"))
    #expect(client.response()?.text == "done")
  }

  // MARK: Content that does not come to its end

  @Test(arguments: [false, true])
  func `a client that half-closes within its content`(hasBegun: Bool) throws {
    let server = try StreamServer()
    let client = try server.client()
    client.send(chunked("/content") + "3\r\none\r\n")
    let request = try #require(server.next())
    #expect(request.take() == .bytes(Array("one".utf8)))
    let source = hasBegun ? request.begin() : nil
    if hasBegun { #expect(client.head()?.status == 200) }
    client.halfClose()
    expectLoss(of: request, .incompleteRequest, source, client)
  }

  @Test func `a client that is gone within its content`() throws {
    let server = try StreamServer()
    let client = try server.client()
    client.send(chunked("/content") + "3\r\none\r\n")
    let request = try #require(server.next())
    let source = request.begin()
    #expect(client.head()?.status == 200)
    client.reset()
    #expect(source.isCancelled())
    // The answer ends first, so what was received may still be there for a moment.
    #expect(request.last() == .lost(.gone))
  }

  @Test(arguments: [false, true])
  func `a malformed chunk in the middle`(hasBegun: Bool) throws {
    let server = try StreamServer()
    let client = try server.client()
    client.send(chunked("/content") + "3\r\none\r\n")
    let request = try #require(server.next())
    let source = hasBegun ? request.begin() : nil
    if hasBegun { #expect(client.head()?.status == 200) }
    client.send("x\r\n")
    expectLoss(of: request, .malformedChunkSize, source, client)
  }

  @Test(arguments: [false, true])
  func `content that pauses too long`(hasBegun: Bool) throws {
    let server = try StreamServer { $0.connection.timeouts.contentPause = 50_000_000 }
    let client = try server.client()
    client.send(chunked("/content") + "3\r\none\r\n")
    let request = try #require(server.next())
    let source = hasBegun ? request.begin() : nil
    if hasBegun {
      #expect(client.head()?.status == 200)
      #expect(request.take() == .bytes(Array("one".utf8)))
    }
    expectLoss(of: request, .contentTimeout, source, client)
  }

  /// Content that breaks off: its handler is told why and ends the answer that it has begun; without one
  /// the server answers.
  private func expectLoss(
    of request: StreamedRequest, _ error: RequestError, _ source: ManualSource?,
    _ client: RawClient, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    if let source {
      #expect(request.last() == .lost(.broken(error)), sourceLocation: sourceLocation)
      source.give("broken")
      source.give(.end)
      #expect(client.chunks() == Array("broken".utf8), sourceLocation: sourceLocation)
    } else {
      let response = client.response()
      #expect(response?.status == Int(error.status.code), sourceLocation: sourceLocation)
      #expect(response?.text == error.code, sourceLocation: sourceLocation)
      #expect(request.last() == .lost(.gone), sourceLocation: sourceLocation)
    }
    #expect(client.isAtEnd(), sourceLocation: sourceLocation)
  }

  @Test func `a stop has answers end that have begun, before it cuts them short`() throws {
    let server = try StreamServer()
    let client = try server.client()
    client.send(chunked("/content") + "3\r\none\r\n")
    let request = try #require(server.next())
    let source = request.begin()
    #expect(client.head()?.status == 200)
    let stopped = DispatchSemaphore(value: 0)
    // The end is so far that the test is over long before; what is looked at is that it is not come to.
    server.server.stop(grace: .milliseconds(200)) { stopped.signal() }
    #expect(request.last() == .lost(.stopping))
    source.give("stopped")
    source.give(.end)
    _ = client.chunks()
    #expect(client.isAtEnd())
    client.reset()
    #expect(stopped.wait(timeout: .now() + 10) == .success)
  }

  @Test(arguments: ["/early", "/content"])
  func `an answer before the end of the content is the last`(path: String) throws {
    let server = try StreamServer()
    let client = try server.client()
    client.send("POST \(path) HTTP/1.1\r\nHost: a\r\nContent-Length: 200000\r\n\r\n12345")
    let request = try #require(server.next())
    if path == "/early" {
      let response = try #require(client.response())
      #expect(response.text == "early")
      #expect(response.says("Connection: close"))
    } else {
      let source = request.begin()
      source.give("early")
      source.give(.end)
      #expect(client.head()?.says("Connection: close") == false)
      #expect(client.chunks() == Array("early".utf8))
    }
    client.send([UInt8](repeating: 0, count: 190_000))
    #expect(client.isAtEnd())
    #expect(request.last() == .lost(.gone))
  }

  @Test func `a stop lets content and answer come to their ends`() throws {
    let server = try StreamServer()
    let client = try server.client()
    client.send(chunked("/content") + "3\r\none\r\n")
    let request = try #require(server.next())
    let source = request.begin()
    #expect(client.head()?.status == 200)
    let idle = try server.client()
    idle.send(get("/hello"))
    #expect(idle.response()?.text == "hello")
    let stopped = DispatchSemaphore(value: 0)
    server.server.stop { stopped.signal() }
    #expect(idle.isAtEnd())
    #expect(request.take() == .bytes(Array("one".utf8)))
    client.send("3\r\ntwo\r\n0\r\n\r\n" + get("/hello"))
    #expect(request.takeAll() == Array("two".utf8))
    source.give("done")
    source.give(.end)
    #expect(client.chunks() == Array("done".utf8))
    #expect(client.isAtEnd())
    client.reset()
    #expect(stopped.wait(timeout: .now() + 10) == .success)
  }

  @Test func `a stop loses what takes longer than its grace`() throws {
    let server = try StreamServer()
    let client = try server.client()
    client.send(chunked("/content"))
    let request = try #require(server.next())
    server.server.stop(grace: .milliseconds(50)) {}
    #expect(request.take() == .lost(.gone))
  }

  // MARK: Both directions at once

  @Test(arguments: ["", "Connection: close\r\n"])
  func `an answer goes out while its content comes in`(field: String) throws {
    let server = try StreamServer()
    let client = try server.client()
    client.send(chunked("/content", field))
    let request = try #require(server.next())
    let source = request.begin()
    #expect(client.head()?.says("Connection: close") == !field.isEmpty)
    for text in ["one", "two", "three"] {
      client.send(String(text.utf8.count, radix: 16) + "\r\n\(text)\r\n")
      #expect(request.take() == .bytes(Array(text.utf8)))
      source.give(text)
      #expect(client.chunk() == Array(text.utf8))
    }
    client.send("0\r\n\r\n" + (field.isEmpty ? get("/hello") : ""))
    #expect(request.take() == .end)
    source.give(.end)
    #expect(client.chunk() == [])
    if field.isEmpty { #expect(client.response()?.text == "hello") }
    #expect(field.isEmpty || client.isAtEnd())
  }

  @Test func `much goes both ways, and little of it waits`() throws {
    let server = try StreamServer()
    let client = try server.client(receiveBuffer: 65_536)
    client.send("POST /content HTTP/1.1\r\nHost: a\r\nContent-Length: \(8 << 20)\r\n\r\n")
    let request = try #require(server.next())
    let relay = Relay(
      request.content, bound: 128 * 1024, workers: WorkQueue(workers: 2, capacity: 0))
    request.port.send(relay.start())
    let sender = DispatchQueue(label: "test.sender")
    sender.async { client.send(TestServer.large) }
    #expect(client.head()?.status == 200)
    #expect(client.chunks() == TestServer.large)
    sender.sync {}
    #expect(relay.ended.next() == true)
    // The bound, and the piece that passed it.
    #expect(relay.most.withLock { $0 } <= 192 * 1024)
    client.send(get("/hello"))
    #expect(client.response()?.text == "hello")
  }

  @Test func `a client that sends and never reads is not read for ever`() throws {
    let server = try StreamServer { $0.connection.timeouts.writeStall = 100_000_000 }
    let client = try server.client(receiveBuffer: 4096)
    client.send("POST /content HTTP/1.1\r\nHost: a\r\nContent-Length: \(80 << 20)\r\n\r\n")
    let request = try #require(server.next())
    let relay = Relay(
      request.content, bound: 1 << 20, workers: WorkQueue(workers: 1, capacity: 0))
    request.port.send(relay.start())
    var rounds = 0
    while rounds < 10, client.send(TestServer.large) { rounds += 1 }
    #expect(rounds < 10)
    #expect(relay.ended.next() == false)
    #expect(relay.most.withLock { $0 } <= 1 << 20 + 64 * 1024)
  }
}
