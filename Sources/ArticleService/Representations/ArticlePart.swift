import ArticleParsing
import ArticleStore

/// What of a stored article a path names.
enum ArticlePart: UInt8, Sendable, CaseIterable {
  case article
  case objectives, nonGoals, pros, cons, neutral, takeaways
  case outlook, callToAction, sections, diagnostics
  case source, text

  /// The last segment of the part's path; `nil` for the article itself.
  var segment: String? {
    switch self {
    case .article: nil
    case .objectives: "objectives"
    case .nonGoals: "non-goals"
    case .pros: "pros"
    case .cons: "cons"
    case .neutral: "neutral"
    case .takeaways: "takeaways"
    case .outlook: "outlook"
    case .callToAction: "call-to-action"
    case .sections: "sections"
    case .diagnostics: "diagnostics"
    case .source: "source"
    case .text: "text"
    }
  }

  /// The kind of point that a list of points lists.
  var pointKind: PointKind? {
    switch self {
    case .objectives: .objective
    case .nonGoals: .nonGoal
    case .pros: .pro
    case .cons: .con
    case .neutral: .neutral
    case .takeaways: .takeaway
    case .article, .outlook, .callToAction, .sections, .diagnostics, .source, .text: nil
    }
  }

  /// Whether it is JSON; else it is the document or its text.
  var isJSON: Bool { self != .source && self != .text }

  /// The media type of the part.
  func mediaType(of stored: StoredArticle) -> String {
    switch self {
    case .source: stored.document.mediaType
    case .text: "text/plain; charset=utf-8"
    case .article, .objectives, .nonGoals, .pros, .cons, .neutral, .takeaways, .outlook,
      .callToAction, .sections, .diagnostics:
      "application/json"
    }
  }
}

extension JSONEncoding {
  /// The content of a part; `nil` for a part that the document does not have.
  func encode(_ part: ArticlePart, of stored: StoredArticle, isPretty: Bool) -> [UInt8]? {
    let article = stored.article
    switch part {
    case .article:
      let body = encode(article, stored.metadata, isPretty: isPretty)
      return encode(stored, before: body, isPretty: isPretty)
    case .source: return stored.document.bytes
    case .text: return article.text.utf8
    case .outlook:
      guard let outlook = article.outlook else { return nil }
      return encode(isPretty: isPretty) { outlook.write(to: &$0, in: article.text) }
    case .callToAction:
      guard let callToAction = article.callToAction else { return nil }
      return encode(isPretty: isPretty) { callToAction.write(to: &$0, in: article.text) }
    case .sections:
      let renderer = ParagraphRenderer(article)
      return encode(list: article.sections, isPretty: isPretty) { json, section in
        section.write(to: &json, of: article, rendering: renderer)
      }
    case .diagnostics:
      return encode(list: article.diagnostics, isPretty: isPretty) { json, diagnostic in
        diagnostic.write(to: &json, in: article.text)
      }
    case .objectives, .nonGoals, .pros, .cons, .neutral, .takeaways:
      let points = part.pointKind.map { article[$0] } ?? []
      return encode(list: points, isPretty: isPretty) { json, point in
        point.write(to: &json, in: article.text)
      }
    }
  }

  /// A list that is there as a whole, in the shape of those that come in pages.
  private func encode<Item>(
    list: [Item], isPretty: Bool, _ write: (inout JSONWriter, Item) -> Void
  ) -> [UInt8] {
    encode(isPretty: isPretty) { json in
      json.beginObject()
      json.name("items")
      json.array(list, write)
      json.member("total", list.count)
      json.endObject()
    }
  }
}
