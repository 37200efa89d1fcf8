import ArticleParsing
import ArticleStore

// A stored article is an article with the store's members in front. The two are encoded apart: what
// was read in a document is encoded before the write, the four members of the store after it.

extension JSONEncoding {
  /// An article that is not stored, as a whole object.
  func encode(
    _ article: Article, _ metadata: Metadata, isPretty: Bool, offsets: OffsetUnit = .utf8,
    including inclusions: RepresentationForm.Inclusions = []
  ) -> [UInt8] {
    encode(isPretty: isPretty) { json in
      json.object { article.writeMembers(to: &$0, metadata: metadata, offsets, inclusions) }
    }
  }

  /// A stored article: its own members spliced before those of `article`, which
  /// ``encode(_:_:isPretty:offsets:including:)`` gave in the same layout.
  func encode(_ stored: StoredArticle, before article: [UInt8], isPretty: Bool) -> [UInt8] {
    // Without its closing bracket the object is open for what follows: a comma, and all of the
    // article but its opening bracket.
    var head = JSONWriter(isPretty: isPretty)
    head.beginObject()
    stored.writeHead(to: &head)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(head.bytes.count + article.count)
    bytes.append(contentsOf: head.bytes)
    bytes.append(UInt8(ascii: ","))
    bytes.append(contentsOf: article.dropFirst())
    return bytes
  }
}

extension StoredArticle {
  fileprivate func writeHead(to json: inout JSONWriter) {
    json.member("id", id.text)
    json.member("revision", revision)
    json.member("createdAt", Timestamp(milliseconds: createdAt).text)
    json.member("updatedAt", Timestamp(milliseconds: updatedAt).text)
  }

  /// What a list of articles says of one.
  func writeSummary(to json: inout JSONWriter) {
    json.beginObject()
    json.member("id", id.text)
    json.member("title", title)
    json.member("language", article.language)
    json.member("createdAt", Timestamp(milliseconds: createdAt).text)
    json.member("updatedAt", Timestamp(milliseconds: updatedAt).text)
    json.member("revision", revision)
    json.name("counts")
    json.beginObject()
    for kind in PointKind.allCases { json.member(kind.listName, article[kind].count) }
    json.endObject()
    json.member("media", article.media.rawValue)
    json.name("links")
    json.beginObject()
    json.member("self", "/v1/articles/\(id.text)")
    json.member("source", "/v1/articles/\(id.text)/source")
    json.endObject()
    json.endObject()
  }
}
