package import ArticleParsing
package import ArticleStore
package import JSON

/// What an analysis is written of: an article, what was submitted with its document, and the form that
/// is asked for.
package struct Analysis: Sendable {
  /// What was read in the document.
  package let article: Article
  /// What was submitted with it, which takes the place of what was found.
  package let metadata: Metadata
  /// How it is to be written.
  package let form: RepresentationForm
  /// What the document is called, where its analysis stands among those of others.
  package let path: String?

  /// An analysis of an article.
  package init(
    _ article: Article, _ metadata: Metadata, _ form: RepresentationForm, path: String? = nil
  ) {
    self.article = article
    self.metadata = metadata
    self.form = form
    self.path = path
  }

  var title: String? { metadata.title ?? article.title }
  var publishedAt: String? { metadata.publishedAt ?? article.publishedAt }
  var tags: [String]? { metadata.tags.isEmpty ? article.tags.nonempty : metadata.tags }
}

extension [String] {
  /// The texts, where there are some.
  package var nonempty: [String]? { isEmpty ? nil : self }
}

extension JSONWriter {
  /// An array of texts.
  package mutating func strings(_ texts: [String]) {
    array(texts) { json, text in json.string(text) }
  }
}

extension Analysis {
  /// All members of an article that are not the store's.
  static func describe(_ analysis: Analysis?, to sink: inout some MemberSink & ~Copyable) {
    let form = analysis?.form
    let article = analysis?.article
    let places = analysis.map { TextOffsets($0.article.text, in: $0.form.offsets) }
    sink.maybe("title", .string("The headline, or the title that was submitted."), analysis?.title)
    sink.maybe(
      "standfirst", .string("The short paragraph, set apart, between headline and body."),
      article?.standfirst)
    sink.maybe("byline", .string("Who wrote it."), article?.byline)
    sink.maybe("publishedAt", .day, analysis?.publishedAt)
    sink.maybe(
      "url", .string("Where the document comes from, as submitted; never fetched."),
      analysis?.metadata.url)
    sink.maybe(
      "tags", .array(of: .string("A word to find it by."), "As submitted, else as found."),
      analysis?.tags
    ) { $0.strings($1) }
    sink.maybe("language", .language, article?.language)
    sink.always("media", .media, article?.media.rawValue)
    sink.always("offsets", .offsets, form?.offsets.rawValue)
    sink.always("statistics", .reference(.statistics), article?.statistics) { json, statistics in
      json.object { Statistics.describe(statistics, to: &$0) }
    }
    let renderer = analysis.flatMap {
      $0.form.inclusions.contains(.paragraphs)
        ? ParagraphRenderer($0.article.text, media: $0.article.media) : nil
    }
    sink.always(
      "sections", .array(of: .reference(.section), "Flat, in document order."), article?.sections
    ) { json, sections in
      json.array(sections) { json, section in
        json.object { Section.describe(section, at: places, rendering: renderer, to: &$0) }
      }
    }
    for kind in PointKind.allCases {
      sink.always(
        kind.listName, .array(of: .reference(.point), "In document order."), article?[kind]
      ) { json, points in
        json.array(points) { json, point in
          json.object { Point.describe(point, at: places, to: &$0) }
        }
      }
    }
    sink.maybe("outlook", .reference(.outlook), article?.outlook) { json, outlook in
      json.object { Outlook.describe(outlook, at: places, to: &$0) }
    }
    sink.maybe("callToAction", .reference(.callToAction), article?.callToAction) { json, call in
      json.object { CallToAction.describe(call, at: places, to: &$0) }
    }
    sink.always("diagnostics", .array(of: .reference(.diagnostic)), article?.diagnostics) {
      json, diagnostics in
      json.array(diagnostics) { json, diagnostic in
        json.object { Diagnostic.describe(diagnostic, at: places, to: &$0) }
      }
    }
    sink.maybe(
      "text", .string("The canonical text, with include=text."),
      analysis.flatMap { $0.form.inclusions.contains(.text) ? $0.article.text : nil }
    ) { json, text in
      json.string(utf8: text.utf8[...])
    }
  }
}
