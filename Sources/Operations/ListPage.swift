/// A page of a list, and how to ask for the next one.
package struct ListPage<Item: Sendable>: Sendable {
  /// The items, in order.
  package let items: [Item]
  /// How many items the list has in all.
  package let total: Int
  /// The cursor of the page that follows; `nil` on the last.
  package let next: String?
}
