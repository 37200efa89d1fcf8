import Synchronization

/// The memory that work and answers may take together, beyond what each connection and each worker has
/// of its own.
///
/// Whoever is about to make something large reserves its size first and holds the reservation for as
/// long as the bytes are there; what cannot be reserved is refused before it is made. Sizes up to
/// ``MemoryBudget/ownShare`` are never reserved: there can be no more of them than connections, which
/// are counted at the start. A large reservation may only use the first three quarters, so that those
/// who hold large things do not keep ordinary requests from theirs.
package final class MemoryBudget: Sendable {
  /// The bytes of an answer that a connection may have waiting without a reservation.
  package static let ownShare = 64 << 10
  /// The bytes from which on a reservation is a large one.
  package static let large = 1 << 20

  /// The bytes that may be reserved at once.
  package let limit: Int
  private let reserved = Atomic<Int>(0)
  private let refusals = Atomic<UInt64>(0)

  /// A budget of which nothing is reserved.
  ///
  /// - Parameter limit: in bytes, not negative.
  package init(limit: Int = .max) { self.limit = max(limit, 0) }

  /// The bytes that are reserved.
  package var used: Int { reserved.load(ordering: .relaxed) }
  /// How often something could not be reserved.
  package var refused: UInt64 { refusals.load(ordering: .relaxed) }
  /// The most that one reservation can ever get.
  package var largest: Int { limit / 4 * 3 }

  /// Reserves bytes; `nil` where they are not there now.
  package func reserve(_ bytes: Int) -> MemoryReservation? {
    let bytes = max(bytes, 0)
    return claim(bytes, of: bytes) ? MemoryReservation(of: self, bytes) : nil
  }

  /// Claims so many more bytes for a reservation that will have `total`.
  fileprivate func claim(_ bytes: Int, of total: Int) -> Bool {
    let ceiling = total < Self.large ? limit : largest
    var used = reserved.load(ordering: .relaxed)
    while true {
      let (sum, overflows) = used.addingReportingOverflow(bytes)
      guard !overflows, sum <= ceiling else {
        refusals.add(1, ordering: .relaxed)
        return false
      }
      let (isExchanged, current) = reserved.weakCompareExchange(
        expected: used, desired: sum, ordering: .relaxed)
      if isExchanged { return true }
      used = current
    }
  }

  fileprivate func giveBack(_ bytes: Int) { reserved.subtract(bytes, ordering: .relaxed) }
}

/// Bytes of a budget, which go back to it when nothing refers to the reservation any more. It is held by
/// one owner at a time: who works, then the answer, then the connection that sends it.
package final class MemoryReservation: Sendable {
  private let budget: MemoryBudget
  private let bytes: Atomic<Int>

  fileprivate init(of budget: MemoryBudget, _ bytes: Int) {
    self.budget = budget
    self.bytes = Atomic(bytes)
  }

  deinit { budget.giveBack(bytes.load(ordering: .relaxed)) }

  /// The bytes that are reserved.
  package var count: Int { bytes.load(ordering: .relaxed) }

  /// Makes the reservation larger or smaller; `false`, and it stays as it is, where there is not so
  /// much. Making it smaller always succeeds. By its owner alone.
  package func resize(to count: Int) -> Bool {
    let old = bytes.load(ordering: .relaxed)
    let count = max(count, 0)
    if count > old {
      guard budget.claim(count - old, of: count) else { return false }
    } else {
      budget.giveBack(old - count)
    }
    bytes.store(count, ordering: .relaxed)
    return true
  }
}
