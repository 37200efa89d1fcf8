import ArticleService
import ContentCoding
import HTTPCore
import Testing

private let analyze = "/v1/analyze"

private func gzip(_ text: String) throws -> [UInt8] {
  try GzipEncoder().encode(Array(text.utf8))
}

struct `A document as plain text` {
  let harness = Harness()

  @Test(arguments: [
    "text/plain", "Text/Plain", "text/plain; charset=utf-8", "text/plain;charset=\"UTF-8\"",
    "text/plain; charset=us-ascii", "text/plain; format=flowed; charset=utf8",
  ])
  func `is read in UTF-8 and in US-ASCII`(type: String) throws {
    let response = try harness.post(analyze, "A title", ["Content-Type": type])
    #expect(response.status == 200)
    #expect(response.json.media.string == "text/plain")
    #expect(response.json.offsets.string == "utf8")
    #expect(response["Content-Type"] == "application/json")
    #expect(!response.isImmediate)
  }

  @Test func `in another charset is refused with those that are read`() throws {
    let type = ["Content-Type": "text/plain; charset=iso-8859-1"]
    let response = try harness.post(analyze, "x", type)
    expectProblem(response, 415, "unsupported-charset")
    #expect(
      response.json.detail.string?.contains("utf-8, us-ascii, utf-16, utf-16le or utf-16be") == true
    )
  }

  @Test(arguments: ["text/html", "application/x-unknown", "image/png", "nonsense", "text/", ""])
  func `of another type is refused with those that are read`(type: String) throws {
    for (method, field) in [(HTTPMethod.post, "Accept-Post"), (.put, "Accept")] {
      let target = method == .post ? "/v1/articles" : "/v1/articles/x"
      let fields = ["Content-Type": type]
      let response = try harness.send(method, target, fields, content: Array("x".utf8))
      expectProblem(response, 415, "unsupported-media")
      #expect(
        response[field]
          == "text/plain, text/markdown, application/json, application/octet-stream")
      #expect(response.isImmediate)
    }
  }

  @Test(
    arguments: [
      ([0x61, 0xFF], 1), ([0xC3], 0), ([0x61, 0x62, 0xE2, 0x82], 2),
      ([0xEF, 0xBB, 0xBF, 0x61, 0x80], 4), ([0xED, 0xA0, 0x80], 0),
    ] as [([UInt8], Int)])
  func `that is no UTF-8 is refused with the place`(bytes: [UInt8], offset: Int) throws {
    let type = ["Content-Type": "text/plain"]
    let response = try harness.send(.post, analyze, type, content: bytes)
    expectProblem(response, 422, "undecodable")
    #expect(response.json.errors[0].range.start.int == offset)
    #expect(response.json.errors[0].range.end.int == offset + 1)
    #expect(response.json.errors[0].code.string == "undecodable-byte")
  }

  @Test func `that is said to be US-ASCII and is not is refused with the place`() throws {
    let type = ["Content-Type": "text/plain; charset=us-ascii"]
    let response = try harness.post(analyze, "abé", type)
    expectProblem(response, 422, "undecodable")
    #expect(response.json.errors[0].range.start.int == 2)
  }

  @Test(arguments: ["", " ", "\r\n\t \n", "\u{A0}\u{2003}", "\u{FEFF}", "\u{FEFF} \n"])
  func `with nothing but white space is empty`(text: String) throws {
    expectProblem(try harness.post(analyze, text), 422, "empty-document")
  }

  @Test func `takes its metadata from the query`() throws {
    let query =
      "?title=My%20title&url=https%3A%2F%2Fexample.org%2Fa&publishedAt=2025-08-09&tags=a,%20b"
    let json = try harness.post(analyze + query, "Found").json
    #expect(json.title.string == "My title")
    #expect(json.url.string == "https://example.org/a")
    #expect(json.publishedAt.string == "2025-08-09")
    #expect(json.tags.items.map(\.string) == ["a", "b"])
  }

  @Test(arguments: [
    ("title", ""), ("title", "%20"), ("title", String(repeating: "x", count: 1_001)),
    ("url", "ftp://example.org"), ("url", "example.org"), ("url", "https://"),
    ("url", "http://%20x"), ("url", "http:///path"), ("url", "javascript:alert(1)"),
    ("url", "https://x/" + String(repeating: "y", count: 2_000)), ("url", "http://:80"),
    ("publishedAt", "2025-02-30"), ("publishedAt", "yesterday"), ("tags", "a,,b"), ("tags", ""),
    ("tags", String(repeating: "x", count: 101)),
    ("tags", String(repeating: "x,", count: 50) + "x"),
  ])
  func `with metadata that is not right is refused by the parameter`(
    name: String, value: String
  ) throws {
    let response = try harness.post("\(analyze)?\(name)=\(value)", "x")
    expectProblem(response, 400, "invalid-parameters")
    #expect(response.json.errors[0].parameter.string == name)
    #expect(response.json.errors[0].code.string == "invalid-value")
  }
}

