package import ArticleParsing
import ArticleStore
package import JSON

/// The choice among the representations of one resource: what negotiation and the query decide.
package struct RepresentationForm: Sendable, Hashable {
  /// What an article's JSON has only when it is asked for.
  package struct Inclusions: OptionSet, Sendable, Hashable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// The paragraphs of each section, rendered to plain text.
    package static let paragraphs = Inclusions(rawValue: 1 << 0)
    /// The canonical text.
    package static let text = Inclusions(rawValue: 1 << 1)

    /// All of them, by their names.
    package static let names = [("paragraphs", paragraphs), ("text", text)]
  }

  /// JSON, unless the resource has other formats and one was asked for.
  package var format = Format.json
  /// Indented, for people.
  package var isPretty = false
  /// Under the content coding gzip.
  package var isGzip = false
  /// What the places in the source count.
  package var offsets = OffsetUnit.utf8
  /// What is there beside the usual.
  package var inclusions: Inclusions = []
  /// The members that were chosen; all without a choice.
  package var fields: MemberSelection?

  /// A form, by all that it chooses.
  package init(
    format: Format = .json, isPretty: Bool = false, isGzip: Bool = false,
    offsets: OffsetUnit = .utf8, inclusions: Inclusions = [], fields: MemberSelection? = nil
  ) {
    self.format = format
    self.isPretty = isPretty
    self.isGzip = isGzip
    self.offsets = offsets
    self.inclusions = inclusions
    self.fields = fields
  }

  /// The form without what makes no difference in its format (``Format/Variants``), so that one content
  /// has one entity tag and is made once. What is chosen by its name is included without being asked
  /// for once more.
  package var normal: RepresentationForm {
    var form = RepresentationForm(format: format, isGzip: isGzip)
    if format.variants.contains(.layout) { form.isPretty = isPretty }
    if format.variants.contains(.places) { form.offsets = offsets }
    if format.variants.contains(.members) {
      form.fields = fields
      form.inclusions = fields?.inclusions(of: inclusions) ?? inclusions
    }
    return form
  }

  /// The name of the form in an entity tag, such as `plain` or `csv.utf16.gzip`.
  package var variant: String {
    var variant =
      format.variants.contains(.layout) ? (isPretty ? "pretty" : "plain") : format.name
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
