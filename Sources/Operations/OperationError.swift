package import ArticleStore

/// Why an operation did not do what was asked.
package enum OperationError: Error, Sendable, Equatable {
  /// What was asked for cannot be asked so: every fault.
  case invalidParameters([ParameterFault])
  /// There is no article of that id.
  case noSuchArticle(id: String)
  /// The store did not do it, for another reason than that.
  case store(StoreError)

  /// What the store says of the article of an id.
  init(_ error: StoreError, id: String = "") {
    switch error {
    case .noSuchArticle: self = .noSuchArticle(id: id)
    case .full, .preconditionFailed, .idTaken, .otherEpoch, .changesGone, .diskFull, .writesRefused,
      .failed, .tooLong, .closed:
      self = .store(error)
    }
  }
}
