/// A submission that is ready to be written; made by ``ArticleStore/prepare(_:)``.
package struct PreparedSubmission: Sendable {
  /// What is written.
  package let submission: Submission
  /// The hash of the document.
  let hash: UInt64
  /// What the index is given of it.
  let columns: SearchColumns
}
