/// The writes that wait for the writer, and when it carries them out.
///
/// A value without a clock: whoever holds it does what ``Action`` says. One commit makes many writes
/// durable for the price of one, so the writer waits a moment for writes that are known to be on
/// their way (``expect()``), but never for those that nobody announced: a client that is alone
/// waits for nothing.
struct CommitQueue: ~Copyable {
  /// A write that waits.
  struct Write: Sendable {
    /// What it takes to keep, about.
    let byteCount: Int
    /// Decides what the write does, and gives what is to be done when it is committed, or when the
    /// commit failed with an error.
    let decide: @Sendable (inout Staging) -> Completion
  }

  typealias Completion = @Sendable (StoreError?) -> Void

  /// What is to be done after a call.
  enum Action: Equatable {
    case nothing
    /// Have the writer carry out what waits.
    case run
    /// Call ``timeIsUp(_:)`` with this in ``patience``.
    case wait(Int)
  }

  private enum State: Equatable {
    case idle
    /// Waiting for more, until the timer of this number runs out.
    case gathering(Int)
    case running
  }

  /// How many nanoseconds the writer waits for writes that were announced.
  static let patience = 5_000_000
  /// The number of writes below which it is waited for more; above, while more are on their way than
  /// wait.
  static let enough = 8
  /// The most that one batch has.
  static let batchCount = 64
  static let batchBytes = 16 << 20

  private var waiting: [Write] = []
  /// How many writes are on their way.
  private(set) var expected = 0
  private var state = State.idle
  private var timers = 0

  /// A write is on its way: it will be added as an expected one, or given up.
  mutating func expect() { expected += 1 }

  /// A write that was expected will not come.
  mutating func giveUp() -> Action {
    assert(expected > 0, "only what was expected is given up")
    expected -= 1
    return next()
  }

  /// Adds a write, which may be one that was expected.
  mutating func add(_ write: Write, isExpected: Bool = false) -> Action {
    assert(!isExpected || expected > 0, "what is added as expected was expected")
    waiting.append(write)
    if isExpected { expected -= 1 }
    return next()
  }

  /// The writer has waited long enough.
  mutating func timeIsUp(_ timer: Int) -> Action {
    guard state == .gathering(timer) else { return .nothing }
    state = .running
    return .run
  }

  /// Removes what the writer carries out now, in order: at least one, if any waits.
  mutating func removeBatch() -> [Write] {
    var bytes = 0
    var count = 0
    for write in waiting.prefix(Self.batchCount) {
      bytes += write.byteCount
      if count > 0, bytes > Self.batchBytes { break }
      count += 1
    }
    let batch = Array(waiting.prefix(count))
    waiting.removeFirst(count)
    return batch
  }

  /// The writer is done with its batch.
  mutating func rest() -> Action {
    state = .idle
    return next()
  }

  private mutating func next() -> Action {
    guard state != .running, !waiting.isEmpty else { return .nothing }
    // With half of them there, the others get ready while these are written.
    let enough = min(max(expected, Self.enough), Self.batchCount)
    if expected == 0 || waiting.count >= enough {
      state = .running
      return .run
    }
    guard state == .idle else { return .nothing }
    timers += 1
    state = .gathering(timers)
    return .wait(timers)
  }
}
