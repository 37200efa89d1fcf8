import Dispatch
import Synchronization

/// How long a query may keep the index from others. The query asks, match by match, whether its time is
/// up; what took too long while others waited is begun again when it is its turn among the long ones.
///
/// Times are of the clock of `DispatchTime`, in nanoseconds.
final class QueryAllowance: Sendable {
  /// How a query ended before it was done.
  enum Cut: Sendable {
    /// Others waited.
    case others
    /// It took all the time that there is for any.
    case limit
  }

  /// After how long a query gives way to others that wait.
  static let patience: UInt64 = 25_000_000
  /// How long any query may take: some hundred thousand matches of some words.
  static let limit: UInt64 = 2_000_000_000
  /// How many matches pass between two looks at the clock.
  private static let stride = 256

  /// How many queries wait that have not been begun.
  let waiting = Atomic(0)
  private let givesWay = Atomic(true)
  private let next = Atomic<UInt64>(0)
  private let end = Atomic<UInt64>(.max)
  private let asked = Atomic(0)
  private let reason = Atomic(0)

  /// A query begins, on the index's queue.
  ///
  /// - Parameter isLong: whether it has given way before, and now need not.
  func begin(isLong: Bool) {
    let now = DispatchTime.now().uptimeNanoseconds
    givesWay.store(!isLong, ordering: .relaxed)
    next.store(now &+ Self.patience, ordering: .relaxed)
    end.store(now &+ Self.limit, ordering: .relaxed)
    asked.store(0, ordering: .relaxed)
    reason.store(0, ordering: .relaxed)
  }

  /// Why the query ended early; `nil` when it did not.
  var cut: Cut? {
    switch reason.load(ordering: .relaxed) {
    case 1: .others
    case 2: .limit
    default: nil
    }
  }

  /// Whether the query has to end, asked for each match.
  func isOver() -> Bool {
    let count = asked.wrappingAdd(1, ordering: .relaxed).newValue
    guard count % Self.stride == 0 else { return false }
    let now = DispatchTime.now().uptimeNanoseconds
    guard now >= next.load(ordering: .relaxed) else { return false }
    if now >= end.load(ordering: .relaxed) {
      reason.store(2, ordering: .relaxed)
      return true
    }
    guard givesWay.load(ordering: .relaxed), waiting.load(ordering: .relaxed) > 0 else {
      next.store(now &+ Self.patience, ordering: .relaxed)
      return false
    }
    reason.store(1, ordering: .relaxed)
    return true
  }
}
