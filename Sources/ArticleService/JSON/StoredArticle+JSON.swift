import ArticleParsing
import ArticleStore
import JSON

// A stored article is an article with the store's members in front. When it is written the two are
// encoded apart: what was read in a document before the write, the four members of the store after it.

extension JSONEncoding {
  /// An article that is not stored, as a whole object.
  func encode(
    _ article: Article, _ metadata: Metadata, _ form: RepresentationForm
  ) -> [UInt8] {
    encode(isPretty: form.isPretty) { json in
      json.select(form.fields)
      json.object {
        article.writeMembers(to: &$0, metadata: metadata, form.offsets, form.inclusions)
      }
    }
  }

  /// A stored article: its own members spliced before those of `article`, which
  /// ``encode(_:_:_:)`` gave in the same layout, whole.
  func encode(_ stored: StoredArticle, before article: [UInt8], isPretty: Bool) -> [UInt8] {
    encode(before: article, isPretty: isPretty) { stored.writeHead(to: &$0) }
  }

  /// The members that `members` writes, spliced before those of an object that has some, which is in
  /// the same layout.
  func encode(
    before object: [UInt8], isPretty: Bool, _ members: (inout JSONWriter) -> Void
  ) -> [UInt8] {
    // Without its closing bracket the head is open for what follows: a comma, and all of the object
    // but its opening bracket.
    var head = JSONWriter(isPretty: isPretty)
    head.beginObject()
    members(&head)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(head.bytes.count + object.count)
    bytes.append(contentsOf: head.bytes)
    bytes.append(UInt8(ascii: ","))
    bytes.append(contentsOf: object.dropFirst())
    return bytes
  }
}

extension StoredArticle {
  fileprivate func writeHead(to json: inout JSONWriter) {
    json.member("id", id.text)
    json.member("revision", revision)
    writeTimes(to: &json)
  }

  /// When it was created and last written.
  func writeTimes(to json: inout JSONWriter) {
    json.member("createdAt", Timestamp(milliseconds: createdAt).text)
    json.member("updatedAt", Timestamp(milliseconds: updatedAt).text)
  }

  /// The article as a whole.
  func write(to json: inout JSONWriter, _ form: RepresentationForm) {
    json.object { json in
      writeHead(to: &json)
      article.writeMembers(to: &json, metadata: metadata, form.offsets, form.inclusions)
    }
  }

  /// What a list of articles says of one.
  func writeSummary(to json: inout JSONWriter) {
    json.beginObject()
    json.member("id", id.text)
    json.member("title", title)
    json.member("language", article.language)
    json.member("publishedAt", metadata.publishedAt ?? article.publishedAt)
    json.write(tags: metadata.tags.isEmpty ? article.tags : metadata.tags)
    writeTimes(to: &json)
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
