import ArticleParsing
import ArticleStore
import Formats

// How large what is made of an article gets, known before it is made: upper bounds, but for records of
// fixed size, which are taken together with a usual length.

extension Article {
  /// The bytes that one record of the parser takes beside its texts, and what stands around them in
  /// JSON when it is indented.
  private static let recordBytes = 512

  /// The bytes that the article takes in memory, without its text.
  var memorySize: Int { sizes.records * Self.recordBytes + sizes.texts }

  /// About the most bytes that the article takes when it is encoded.
  func encodedSize(_ form: RepresentationForm) -> Int {
    let sizes = sizes
    // Each byte of the text stands in a quote, in the text of what is quoted, and with diagnostics and
    // paragraphs perhaps once more each.
    let copies = 4
    let escapes = text.utf8.mostEscaped.multipliedReportingOverflow(by: 5 * copies)
    var size = sizes.records * Self.recordBytes + sizes.texts + sizes.quotes
    if form.inclusions.contains(.paragraphs) { size += text.utf8.count }
    if form.inclusions.contains(.text) { size += text.utf8.count }
    let (sum, overflows) = size.addingReportingOverflow(escapes.partialValue)
    return overflows || escapes.overflow ? .max / 8 : sum
  }

  private struct Sizes {
    var records = 4
    var texts = 0
    var quotes = 0

    mutating func add(_ text: String?, _ source: SourceRange? = nil) {
      texts += text?.utf8.count ?? 0
      quotes += source?.bytes.count ?? 0
    }
  }

  private var sizes: Sizes {
    var sizes = Sizes()
    sizes.add(title)
    sizes.add(standfirst)
    sizes.add(byline)
    for kind in PointKind.allCases {
      for point in self[kind] {
        sizes.records += 1 + point.details.count
        sizes.add(point.text, point.source)
        sizes.add(point.label)
        sizes.add(point.subject)
        sizes.add(point.actor)
        sizes.add(point.section)
        for detail in point.details { sizes.add(detail.text, detail.source) }
      }
    }
    for section in sections {
      sizes.records += 1
      sizes.texts += section.paragraphs.count * MemoryLayout<SourceRange>.size
      sizes.add(section.heading, section.source)
      sizes.add(section.id)
      sizes.add(section.parent)
    }
    for scenario in outlook?.scenarios ?? [] {
      sizes.records += 1
      sizes.add(scenario.condition, scenario.source)
      sizes.add(scenario.consequence)
    }
    sizes.add(callToAction?.text, callToAction?.source)
    for diagnostic in diagnostics {
      sizes.records += 1
      sizes.add(diagnostic.message, diagnostic.source)
    }
    return sizes
  }
}

extension Point {
  /// About the most bytes that writing the point takes.
  var makingSize: Int {
    let length = details.reduce(text.utf8.count + source.bytes.count) {
      $0 + $1.text.utf8.count + $1.source.bytes.count
    }
    // All of it may have to be escaped, which takes six bytes for one.
    return Article.makingSize(6 * length + (1 + details.count) * 512)
  }
}

extension SearchHit {
  /// About the most bytes that writing the hit takes: some of the article's points, and excerpts of fixed
  /// length.
  func makingSize(_ form: RepresentationForm) -> Int {
    let points = PointKind.allCases.lazy.flatMap { article.article[$0] }
    return SearchHit.mostPoints * (points.map(\.makingSize).max() ?? 0)
  }
}

extension ArticleView {
  /// About the most bytes that writing an article takes.
  func makingSize(_ article: StoredArticle, _ form: RepresentationForm) -> Int {
    switch self {
    case .summary: 0
    case .source: Article.makingSize(article.document.encodedSize)
    case .full: Article.makingSize(article.article.encodedSize(form))
    }
  }
}

extension SubmittedDocument {
  /// About the most bytes that the document takes in JSON: as a string, or in base64.
  var encodedSize: Int { 2 * bytes.count + 5 * bytes.mostEscaped }
}

extension [UInt8] {
  /// The most bytes that JSON writes longer than they are. Short texts are not looked at, of which all may
  /// be escaped and make no difference.
  fileprivate var mostEscaped: Int {
    guard count > 64 << 10 else { return count }
    return reduce(into: 0) { count, byte in
      if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { count &+= 1 }
    }
  }
}

extension StoredArticle {
  /// About the most bytes that making a representation of a part takes: the bytes, the buffer in which
  /// they grow, and what they are under a coding.
  func makingSize(_ part: ArticlePart, _ form: RepresentationForm) -> Int {
    switch part {
    // These are there already.
    case .source, .text: form.isGzip ? 2 * document.bytes.count : document.bytes.count
    case .article, .objectives, .nonGoals, .pros, .cons, .neutral, .takeaways, .outlook,
      .callToAction, .sections, .diagnostics:
      Article.makingSize(article.encodedSize(form))
    }
  }
}

extension Article {
  /// What encoding takes for so many bytes: a buffer doubles and is copied when it is full.
  static func makingSize(_ encoded: Int) -> Int { min(encoded, .max / 4) * 3 }
}
