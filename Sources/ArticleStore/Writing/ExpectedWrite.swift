import Locking
import Synchronization

/// A write that the writer expects, for as long as this is held: it is used up by the write
/// itself, or given up by being let go, so that no way out of a handler can forget it.
///
/// A class and no `~Copyable` struct, because it goes through closures that workers run once, and Swift
/// cannot consume what an escaping closure captured.
package final class ExpectedWrite: Sendable {
  private let store: ArticleStore
  private let isUsed = Atomic(false)

  init(by store: ArticleStore) {
    self.store = store
    store.pending.withLock { $0.expect() }
  }

  deinit {
    if use() { store.perform(store.pending.withLock { $0.giveUp() }) }
  }

  /// Whether the writer is still waiting for it; from now on it is not.
  func use() -> Bool { !isUsed.exchange(true, ordering: .relaxed) }
}
