import ArticleStore

/// What metadata may be, however it is submitted. Each rule gives what is wrong, or nothing.
enum MetadataRules {
  /// In bytes.
  static let titleLimit = 1_000
  /// In bytes.
  static let urlLimit = 2_000
  static let tagLimit = 50
  /// In bytes.
  static let tagLengthLimit = 100

  static func fault(inTitle title: String) -> String? {
    let length = title.utf8.count
    guard (1...titleLimit).contains(length), !title.utf8.allSatisfy({ $0 <= 0x20 }) else {
      return "title is empty or longer than \(titleLimit) bytes."
    }
    return nil
  }

  /// An absolute http or https URL in ASCII, with a host. It is kept, never fetched.
  static func fault(inURL url: String) -> String? {
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

  static func fault(inDate date: String) -> String? {
    Timestamp.isDate(date) ? nil : "publishedAt is not a day written YYYY-MM-DD."
  }

  static func fault(inTagCount count: Int) -> String? {
    count <= tagLimit ? nil : "tags has more than \(tagLimit) tags."
  }

  static func fault(inTag tag: String) -> String? {
    let hasControl = tag.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F }
    guard (1...tagLengthLimit).contains(tag.utf8.count), !hasControl, !tag.contains(",") else {
      return "A tag is 1 to \(tagLengthLimit) bytes, without commas and control characters."
    }
    return nil
  }
}
