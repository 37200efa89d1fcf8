import ArticleParsing

/// The name of a stored article: one path segment that needs no escaping anywhere.
package struct ArticleID: Sendable, Hashable {
  /// The id: a letter or a digit, then at most 127 letters, digits, dots, underscores and hyphens.
  package let text: String

  /// An id from a client, or `nil` unless it is `[A-Za-z0-9][A-Za-z0-9._-]{0,127}`.
  package init?(_ text: String) {
    guard (1...128).contains(text.utf8.count), let first = text.utf8.first,
      first.isIDLetterOrDigit, text.utf8.allSatisfy(\.isIDByte)
    else { return nil }
    self.text = text
  }

  /// The id that a document gets by its content: a slug of the title and 16 hexadecimal digits of
  /// the hash; `attempt` above 1 is appended where other documents have the same hash.
  init(title: String?, hash: UInt64, attempt: Int = 1) {
    let digits = String(hash, radix: 16)
    let padding = String(repeating: "0", count: 16 - digits.count)
    let suffix = attempt > 1 ? "-\(attempt)" : ""
    text = "\(Self.slug(title))-\(padding)\(digits)\(suffix)"
  }

  /// The slug of a title, of at most 60 characters; `article` when nothing ASCII is left.
  static func slug(_ title: String?) -> String {
    let slug = Slug(title ?? "", longest: 60).string
    return slug.isEmpty ? "article" : slug
  }
}

extension UInt8 {
  fileprivate var isIDLetterOrDigit: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }

  fileprivate var isIDByte: Bool {
    isIDLetterOrDigit || self == UInt8(ascii: ".") || self == UInt8(ascii: "_")
      || self == UInt8(ascii: "-")
  }
}
