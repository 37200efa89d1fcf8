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

  /// The title in lower-case ASCII letters and digits with hyphens between, at most 60 characters
  /// and cut between words where one ends after the 30th; `article` when nothing ASCII is left.
  static func slug(_ title: String?) -> String {
    var slug: [UInt8] = []
    var isBetweenWords = false
    var lastWordEnd = 0
    for scalar in (title ?? "").unicodeScalars {
      guard let folded = scalar.asciiFolding else {
        // An apostrophe within a word does not part it: "Putin’s" is `putins`.
        isBetweenWords = isBetweenWords || !scalar.isApostrophe
        continue
      }
      if isBetweenWords, !slug.isEmpty {
        lastWordEnd = slug.count
        slug.append(UInt8(ascii: "-"))
      }
      isBetweenWords = false
      slug.append(contentsOf: folded)
      if slug.count > 60 {
        slug.removeSubrange((lastWordEnd >= 30 ? lastWordEnd : 60)...)
        break
      }
    }
    while slug.last == UInt8(ascii: "-") { slug.removeLast() }
    return slug.isEmpty ? "article" : String(decoding: slug, as: UTF8.self)
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

extension Unicode.Scalar {
  fileprivate var isApostrophe: Bool { self == "'" || self == "\u{2019}" || properties.isDiacritic }

  /// What stands for this letter or digit in a slug; `nil` for everything else.
  fileprivate var asciiFolding: [UInt8]? {
    switch self {
    case "a"..."z", "0"..."9": [UInt8(value)]
    case "A"..."Z": [UInt8(value) | 0x20]
    case "ä", "Ä", "æ", "Æ": Array("ae".utf8)
    case "ö", "Ö", "œ", "Œ": Array("oe".utf8)
    case "ü", "Ü": Array("ue".utf8)
    case "ß", "ẞ": Array("ss".utf8)
    case "ø", "Ø": Array("o".utf8)
    case "ł", "Ł": Array("l".utf8)
    case "đ", "Đ", "ð", "Ð": Array("d".utf8)
    case "þ", "Þ": Array("th".utf8)
    case "ı": Array("i".utf8)
    case "\u{C0}"..."\u{24F}", "\u{1E00}"..."\u{1EFF}": decomposedLetter
    default: nil
    }
  }

  /// The ASCII letter under this letter's accents.
  private var decomposedLetter: [UInt8]? {
    // The name says it, where the standard library offers no decomposition:
    // LATIN SMALL LETTER E WITH ACUTE.
    guard let name = properties.name, name.hasPrefix("LATIN ") else { return nil }
    let words = name.split(separator: " ")
    guard words.count >= 4, words[2] == "LETTER", words[3].utf8.count == 1,
      let letter = words[3].utf8.first
    else { return nil }
    return [letter | 0x20]
  }
}
