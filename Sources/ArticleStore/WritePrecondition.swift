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
  /// `If-Unmodified-Since`, in seconds since 1970: an article that is there was written no later
  /// (RFC 9110 section 13.1.4). ``ifMatch`` says the same more exactly, and goes before it.
  package var ifUnmodifiedSince: Int?

  /// No condition unless given.
  package init(ifMatch: Match? = nil, ifNoneMatch: Match? = nil, ifUnmodifiedSince: Int? = nil) {
    self.ifMatch = ifMatch
    self.ifNoneMatch = ifNoneMatch
    self.ifUnmodifiedSince = ifUnmodifiedSince
  }

  /// Whether the write may happen where `current` stands now.
  func holds(for current: StoredArticle?) -> Bool {
    if let ifMatch {
      if !ifMatch.isMet(by: current) { return false }
    } else if let ifUnmodifiedSince, let current, current.lastModified > ifUnmodifiedSince {
      return false
    }
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
