/// A submission and where it is to be stored.
package enum ArticleWrite: Sendable {
  /// Under an id made of its title and its content. The same document again is the article that is
  /// there, whatever its id; another with the same hash gets another id.
  case add(PreparedSubmission)
  /// Under a client's id, unless that is taken: by the same document, then that is the answer, or by
  /// another, then it fails with ``StoreError/idTaken(_:)``.
  case create(ArticleID, PreparedSubmission)
  /// Under a client's id, in place of what is there, unless that is what is submitted already: in its
  /// document, in what was said about it and, where the submission says them, in its times.
  case upsert(ArticleID, PreparedSubmission)
  /// Under a client's id, in place of what is there; fails with ``StoreError/preconditionFailed``
  /// where the precondition does not hold.
  case put(ArticleID, PreparedSubmission, if: WritePrecondition)

  /// What is to be stored.
  var submission: Submission {
    switch self {
    case .add(let prepared), .create(_, let prepared), .upsert(_, let prepared),
      .put(_, let prepared, _):
      prepared.submission
    }
  }
}
