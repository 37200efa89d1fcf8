import HTTPCore
import Synchronization

/// What waits for memory that others have.
final class MemoryPatience: Sendable {
  /// How often memory is asked for before it is given up: for some two seconds.
  static let attempts = 100
  /// The same for lines of a bulk submission, whose client takes as long as it takes: half a minute.
  static let bulkAttempts = 1_500

  /// A place among those who wait.
  struct Place: Sendable {
    fileprivate let patience: MemoryPatience
    fileprivate let bytes: Int

    /// Goes on.
    func leave() { patience.waiting.subtract(bytes, ordering: .relaxed) }
  }

  private let waiting = Atomic(0)

  /// Begins to wait with so many bytes in hand; `nil` where all who wait would have more than an eighth
  /// of the budget.
  func enter(_ bytes: Int, of budget: MemoryBudget) -> Place? {
    let sum = waiting.add(bytes, ordering: .relaxed).newValue
    guard sum <= budget.limit / 8 else {
      waiting.subtract(bytes, ordering: .relaxed)
      return nil
    }
    return Place(patience: self, bytes: bytes)
  }
}
