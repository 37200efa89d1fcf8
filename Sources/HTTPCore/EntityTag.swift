/// A validator of one representation (RFC 9110 section 8.8.3).
package struct EntityTag: Sendable, Hashable, CustomStringConvertible {
  /// Whether it stands for "as good as the same" only.
  package let isWeak: Bool
  /// What stands between the quotes.
  package let opaque: String

  /// A tag of these characters; `nil` when one of them may not stand in a tag.
  package init?(_ opaque: String, isWeak: Bool = false) {
    guard opaque.utf8.allSatisfy(\.isEntityTagByte) else { return nil }
    self.opaque = opaque
    self.isWeak = isWeak
  }

  fileprivate init(checked opaque: ArraySlice<UInt8>, isWeak: Bool) {
    self.opaque = String(decoding: opaque, as: UTF8.self)
    self.isWeak = isWeak
  }

  /// The tag as it stands in `ETag`.
  package var description: String { isWeak ? "W/\"\(opaque)\"" : "\"\(opaque)\"" }

  /// Equal and both strong (RFC 9110 section 8.8.3.2): the same bytes.
  package func matchesStrongly(_ other: EntityTag) -> Bool {
    !isWeak && !other.isWeak && opaque == other.opaque
  }

  /// Equal, weak or not: as good as the same.
  package func matchesWeakly(_ other: EntityTag) -> Bool { opaque == other.opaque }
}

/// What `If-Match` or `If-None-Match` lists (RFC 9110 sections 13.1.1 and 13.1.2).
package enum EntityTagList: Sendable, Equatable {
  /// `*`: whatever there is.
  case any
  /// Tags; those that are malformed are left out, so that they match nothing.
  case tags([EntityTag])

  /// What that field of a request lists; `nil` when it is not there.
  package init?(_ fields: HTTPFields, _ name: HTTPFieldName) {
    let values = fields.values(of: name)
    guard !values.isEmpty else { return nil }
    if values.count == 1, values[0].elementsEqual("*".utf8) {
      self = .any
    } else {
      self = .tags(values.flatMap(Self.parse))
    }
  }

  /// Whether a tag of the list is that of the present representation by strong comparison, as
  /// `If-Match` asks; `nil` stands for no representation.
  package func matchesStrongly(_ present: EntityTag?) -> Bool {
    guard let present else { return false }
    return switch self {
    case .any: true
    case .tags(let tags): tags.contains { $0.matchesStrongly(present) }
    }
  }

  /// Whether one of the tags is that of what is there, by weak comparison, as `If-None-Match` asks.
  package func matchesWeakly(_ present: EntityTag?) -> Bool {
    guard let present else { return false }
    return switch self {
    case .any: true
    case .tags(let tags): tags.contains { $0.matchesWeakly(present) }
    }
  }

  /// Tags between commas. A tag may have commas in it and knows no escapes, so it goes from
  /// quote to quote; after something that is no tag, reading goes on after the next comma.
  private static func parse(_ value: ArraySlice<UInt8>) -> [EntityTag] {
    var tags: [EntityTag] = []
    var scanner = FieldValueScanner(value)
    while !scanner.rest.isEmpty {
      scanner.skipWhitespace()
      if scanner.consume(.comma) { continue }
      if let tag = scanner.consumeEntityTag() {
        scanner.skipWhitespace()
        if scanner.rest.isEmpty || scanner.consume(.comma) {
          tags.append(tag)
          continue
        }
      }
      scanner.skipMember()
    }
    return tags
  }
}

extension FieldValueScanner {
  /// Consumes `[ "W/" ] DQUOTE *etagc DQUOTE`; `nil` when it is not there.
  fileprivate mutating func consumeEntityTag() -> EntityTag? {
    let isWeak = rest.starts(with: [UInt8(ascii: "W"), .slash])
    let quoted = isWeak ? rest.dropFirst(2) : rest
    guard quoted.first == .quote else { return nil }
    let opaque = quoted.dropFirst().prefix { $0.isEntityTagByte }
    self = FieldValueScanner(rest[opaque.endIndex...])
    guard consume(.quote) else { return nil }
    return EntityTag(checked: opaque, isWeak: isWeak)
  }

  /// Drops what comes before the next comma, and the comma.
  fileprivate mutating func skipMember() {
    self = FieldValueScanner(rest.drop { $0 != .comma }.dropFirst())
  }
}

extension UInt8 {
  /// `etagc`: visible ASCII except the quote, or a byte beyond ASCII.
  fileprivate var isEntityTagByte: Bool {
    self >= 0x21 && self != 0x7F && self != .quote
  }
}
