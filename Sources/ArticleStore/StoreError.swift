/// Why the store did not do what was asked.
package enum StoreError: Error, Equatable {
  /// The store holds as much as it may: so many bytes.
  case full(limit: Int)
  /// The article is not as the precondition of a write wants it (RFC 9110 section 13.1).
  case preconditionFailed
  /// There is no article of that id.
  case noSuchArticle
  /// An article of that id is there, with another document.
  case idTaken(ArticleID)
}
