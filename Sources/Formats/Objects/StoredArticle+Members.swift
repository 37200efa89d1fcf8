package import ArticleParsing
package import ArticleStore
package import JSON

// A stored article is an article with the store's members in front. When it is written the two are
// encoded apart: what was read in a document before the write, the four members of the store after it.

extension JSONEncoding {
  /// An article that is not stored, as a whole object.
  package func encode(_ analysis: Analysis) -> [UInt8] {
    encode(isPretty: analysis.form.isPretty) { json in
      json.select(analysis.form.fields)
      json.object { Analysis.describe(analysis, to: &$0) }
    }
  }

  /// A stored article: its own members spliced before those of `article`, which ``encode(_:)`` gave in
  /// the same layout, whole.
  package func encode(
    _ stored: StoredArticle, before article: [UInt8], isPretty: Bool
  ) -> [UInt8] {
    encode(before: article, isPretty: isPretty) { StoredArticle.describeHead(stored, to: &$0) }
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
  /// The store's own members.
  static func describeHead(_ stored: StoredArticle?, to sink: inout some MemberSink & ~Copyable) {
    sink.always("id", .articleID, stored?.id.text)
    sink.always("revision", .revision, stored?.revision)
    describeTimes(stored, to: &sink)
  }

  /// When it was created and last written.
  package static func describeTimes(
    _ stored: StoredArticle?, to sink: inout some MemberSink & ~Copyable
  ) {
    sink.always("createdAt", .time, stored.map { Timestamp(milliseconds: $0.createdAt).text })
    sink.always("updatedAt", .time, stored.map { Timestamp(milliseconds: $0.updatedAt).text })
  }

  /// The article as a whole, in a form.
  package static func describe(
    _ stored: StoredArticle?, _ form: RepresentationForm, to sink: inout some MemberSink & ~Copyable
  ) {
    describeHead(stored, to: &sink)
    Analysis.describe(stored.map { Analysis($0.article, $0.metadata, form) }, to: &sink)
  }

  /// What a list of articles says of one.
  package static func describeSummary(
    _ stored: StoredArticle?, to sink: inout some MemberSink & ~Copyable
  ) {
    let analysis = stored.map { Analysis($0.article, $0.metadata, RepresentationForm()) }
    sink.always("id", .articleID, stored?.id.text)
    sink.maybe("title", .title, stored?.title)
    sink.maybe("language", .language, stored?.article.language)
    sink.maybe("publishedAt", .day, analysis?.publishedAt)
    sink.maybe("tags", .array(of: .string("A word to find it by.")), analysis?.tags) {
      $0.strings($1)
    }
    describeTimes(stored, to: &sink)
    sink.always("revision", .revision, stored?.revision)
    sink.always("counts", .reference(.pointCounts), stored) { json, stored in
      json.object { describeCounts(stored, to: &$0) }
    }
    sink.always("media", .media, stored?.article.media.rawValue)
    sink.always("links", .reference(.articleLinks), stored) { json, stored in
      json.object { describeLinks(stored, to: &$0) }
    }
  }

  static func describeCounts(
    _ stored: StoredArticle?, to sink: inout some MemberSink & ~Copyable
  ) {
    for kind in PointKind.allCases {
      sink.always(kind.listName, .integer("Of this kind."), stored?.article[kind].count)
    }
  }

  static func describeLinks(_ stored: StoredArticle?, to sink: inout some MemberSink & ~Copyable) {
    sink.always(
      "self", .string("The article.", format: "uri-reference"),
      stored.map { "/v1/articles/\($0.id.text)" })
    sink.always(
      "source", .string("What was submitted.", format: "uri-reference"),
      stored.map { "/v1/articles/\($0.id.text)/source" })
  }

  /// The article by its name.
  static func describeReference(
    _ stored: StoredArticle?, to sink: inout some MemberSink & ~Copyable
  ) {
    sink.always("id", .articleID, stored?.id.text)
    sink.maybe("title", .title, stored?.title)
  }
}

extension LocatedPoint {
  /// A point of a list across articles.
  package static func describe(
    _ located: LocatedPoint?, at places: TextOffsets?, to sink: inout some MemberSink & ~Copyable
  ) {
    Point.describe(located?.point, at: places, to: &sink)
    sink.always("article", .reference(.articleReference), located?.article) { json, article in
      json.object { StoredArticle.describeReference(article, to: &$0) }
    }
  }
}

extension Change {
  /// A change of the feed.
  package static func describe(_ change: Change?, to sink: inout some MemberSink & ~Copyable) {
    sink.always(
      "sequence", .integer("Its place among all changes.", from: 1), change?.sequence)
    sink.always(
      "kind", .choice("What happened.", ["created", "replaced", "deleted"]), change?.kind.rawValue)
    sink.always("article", .articleID, change?.article.text)
    sink.always("revision", .revision, change?.revision)
    sink.always("at", .time, change.map { Timestamp(milliseconds: $0.at).text })
  }
}
