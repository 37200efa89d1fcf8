/// What a write did, and the article as it is now.
package struct Written: Sendable {
  /// What came of the write.
  package enum Outcome: String, Sendable, CaseIterable {
    case created, replaced
    /// The document was there already; nothing changed.
    case existing
  }

  /// What the write did.
  package let outcome: Outcome
  /// The article after the write.
  package let article: StoredArticle
}
