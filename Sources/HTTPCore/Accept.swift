/// Which media types a client accepts (RFC 9110 section 12.5.1).
package struct Accept: Sendable {
  private struct Range {
    /// `*` for any.
    let type: String
    /// `*` for any.
    let subtype: String
    let parameters: [MediaType.Parameter]
    let quality: Int

    /// How precisely the range speaks of the types that it matches; the most precise one counts.
    var specificity: Int {
      if type == "*" { return 0 }
      if subtype == "*" { return 1 }
      return 2 + parameters.count
    }

    init?(_ member: ArraySlice<UInt8>) {
      guard let range = MediaType(parsing: member), range.type != "*" || range.subtype == "*"
      else { return nil }
      type = range.type
      subtype = range.subtype
      // What follows the weight were its extensions, which nobody uses.
      parameters = Array(range.parameters.prefix { $0.name != "q" })
      guard let weight = range.parameter("q") else {
        quality = Quality.full
        return
      }
      guard let parsed = Quality.parse(weight) else { return nil }
      quality = parsed
    }

    func matches(_ media: MediaType) -> Bool {
      (type == "*" || type == media.type) && (subtype == "*" || subtype == media.subtype)
        && parameters.allSatisfy { parameter in
          media.parameters.contains {
            $0.name == parameter.name && $0.value.lowercased() == parameter.value.lowercased()
          }
        }
    }
  }

  private let ranges: [Range]

  /// What the `Accept` of a request says. Members that are malformed are ignored; without any
  /// member every type is as good as another.
  package init(_ fields: HTTPFields) {
    ranges = fields.members(of: .accept).compactMap(Range.init)
  }

  /// The offered type that the client likes best, the first of those that it likes equally; `nil`
  /// when it accepts none. Cost: offers times members.
  package func best(of offers: [MediaType]) -> MediaType? {
    ranges.isEmpty ? offers.first : Quality.best(of: offers, quality(of:))
  }

  private func quality(of media: MediaType) -> Int {
    var found: Range?
    for range in ranges where range.matches(media) {
      guard let other = found, other.specificity >= range.specificity else {
        found = range
        continue
      }
    }
    return found?.quality ?? 0
  }
}
