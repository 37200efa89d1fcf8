/// What must hold for a write to happen, decided in the same step as the write.
package struct WritePrecondition: Sendable, Equatable {
  /// `*` or a list of ``StoredArticle/validator``s.
  package enum Match: Sendable, Equatable {
    case any
    case validators([String])
  }

  /// `If-Match`: the article is there, and is one of these (RFC 9110 section 13.1.1).
  package var ifMatch: Match?
  /// `If-None-Match`: no article is there, or it is none of these (RFC 9110 section 13.1.2).
  package var ifNoneMatch: Match?

  /// No condition unless given.
  package init(ifMatch: Match? = nil, ifNoneMatch: Match? = nil) {
    self.ifMatch = ifMatch
    self.ifNoneMatch = ifNoneMatch
  }

  /// Whether the write may happen where `current` stands now.
  func holds(for current: StoredArticle?) -> Bool {
    if let ifMatch, !ifMatch.isMet(by: current) { return false }
    if let ifNoneMatch, ifNoneMatch.isMet(by: current) { return false }
    return true
  }
}

extension WritePrecondition.Match {
  fileprivate func isMet(by current: StoredArticle?) -> Bool {
    guard let current else { return false }
    switch self {
    case .any: return true
    case .validators(let validators): return validators.contains(current.validator)
    }
  }
}
