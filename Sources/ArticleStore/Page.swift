package import ArticleParsing

/// A position in a list: behind the item that it names, whether or not that is still there.
package struct Cursor: Sendable, Equatable {
  /// The article's place among all.
  package let sequence: UInt64
  /// The item's place in the article; 0 in a list of articles.
  package let index: Int

  /// The position behind an item.
  package init(sequence: UInt64, index: Int = 0) {
    self.sequence = sequence
    self.index = index
  }
}

/// A part of a list, in order of the articles' creation and of the document.
package struct Page<Item: Sendable>: Sendable {
  /// At most as many as were asked for.
  package let items: [Item]
  /// The number of items in the whole list.
  package let total: Int
  /// Where the next page begins; `nil` on the last.
  package let next: Cursor?
}

/// A point and the article in which it stands.
package struct LocatedPoint: Sendable {
  /// The article as it was when the page was cut.
  package let article: StoredArticle
  /// One of its points.
  package let point: Point
}
