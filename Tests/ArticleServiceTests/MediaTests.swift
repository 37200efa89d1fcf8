import HTTPCore
import Testing

private let text = "Título — 題名 🎉\n\nPros: quiet; cheap"

private func utf16(_ text: String, isBigEndian: Bool) -> [UInt8] {
  text.utf16.flatMap { unit in
    let pair = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
    return isBigEndian ? pair : pair.reversed()
  }
}

struct `A document in another charset` {
  let harness = Harness()

  /// The document with or without its mark, how it is labelled, and the charset that it has.
  static let documents: [(bytes: [UInt8], label: String?, charset: String)] = [
    (Array(text.utf8), nil, "utf-8"), (Array("\u{FEFF}\(text)".utf8), nil, "utf-8"),
    (Array("\u{FEFF}\(text)".utf8), "utf-16", "utf-8"),
    (utf16("\u{FEFF}\(text)", isBigEndian: true), nil, "utf-16"),
    (utf16("\u{FEFF}\(text)", isBigEndian: false), nil, "utf-16"),
    (utf16("\u{FEFF}\(text)", isBigEndian: false), "utf-8", "utf-16"),
    (utf16("\u{FEFF}\(text)", isBigEndian: false), "UTF-16", "utf-16"),
    (utf16("\u{FEFF}\(text)", isBigEndian: true), "utf-16le", "utf-16"),
    (utf16(text, isBigEndian: true), "utf-16", "utf-16"),
    (utf16(text, isBigEndian: true), "utf-16be", "utf-16be"),
    (utf16(text, isBigEndian: false), "utf-16LE", "utf-16le"),
  ]

  @Test(arguments: 0..<documents.count, ["text/plain", "application/octet-stream"])
  func `is read, and given back byte for byte`(index: Int, type: String) throws {
    let document = Self.documents[index]
    let type = document.label.map { "\(type); charset=\($0)" } ?? type
    let stored = try harness.send(
      .put, "/v1/articles/x?include=text", ["Content-Type": type], content: document.bytes)
    #expect(stored.status == 201)
    #expect(stored.json.text.string == text)
    #expect(stored.json.title.string == "Título — 題名 🎉")
    #expect(stored.json.pros[1].source.quote.string == "cheap")
    let source = try harness.get("/v1/articles/x/source")
    #expect(source.content == document.bytes)
    #expect(source["Content-Type"] == "text/plain; charset=\(document.charset)")
    #expect(try harness.get("/v1/articles/x/text").text == text)
    // What is given back is read as it was.
    let again = try harness.send(
      .put, "/v1/articles/y?include=text", ["Content-Type": try #require(source["Content-Type"])],
      content: source.content)
    #expect(again.json.text.string == text)
  }

  @Test(
    arguments: [
      ("utf-16", [0x61], 0), ("utf-16be", [0x00, 0x61, 0x00], 2),
      ("utf-16le", [0x61, 0x00, 0x00, 0xD8], 2), ("utf-16be", [0xDC, 0x00, 0x00, 0x61], 0),
      ("utf-16", [0xFF, 0xFE, 0x61, 0x00, 0x00, 0xDC, 0x61, 0x00], 4),
      ("utf-8", [0xFF, 0xFE, 0x61], 2), ("us-ascii", [0xEF, 0xBB, 0xBF, 0x61], 0),
    ] as [(String, [UInt8], Int)])
  func `that it is not is refused with the place`(
    charset: String, bytes: [UInt8], offset: Int
  ) throws {
    let type = ["Content-Type": "text/plain; charset=\(charset)"]
    let response = try harness.send(.post, "/v1/analyze", type, content: bytes)
    expectProblem(response, 422, "undecodable")
    #expect(response.json.errors[0].range.start.int == offset)
    #expect(response.json.errors[0].code.string == "undecodable-byte")
  }

  @Test func `is another document than the same bytes in UTF-8`() throws {
    let bytes = Array("abcd".utf8)
    let ids = try ["utf-8", "utf-16le", "utf-16be", "utf-8"].map { charset in
      let type = ["Content-Type": "text/plain; charset=\(charset)"]
      return try harness.send(.post, "/v1/articles", type, content: bytes).json.id.string
    }
    #expect(Set(ids).count == 3)
    #expect(ids[0] == ids[3])
  }

  @Test func `comes in base64 within JSON`() throws {
    // U+00E9, U+0021 with the least significant byte first.
    let json = #"{"contentBase64":"6QAhAA==","charset":"utf-16le"}"#
    #expect(try harness.postJSON("/v1/analyze", json).json.title.string == "é!")
    let marked = #"{"contentBase64":"//7pACEA"}"#
    #expect(try harness.postJSON("/v1/analyze", marked).json.title.string == "é!")
  }
}

struct `The media of a document` {
  let harness = Harness()
  private static let markdown = "# Title\n\n**Pros:**\n\n- quiet"
  private static let plain = "Title\n\nPros: quiet"

