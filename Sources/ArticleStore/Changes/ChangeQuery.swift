/// Which part of the change feed is asked for.
package struct ChangeQuery: Sendable, Equatable {
  /// The sequence after which the changes begin; `nil` for the oldest that is kept and all after it.
  package let sequence: UInt64?
  /// The store whose changes the sequence counts; `nil` where the client does not say.
  package let epoch: String?
  /// The most changes of the answer.
  package let limit: Int

  /// Up to `limit` changes after a sequence of an epoch.
  package init(after sequence: UInt64? = nil, of epoch: String? = nil, limit: Int) {
    self.sequence = sequence
    self.epoch = epoch
    self.limit = limit
  }
}