/// What moves a cursor, ends a line or turns text around has no place in what is shown in lists.
struct `Metadata of a document` {
  let harness = Harness()

  static let forbidden: [Unicode.Scalar] =
    ["\u{0}", "\t", "\n", "\r", "\u{1B}", "\u{1F}", "\u{7F}", "\u{80}", "\u{85}", "\u{9B}"]
    + ["\u{2028}", "\u{2029}", "\u{202A}", "\u{202E}", "\u{2066}", "\u{2069}"]

  private static func encoded(_ scalar: Unicode.Scalar) -> String {
    String(scalar).utf8.map { "%" + ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16)
    return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
  }

  private static func name(_ scalar: Unicode.Scalar) -> String {
    "U+" + escaped(scalar).dropFirst(2).uppercased()
  }

  @Test(arguments: forbidden, ["title", "url", "publishedAt", "tags"])
  func `has no control characters in the query`(scalar: Unicode.Scalar, name: String) throws {
    let valid = ["title": "ab", "url": "http://a/b", "publishedAt": "2025-08-09", "tags": "a,b"]
    let text = try #require(valid[name])
    #expect(try harness.post("\(analyze)?\(name)=\(text)", "x").status == 200)
    let value = "\(text.dropLast())\(Self.encoded(scalar))\(text.suffix(1))"
    for target in ["\(analyze)?\(name)=\(value)", "/v1/articles?\(name)=\(value)"] {
      let response = try harness.post(target, "x")
      expectProblem(response, 400, "invalid-parameters")
      #expect(response.json.errors[0].parameter.string == name)
      if ["title", "tags"].contains(name) {
        #expect(response.json.errors[0].message.string?.contains(Self.name(scalar)) == true)
      }
    }
    let put = try harness.put("/v1/articles/x?\(name)=\(value)", "x")
    expectProblem(put, 400, "invalid-parameters")
  }

  @Test(arguments: forbidden, ["title", "url", "publishedAt", "tags", "id", "media", "charset"])
  func `has no control characters in JSON, of one submission or of many`(
    scalar: Unicode.Scalar, name: String
  ) throws {
    let character = Self.escaped(scalar)
    let value =
      switch name {
      case "url": "\"http://a/\(character)b\""
      case "publishedAt": "\"2025-08-09\(character)\""
      case "tags": "[\"a\", \"b\(character)c\"]"
      case "media": "\"text/plain\(character)\""
      case "charset": "\"utf-8\(character)\""
      default: "\"a\(character)b\""
      }
    let json = "{\"content\": \"x\", \"\(name)\": \(value)}"
    let response = try harness.postJSON("/v1/articles", json)
    expectProblem(response, 422, "invalid-submission")
    let pointer = name == "tags" ? "/tags/1" : "/\(name)"
    #expect(response.json.errors.items.map(\.pointer.string) == [pointer])
    if ["title", "tags"].contains(name) {
      #expect(response.json.errors[0].message.string?.contains(Self.name(scalar)) == true)
    }
    let many = try harness.send(
      .post, "/v1/articles", ["Content-Type": "application/x-ndjson"], content: Array(json.utf8))
    let line = try #require(try many.streamedLines().first)
    #expect(line.status.int == 422)
    #expect(line.problem.errors[0].pointer.string == pointer)
  }

