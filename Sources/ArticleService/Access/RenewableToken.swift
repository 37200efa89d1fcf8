import Locking

/// The token in force, which can be exchanged for another while requests are checked.
///
/// A request is held to the token that is in force when it is checked: what was let in before goes on.
/// Checking costs an uncontended lock and a reference more than a constant would, some tens of
/// nanoseconds, for those requests alone that need the token.
package final class RenewableToken: Sendable {
  private let token: Locked<BearerToken>

  /// A token to begin with.
  package init(_ token: BearerToken) { self.token = Locked(token) }

  /// The token that is in force now.
  package var current: BearerToken { token.withLock { $0 } }

  /// Puts another token into force.
  ///
  /// - Returns: whether it is another one.
  package func renew(with new: BearerToken) -> Bool {
    token.withLock { token in
      let isAnother = token.secret != new.secret
      token = new
      return isAnother
    }
  }
}
