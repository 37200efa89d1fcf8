import GregorianCalendar

/// What metadata may be, however it is submitted. Each rule gives what is wrong, or nothing.
package enum MetadataRules {
  /// In bytes.
  package static let titleLimit = 1_000
  /// In bytes.
  package static let urlLimit = 2_000
  /// How many tags there may be.
  package static let tagLimit = 50
  /// In bytes.
  package static let tagLengthLimit = 100

  /// What is wrong with a title.
  package static func fault(inTitle title: String) -> String? {
    guard title.utf8.count <= titleLimit, !title.isBlank else {
      return "title is empty or longer than \(titleLimit) bytes."
    }
    return title.forbiddenCharacter.map { "title has \($0)." }
  }

  /// An absolute http or https URL in ASCII, with a host. It is kept, never fetched.
  package static func fault(inURL url: String) -> String? {
    let bytes = Array(url.utf8)
    guard bytes.count <= urlLimit else { return "url is longer than \(urlLimit) bytes." }
    let scheme = ["https://", "http://"].first { url.lowercased().hasPrefix($0) }
    guard let scheme, bytes.allSatisfy({ (0x21...0x7E).contains($0) }) else {
      return "url is not an http or https URL."
    }
    let authority = bytes.dropFirst(scheme.utf8.count).prefix {
      $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#")
    }
    guard let first = authority.first, first != UInt8(ascii: ":"), first != UInt8(ascii: "@") else {
      return "url names no host."
    }
    return nil
  }

  /// What is wrong with a day of publication.
  package static func fault(inDate date: String) -> String? {
    GregorianDate(date.utf8) == nil ? "publishedAt is not a day written YYYY-MM-DD." : nil
  }

  /// What is wrong with so many tags.
  package static func fault(inTagCount count: Int) -> String? {
    count <= tagLimit ? nil : "tags has more than \(tagLimit) tags."
  }

  /// What is wrong with a tag.
  package static func fault(inTag tag: String) -> String? {
    guard tag.utf8.count <= tagLengthLimit, !tag.isBlank, !tag.utf8.contains(UInt8(ascii: ","))
    else { return "A tag is 1 to \(tagLengthLimit) bytes, without commas." }
    return tag.forbiddenCharacter.map { "A tag has \($0)." }
  }

  /// What ``Swift/String/forbiddenCharacter`` finds, as a class of a regular expression
  /// (ECMA-262 section 22.2) without its brackets.
  package static let forbiddenClass = "\\x00-\\x1F\\x7F-\\x9F\\u2028-\\u202E\\u2066-\\u2069"
}

extension String {
  fileprivate var isBlank: Bool { unicodeScalars.allSatisfy(\.properties.isWhitespace) }

  /// The first character that metadata must not have, for messages; `nil` where there is none.
  ///
  /// Titles and tags are single lines, which are shown in lists, logs and terminals: a control
  /// character (C0, DEL, C1) moves the cursor or colours the rest, a line or paragraph separator ends
  /// the line, and an embedding, override or isolate (UAX #9 section 2) turns the text around that
  /// stands behind. The marks that Arabic and Hebrew text needs (U+061C, U+200E, U+200F) stay within
  /// what they stand in, and are let through, as are joiners.
  fileprivate var forbiddenCharacter: String? {
    for scalar in unicodeScalars {
      let kind =
        switch scalar {
        case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}": "a control character"
        case "\u{2028}", "\u{2029}": "a separator of lines"
        case "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}": "a control of the text's direction"
        default: ""
        }
      guard kind.isEmpty else {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return "\(kind), U+\(String(repeating: "0", count: 4 - digits.count))\(digits)"
      }
    }
    return nil
  }
}
