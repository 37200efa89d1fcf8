import ArticleParsing
import ArticleStore
import Formats
import JSON

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

  /// Whether it is JSON, unless another format was asked for; else it is the document or its text.
  var isJSON: Bool { self != .source && self != .text }

  /// The media type of the part in a format; the document and its text have their own.
  func mediaType(of stored: StoredArticle, in format: Format = .json) -> String {
    switch self {
    case .source: stored.document.mediaType
    case .text: "text/plain; charset=utf-8"
    case .article, .objectives, .nonGoals, .pros, .cons, .neutral, .takeaways, .outlook,
      .callToAction, .sections, .diagnostics:
      format.contentType
    }
  }
}

extension JSONEncoding {
  /// The content of a part in JSON, or as it is; `nil` for a part that the document does not have.
  func encode(
    _ part: ArticlePart, of stored: StoredArticle, _ form: RepresentationForm
  ) -> [UInt8]? {
    let article = stored.article
    switch part {
    case .article:
      return encode(isPretty: form.isPretty) { ArticleView.full.write(stored, to: &$0, form) }
    case .source: return stored.document.bytes
    case .text: return article.text.utf8
    case .outlook:
      return article.outlook.map { outlook in
        encode(article, form, form.fields) { Outlook.describe(outlook, at: $1, to: &$0) }
      }
    case .callToAction:
      return article.callToAction.map { callToAction in
        encode(article, form, form.fields) { CallToAction.describe(callToAction, at: $1, to: &$0) }
      }
    case .sections:
      let renderer = ParagraphRenderer(article.text, media: article.media)
      return encode(list: article.sections, of: article, form) { json, places, section in
        Section.describe(section, at: places, rendering: renderer, to: &json)
      }
    case .diagnostics:
      return encode(list: article.diagnostics, of: article, form) { json, places, diagnostic in
        Diagnostic.describe(diagnostic, at: places, to: &json)
      }
    case .objectives, .nonGoals, .pros, .cons, .neutral, .takeaways:
      let points = part.pointKind.map { article[$0] } ?? []
      return encode(list: points, of: article, form) { json, places, point in
        Point.describe(point, at: places, to: &json)
      }
    }
  }

  /// A list that is there as a whole, in the shape of those that come in pages.
  private func encode<Item>(
    list: [Item], of article: Article, _ form: RepresentationForm,
    _ write: (inout JSONWriter, TextOffsets, Item) -> Void
  ) -> [UInt8] {
    encode(article, form) { json, places in
      json.name("items")
      json.array(list) { json, item in
        json.select(form.fields)
        json.object { write(&$0, places, item) }
      }
      json.member("total", list.count)
    }
  }

  /// An object of what `members` writes, and of the unit of its places.
  private func encode(
    _ article: Article, _ form: RepresentationForm, _ fields: MemberSelection? = nil,
    _ members: (inout JSONWriter, TextOffsets) -> Void
  ) -> [UInt8] {
    let places = TextOffsets(article.text, in: form.offsets)
    return encode(isPretty: form.isPretty) { json in
      json.select(fields)
      json.object { json in
        members(&json, places)
        json.member(unit: form.offsets)
      }
    }
  }
}

extension JSONWriter {
  /// The unit of the places in a part or a list, where it is not the usual one.
  mutating func member(unit: OffsetUnit) {
    if unit != .utf8 { member("offsets", unit.rawValue) }
  }
}
