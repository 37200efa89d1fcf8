/// One entry of the change feed: what happened to an article.
package struct Change: Sendable, Equatable {
  /// What happened.
  package enum Kind: String, Sendable, CaseIterable {
    case created, replaced, deleted
  }

  /// The place in the feed: 1 for the first change, one more for each, in the order of the commits.
  package let sequence: UInt64
  /// What happened.
  package let kind: Kind
  /// To which article.
  package let article: ArticleID
  /// The revision that was made; of a deleted article its last.
  package let revision: Int
  /// When, in milliseconds since 1970, UTC; later than any change before.
  package let at: Int64
}

/// A part of the change feed.
package struct ChangePage: Sendable, Equatable {
  /// Names the store whose feed it is: another one counts its changes from 1, too.
  package let epoch: String
  /// At most as many as were asked for, in order.
  package let items: [Change]
  /// The sequence of the newest change there is; 0 when there is none.
  package let last: UInt64
  /// The sequence of the oldest change that is kept; one more than ``last`` when none is.
  package let oldest: UInt64
}
