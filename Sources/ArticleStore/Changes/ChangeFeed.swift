/// The changes that are kept: a ring of the newest ones, whose sequences follow one another.
struct ChangeFeed: Sendable {
  /// How many changes are kept.
  static let capacity = 100_000

  private var ring: [Change] = []
  /// Where the oldest stands once the ring is full.
  private var start = 0
  private(set) var last: UInt64 = 0
  private let capacity: Int

  /// An empty feed; only tests keep fewer.
  init(capacity: Int = Self.capacity) { self.capacity = max(capacity, 1) }

  /// The sequence of the oldest change that is kept; one more than ``last`` when none is.
  var oldest: UInt64 { last + 1 - UInt64(ring.count) }

  /// When the newest change was made; `nil` when none is kept.
  var lastTime: Int64? {
    ring.isEmpty ? nil : ring[(start + ring.count - 1) % ring.count].at
  }

  /// Adds the next change, over the oldest when there is no more room.
  mutating func append(_ change: Change) {
    last = change.sequence
    if ring.count < capacity {
      ring.append(change)
    } else {
      ring[start] = change
      start = (start + 1) % capacity
    }
  }

  /// Up to `limit` changes after a sequence, from the oldest on without one. Costs its items.
  ///
  /// - Throws: ``StoreError/changesGone(oldest:)`` when some of what followed is no longer kept, or
  ///   the sequence is one that this store has not come to.
  func page(after: UInt64?, limit: Int, epoch: String) throws(StoreError) -> ChangePage {
    let after = after ?? oldest - 1
    guard after >= oldest - 1, after <= last else { throw .changesGone(oldest: oldest) }
    let first = Int(after - (oldest - 1))
    let end = min(ring.count, first + max(limit, 0))
    let items = (first..<end).map { ring[(start + $0) % ring.count] }
    return ChangePage(epoch: epoch, items: items, last: last, oldest: oldest)
  }
}
