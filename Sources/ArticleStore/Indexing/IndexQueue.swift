/// What waits for the index, and when the index takes it.
///
/// A value without a clock: whoever holds it does what ``Action`` says. The more the index takes in one
/// transaction, the less an article costs, so it waits a moment for more; but never where somebody
/// asks for what waits, who has it taken at once.
struct IndexQueue: ~Copyable {
  /// What is to be done after a call.
  enum Action: Equatable {
    case nothing
    /// Have the index take what waits.
    case run
    /// Call ``timeIsUp()`` in ``patience``.
    case wait
  }

  /// Why nothing more is taken.
  enum End: Equatable {
    /// The index cannot be relied on.
    case lost
    case closed
  }

  private enum State: Equatable {
    case idle, gathering, running
  }

  /// How many nanoseconds the index waits for more.
  static let patience = 50_000_000
  /// The number of steps for which it does not wait.
  static let enough = 128
  /// The most that one transaction takes.
  static let transactionCount = 128
  static let transactionBytes = 8 << 20
  /// What may wait before those who bring more have to.
  static let roomCount = 256
  static let roomBytes = 32 << 20

  private var waiting: [IndexBatch] = []
  /// How many steps wait.
  private(set) var stepCount = 0
  private var byteCount = 0
  private var state = State.idle
  /// How many batches were ever added.
  private(set) var added = 0
  /// `nil` as long as batches are taken.
  private(set) var end: End?

  /// How many batches are done with.
  var done: Int { added - waiting.count }

  /// Whether those who bring more have to wait.
  var isFull: Bool { stepCount >= Self.roomCount || byteCount >= Self.roomBytes }

  /// Adds a batch; after the end it is dropped.
  mutating func add(_ batch: IndexBatch) -> Action {
    guard end == nil else { return .nothing }
    waiting.append(batch)
    added += 1
    stepCount += batch.steps.count
    byteCount += batch.byteCount
    return state == .running ? .nothing : next()
  }

  /// The index has waited long enough, for what waits now or for what is done already.
  mutating func timeIsUp() -> Action {
    guard state == .gathering else { return .nothing }
    state = waiting.isEmpty ? .idle : .running
    return state == .running ? .run : .nothing
  }

  /// What is to be done in the next transaction: at least one batch, if any waits. They wait until it
  /// is committed.
  func first() -> ArraySlice<IndexBatch> {
    var count = 0
    var steps = 0
    var bytes = 0
    for batch in waiting {
      steps += batch.steps.count
      bytes += batch.byteCount
      if count > 0, steps > Self.transactionCount || bytes > Self.transactionBytes { break }
      count += 1
    }
    return waiting.prefix(count)
  }

  /// So many batches are committed.
  mutating func remove(_ count: Int) {
    for batch in waiting.prefix(count) {
      stepCount -= batch.steps.count
      byteCount -= batch.byteCount
    }
    waiting.removeFirst(min(count, waiting.count))
  }

  /// The index is done with a transaction. What failed is tried again with what comes next.
  mutating func rest(hasFailed: Bool) -> Action {
    state = .idle
    return waiting.isEmpty || hasFailed ? .nothing : next()
  }

  /// Drops what waits, and takes nothing more.
  mutating func close(_ end: End) {
    self.end = end
    remove(waiting.count)
  }

  private mutating func next() -> Action {
    if stepCount >= Self.enough {
      state = .running
      return .run
    }
    guard state == .idle else { return .nothing }
    state = .gathering
    return .wait
  }
}
