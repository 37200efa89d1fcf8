package import ArticleParsing

/// A position in a list: after the item that it names, whether or not that is still there.
package struct Cursor: Sendable, Hashable {
  /// Where the article stands in the order of the list.
  package let place: ListPlace
  /// The item's ordinal in the article; 0 in a list of articles.
  package let index: Int

  /// The position after an item.
  package init(place: ListPlace, index: Int = 0) {
    self.place = place
    self.index = index
  }
}

/// A part of a list.
package struct Page<Item: Sendable>: Sendable {
  /// At most as many as were asked for.
  package let items: [Item]
  /// The number of items in the whole list.
  package let total: Int
  /// Whether the list goes on after the last of ``items``.
  package let hasMore: Bool
  /// The articles that were looked at to cut the page from its list: what it cost.
  let visited: Int
}

/// A point and the article in which it stands.
package struct LocatedPoint: Sendable {
  /// The article as it was when the page was cut.
  package let article: StoredArticle
  /// The kind of the point.
  package let kind: PointKind
  /// Its ordinal among the article's points of its kind.
  package let index: Int

  /// A point of an article, which has it.
  package init(article: StoredArticle, kind: PointKind, index: Int) {
    self.article = article
    self.kind = kind
    self.index = index
  }

  /// The point. A ``LocatedPoint`` is made of a point that is there.
  package var point: Point { article.article[kind][index] }

  /// The position after it in a list of points.
  package var cursor: Cursor {
    Cursor(place: ListPlace(creation: article.creation), index: index)
  }
}
