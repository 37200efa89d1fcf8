@testable import ArticleService
import HTTPCore
import Testing

/// A request with these fields, as it comes on a connection to 192.0.2.7.
private func request(
  _ method: HTTPMethod = .get, _ target: String = "/v1/articles", _ fields: [(String, String)] = [],
  version: HTTPVersion = .http11, localAddress: String = "192.0.2.7"
) throws -> HTTPRequest {
  var section = HTTPFields()
  for (name, value) in fields { section.append(try #require(HTTPFieldName(name)), value) }
  return HTTPRequest(
    method: method, target: try RequestTarget(parsing: Array(target.utf8)[...], method: method),
    version: version, fields: section,
    localAddress: IPAddress(literal: Array(localAddress.utf8)[...]))
}

/// What the policy says of a request: nothing, or the code of the problem.
private func verdict(_ policy: AccessPolicy, _ request: HTTPRequest) -> String? {
  do throws(Problem) {
    return try policy.screen(request).map { "\($0.status.code)" }
  } catch {
    return error.code
  }
}

private func token(_ text: String) throws -> BearerToken { try BearerToken(Array(text.utf8)) }

struct `The host of a request` {
  @Test(arguments: [
    "localhost", "LocalHost:8080", "127.0.0.1", "127.0.0.1:8080", "127.9.9.9:1", "[::1]:8080",
    "[0:0::1]", "[::ffff:127.0.0.1]:8080", "192.0.2.7:8080", "[::ffff:192.0.2.7]",
  ])
  func `may be localhost, a loopback literal or the address that was reached`(host: String) throws {
    #expect(verdict(AccessPolicy(), try request(.get, "/", [("Host", host)])) == nil)
  }

  @Test(arguments: [
    "evil.example", "evil.example:8080", "127.0.0.1.evil.example", "localhost.evil.example",
    "xlocalhost", "localhost.", "192.0.2.8", "192.0.2.7.", "0.0.0.0", "[::]", "[::2]", "128.0.0.1",
    "0127.0.0.1", "127.1", "2130706433", "localhos", "127.0.0.1%2e",
  ])
  func `is misdirected when it is another`(host: String) throws {
    let request = try request(.get, "/livez", [("Host", host)])
    #expect(verdict(AccessPolicy(), request) == "misdirected-request")
  }

  @Test func `may be an IPv6 address that was reached, however it is written`() throws {
    let request = try request(
      .get, "/", [("Host", "[2001:DB8:0::1]:80")], localAddress: "2001:db8::0:1")
    #expect(verdict(AccessPolicy(), request) == nil)
  }

  @Test(arguments: [
    ("docs.example", "DOCS.example:443", true), ("docs.example", "docs.example.", false),
    ("docs.example", "xdocs.example", false), ("192.0.2.99", "192.0.2.99:1", true),
    ("2001:db8::9", "[2001:db8:0::9]", true), ("[2001:db8::9]", "[2001:db8::9]:80", true),
    ("2001:db8::9", "[2001:db8::8]", false),
  ])
  func `may be one that is allowed, on any port`(
    allowed: String, host: String, passes: Bool
  ) throws {
    var policy = AccessPolicy()
    policy.allowedHosts = [try #require(AllowedHost(allowed))]
    #expect((verdict(policy, try request(.get, "/", [("Host", host)])) == nil) == passes)
  }

  @Test func `is that of an absolute target, whatever the field says`() throws {
    let policy = AccessPolicy()
    let outward = try request(.get, "http://evil.example/livez", [("Host", "localhost")])
    #expect(verdict(policy, outward) == "misdirected-request")
    let inward = try request(.get, "http://LOCALHOST:1/livez", [("Host", "evil.example")])
    #expect(verdict(policy, inward) == nil)
  }

  @Test func `may be missing where the protocol had none`() throws {
    #expect(verdict(AccessPolicy(), try request(version: .http10)) == nil)
    let named = try request(.get, "/", [("Host", "evil.example")], version: .http10)
    #expect(verdict(AccessPolicy(), named) == "misdirected-request")
  }

  @Test(arguments: ["", "*", "*.example", "a:80", "[::1]:80", "[1.2.3.4]", "a b", "[::1", "a/b"])
  func `is not allowed by what is no host`(text: String) {
    #expect(AllowedHost(text) == nil)
  }
}

struct `The site of a request` {
  private func verdict(
    _ method: HTTPMethod, _ fields: [(String, String)], _ policy: AccessPolicy = AccessPolicy(),
    target: String = "/v1/analyze"
  ) throws -> String? {
    let request = try request(method, target, [("Host", "localhost:8080")] + fields)
    return ArticleServiceTests.verdict(policy, request)
  }

  @Test(arguments: [HTTPMethod.post, .put, .delete, .patch])
  func `decides about what is not safe`(method: HTTPMethod) throws {
    for site in ["cross-site", "same-site", "Cross-Site", "unheard-of", ""] {
      #expect(try verdict(method, [("Sec-Fetch-Site", site)]) == "cross-site-request", "\(site)")
    }
    for site in ["same-origin", "none"] {
      #expect(try verdict(method, [("Sec-Fetch-Site", site)]) == nil, "\(site)")
    }
    let both = [("Sec-Fetch-Site", "none"), ("Sec-Fetch-Site", "cross-site")]
    #expect(try verdict(method, both) == "cross-site-request")
    #expect(try verdict(method, []) == nil)
  }

  @Test(arguments: [HTTPMethod.get, .head, .options])
  func `does not matter for reading`(method: HTTPMethod) throws {
    let fields = [("Sec-Fetch-Site", "cross-site"), ("Origin", "http://evil.example")]
    #expect(try verdict(method, fields, target: "/livez") == nil)
  }

  @Test(arguments: [
    ("http://localhost:8080", true), ("https://LOCALHOST:8080", true), ("http://localhost", false),
    ("http://localhost:8081", false), ("http://localhost:8080/", false), ("null", false),
    ("http://evil.example", false), ("http://localhost.evil.example:8080", false), ("", false),
    ("http://127.0.0.1:8080", false), ("file://localhost:8080", false),
    ("http://a@localhost:8080", false), ("http://", false),
  ])
  func `is told by its origin where it is not told outright`(origin: String, passes: Bool) throws {
    #expect((try verdict(.post, [("Origin", origin)]) == nil) == passes)
    // What the browser says outright goes before.
    let outright = [("Origin", origin), ("Sec-Fetch-Site", "same-origin")]
    #expect(try verdict(.post, outright) == nil)
  }

  @Test func `is another when it has two origins`() throws {
    let twice = [("Origin", "http://localhost:8080"), ("Origin", "http://localhost:8080")]
    #expect(try verdict(.post, twice) == "cross-site-request")
  }

  @Test func `is another when nobody knows which this one is`() throws {
    let request = try request(
      .post, "/v1/analyze", [("Origin", "http://localhost")], version: .http10)
    #expect(ArticleServiceTests.verdict(AccessPolicy(), request) == "cross-site-request")
  }

  @Test func `may be one that is allowed`() throws {
    var policy = AccessPolicy()
    policy.allowedOrigins = [try #require(WebOrigin("https://desk.example"))]
    let fields = [("Sec-Fetch-Site", "cross-site"), ("Origin", "https://desk.example")]
    #expect(try verdict(.post, fields, policy) == nil)
    let other = [("Sec-Fetch-Site", "cross-site"), ("Origin", "https://desk.example.evil")]
    #expect(try verdict(.post, other, policy) == "cross-site-request")
  }
}

struct `A token` {
  private static let secret = "correct-horse-battery"

  private func policy(_ scope: AccessPolicy.TokenScope) throws -> AccessPolicy {
    var policy = AccessPolicy()
    policy.token = RenewableToken(try token(Self.secret))
    policy.tokenScope = scope
    return policy
  }

  @Test(arguments: [
    (HTTPMethod.get, "/livez", false, false), (.get, "/readyz", false, false),
    (.head, "/livez?x=1", false, false), (.post, "/livez", true, true),
    (.get, "/v1/articles", false, true), (.get, "/", false, true), (.options, "*", false, true),
    (.get, "/nowhere", false, true), (.post, "/v1/analyze", false, true),
    (.post, "/v1/analyze/", true, true), (.post, "/v1/articles", true, true),
    (.put, "/v1/articles/x", true, true), (.delete, "/v1/articles/x", true, true),
    (.post, "/nowhere", true, true), (.patch, "/v1/articles/x", true, true),
  ])
  func `is asked for where the policy says`(
    method: HTTPMethod, target: String, writes: Bool, all: Bool
  ) throws {
    let bare = try request(method, target, [("Host", "localhost")])
    #expect(verdict(try policy(.writes), bare) == (writes ? "unauthorized" : nil))
    #expect(verdict(try policy(.all), bare) == (all ? "unauthorized" : nil))
    let shown = try request(
      method, target, [("Host", "localhost"), ("Authorization", "Bearer \(Self.secret)")])
    #expect(verdict(try policy(.all), shown) == nil)
    #expect(verdict(AccessPolicy(), bare) == nil)
  }

  @Test(arguments: [
    ("Bearer correct-horse-battery", true), ("bearer correct-horse-battery", true),
    ("BEARER   correct-horse-battery", true), ("Bearer correct-horse-batterx", false),
    ("Bearer Correct-horse-battery", false), ("Bearer correct-horse-batter", false),
    ("Bearer correct-horse-batteryy", false),
    ("Bearer correct-horse-batterycorrect-horse-battery", false), ("Bearer", false),
    ("Bearer ", false), ("", false), ("Basic correct-horse-battery", false),
    ("correct-horse-battery", false), ("Bearercorrect-horse-battery", false),
    ("Bearer correct-horse-battery x", false), ("Bearer \"correct-horse-battery\"", false),
  ])
  func `must be the one`(credentials: String, passes: Bool) throws {
    let request = try request(
      .get, "/", [("Host", "localhost"), ("Authorization", credentials)])
    #expect((verdict(try policy(.all), request) == nil) == passes)
  }

  @Test func `that is renewed is the one from then on, for every copy of the policy`() throws {
    let policy = try policy(.all)
    let copy = policy
    let other = "battery-horse-correct"
    func passes(_ secret: String) throws -> Bool {
      let fields = [("Host", "localhost"), ("Authorization", "Bearer \(secret)")]
      return verdict(copy, try request(.get, "/", fields)) == nil
    }
    #expect(try passes(Self.secret) && !passes(other))
    let renewed = try #require(policy.token)
    #expect(renewed.renew(with: try token(other)))
    #expect(try !passes(Self.secret) && passes(other))
    #expect(!renewed.renew(with: try token(other)))
    #expect(try passes(other))
  }

  @Test func `must be there once`() throws {
    let credentials = ("Authorization", "Bearer \(Self.secret)")
    let request = try request(.get, "/", [("Host", "localhost"), credentials, credentials])
    #expect(verdict(try policy(.all), request) == "unauthorized")
  }

  @Test func `is read from a file with its line break`() throws {
    #expect(try token("  0123456789abcdef==\r\n").secret == "0123456789abcdef==")
  }

  @Test(arguments: [
    ("", BearerToken.Fault.tooShort(minimum: 16)), ("0123456789abcde\n", .tooShort(minimum: 16)),
    (String(repeating: "a", count: 4097), .tooLong(maximum: 4096)),
    ("0123456789 abcdef", .forbiddenByte(offset: 10)),
    ("01234567=89abcdef", .forbiddenByte(offset: 8)),
    ("0123456789abcdé", .forbiddenByte(offset: 14)),
    ("\n0123456789abcdef\u{0}", .forbiddenByte(offset: 17)),
  ])
  func `is refused when it could not be one`(text: String, fault: BearerToken.Fault) {
    #expect(throws: fault) { try token(text) }
  }

  @Test func `that is made at random is long, fits a request, and is never the same`() throws {
    let tokens = (0..<100).map { _ in BearerToken.random().secret }
    #expect(Set(tokens).count == 100)
    // Each character but the last takes every value sooner or later.
    #expect(Set(tokens.flatMap { $0.dropLast() }).count == 64)
    for text in tokens { #expect(try text.count == 43 && token(text).secret == text) }
  }
}

struct `A request that came through a proxy` {
  private static let marks = [
    ("Forwarded", "for=192.0.2.1"), ("forwarded", ""), ("Via", "1.1 proxy"), ("VIA", "1.1 a"),
    ("X-Forwarded-For", "127.0.0.1"), ("x-forwarded-proto", "https"), ("X-FORWARDED-Host", "a"),
    ("X-Forwarded-Anything", "x"), ("X-Real-IP", "192.0.2.1"), ("x-real-ip", "::1"),
  ]

  private func verdict(
    _ method: HTTPMethod, _ target: String, _ fields: [(String, String)],
    _ policy: AccessPolicy = AccessPolicy()
  ) throws -> String? {
    ArticleServiceTests.verdict(
      policy, try request(method, target, [("Host", "localhost")] + fields))
  }

  @Test(arguments: marks)
  func `does not write without a token, and reads and analyses`(name: String, value: String) throws
  {
    let mark = (name, value)
    for (method, target) in [
      (HTTPMethod.post, "/v1/articles"), (.put, "/v1/articles/a"), (.delete, "/v1/articles/a"),
      (.patch, "/v1/articles/a"), (.post, "/nowhere"), (.post, "/v1/analyze/"), (.post, "/livez"),
    ] {
      #expect(try verdict(method, target, [mark]) == "forwarded-request", "\(method) \(target)")
      #expect(try verdict(method, target, [("Accept", "*/*"), mark]) == "forwarded-request")
      #expect(try verdict(method, target, []) == nil, "\(method) \(target)")
    }
    for (method, target) in [
      (HTTPMethod.get, "/v1/articles"), (.head, "/v1/articles/a"), (.options, "/v1/articles"),
      (.get, "/livez"), (.get, "/nowhere"), (.post, "/v1/analyze"),
    ] {
      #expect(try verdict(method, target, [mark]) == nil, "\(method) \(target)")
    }
  }

  @Test(arguments: [
    "Forwarded-For", "X-Forward", "X-Via", "Viable", "Vi", "X-Real-IPs", "From", "X-Request-Id",
  ])
  func `is not known by other fields`(name: String) throws {
    #expect(try verdict(.post, "/v1/articles", [(name, "192.0.2.1")]) == nil)
  }

  @Test(arguments: marks)
  func `writes with the token, where there is one`(name: String, value: String) throws {
    var policy = AccessPolicy()
    policy.token = RenewableToken(try token("correct-horse-battery"))
    let mark = (name, value)
    #expect(try verdict(.delete, "/v1/articles/a", [mark], policy) == "unauthorized")
    let credentials = ("Authorization", "Bearer correct-horse-battery")
    #expect(try verdict(.delete, "/v1/articles/a", [mark, credentials], policy) == nil)
  }

  @Test func `writes without a token where everyone may`() throws {
    var policy = AccessPolicy()
    policy.allowsUnauthenticated = true
    #expect(try verdict(.delete, "/v1/articles/a", [("Via", "1.1 a")], policy) == nil)
  }

  @Test func `does not read either where reading needs the token, which there is not`() throws {
    var policy = AccessPolicy()
    policy.tokenScope = .all
    let mark = ("Via", "1.1 a")
    #expect(try verdict(.get, "/v1/articles", [mark], policy) == "forwarded-request")
    #expect(try verdict(.post, "/v1/analyze", [mark], policy) == "forwarded-request")
    #expect(try verdict(.get, "/v1/articles", [], policy) == nil)
    for probe in ["/livez", "/readyz"] { #expect(try verdict(.get, probe, [mark], policy) == nil) }
  }

  @Test func `is told what to configure, and stores nothing`() throws {
    let harness = Harness()
    for response in [
      try harness.post("/v1/articles", "text", ["X-Forwarded-For": "192.0.2.1"]),
      try harness.put("/v1/articles/a", "text", ["X-Forwarded-For": "192.0.2.1"]),
      try harness.send(
        .post, "/v1/articles",
        ["Content-Type": "application/x-ndjson", "X-Forwarded-For": "192.0.2.1"],
        content: Array(#"{"content": "text"}"#.utf8)),
    ] {
      expectProblem(response, 403, "forwarded-request")
      let detail = try #require(response.json.detail.string)
      for word in ["X-Forwarded-For", "--token-file", "--allow-unauthenticated"] {
        #expect(detail.contains(word), "\(word)")
      }
    }
    #expect(try harness.get("/v1/articles").json.total.int == 0)
  }
}

struct `Sharing with other origins` {
  private func policy(_ origins: String...) throws -> AccessPolicy {
    var policy = AccessPolicy()
    policy.allowedOrigins = try origins.map { try #require(WebOrigin($0)) }
    return policy
  }

  private func harness(_ policy: AccessPolicy) -> Harness {
    var configuration = ArticleService.Configuration()
    configuration.access = policy
    return Harness(configuration: configuration)
  }

  private func accessControl(_ response: Response) -> [String] {
    let wire = String(decoding: response.response.fields.wire, as: UTF8.self)
    return wire.split(separator: "\r\n").map { $0.lowercased() }.filter {
      $0.hasPrefix("access-control") || $0 == "vary: origin"
    }
  }

  @Test(arguments: [HTTPMethod.get, .options, .post])
  func `is not spoken of unless it is configured`(method: HTTPMethod) throws {
    let harness = harness(AccessPolicy())
    let response = try harness.send(
      method, "/v1/analyze",
      ["Origin": "http://evil.example", "Access-Control-Request-Method": "POST"])
    #expect(accessControl(response).isEmpty)
  }

  @Test func `is granted to a listed origin and to no other`() throws {
    let harness = harness(try policy("https://desk.example", "http://localhost:3000"))
    try harness.store("x", SampleArticle.submission())
    // At once, later, not modified, and a problem.
    for target in ["/livez", "/v1/articles", "/v1/articles/x", "/nowhere"] {
      let listed = try harness.get(target, ["Origin": "http://localhost:3000"])
      #expect(listed["Access-Control-Allow-Origin"] == "http://localhost:3000", "\(target)")
      #expect(listed["Access-Control-Expose-Headers"]?.contains("ETag") == true)
      #expect(accessControl(listed).contains("vary: origin"))
      for stranger in ["http://localhost:3001", "null", "http://desk.example"] {
        let other = try harness.get(target, ["Origin": stranger])
        #expect(accessControl(other) == ["vary: origin"], "\(target) \(stranger)")
      }
      #expect(accessControl(try harness.get(target)) == ["vary: origin"], "\(target)")
    }
    let tag = try #require(try harness.get("/v1/articles/x")["ETag"])
    let known = try harness.get(
      "/v1/articles/x", ["If-None-Match": tag, "Origin": "https://desk.example"])
    #expect(known.status == 304)
    #expect(known["Access-Control-Allow-Origin"] == "https://desk.example")
    #expect(known["Vary"] == "Accept, Accept-Encoding, Origin")
  }

  @Test func `is announced to a preflight, which needs no token`() throws {
    var policy = try policy("https://desk.example")
    policy.token = RenewableToken(.random())
    policy.tokenScope = .all
    let harness = harness(policy)
    let response = try harness.send(
      .options, "/v1/articles",
      [
        "Origin": "HTTPS://Desk.example:443", "Access-Control-Request-Method": "PUT",
        "Access-Control-Request-Headers": "authorization",
        "Access-Control-Request-Private-Network": "true", "Sec-Fetch-Site": "cross-site",
      ])
    #expect(response.status == 204)
    #expect(response["Access-Control-Allow-Origin"] == "https://desk.example")
    #expect(response["Access-Control-Allow-Methods"]?.contains("PUT") == true)
    #expect(response["Access-Control-Allow-Headers"]?.contains("Authorization") == true)
    #expect(response["Access-Control-Max-Age"] == "600")
    #expect(response["Vary"] == "Origin")
    #expect(response["X-Content-Type-Options"] == "nosniff")
    #expect(response["Access-Control-Allow-Private-Network"] == nil)
    #expect(response["Access-Control-Allow-Credentials"] == nil)
    let stranger = try harness.send(
      .options, "/v1/articles",
      ["Origin": "https://evil.example", "Access-Control-Request-Method": "PUT"])
    expectProblem(stranger, 401, "unauthorized")
    #expect(accessControl(stranger) == ["vary: origin"])
  }

  @Test func `leaves other OPTIONS as they are`() throws {
    let harness = harness(try policy("https://desk.example"))
    let response = try harness.send(
      .options, "/v1/articles", ["Origin": "https://desk.example"])
    #expect(response["Allow"] == "GET, HEAD, POST, OPTIONS")
  }

  @Test(arguments: [
    "", "*", "null", "desk.example", "https://", "https://desk.example/", "https://a b",
    "ftp://desk.example", "https://user@desk.example", "https://desk.example:99999",
    "https://desk.example?x",
  ])
  func `cannot be configured for what is no origin`(text: String) {
    #expect(WebOrigin(text) == nil)
  }
}

struct `Refusals of the policy` {
  @Test func `are problems like all others`() throws {
    var configuration = ArticleService.Configuration()
    configuration.access.token = RenewableToken(.random())
    let harness = Harness(configuration: configuration)
    let misdirected = try harness.get("/v1/articles", ["Host": "evil.example"])
    expectProblem(misdirected, 421, "misdirected-request")
    #expect(misdirected.json.detail.string?.contains("evil.example") == true)
    let crossSite = try harness.post(
      "/v1/articles", "text", ["Host": "localhost", "Sec-Fetch-Site": "cross-site"])
    expectProblem(crossSite, 403, "cross-site-request")
    let missing = try harness.post("/v1/articles", "text")
    let wrong = try harness.post("/v1/articles", "text", ["Authorization": "Bearer wrong"])
    for response in [missing, wrong] {
      expectProblem(response, 401, "unauthorized")
      #expect(response["WWW-Authenticate"] == "Bearer realm=\"counterpoint\"")
    }
    #expect(missing.content == wrong.content)
    // Nothing was stored, and where the token is shown it is.
    let secret = try #require(configuration.access.token).current.secret
    #expect(try harness.get("/v1/articles").json.total.int == 0)
    let stored = try harness.post("/v1/articles", "text", ["Authorization": "Bearer \(secret)"])
    #expect(stored.status == 201)
  }

  @Test func `come before everything else`() throws {
    let host = ["Host": "evil.example"]
    let harness = Harness()
    #expect(try harness.get("/nowhere", host).status == 421)
    #expect(try harness.send(.other, "/", host).status == 421)
    #expect(try harness.send(.options, "*", host).status == 421)
    #expect(try harness.get("/v1/articles?limit=x", host).status == 421)
  }
}
