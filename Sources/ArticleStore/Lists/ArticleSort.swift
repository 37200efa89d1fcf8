/// What a list of articles can be in order of.
package enum ArticleSort: String, Sendable, Hashable, CaseIterable {
  case createdAt, updatedAt, publishedAt, title
}

/// An order of articles, from the first to the last or from the last to the first.
///
/// Articles without a day or without a title come last in both directions: whoever asks for the
/// newest does not ask for those of which nobody knows.
package struct ArticleOrdering: Sendable, Hashable {
  /// What articles are in order of.
  package var sort: ArticleSort
  /// Whether the greatest comes first.
  package var isDescending: Bool

  /// An order by what it is of and its direction.
  package init(_ sort: ArticleSort = .createdAt, isDescending: Bool = false) {
    self.sort = sort
    self.isDescending = isDescending
  }

  /// Whether an article in the one place comes before one in the other.
  func isBefore(_ first: ListPlace, _ second: ListPlace) -> Bool {
    switch (first.key, second.key) {
    case (_?, nil): return true
    case (nil, _?): return false
    case (let one?, let other?) where one != other: return (one < other) != isDescending
    case (nil, nil), (_?, _?):
      return isDescending
        ? first.creation > second.creation : first.creation < second.creation
    }
  }
}

/// What an article is put in order by: a number, and then bytes.
package struct SortKey: Sendable, Hashable, Comparable {
  /// Compared first.
  package let number: UInt64
  /// Compared byte by byte where the numbers are the same.
  package let text: [UInt8]

  /// A key from its parts.
  package init(number: UInt64, text: [UInt8] = []) {
    self.number = number
    self.text = text
  }

  package static func < (one: SortKey, other: SortKey) -> Bool {
    one.number == other.number
      ? one.text.lexicographicallyPrecedes(other.text) : one.number < other.number
  }
}

extension SortKey {
  /// The bytes of a title that count.
  static let titleLength = 64

  /// The key of words: the first eight bytes as a number, which decides most comparisons, and the
  /// rest. Of two titles that begin with the same ``titleLength`` bytes, the older comes first.
  init(words: [UInt8]) {
    var number: UInt64 = 0
    // A word has no NUL, so what is shorter than eight bytes comes before what goes on.
    for index in 0..<8 { number = number << 8 | (index < words.count ? UInt64(words[index]) : 0) }
    self.init(number: number, text: Array(words.prefix(Self.titleLength).dropFirst(8)))
  }

  /// The key of a day written `YYYY-MM-DD`; `nil` where it is none.
  init?(day: String) {
    guard day.utf8.count == 10 else { return nil }
    var number: UInt64 = 0
    for byte in day.utf8 where byte != UInt8(ascii: "-") {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      number = number * 10 + UInt64(byte - UInt8(ascii: "0"))
    }
    self.init(number: number)
  }

  /// The key of a time, in milliseconds since 1970 and before.
  init(time: Int64) { self.init(number: UInt64(bitPattern: time) ^ 1 << 63) }
}

/// The place of an article among all, by creation: by the time and, where that is the same, in the order
/// in which they came here.
///
/// What is created here comes after all that was created here before, in both. What is brought back
/// with its time stands where it stood, whenever it came.
package struct Creation: Sendable, Hashable, Comparable {
  /// Milliseconds since 1970, UTC.
  package let time: Int64
  /// The article's own; see ``StoredArticle/sequence``.
  package let sequence: UInt64

  /// A place from its parts.
  package init(time: Int64, sequence: UInt64) {
    self.time = time
    self.sequence = sequence
  }

  package static func < (one: Creation, other: Creation) -> Bool {
    one.time == other.time ? one.sequence < other.sequence : one.time < other.time
  }
}

/// Where an article stands in an order: by its key and, where keys are the same or there is none, by
/// its creation.
package struct ListPlace: Sendable, Hashable {
  /// `nil` in the order of creation, which needs none, and for what has no day or no title.
  package let key: SortKey?
  /// The place among all articles, by creation.
  package let creation: Creation

  /// A place from its parts.
  package init(key: SortKey? = nil, creation: Creation) {
    self.key = key
    self.creation = creation
  }
}

extension StoredArticle {
  /// Where the article stands among all.
  package var creation: Creation { Creation(time: createdAt, sequence: sequence) }

  /// Where the article stands in an order.
  package func place(by sort: ArticleSort) -> ListPlace {
    switch sort {
    case .createdAt: ListPlace(creation: creation)
    case .updatedAt: ListPlace(key: SortKey(time: updatedAt), creation: creation)
    case .publishedAt: ListPlace(key: facets.day, creation: creation)
    case .title: ListPlace(key: facets.title, creation: creation)
    }
  }
}
