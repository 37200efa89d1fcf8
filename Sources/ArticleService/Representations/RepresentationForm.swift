import ArticleParsing
import ArticleStore
import JSON

/// The choice among the representations of one resource: what negotiation and the query decide.
struct RepresentationForm: Sendable, Hashable {
  /// What an article's JSON has only when it is asked for.
  struct Inclusions: OptionSet, Sendable, Hashable {
    let rawValue: UInt8

    /// The paragraphs of each section, rendered to plain text.
    static let paragraphs = Inclusions(rawValue: 1 << 0)
    /// The canonical text.
    static let text = Inclusions(rawValue: 1 << 1)

    /// All of them, by their names.
    static let names = [("paragraphs", paragraphs), ("text", text)]
  }

  /// JSON, unless the resource has other formats and one was asked for.
  var format = AnswerFormat.json
  /// Indented, for people.
  var isPretty = false
  /// Under the content coding gzip.
  var isGzip = false
  /// What the places in the source count.
  var offsets = OffsetUnit.utf8
  /// What is there beside the usual.
  var inclusions: Inclusions = []
  /// The members that were chosen; all without a choice.
  var fields: MemberSelection?

  /// The form without what makes no difference in its format, so that one content has one entity
  /// tag and is made once: only JSON is indented and can include more, and a brief has no places.
  /// What is chosen by its name is included without being asked for once more.
  var normal: RepresentationForm {
    switch format {
    case .json, .ndjson:
      var form = self
      if format == .ndjson { form.isPretty = false }
      if let fields { form.inclusions = fields.inclusions(of: inclusions) }
      return form
    case .csv: return RepresentationForm(format: format, isGzip: isGzip, offsets: offsets)
    case .markdown: return RepresentationForm(format: format, isGzip: isGzip)
    }
  }

  /// The name of the form in an entity tag, such as `plain` or `csv.utf16.gzip`.
  var variant: String {
    var variant =
      switch format {
      case .json: isPretty ? "pretty" : "plain"
      case .markdown, .csv, .ndjson: format.rawValue
      }
    if offsets != .utf8 { variant += ".\(offsets.rawValue)" }
    for (name, inclusion) in Inclusions.names where inclusions.contains(inclusion) {
      variant += ".\(name)"
    }
    if let fields {
      variant += ".fields.\(String(XXH64.hash(Array(fields.canonical.utf8)), radix: 36))"
    }
    return isGzip ? variant + ".gzip" : variant
  }
}

extension MemberSelection {
  /// What is included of what is chosen: what was asked for, and what is named itself.
  fileprivate func inclusions(
    of asked: RepresentationForm.Inclusions
  ) -> RepresentationForm.Inclusions {
    var inclusions: RepresentationForm.Inclusions = []
    if self["text"] != nil { inclusions.insert(.text) }
    switch self["sections"] {
    case .whole: inclusions.formUnion(asked.intersection(.paragraphs))
    case .members(let names) where names.contains("paragraphs"): inclusions.insert(.paragraphs)
    case .members, nil: break
    }
    return inclusions
  }
}
