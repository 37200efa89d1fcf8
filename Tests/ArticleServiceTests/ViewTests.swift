@testable import ArticleService
@testable import ArticleStore
import ContentCoding
import FoundationEssentials
import HTTPCore
import HTTPServer
import Testing

struct `Views of articles` {
  let harness = Harness()

  @Test func `full is each article as it is by itself`() throws {
    try harness.store("a", SampleArticle.submission())
    try harness.store("b", SampleArticle.submission("b", pros: 2))
    for query in ["offsets=utf16", "include=text,paragraphs", "offsets=codepoint&include=text"] {
      let items = try harness.get("/v1/articles?view=full&\(query)").json["items"]
      #expect(items.items.count == 2)
      for item in items.items {
        let id = try #require(item.id.string)
        #expect(item == (try harness.get("/v1/articles/\(id)?\(query)").json))
      }
    }
  }

  /// Documents in every charset, with and without marks, and with everything that can be said.
  private func fill(_ harness: Harness) throws {
    let text = "Tram “lines” 🚋\u{0}\n\u{FEFF}Pros:\r\n- Quiet\u{2028}\\ \"x\"\n"
    let little = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let big = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    let ascii = Array("Pros:\n- Quiet\n".utf8)
    let documents: [(String, String, [UInt8])] = [
      ("utf8", "text/plain", Array(text.utf8)),
      ("utf8-mark", "text/markdown", [0xEF, 0xBB, 0xBF] + Array(text.utf8)),
      ("utf8-marks", "text/plain", [0xEF, 0xBB, 0xBF, 0xEF, 0xBB, 0xBF] + Array(text.utf8)),
      ("ascii", "text/plain; charset=us-ascii", ascii),
      ("utf16", "text/plain; charset=utf-16", big),
      ("utf16-le", "text/markdown; charset=utf-16le", little),
      ("utf16-be", "text/plain; charset=utf-16be", big),
      ("utf16-le-mark", "text/plain", [0xFF, 0xFE] + little),
      ("utf16-be-mark", "text/plain; charset=utf-16le", [0xFE, 0xFF] + big),
      ("ascii-mark", "text/plain; charset=utf-16be", [0xEF, 0xBB, 0xBF] + ascii),
      ("recognised", "application/octet-stream", Array("# Title\n\n- a *b*\n".utf8)),
    ]
    for (id, type, bytes) in documents {
      let metadata = id.contains("16") ? "?title=A%20%22title%22&tags=one,two" : ""
      let response = try harness.send(
        .put, "/v1/articles/\(id)\(metadata)", ["Content-Type": type], content: bytes)
      #expect(response.status == 201, "\(id): \(response.text)")
    }
    let json = #"""
      {"id": "json", "content": "\ufeffPros:\n- A\u0000 \ud83d\ude8b", "media": "text/plain",
       "url": "https://example.org/?a=b", "publishedAt": "2025-08-09", "tags": ["é", "b c"]}
      """#
    #expect(try harness.postJSON("/v1/articles", json).status == 201)
  }

  @Test func `source is what makes the same article again, to the byte`() throws {
    try fill(harness)
    let copy = Harness()
    var target: String? = "/v1/articles?view=source&limit=5"
    var count = 0
    while let next = target {
      let page = try harness.get(next)
      for item in page.json["items"].items {
        count += 1
        let line = try JSONEncoder().encode(item)
        let response = try copy.postJSON("/v1/articles", String(decoding: line, as: UTF8.self))
        #expect(response.status == 201, "\(item.id): \(response.text)")
      }
      target = page["Link"].map { String($0.dropFirst().prefix { $0 != ">" }) }
    }
    #expect(count == 12)
    for summary in try harness.get("/v1/articles").json["items"].items {
      let id = try #require(summary.id.string.flatMap(ArticleID.init))
      let one = try harness.stored(id)
      let other = try copy.stored(id)
      #expect(one.document == other.document, "\(id.text)")
      #expect(one.metadata == other.metadata, "\(id.text)")
      #expect(one.article == other.article, "\(id.text)")
    }
    let views = try [harness, copy].map { try $0.get("/v1/articles?view=source").text }
    #expect(views[0] == views[1])
  }

  @Test func `source says nothing that was only found`() throws {
    _ = try harness.put("/v1/articles/x", "A Title\n\nPublished 9 August 2025\n\nPros:\n- Quiet\n")
    let item = try harness.get("/v1/articles?view=source").json["items"][0]
    #expect(item.names == ["id", "createdAt", "updatedAt", "media", "content"])
  }

  @Test func `a long page is made while it is sent, and is the page that was asked for`() throws {
    let text = String(
      repeating: "A line of a long document that is written here.\n", count: 20_000)
    for number in 0..<9 {
      try harness.store("a\(number)", SampleArticle.submission("\(number)" + text, pros: 0))
    }
    let page = try harness.get("/v1/articles?view=source&limit=8")
    #expect(page.pieces.count > 4)
    #expect(page.pieces.allSatisfy { $0.count < 2 << 20 })
    let items = page.json["items"].items
    #expect(items.map(\.id.string) == (0..<8).map { "a\($0)" })
    #expect(items.allSatisfy { $0["content"].string?.hasSuffix(text) == true })
    #expect(page.json.total.int == 9)
    let next = try #require(page.json.next.string)
    #expect(page["Link"]?.contains(next) == true)
    let rest = try harness.get("/v1/articles?view=source&limit=8&cursor=\(next)")
    #expect(rest.json["items"].items.map(\.id.string) == ["a8"])
    #expect(rest.json.next == .null)
    #expect(rest["Link"] == nil)
  }

  @Test func `what is replaced or deleted while a long page is sent is not kept for it`() throws {
    let text = String(repeating: "A line that is long enough to be sent.\n", count: 4_000)
    for number in 0..<6 {
      try harness.store("a\(number)", SampleArticle.submission("\(number)" + text, pros: 0))
    }
    let target = try RequestTarget(
      parsing: Array("/v1/articles?view=source".utf8)[...], method: .get)
    let later = Awaited<HTTPResponse>()
    let request = HTTPRequest(method: .get, target: target)
    switch harness.service.handle(request, reply: { later.set($0) }) {
    case .now(let response): later.set(response)
    case .later: break
    }
    guard case .stream(let source) = later.value().body else {
      Issue.record("the page is not made while it is sent")
      return
    }
    weak var replaced: StoredArticle?
    replaced = try harness.stored(try #require(ArticleID("a4")))
    #expect(replaced != nil)
    #expect(try harness.put("/v1/articles/a4", "Another text").status == 200)
    #expect(try harness.send(.delete, "/v1/articles/a5").status == 204)
    // The index, which needs what is replaced, has come so far when it answers.
    _ = try harness.get("/v1/search?q=another")
    harness.settle()
    #expect(replaced == nil)
    var content: [UInt8] = []
    while true {
      let next = Awaited<ContentSource.Piece>()
      source.next { next.set($0) }
      guard case .bytes(let bytes) = next.value() else { break }
      content += bytes
    }
    let page = try JSON(content)
    #expect(page["items"].items.map(\.id.string) == (0..<4).map { "a\($0)" })
    #expect(page.total.int == 6)
  }

  @Test func `a long page under gzip is the same page`() throws {
    for number in 0..<40 {
      try harness.store(
        "a\(number)",
        SampleArticle.submission("\(number) " + String(repeating: "x", count: 9_000), pros: 2))
    }
    for target in ["/v1/articles?view=full", "/v1/articles?view=full&pretty=true", "/v1/pros"] {
      let plain = try harness.get(target + (target.contains("?") ? "&" : "?") + "limit=40")
      let coded = try harness.get(
        target + (target.contains("?") ? "&" : "?") + "limit=40", ["Accept-Encoding": "gzip"])
      #expect(coded["Content-Encoding"] == "gzip")
      #expect(
        try Inflater.inflate(coded.content, limit: 64 << 20, ratioLimit: 2_000) == plain.content,
        "\(target)")
    }
  }
}

extension JSON: Encodable {
  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .null: try container.encodeNil()
    case .boolean(let value): try container.encode(value)
    case .number(let value): try container.encode(value)
    case .string(let value): try container.encode(value)
    case .array(let items): try container.encode(items)
    case .object(let members): try container.encode(members)
    }
  }
}
