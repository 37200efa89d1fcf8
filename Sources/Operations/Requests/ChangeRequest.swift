package import ArticleStore

/// What the feed of changes is asked for.
package struct ChangeRequest: Sendable {
  /// The parameters that choose a part of it.
  package static let parameterNames = ["after", "limit", "epoch"]

  /// The part.
  package let query: ChangeQuery

  /// - Throws: ``OperationError/invalidParameters(_:)`` with every fault.
  package init(_ parameters: Parameters) throws(OperationError) {
    var reading = ParameterReading(parameters)
    let after = reading.number("after", within: 0...UInt64.max)
    let limit = reading.limit(PageRequest.limits) ?? PageRequest.defaultLimit
    let epoch = reading.words("epoch") { $0 }
    try reading.finish()
    query = ChangeQuery(after: after, of: epoch, limit: limit)
  }
}
