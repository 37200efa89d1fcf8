import ArticleStore
import Formats
import Locking

/// The representations made of late, within a bound of bytes, and those being made.
///
/// A key names the write that made the article, and no two writes of a store have the same, so what is
/// found is never out of date; what is no longer asked for falls out. Whoever asks for what another is
/// making waits for it: nothing is made twice at once.
final class RepresentationCache: Sendable {
  /// What a representation is of.
  struct Key: Sendable, Hashable {
    /// The creation of the article, and how often it was written since.
    let sequence: UInt64
    let revision: Int
    let part: ArticlePart
    let form: RepresentationForm

    init(_ stored: StoredArticle, _ part: ArticlePart, _ form: RepresentationForm) {
      sequence = stored.sequence
      revision = stored.revision
      self.part = part
      self.form = form
    }
  }

  /// The representation, or why there is none.
  typealias Made = Result<Representation, Problem>

  /// What to do about a representation.
  enum Lookup: Sendable {
    case found(Representation)
    /// Nobody has it: the caller makes it and calls ``RepresentationCache/finish(_:_:)``.
    case make
    /// Another is making it: `waiter` will be called.
    case waiting
  }

  private struct Entry {
    let representation: Representation
    /// Asked for since the hand last passed.
    var isUsed = false
  }

  private struct State {
    var entries: [Key: Entry] = [:]
    /// The keys of ``entries`` in the order in which the hand passes them.
    var ring: [Key] = []
    var hand = 0
    var cost = 0
    var hits: UInt64 = 0
    var misses: UInt64 = 0
    var waiters: [Key: [@Sendable (Made) -> Void]] = [:]
  }

  private let state = Locked(State())
  /// The most bytes that are kept.
  let limit: Int

  /// A cache of at most `limit` bytes.
  init(limit: Int) { self.limit = limit }

  /// The bytes that are kept.
  var cost: Int { state.withLock { $0.cost } }

  /// How often a representation was looked up and was there, and how often it was not.
  var lookups: (hits: UInt64, misses: UInt64) { state.withLock { ($0.hits, $0.misses) } }

  /// Looks a representation up; `waiter` is kept only when another is making it.
  func lookUp(_ key: Key, waiter: @escaping @Sendable (Made) -> Void) -> Lookup {
    state.withLock { state in
      if let index = state.entries.index(forKey: key) {
        state.entries.values[index].isUsed = true
        state.hits &+= 1
        return .found(state.entries.values[index].representation)
      }
      state.misses &+= 1
      guard state.waiters[key] == nil else {
        state.waiters[key]?.append(waiter)
        return .waiting
      }
      state.waiters[key] = []
      return .make
    }
  }

  /// Ends the making of a representation: it is kept, and those who wait for it have it.
  func finish(_ key: Key, _ made: Made) {
    let waiters = state.withLock { state in
      if case .success(let representation) = made { insert(key, representation, &state) }
      return state.waiters.removeValue(forKey: key) ?? []
    }
    for waiter in waiters { waiter(made) }
  }

  /// Keeps a representation that was made along with a write.
  func keep(_ key: Key, _ representation: Representation) {
    state.withLock { insert(key, representation, &$0) }
  }

  /// Lets go of so many bytes of what is kept, or all of it, as there is other need for the memory.
  func makeRoom(for bytes: Int) {
    state.withLock { state in
      let target = max(state.cost - max(bytes, 0), 0)
      evict(until: target, &state)
    }
  }

  /// Second chance: the hand passes what was used since it last came by, and takes the rest.
  private func insert(_ key: Key, _ representation: Representation, _ state: inout State) {
    let cost = representation.cost
    // One that would drive most others out is better made again; and of selections there are so many
    // that few are asked for twice.
    guard key.form.fields == nil, state.entries[key] == nil, cost <= limit / 4 else { return }
    evict(until: limit - cost, &state)
    state.entries[key] = Entry(representation: representation)
    state.ring.append(key)
    state.cost += cost
  }

  private func evict(until target: Int, _ state: inout State) {
    while state.cost > target, !state.ring.isEmpty {
      if state.hand >= state.ring.count { state.hand = 0 }
      let candidate = state.ring[state.hand]
      if state.entries[candidate]?.isUsed == true {
        state.entries[candidate]?.isUsed = false
        state.hand += 1
      } else {
        state.cost -= state.entries.removeValue(forKey: candidate)?.representation.cost ?? 0
        // The last takes the free place: the order is no promise, and nothing moves.
        state.ring.swapAt(state.hand, state.ring.count - 1)
        state.ring.removeLast()
      }
    }
  }
}
