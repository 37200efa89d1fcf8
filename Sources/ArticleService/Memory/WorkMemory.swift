import Dispatch
import HTTPCore
import HTTPServer

/// What a piece of work has of the memory: the share that every worker has, and what is reserved beyond.
///
/// It says what it will take before it takes it, at each step of which more is known: content that is
/// inflated, a document that is parsed, an answer that is encoded. What cannot be had then is refused
/// instead of made.
struct WorkMemory: ~Copyable {
  /// The bytes that each worker has for its work without a reservation.
  static let share = 4 << 20

  private let budget: MemoryBudget
  private let makeRoom: @Sendable (Int) -> Void
  private var reservation: MemoryReservation?

  /// Work that has taken nothing.
  ///
  /// - Parameters:
  ///   - budget: what is reserved of.
  ///   - makeRoom: asked to give back so many bytes of the budget where that is used up.
  init(of budget: MemoryBudget, makeRoom: @escaping @Sendable (Int) -> Void = { _ in }) {
    self.budget = budget
    self.makeRoom = makeRoom
  }

  /// Says that the work will have so many bytes in use at once, all that it has already among them.
  ///
  /// - Throws: ``Problem/memoryFull``, or ``Problem/tooMuchMemory(needed:available:)`` where so much is
  ///   never there.
  mutating func expect(_ bytes: Int) throws(Problem) {
    guard bytes > Self.share || reservation != nil else { return }
    try reserve(bytes)
  }

  /// Says that the work is done, and that so many bytes of what it made stay.
  ///
  /// - Returns: what holds them; `nil` for so few that they are not counted.
  /// - Throws: as ``expect(_:)``.
  consuming func keep(_ bytes: Int) throws(Problem) -> MemoryReservation? {
    guard bytes > MemoryBudget.ownShare else { return nil }
    try reserve(bytes)
    return reservation
  }

  /// Goes on with what earlier work had reserved.
  mutating func takeOver(_ kept: MemoryReservation?) { reservation = kept }

  private mutating func reserve(_ bytes: Int) throws(Problem) {
    guard bytes <= budget.largest else {
      throw .tooMuchMemory(needed: bytes, available: budget.largest)
    }
    if take(bytes) { return }
    makeRoom(bytes - (reservation?.count ?? 0))
    guard take(bytes) else { throw .memoryFull }
  }

  private mutating func take(_ bytes: Int) -> Bool {
    if let reservation { return reservation.resize(to: bytes) }
    reservation = budget.reserve(bytes)
    return reservation != nil
  }
}

extension ArticleService {
  /// The bytes that each worker has without a reservation.
  package static let workerBytes = WorkMemory.share

  /// The memory of a piece of work: where the budget is used up, kept representations are let go.
  var workMemory: WorkMemory {
    WorkMemory(of: memory) { [representer] in representer.cache.makeRoom(for: $0) }
  }

  /// Reserves memory for a piece of an answer, or what else goes on with what was begun: where it is used
  /// up, kept representations are let go. `nil` where that was not enough; then to be tried again
  /// (``whenMemoryMayBeBack(_:_:)``).
  func reserve(_ bytes: Int) -> MemoryReservation? {
    if let reservation = memory.reserve(bytes) { return reservation }
    representer.cache.makeRoom(for: bytes)
    return memory.reserve(bytes)
  }

  /// Has a worker go on after a moment, in which others may have given memory back: those who do not take
  /// their answers lose their connection after some seconds.
  func whenMemoryMayBeBack(
    _ length: WorkQueue.Length = .short, _ work: @escaping @Sendable () -> Void
  ) {
    Self.patience.asyncAfter(deadline: .now() + .milliseconds(20)) {
      self.workers.proceed(length, work)
    }
  }

  private static let patience = DispatchQueue(label: "counterpoint.memory")
}
