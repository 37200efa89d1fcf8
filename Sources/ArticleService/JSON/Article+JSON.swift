import ArticleParsing
import ArticleStore
import JSON

// The shape of an article: members in this order, those without a value left out, the six lists
// always there.

extension Article {
  /// All members of an article that are not the store's, as members of an object that is open.
  /// Submitted metadata takes the place of what was found.
  func writeMembers(
    to json: inout JSONWriter, metadata: Metadata, _ offsets: OffsetUnit,
    _ inclusions: RepresentationForm.Inclusions
  ) {
    let places = TextOffsets(text, in: offsets)
    json.member("title", metadata.title ?? title)
    json.member("standfirst", standfirst)
    json.member("byline", byline)
    json.member("publishedAt", metadata.publishedAt ?? publishedAt)
    json.member("url", metadata.url)
    json.write(tags: metadata.tags.isEmpty ? tags : metadata.tags)
    json.member("language", language)
    json.member("media", media.rawValue)
    json.member("offsets", offsets.rawValue)
    json.name("statistics")
    statistics.write(to: &json)
    let renderer = inclusions.contains(.paragraphs) ? ParagraphRenderer(self) : nil
    json.name("sections")
    json.array(sections) { json, section in
      section.write(to: &json, at: places, rendering: renderer)
    }
    for kind in PointKind.allCases {
      json.name(kind.listName)
      json.array(self[kind]) { json, point in point.write(to: &json, at: places) }
    }
    if let outlook {
      json.name("outlook")
      json.object { outlook.writeMembers(to: &$0, at: places) }
    }
    if let callToAction {
      json.name("callToAction")
      json.object { callToAction.writeMembers(to: &$0, at: places) }
    }
    json.name("diagnostics")
    json.array(diagnostics) { json, diagnostic in diagnostic.write(to: &json, at: places) }
    if inclusions.contains(.text) {
      json.name("text")
      json.string(utf8: text.utf8[...])
    }
  }
}

extension JSONWriter {
  /// The tags, where there are some.
  mutating func write(tags: [String]) {
    guard !tags.isEmpty else { return }
    name("tags")
    array(tags) { json, tag in json.string(tag) }
  }
}

extension PointKind {
  /// The name of the list of these points in an article.
  var listName: StaticString {
    switch self {
    case .objective: "objectives"
    case .nonGoal: "nonGoals"
    case .pro: "pros"
    case .con: "cons"
    case .neutral: "neutral"
    case .takeaway: "takeaways"
    }
  }
}

extension SourceRange {
  /// `{"start", "end", "line", "quote"}`, the quote straight from the text.
  func write(to json: inout JSONWriter, at places: TextOffsets) {
    let text = places.text
    json.beginObject()
    json.member("start", places[bytes.lowerBound])
    json.member("end", places[bytes.upperBound])
    json.member("line", line)
    json.name("quote")
    // The parser's ranges are within its text; were one not, the quote would be short, and the
    // process would live.
    json.string(utf8: text.utf8[bytes.clamped(to: text.utf8.indices)])
    json.endObject()
  }
}

extension Statistics {
  func write(to json: inout JSONWriter) {
    json.beginObject()
    json.member("words", words)
    json.member("characters", characters)
    json.member("readingMinutes", readingMinutes)
    json.endObject()
  }
}

extension Section {
  /// The section, with its paragraphs where there is one to render them.
  func write(
    to json: inout JSONWriter, at places: TextOffsets, rendering renderer: ParagraphRenderer?
  ) {
    json.beginObject()
    json.member("id", id)
    json.member("kind", kind.rawValue)
    json.member("heading", heading)
    json.member("level", level)
    json.member("parent", parent)
    json.name("source")
    source.write(to: &json, at: places)
    if let renderer {
      json.name("paragraphs")
      json.array(paragraphs) { json, range in json.string(renderer.paragraph(at: range)) }
    }
    json.endObject()
  }
}

extension Point {
  /// The point; `article` names the one it stands in, for lists across articles.
  func write(to json: inout JSONWriter, at places: TextOffsets, of article: StoredArticle? = nil) {
    json.beginObject()
    writeMembers(to: &json, at: places)
    if let article {
      json.name("article")
      json.beginObject()
      json.member("id", article.id.text)
      json.member("title", article.title)
      json.endObject()
    }
    json.endObject()
  }

  /// The point's own members, in an object that is open.
  func writeMembers(to json: inout JSONWriter, at places: TextOffsets) {
    json.member("id", id)
    json.member("number", number)
    json.member("label", label)
    json.member("text", text)
    json.member("qualifier", qualifier)
    json.member("subject", subject)
    json.member("actor", actor)
    if !details.isEmpty {
      json.name("details")
      json.array(details) { json, detail in detail.write(to: &json, at: places) }
    }
    json.member("section", section)
    json.member("rule", rule.rawValue)
    json.name("source")
    source.write(to: &json, at: places)
  }
}

extension Point.Detail {
  func write(to json: inout JSONWriter, at places: TextOffsets) {
    json.beginObject()
    json.member("text", text)
    json.name("source")
    source.write(to: &json, at: places)
    json.endObject()
  }
}

extension Outlook {
  func writeMembers(to json: inout JSONWriter, at places: TextOffsets) {
    json.member("section", section)
    json.name("scenarios")
    json.array(scenarios) { json, scenario in
      json.beginObject()
      json.member("condition", scenario.condition)
      json.member("consequence", scenario.consequence)
      json.name("source")
      scenario.source.write(to: &json, at: places)
      json.endObject()
    }
  }
}

extension CallToAction {
  func writeMembers(to json: inout JSONWriter, at places: TextOffsets) {
    json.member("section", section)
    json.member("text", text)
    json.name("source")
    source.write(to: &json, at: places)
  }
}

extension Diagnostic {
  func write(to json: inout JSONWriter, at places: TextOffsets) {
    json.beginObject()
    json.member("code", code.rawValue)
    json.member("severity", severity.rawValue)
    json.member("message", message)
    json.name("source")
    source.write(to: &json, at: places)
    json.endObject()
  }
}
