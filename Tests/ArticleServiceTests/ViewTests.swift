@testable import ArticleService
@testable import ArticleStore
import FoundationEssentials
import HTTPCore
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
      let one = try #require(try harness.store.article(id))
      let other = try #require(try copy.store.article(id))
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
    #expect(item.names == ["id", "media", "content"])
  }

  @Test func `a page ends early once it has eight mebibytes, and goes on`() throws {
    let text = String(
      repeating: "A line of a long document that is written here.\n", count: 100_000)
    for number in 0..<4 {
      try harness.store("a\(number)", SampleArticle.submission("\(number)" + text, pros: 0))
    }
    let first = try harness.get("/v1/articles?view=source&limit=100")
    #expect(first.content.count < 10 << 20)
    #expect(first.json["items"].items.map(\.id.string) == ["a0", "a1"])
    #expect(first.json.total.int == 4)
    let next = try #require(first.json.next.string)
    let second = try harness.get("/v1/articles?view=source&limit=100&cursor=\(next)")
    #expect(second.json["items"].items.map(\.id.string) == ["a2", "a3"])
    #expect(second.json.next == .null)
    #expect(second["Link"] == nil)
  }

  @Test func `a list is written up to a size, but with one element at least`() {
    func count(_ sizes: [Int], upTo limit: Int) -> Int {
      var json = JSONWriter()
      return json.array(sizes, upTo: limit) { json, size in
        json.string(String(repeating: "x", count: size))
      }
    }
    #expect(count([100, 1], upTo: 10) == 1)
    #expect(count([5, 5, 5, 5], upTo: 14) == 2)
    #expect(count([], upTo: 0) == 0)
    #expect(count([1, 1, 1], upTo: 1_000) == 3)
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
