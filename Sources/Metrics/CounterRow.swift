import Synchronization

/// Counters in a row, which any thread may read at any time. They begin at 0, only grow, and wrap
/// around.
///
/// Nobody waits and nothing is allocated: a counter is one word, read and written with relaxed
/// ordering, since no counter says anything about another. The row begins on a cache line of its own
/// and ends on one, so that rows of different threads do not disturb each other.
///
/// `@unchecked Sendable`: the words are atomic, and the pointer to them never changes. `@safe`: they
/// are allocated once, never handed out, and freed with their only owner, which cannot be copied;
/// every index is checked.
@safe
package struct CounterRow: ~Copyable, @unchecked Sendable {
  /// Who adds to the counters.
  package enum Writers: Sendable {
    /// One thread, or one serial queue: a load and a store, which cost about a nanosecond.
    case one
    /// Any number at once: an atomic addition.
    case many
  }

  /// How many counters there are.
  package let count: Int
  private let writers: Writers
  private let memory: UnsafeMutableRawPointer
  private let cells: UnsafeMutablePointer<Atomic<UInt64>>

  private static let cacheLine = 64

  /// Counters at 0.
  package init(_ count: Int, writers: Writers) {
    precondition(count > 0, "a row without counters")
    self.count = count
    self.writers = writers
    let bytes = count * MemoryLayout<Atomic<UInt64>>.stride
    let lines = (bytes + Self.cacheLine - 1) / Self.cacheLine
    unsafe memory = .allocate(byteCount: lines * Self.cacheLine, alignment: Self.cacheLine)
    unsafe cells = memory.bindMemory(to: Atomic<UInt64>.self, capacity: count)
    for index in 0..<count { unsafe (cells + index).initialize(to: Atomic(0)) }
  }

  deinit {
    // Right because nobody can be at them: whoever was would keep this alive.
    unsafe cells.deinitialize(count: count)
    unsafe memory.deallocate()
  }

  /// The present count of one.
  package subscript(index: Int) -> UInt64 {
    precondition(index >= 0 && index < count, "no such counter")
    return unsafe cells[index].load(ordering: .relaxed)
  }

  /// Adds to one.
  package func add(_ amount: UInt64 = 1, at index: Int = 0) {
    precondition(index >= 0 && index < count, "no such counter")
    switch writers {
    case .one:
      let sum = unsafe cells[index].load(ordering: .relaxed) &+ amount
      unsafe cells[index].store(sum, ordering: .relaxed)
    case .many:
      unsafe cells[index].wrappingAdd(amount, ordering: .relaxed)
    }
  }
}
