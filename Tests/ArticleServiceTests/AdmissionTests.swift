import ArticleService
import HTTPCore
import HTTPServer
import Testing

/// What is decided about content before it is read.
@Suite struct AdmissionTests {
  private var configuration = ArticleService.Configuration()

  init() throws {
    configuration.access.token = RenewableToken(
      try BearerToken(Array("open-sesame-open".utf8)))
    configuration.access.allowedOrigins = [try #require(WebOrigin("https://reader.example"))]
  }

  /// The answer that comes before the content is read; `nil` when it is read.
  private func refusal(
    _ method: HTTPMethod, _ target: String, _ fields: [String: String] = [:]
  ) throws -> HTTPResponse? {
    var section = HTTPFields()
    for (name, value) in fields { section.append(try #require(HTTPFieldName(name)), value) }
    let request = HTTPRequest(
      method: method,
      target: try RequestTarget(parsing: Array(target.utf8)[...], method: method), fields: section)
    switch Harness(configuration: configuration).service.admit(request) {
    case .refuse(let response): return response
    case .whole: return nil
    case .streamed:
      Issue.record("no route takes its content in pieces")
      return nil
    }
  }

  private static let known = ["Authorization": "Bearer open-sesame-open", "Host": "localhost"]

  @Test(arguments: ["text/plain", "application/x-ndjson"])
  mutating func `content of a write through a proxy is not read where there is no token`(
    type: String
  ) throws {
    let fields = ["Via": "1.1 proxy", "Host": "localhost", "Content-Type": type]
    configuration.access.token = nil
    let response = try #require(try refusal(.post, "/v1/articles", fields))
    #expect(response.status.code == 403)
    #expect(try refusal(.post, "/v1/analyze", fields) == nil)
    configuration.access.allowsUnauthenticated = true
    #expect(try refusal(.put, "/v1/articles/a", fields) == nil)
  }

  @Test(arguments: [
    (HTTPMethod.post, "/v1/articles", known), (.post, "/v1/articles?media=auto", known),
    (.put, "/v1/articles/a", known), (.post, "/v1/analyze", [:]), (.get, "/v1/articles", [:]),
    // What it is and how the answer is to look is decided with the content.
    (.post, "/v1/analyze", ["Content-Type": "image/png"]), (.post, "/v1/analyze?pretty=x", [:]),
  ])
  func `content that may be wanted is read`(
    method: HTTPMethod, target: String, fields: [String: String]
  ) throws {
    #expect(try refusal(method, target, fields) == nil)
  }

  @Test(arguments: [
    (HTTPMethod.post, "/v1/articles", [:], 401), (.put, "/v1/articles/a", [:], 401),
    (.post, "/v1/articles", ["Authorization": "Bearer close-sesame"], 401),
    (.post, "/v1/analyze", ["Host": "evil.example"], 421),
    (.post, "/v1/analyze", ["Sec-Fetch-Site": "cross-site"], 403),
    (.post, "/nowhere", known, 404), (.put, "/v1/articles", known, 405),
    (.post, "/v1/articles?colour=red", known, 400),
    (.post, "/v1/articles?media=auto&media=auto", known, 400),
    (.options, "/v1/articles", [:], 204), (.options, "*", [:], 204),
  ])
  func `content that is not wanted is not read`(
    method: HTTPMethod, target: String, fields: [String: String], status: UInt16
  ) throws {
    let response = try #require(try refusal(method, target, fields))
    #expect(response.status.code == status)
  }

  @Test func `a page that may use the service may read why its content was not read`() throws {
    let response = try #require(
      try refusal(.post, "/v1/articles", ["Origin": "https://reader.example"]))
    #expect(response.status == .unauthorized)
    #expect(response.fields[.accessControlAllowOrigin] == "https://reader.example")
  }

  @Test func `what is refused by its head is answered the same when it has no content`() throws {
    let harness = Harness(configuration: configuration)
    for (target, fields) in [("/nowhere", Self.known), ("/v1/articles", [:])] {
      let answer = try harness.send(.post, target, fields)
      let refused = try #require(try refusal(.post, target, fields))
      #expect(refused.content == answer.content)
      #expect(refused.status == answer.response.status)
    }
  }
}
