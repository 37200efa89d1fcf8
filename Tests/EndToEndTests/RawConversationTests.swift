import Testing

/// What no client library sends.
@Suite struct `raw bytes` {
  let server: Server

  init() throws { server = try Server() }

  @Test(arguments: [
    "GET / HTTP/1.1\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n",
    "GET / HTTP/1.1\nHost: a\n\n",
    "GET / HTTP/1.1\r\nHost : a\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: a\r\n X: folded\r\n\r\n",
    "GET  / HTTP/1.1\r\nHost: a\r\n\r\n",
    "GET /\u{0} HTTP/1.1\r\nHost: a\r\n\r\n",
    "POST /v1/analyze HTTP/1.1\r\nHost: a\r\nContent-Length: +5\r\n\r\nhello",
    "POST /v1/analyze HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello",
    "POST /v1/analyze HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n"
      + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    "POST /v1/analyze HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    // The head is right, and decided by itself: its host must be, too.
    "POST /v1/analyze HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nfive\r\n",
  ])
  func `a malformed request is 400, a problem, and the last`(request: String) throws {
    let socket = try server.socket()
    try socket.send(request)
    let answer = try socket.response()
    #expect(answer.status == 400)
    #expect(answer.head.contains("\r\nConnection: close\r\n"))
    #expect(answer.head.contains("\r\nContent-Type: application/problem+json\r\n"))
    #expect(try JSON(answer.content)["status"].int == 400)
    #expect(try socket.readToEnd() == "")
  }

  @Test func `pipelined requests are answered in their order`() throws {
    let text = "Trams\n\nPros: quiet.\n"
    let socket = try server.socket()
    try socket.send(
      "GET /livez HTTP/1.1\r\nHost: localhost\r\n\r\n"
        + "POST /v1/analyze HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\n"
        + "Content-Length: \(text.utf8.count)\r\n\r\n\(text)"
        + "GET /nowhere HTTP/1.1\r\nHost: localhost\r\n\r\n"
        + "GET /version HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
    #expect(try JSON(socket.response().content)["status"].string == "ok")
    #expect(try JSON(socket.response().content)["title"].string == "Trams")
    #expect(try socket.response().status == 404)
    #expect(try JSON(socket.response().content)["name"].string == "counterpoint")
    #expect(try socket.readToEnd() == "")
  }

  @Test func `a request that comes byte by byte is one`() throws {
    let socket = try server.socket()
    for byte in "GET /livez HTTP/1.1\r\nHost: localhost\r\n\r\n".utf8 { try socket.send([byte]) }
    #expect(try socket.response().status == 200)
  }

  @Test func `HTTP 1.0 closes unless it asks not to`() throws {
    let socket = try server.socket()
    try socket.send("GET /livez HTTP/1.0\r\nConnection: keep-alive\r\n\r\n")
    #expect(try socket.response().head.contains("\r\nConnection: keep-alive\r\n"))
    try socket.send("GET /livez HTTP/1.0\r\n\r\n")
    #expect(try socket.response().status == 200)
    #expect(try socket.readToEnd() == "")
  }
}
