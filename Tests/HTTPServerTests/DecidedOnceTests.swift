import ArticleService
import HTTPServer
import Testing

/// What the head of a request decides is decided before its content is read, and not again.
@Suite struct DecidedOnceTests {
  private static let secrets = ["open-sesame-open", "shut-sesame-shut"].map { Array($0.utf8) }

  @Test func `a token that is renewed while the content comes was the right one`() throws {
    var access = AccessPolicy()
    let token = RenewableToken(try BearerToken(Self.secrets[0]))
    access.token = token
    let service = try LiveService(access: access)
    let client = try service.client()
    let head =
      "PUT /v1/articles/a HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\n"
      + "Content-Length: 4\r\nAuthorization: Bearer open-sesame-open\r\n"
    client.send(head + "Expect: 100-continue\r\n\r\n")
    #expect(client.head()?.status == 100)
    #expect(token.renew(with: try BearerToken(Self.secrets[1])))
    client.send("text")
    #expect(client.response()?.status == 201)
    client.send(head + "\r\ntext")
    #expect(client.response()?.status == 401)
  }

  @Test func `each of several requests has its own decision`() throws {
    let service = try LiveService()
    let client = try service.client()
    func request(_ method: String, _ path: String) -> String {
      LiveService.head(method, path, length: 4) + "text"
    }
    client.send(
      request("PUT", "/v1/articles/a") + "GET /livez HTTP/1.1\r\nHost: localhost\r\n\r\n"
        + request("POST", "/v1/analyze") + request("POST", "/v1/nothing"))
    #expect([0, 1, 2, 3].map { _ in client.response()?.status } == [201, 200, 200, 404])
  }
}