  @Test(arguments: [
    "Fährten – “quoted” ☕️", "שָׁלוֹם\u{200F} (a)", "سلام\u{061C}", "می\u{200C}خواهم", "👩\u{200D}🚀",
  ])
  func `has every other character`(title: String) throws {
    let response = try harness.postJSON(
      analyze, #"{"content":"x","title":"\#(title)","tags":["\#(title)"]}"#)
    #expect(response.status == 200)
    #expect(response.json.title.string == title)
    #expect(response.json.tags.items.map(\.string) == [title])
  }

  @Test(arguments: ["", " ", "\u{A0}\u{2003}", "\u{3000}"])
  func `is not blank`(text: String) throws {
    let response = try harness.postJSON(
      analyze, #"{"content":"x","title":"\#(text)","tags":["\#(text)"]}"#)
    expectProblem(response, 422, "invalid-submission")
    #expect(response.json.errors.items.compactMap(\.pointer.string) == ["/title", "/tags/0"])
  }
}

struct `A submission as JSON` {
  let harness = Harness()

  @Test func `is read with all its members`() throws {
    let response = try harness.postJSON(
      "/v1/articles",
      #"""
      {"content": "Found\n\né\u00e9 🎉", "media": "text/plain", "charset": "utf-8", "id": "mine",
       "title": "Mine", "url": "http://example.org", "publishedAt": "2025-08-09",
       "tags": ["x", "y z"]}
      """#)
    #expect(response.status == 201)
    #expect(response.json.id.string == "mine")
    #expect(response.json.title.string == "Mine")
    #expect(response.json.url.string == "http://example.org")
    #expect(response.json.publishedAt.string == "2025-08-09")
    #expect(response.json.tags.items.map(\.string) == ["x", "y z"])
    #expect(try harness.get("/v1/articles/mine/source").text == "Found\n\néé 🎉")
  }

  @Test func `may bring its content in base64`() throws {
    let json = #"{"contentBase64": "VGl0bGUKw6k=", "media": "text/plain", "id": "x"}"#
    #expect(try harness.postJSON("/v1/articles", json).status == 201)
    #expect(try harness.get("/v1/articles/x/source").text == "Title\né")
  }

  @Test func `null is as good as absent`() throws {
    let json = #"{"content": "x", "contentBase64": null, "media": "text/plain", "tags": null}"#
    #expect(try harness.postJSON(analyze, json).status == 200)
  }

  @Test(arguments: [
    (#"{"content":"x","media":"text/plain","colour":1}"#, "/colour", "unknown-member"),
    (#"{"content":"x","media":"text/plain","n":1e999}"#, "/n", "unknown-member"),
    (#"{"content":"x","media":"text/plain","a/b~c":1}"#, "/a~1b~0c", "unknown-member"),
    (#"{"content":7,"media":"text/plain"}"#, "/content", "wrong-type"),
    (#"{"content":"x","media":["text/plain"]}"#, "/media", "wrong-type"),
    (#"{"content":"x","media":"text/plain","title":{}}"#, "/title", "wrong-type"),
    (#"{"content":"x","media":"text/plain","tags":"a"}"#, "/tags", "wrong-type"),
    (#"{"content":"x","media":"text/plain","tags":["a",1]}"#, "/tags/1", "wrong-type"),
    (#"{"content":"x","media":"text/plain","tags":["a",""]}"#, "/tags/1", "invalid-value"),
    (#"{"content":"x","media":"text/plain","tags":["a,b"]}"#, "/tags/0", "invalid-value"),
    (#"{"media":"text/plain"}"#, "/content", "missing-member"),
    (#"{"content":"x","media":""}"#, "/media", "unsupported-media"),
    (#"{"content":"x","charset":"utf-16"}"#, "/charset", "misplaced-member"),
    (
      #"{"content":"x","contentBase64":"eA==","media":"text/plain"}"#, "/contentBase64",
      "two-contents"
    ),
    (#"{"contentBase64":"e","media":"text/plain"}"#, "/contentBase64", "invalid-value"),
    (#"{"contentBase64":"====","media":"text/plain"}"#, "/contentBase64", "invalid-value"),
    (#"{"contentBase64":"AA===","media":"text/plain"}"#, "/contentBase64", "invalid-value"),
    (#"{"contentBase64":"YWJj====","media":"text/plain"}"#, "/contentBase64", "invalid-value"),
    (#"{"contentBase64":"YR==","media":"text/plain"}"#, "/contentBase64", "invalid-value"),
    (#"{"contentBase64":"%%%%","media":"text/plain"}"#, "/contentBase64", "invalid-value"),
    (#"{"content":"x","media":"text/html"}"#, "/media", "unsupported-media"),
    (
      #"{"content":"x","media":"text/plain","charset":"latin1"}"#, "/charset", "unsupported-charset"
    ),
    (#"{"content":"x","media":"text/plain","url":"ftp://x"}"#, "/url", "invalid-value"),
    (
      #"{"content":"x","media":"text/plain","publishedAt":"2025-02-29"}"#, "/publishedAt",
      "invalid-value"
    ),
    (#"{"content":"x","media":"text/plain","media":"x"}"#, "/media", "repeated-member"),
    (#"[]"#, "", "wrong-type"), (#""text""#, "", "wrong-type"), ("7", "", "wrong-type"),
    ("null", "", "wrong-type"),
    (#"{"content":"x","media":"text/plain","id":"x"}"#, "/id", "misplaced-member"),
  ])
  func `is refused with a pointer at what is wrong`(
    json: String, pointer: String, code: String
  ) throws {
    let response = try harness.postJSON(analyze, json)
    expectProblem(response, 422, "invalid-submission")
    #expect(response.json.errors[0].pointer.string == pointer)
    #expect(response.json.errors[0].code.string == code)
    #expect(response.json.errors[0].message.string?.isEmpty == false)
  }

  @Test func `tells of everything that is wrong`() throws {
    let response = try harness.postJSON(analyze, #"{"content":1,"x":1,"tags":2,"url":"x"}"#)
    #expect(
      Set(response.json.errors.items.compactMap(\.pointer.string))
        == ["/content", "/x", "/tags", "/url"])
  }

  @Test(arguments: [
    (#"{"content": "x","#, 16, "unexpected-end"), (#"{"content" "x"}"#, 11, "unexpected-character"),
    ("{\n \"content\": \"a\u{1}\"}", 16, "unescaped-control"),
    (#"{"content": "\ud800"}"#, 13, "invalid-escape"), ("", 0, "unexpected-end"),
    (String(repeating: "[", count: 40), 32, "too-deep"),
  ])
  func `that is malformed is refused with the place`(
    json: String, offset: Int, code: String
  ) throws {
    let response = try harness.postJSON(analyze, json)
    expectProblem(response, 400, "malformed-json")
    #expect(response.json.errors[0].range.start.int == offset)
    #expect(response.json.errors[0].code.string == code)
  }

  @Test func `that is malformed is refused with line and column`() throws {
    let response = try harness.postJSON(analyze, "{\n\n  \"é🎉\": nul\n}")
    #expect(response.json.detail.string?.hasPrefix("Line 3, column 12:") == true)
  }

  @Test func `that is no UTF-8 is malformed`() throws {
    let type = ["Content-Type": "application/json"]
    let response = try harness.send(.post, analyze, type, content: [0x22, 0xFF, 0x22])
    expectProblem(response, 400, "malformed-json")
    #expect(response.json.errors[0].range.start.int == 1)
    #expect(response.json.errors[0].code.string == "invalid-utf8")
  }

  @Test func `whose document is undecodable is refused with the place in the document`() throws {
    let json = #"{"contentBase64":"YWL/","media":"text/plain"}"#
    let response = try harness.postJSON(analyze, json)
    expectProblem(response, 422, "undecodable")
    #expect(response.json.errors[0].pointer.string == "/contentBase64")
    #expect(response.json.errors[0].range.start.int == 2)
  }

  @Test(arguments: [
    #"{"content":"","media":"text/plain"}"#, #"{"content":" \n","media":"text/plain"}"#,
    #"{"contentBase64":"","media":"text/plain"}"#,
  ])
  func `whose document is empty is refused`(json: String) throws {
    expectProblem(try harness.postJSON(analyze, json), 422, "empty-document")
  }

  @Test func `has its metadata within, not beside it`() throws {
    let response = try harness.postJSON(
      analyze + "?title=x", #"{"content":"x","media":"text/plain"}"#)
    expectProblem(response, 400, "invalid-parameters")
    #expect(response.json.errors[0].parameter.string == "title")
    #expect(response.json.errors[0].code.string == "misplaced-parameter")
  }
}

struct `Compressed content` {
  let harness = Harness()
  static let type = ["Content-Type": "text/plain", "Content-Encoding": "gzip"]

  @Test(arguments: ["gzip", "GZIP", "x-gzip"])
  func `is inflated`(coding: String) throws {
    let fields = ["Content-Type": "text/plain", "Content-Encoding": coding]
    let response = try harness.send(
      .put, "/v1/articles/x", fields, content: try gzip("A title"))
    #expect(response.status == 201)
    #expect(try harness.get("/v1/articles/x/source").text == "A title")
  }

  @Test(arguments: ["br", "deflate", "gzip, gzip", "gzip, br"])
  func `under another coding is refused with the one that is read`(coding: String) throws {
    let response = try harness.post(analyze, "x", ["Content-Encoding": coding])
    expectProblem(response, 415, "unsupported-content-coding")
    #expect(response["Accept-Encoding"] == "gzip")
  }

  @Test func `that is truncated or damaged is refused`() throws {
    let content = try gzip("A title and more")
    let short = try harness.send(.post, analyze, Self.type, content: content.dropLast(3))
    expectProblem(short, 400, "corrupt-content")
    let plain = try harness.send(.post, analyze, Self.type, content: Array("plain".utf8))
    expectProblem(plain, 400, "corrupt-content")
    #expect(short.json.detail != plain.json.detail)
  }

  @Test func `that inflates beyond the limit is refused`() throws {
    var configuration = ArticleService.Configuration()
    configuration.documentLimit = 1_000
    let harness = Harness(configuration: configuration)
    let large = try gzip(String(repeating: "x", count: 1_001))
    expectProblem(
      try harness.send(.post, analyze, Self.type, content: large), 413, "content-too-large")
    let fitting = try gzip(String(repeating: "x", count: 1_000))
    #expect(try harness.send(.post, analyze, Self.type, content: fitting).status == 200)
  }

  @Test func `that is a bomb is refused`() throws {
    let bomb = try gzip(String(repeating: "x", count: 4 << 20))
    let response = try harness.send(.post, analyze, Self.type, content: bomb)
    expectProblem(response, 413, "content-too-large")
    #expect(response.json.detail.string?.contains("100 times") == true)
    var configuration = ArticleService.Configuration()
    configuration.inflationRatioLimit = 2_000
    let lenient = Harness(configuration: configuration)
    #expect(try lenient.send(.post, analyze, Self.type, content: bomb).status == 200)
    configuration.inflationRatioLimit = 0
    let strict = try Harness(configuration: configuration).send(
      .post, analyze, Self.type, content: bomb)
    expectProblem(strict, 413, "content-too-large")
  }
}