  private func media(
    _ text: String, _ type: String?, _ query: String = ""
  ) throws -> String? {
    let response = try harness.send(
      .post, "/v1/analyze\(query)", type.map { ["Content-Type": $0] } ?? [:],
      content: Array(text.utf8))
    #expect(response.status == 200)
    return response.json.media.string
  }

  @Test(
    arguments: [
      nil, "application/octet-stream", "application/octet-stream; charset=utf-8",
    ] as [String?])
  func `is recognised where nothing is said`(type: String?) throws {
    #expect(try media(Self.markdown, type) == "text/markdown")
    #expect(try media(Self.plain, type) == "text/plain")
  }

  @Test(
    arguments: [
      nil, "text/plain", "text/markdown", "image/png", "application/x-www-form-urlencoded", "x",
    ] as [String?])
  func `is what the parameter says, whatever Content-Type says`(type: String?) throws {
    #expect(try media(Self.plain, type, "?media=text/markdown") == "text/markdown")
    #expect(try media(Self.markdown, type, "?media=text%2FPlain") == "text/plain")
    #expect(try media(Self.markdown, type, "?media=auto") == "text/markdown")
    #expect(try media(Self.plain, type, "?media=auto") == "text/plain")
  }

  @Test func `is what Content-Type says, whatever the content looks like`() throws {
    #expect(try media(Self.markdown, "text/plain") == "text/plain")
    #expect(try media(Self.plain, "text/markdown") == "text/markdown")
  }

  @Test(arguments: ["", "text", "text/html", "markdown", "text/plain; charset=utf-8"])
  func `that is none is refused with those that there are`(media: String) throws {
    let value = media.replacing(" ", with: "%20").replacing(";", with: "%3B")
    let response = try harness.post("/v1/analyze?media=\(value)", "x")
    expectProblem(response, 400, "invalid-parameters")
    #expect(response.json.errors[0].parameter.string == "media")
    #expect(
      response.json.detail.string == "media is one of: auto, text/plain, text/markdown.")
  }

  @Test(arguments: [
    ##"{"content":"# Title"}"##, ##"{"content":"# Title","media":"auto"}"##,
    ##"{"content":"# Title","media":null}"##, ##"{"content":"Title","media":"Text/Markdown"}"##,
  ])
  func `may be left out of JSON`(json: String) throws {
    let response = try harness.postJSON("/v1/analyze", json)
    #expect(response.json.media.string == "text/markdown")
    #expect(response.json.title.string == (json.contains("#") ? "Title" : nil))
  }

  @Test func `of JSON is within it, not beside it`() throws {
    let response = try harness.postJSON("/v1/analyze?media=auto", #"{"content":"x"}"#)
    expectProblem(response, 400, "invalid-parameters")
    #expect(response.json.errors[0].code.string == "misplaced-parameter")
  }

  @Test(arguments: ["a\0b", "\u{1}\u{2}\u{3}"])
  func `is not found in what is binary`(text: String) throws {
    let response = try harness.send(.post, "/v1/analyze", content: Array(text.utf8))
    expectProblem(response, 422, "binary-document")
    #expect(try media(text, "text/plain") == "text/plain")
  }

  @Test func `of an image is not found either`() throws {
    let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00]
    let response = try harness.send(.put, "/v1/articles/x", content: png)
    expectProblem(response, 422, "undecodable")
    #expect(response.json.errors[0].range.start.int == 0)
  }

  @Test func `is that of the source`() throws {
    _ = try harness.send(.put, "/v1/articles/x", content: Array(Self.markdown.utf8))
    let source = try harness.get("/v1/articles/x/source")
    #expect(source["Content-Type"] == "text/markdown; charset=utf-8")
  }
}
