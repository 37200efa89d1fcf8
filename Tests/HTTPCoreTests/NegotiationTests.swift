import Testing

@testable import HTTPCore

private func fields(_ name: HTTPFieldName, _ values: [String]) -> HTTPFields {
  var fields = HTTPFields()
  for value in values { fields.append(name, value) }
  return fields
}

@Suite struct MediaTypeTests {
  @Test func `names are lower case, values as they are`() throws {
    let media = try #require(MediaType(parsing: " Text/Plain ; Charset=UTF-8;x=\"a\\\"b; c\"; "))
    #expect(media.essence == "text/plain")
    #expect(media.charset == "utf-8")
    #expect(media.parameter("x") == "a\"b; c")
    #expect(media.parameters.map(\.value) == ["UTF-8", "a\"b; c"])
  }

  @Test(arguments: [
    "", "text", "text/", "/plain", "text/plain charset=utf-8", "text/plain; charset",
    "text/plain; charset=", "text/plain; charset=\"utf-8", "text/plain, text/html", "te xt/plain",
    "text/plain; charset =utf-8",
  ])
  func `what is no media type is none`(value: String) {
    #expect(MediaType(parsing: value) == nil)
  }
}

@Suite struct AcceptTests {
  private static let json = MediaType("application", "json")
  private static let csv = MediaType("text", "csv")
  private static let markdown = MediaType("text", "markdown")

  @Test(arguments: [
    ([], "application/json"), ([""], "application/json"), (["*/*"], "application/json"),
    (["text/csv"], "text/csv"), (["TEXT/CSV"], "text/csv"), (["text/*"], "text/csv"),
    (["text/*;q=0.5, text/markdown"], "text/markdown"),
    (["text/csv;q=0.5", "application/json;q=0.4"], "text/csv"),
    (["*/*;q=0.1, text/csv;q=0"], "application/json"),
    (["*/*, application/json;q=0"], "text/csv"), (["application/json;q=0.2, */*"], "text/csv"),
    (["text/*, text/csv;q=0, application/*;q=0"], "text/markdown"),
    (["text/csv;q=1.000, application/json;q=0.999"], "text/csv"),
    (["text/csv;q=2, application/json;q=0.1"], "application/json"),
    (["text/csv;q=0.1234, */*;q=0.1"], "application/json"),
    (["text/csv;q=, application/json"], "application/json"),
    (["nonsense, */csv, text/markdown;q=0.1"], "text/markdown"),
    (["x/y;a=\"b, text/csv\", text/markdown"], "text/markdown"),
    (["text/csv;header=present, */*;q=0.5"], "application/json"),
  ])
  func `the client's liking decides, then the server's order`(values: [String], best: String) {
    let accept = Accept(fields(.accept, values))
    #expect(accept.best(of: [Self.json, Self.csv, Self.markdown])?.essence == best)
  }

  @Test(arguments: ["image/png", "*/*;q=0", "application/json;q=0.0, text/*;q=0.000"])
  func `a client that takes nothing gets nothing`(value: String) {
    #expect(Accept(fields(.accept, [value])).best(of: [Self.json, Self.csv]) == nil)
  }

  @Test func `a range with parameters speaks for the type that has them`() {
    let plain = MediaType("text", "plain")
    let flowed = MediaType(
      "text", "plain", parameters: [MediaType.Parameter(name: "format", value: "flowed")])
    let accept = Accept(fields(.accept, ["text/plain;q=0.2, text/plain;format=Flowed;q=0.7"]))
    #expect(accept.best(of: [plain, flowed]) == flowed)
  }
}

@Suite struct AcceptEncodingTests {
  @Test(arguments: [
    ([], "identity"), ([""], "identity"), (["gzip"], "gzip"), (["GZIP"], "gzip"),
    (["x-gzip"], "gzip"), (["deflate, gzip"], "gzip"), (["gzip;q=0.001"], "gzip"),
    (["gzip;q=0"], "identity"), (["gzip;q=0.000"], "identity"), (["*"], "gzip"),
    (["gzip;q=0, *"], "identity"), (["*;q=0, identity"], "identity"), (["gzipfoo"], "identity"),
    (["gzip;q=0.5, identity;q=0.6"], "identity"), (["identity;q=0, gzip"], "gzip"),
    (["gzip;q=abc"], "identity"), (["gzip;q=2"], "identity"), (["gzip;q"], "identity"),
    (["gzip;q=0", "gzip"], "identity"), ([";;;,,,"], "identity"), (["br", "gzip"], "gzip"),
  ])
  func `a coding is used when it is asked for`(values: [String], best: String) {
    let accept = AcceptEncoding(fields(.acceptEncoding, values))
    #expect(accept.best(of: ["gzip", "identity"]) == best)
  }

  @Test(arguments: ["identity;q=0", "*;q=0", "gzip;q=0, identity;q=0"])
  func `a client may take nothing at all`(value: String) {
    let accept = AcceptEncoding(fields(.acceptEncoding, [value]))
    #expect(accept.best(of: ["gzip", "identity"]) == nil)
  }
}

@Suite struct EntityTagTests {
  private static let present = EntityTag("1-a,b")

  @Test(arguments: [
    ("*", true, true), ("\"1-a,b\"", true, true), ("W/\"1-a,b\"", false, true),
    ("\"x\", \"1-a,b\" ,\"y\"", true, true), ("\"x\"", false, false),
    ("garbage, \"1-a,b\"", true, true), ("\"1-a,b", false, false), ("1-a,b", false, false),
    ("w/\"1-a,b\"", false, false), ("\"x\"\"1-a,b\"", false, false), ("", false, false),
    (",,\"1-a,b\"", true, true), ("\"x\", *", false, false),
  ])
  func `a list matches by strong and by weak comparison`(
    value: String, strongly: Bool, weakly: Bool
  ) throws {
    let list = try #require(EntityTagList(fields(.ifMatch, [value]), .ifMatch))
    #expect(list.matchesStrongly(Self.present) == strongly)
    #expect(list.matchesWeakly(Self.present) == weakly)
  }

  @Test func `nothing matches what is not there`() throws {
    let list = try #require(EntityTagList(fields(.ifNoneMatch, ["*"]), .ifNoneMatch))
    #expect(!list.matchesWeakly(nil))
    #expect(!list.matchesStrongly(nil))
    #expect(EntityTagList(fields(.ifMatch, ["*"]), .ifNoneMatch) == nil)
  }

  @Test func `a weak tag never matches strongly`() throws {
    let weak = try #require(EntityTag("a", isWeak: true))
    let list = try #require(EntityTagList(fields(.ifMatch, ["W/\"a\"", "\"a\""]), .ifMatch))
    #expect(!list.matchesStrongly(weak))
    #expect(list.matchesWeakly(weak))
    #expect(weak.description == "W/\"a\"")
  }

  @Test(arguments: ["a\"b", "a b", "a\u{7F}"])
  func `a tag has no quotes, spaces or controls`(opaque: String) {
    #expect(EntityTag(opaque) == nil)
  }
}
