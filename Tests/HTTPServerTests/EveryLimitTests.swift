import HTTPCore
import Testing

@testable import HTTPServer

/// One limit or time of the configuration: how it is set, what is within it and what is beyond.
struct Limit: Sendable, CustomTestStringConvertible {
  let name: String
  let set: @Sendable (inout HTTPServerConfiguration) -> Void
  /// A request that is answered with 200; empty where everything takes too long.
  let within: String
  let beyond: String
  let status: Int
  let code: String

  var testDescription: String { name }

  private static let short: UInt64 = 50_000_000
  private static let chunked =
    "POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"

  static let all: [Limit] = [
    // "GET /hello?" and " HTTP/1.1" are 20 bytes.
    Limit(
      name: "the request line", set: { $0.connection.limits.requestLineBytes = 40 },
      within: get("/hello?" + String(repeating: "a", count: 20)),
      beyond: get("/hello?" + String(repeating: "a", count: 21)),
      status: 414, code: "request-line-too-long"),
    // "Host: a" and its line break are 9 bytes as sent, "a: " and its line break 5.
    Limit(
      name: "the header section", set: { $0.connection.limits.fieldSectionBytes = 100 },
      within: get("/hello", "a: \(String(repeating: "x", count: 86))\r\n"),
      beyond: get("/hello", "a: \(String(repeating: "x", count: 87))\r\n"),
      status: 431, code: "field-section-too-large"),
    Limit(
      name: "the number of fields", set: { $0.connection.limits.fieldCount = 3 },
      within: get("/hello", "a: 1\r\nb: 2\r\n"), beyond: get("/hello", "a: 1\r\nb: 2\r\nc: 3\r\n"),
      status: 431, code: "too-many-fields"),
    Limit(
      name: "the content, as declared", set: { $0.connection.limits.contentBytes = 5 },
      within: post("/echo", "12345"), beyond: post("/echo", "123456"),
      status: 413, code: "content-too-large"),
    Limit(
      name: "the content, as it comes", set: { $0.connection.limits.contentBytes = 5 },
      within: chunked + "3\r\n123\r\n2\r\n45\r\n0\r\n\r\n", beyond: chunked + "3\r\n123\r\n3\r\n",
      status: 413, code: "content-too-large"),
    Limit(
      name: "the extensions of chunks", set: { $0.connection.limits.chunkExtensionBytes = 4 },
      within: chunked + "1;a=b\r\n1\r\n0\r\n\r\n", beyond: chunked + "1;a=b;c=d\r\n1\r\n",
      status: 413, code: "chunk-extensions-too-long"),
    Limit(
      name: "the trailers", set: { $0.connection.limits.fieldCount = 2 },
      within: chunked + "0\r\na: 1\r\nb: 2\r\n\r\n",
      beyond: chunked + "0\r\na: 1\r\nb: 2\r\nc: 3\r\n\r\n",
      status: 431, code: "too-many-fields"),
    Limit(
      name: "the content in flight",
      set: {
        $0.maximumContentInFlight = 5
        $0.connection.ownContent = 0
      },
      within: post("/echo", "12345"), beyond: post("/echo", "123456"),
      status: 503, code: "too-much-in-flight"),
    Limit(
      name: "the time for a head", set: { $0.connection.timeouts.head = short },
      within: get("/hello"), beyond: "GET /hello HTTP/1.1\r\nHost: a\r\n",
      status: 408, code: "head-timeout"),
    Limit(
      name: "the time between two pieces of content",
      set: { $0.connection.timeouts.contentPause = short },
      within: post("/echo", "12345"), beyond: String(post("/echo", "12345").dropLast()),
      status: 408, code: "content-timeout"),
    Limit(
      name: "the time for all content",
      set: {
        $0.connection.timeouts.content = short
        $0.connection.timeouts.contentPause = 3600 * ConnectionTimeouts.second
      },
      within: post("/echo", "12345"), beyond: String(post("/echo", "12345").dropLast()),
      status: 408, code: "content-timeout"),
  ]
}

/// Each limit of the configuration, reached and passed.
@Suite(.serialized) struct EveryLimitTests {
  @Test(arguments: Limit.all)
  func `a request within a limit is answered, and one beyond it is the last`(limit: Limit) throws {
    let server = try TestServer(limit.set)
    let client = try server.client()
    client.send(limit.within)
    #expect(client.response()?.status == 200)
    client.send(limit.beyond)
    let response = try #require(client.response())
    #expect(response.status == limit.status)
    #expect(response.text == limit.code)
    #expect(response.says("Connection: close"))
    #expect(client.isAtEnd())
  }

  @Test func `a connection that has had its requests ends after the last answer`() throws {
    let server = try TestServer { $0.connection.maximumRequests = 2 }
    let client = try server.client()
    client.send(get("/hello") + get("/hello") + get("/hello"))
    #expect(client.response()?.says("Connection: close") == false)
    #expect(client.response()?.says("Connection: close") == true)
    #expect(client.isAtEnd())
  }

  @Test func `an idle connection ends without a word`() throws {
    let server = try TestServer { $0.connection.timeouts.idle = 50_000_000 }
    let client = try server.client()
    client.send(get("/hello"))
    #expect(client.response()?.status == 200)
    #expect(client.isAtEnd())
  }

  @Test func `what follows a refusal is read up to its limit in bytes`() throws {
    let server = try TestServer {
      $0.connection.drainBytes = 10_000
      $0.connection.timeouts.drain = 3600 * ConnectionTimeouts.second
    }
    let client = try server.client()
    client.send("BAD\r\n\r\n")
    #expect(client.response()?.status == 400)
    client.send([UInt8](repeating: 0, count: 10_001))
    #expect(client.sendsUntilReset())
  }

  @Test func `what follows a refusal is read up to its limit in time`() throws {
    let server = try TestServer {
      $0.connection.timeouts.drain = 50_000_000
      $0.connection.drainBytes = .max
    }
    let client = try server.client()
    client.send("BAD\r\n\r\n")
    #expect(client.response()?.status == 400)
    #expect(client.isAtEnd())
    #expect(client.sendsUntilReset())
  }
}
