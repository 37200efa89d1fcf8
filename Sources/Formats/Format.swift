package import HTTPCore
import JSON

/// A format of answers: all that is known of it, in one place. ``all`` has every format that there is,
/// and no other place names what a format is, can do or needs.
///
/// A class, because a format is compared by identity.
package final class Format: Sendable {
  /// What is answered in a format.
  package struct Uses: OptionSet, Sendable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// An article or an analysis as a whole.
    package static let analyses = Uses(rawValue: 1 << 0)
    /// A list of articles.
    package static let lists = Uses(rawValue: 1 << 1)
    /// All else that is no document: parts, other lists, and what the service says of itself.
    package static let objects = Uses(rawValue: 1 << 2)
  }

  /// What can be asked of a format; what cannot makes no difference in it.
  package struct Variants: OptionSet, Sendable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// `pretty`: line breaks and indentation, for people.
    package static let layout = Variants(rawValue: 1 << 0)
    /// `offsets`: in what its places count.
    package static let places = Variants(rawValue: 1 << 1)
    /// `include` and `fields`: which members it has.
    package static let members = Variants(rawValue: 1 << 2)
  }

  /// How articles are written. An analysis alone is the head and then the analysis; in a series each
  /// analysis has its path, the head stands before the first, and a separator between two.
  package struct Encoding: Sendable {
    /// What stands before the first analysis, where each has its path or none has.
    package var head: @Sendable (_ withPaths: Bool) -> [UInt8] = { _ in [] }
    /// What stands between two of a series.
    package var separator: [UInt8] = []
    /// An analysis.
    package let analysis: @Sendable (Analysis) -> [UInt8]
  }

  /// The name that `?format=` and `--format` ask for, and that stands in entity tags.
  package let name: String
  /// The media type as it is negotiated.
  package let mediaType: MediaType
  /// The value of `Content-Type`.
  package let contentType: String
  /// What is answered in it.
  package let uses: Uses
  /// What can be asked of it.
  package let variants: Variants
  /// How an analysis is written in it.
  package let encoding: Encoding
  /// The schema of an analysis in it, where that is an object of this schema in JSON.
  package let schema: @Sendable (Schema) -> Schema

  init(
    _ name: String, _ mediaType: MediaType, uses: Uses, variants: Variants,
    schema: @escaping @Sendable (Schema) -> Schema, encoding: Encoding
  ) {
    self.name = name
    self.mediaType = mediaType
    self.uses = uses
    self.variants = variants
    self.schema = schema
    self.encoding = encoding
    contentType = mediaType.parameters.reduce(mediaType.essence) {
      "\($0); \($1.name)=\($1.value)"
    }
  }

  /// The format of that name; `nil` where there is none.
  package static func named(_ name: String) -> Format? { all.first { $0.name == name } }

  /// The names of some formats, for messages.
  package static func names(of formats: [Format]) -> String {
    formats.map(\.name).joined(separator: ", ")
  }

  /// The formats for some use, the usual one first.
  package static func all(for use: Uses) -> [Format] { all.filter { $0.uses.contains(use) } }

  /// An analysis alone.
  package func encode(_ analysis: Analysis) -> [UInt8] {
    let head = encoding.head(false)
    let content = encoding.analysis(analysis)
    return head.isEmpty ? content : head + content
  }
}

extension Format: Hashable {
  package static func == (one: Format, other: Format) -> Bool { one === other }

  package func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}
