import Dispatch
import HTTPCore
import Locking

/// Two fixed sets of workers and the bounded lines before them, for work that is too long for a loop:
/// one for what takes milliseconds, one for what may take seconds, so that nobody's large documents keep
/// anybody's small ones waiting.
///
/// Each worker is a private serial queue. Work is done in the order in which it came, which is in turn
/// between connections: a connection has one request at work at a time, and work in several steps goes
/// to the end of the line with each. When a line is full nothing more is taken, and the caller says so
/// to its client instead of waiting.
package final class WorkQueue: Sendable {
  /// How long work is expected to take.
  package enum Length: Sendable, CaseIterable {
    /// Some milliseconds: an article of usual size, a page of a list, a search.
    case short
    /// Perhaps seconds: large documents, and bulk submissions.
    case long
  }

  /// How many pieces of work of each length run at once.
  package let workerCount: Int

  private let short: Lane
  private let long: Lane

  /// Lines before that many workers each.
  ///
  /// - Parameters:
  ///   - workers: how many pieces of work of each length run at once, at least 1.
  ///   - capacity: how many more of each length may wait.
  package init(workers: Int, capacity: Int) {
    workerCount = max(workers, 1)
    short = Lane("short", workers: workerCount, capacity: capacity)
    long = Lane("long", workers: workerCount, capacity: capacity)
  }

  /// How the lines stand.
  package struct Figures: Sendable, Equatable {
    /// Pieces of work that wait for a worker.
    package var waiting = 0
    /// Pieces of work that are being done.
    package var running = 0
    /// Pieces of work that were refused because the line was full.
    package var refused: UInt64 = 0
  }

  /// How both lines stand now, together.
  package var figures: Figures {
    var sum = Figures()
    for length in Length.allCases {
      let figures = lane(length).figures
      sum.waiting += figures.waiting
      sum.running += figures.running
      sum.refused &+= figures.refused
    }
    return sum
  }

  /// For how many nanoseconds work has waited without any being begun, in the line where that is
  /// longest; 0 where none waits.
  package var standstill: UInt64 {
    let now = Clocks.monotonic
    return Length.allCases.map { lane($0).standstill(at: now) }.max() ?? 0
  }

  /// Has the work done by a worker; `false`, and it is not done, when the line is full.
  package func submit(
    _ length: Length = .short, _ work: @escaping @Sendable () -> Void
  ) -> Bool {
    lane(length).submit(work, isBounded: true)
  }

  /// Has work done that goes on with what was taken on before, such as the next piece of an answer.
  /// It waits like all other but is never refused: whoever calls this bounds it, by having no more
  /// than one such piece waiting for each of what was taken on.
  package func proceed(_ length: Length = .short, _ work: @escaping @Sendable () -> Void) {
    _ = lane(length).submit(work, isBounded: false)
  }

  private func lane(_ length: Length) -> Lane {
    switch length {
    case .short: short
    case .long: long
    }
  }
}

/// The workers for one length of work, and the line before them.
private final class Lane: Sendable {
  private struct Line {
    /// The work that waits, from ``first`` on.
    var waiting: [(@Sendable () -> Void)?] = []
    var first = 0
    /// The work that each worker was woken for.
    var handed: [(@Sendable () -> Void)?]
    var idle: [Int]
    var refused: UInt64 = 0
    /// When work was last begun, or the line last had none waiting.
    var movedAt: Instant = 0

    var count: Int { waiting.count - first }

    mutating func next() -> (@Sendable () -> Void)? {
      guard first < waiting.count else { return nil }
      // Taking from the front is moving a mark; the places before it are let go now and then. What was
      // taken is nobody's but the worker's: it may hold a document.
      let work = waiting[first].take()
      first += 1
      if first == waiting.count || first >= 64 {
        waiting.removeFirst(first)
        first = 0
      }
      return work
    }
  }

  private let queues: [DispatchQueue]
  private let capacity: Int
  private let line: Locked<Line>

  init(_ name: String, workers: Int, capacity: Int) {
    queues = (0..<workers).map { DispatchQueue(label: "counterpoint.worker.\(name).\($0)") }
    self.capacity = capacity
    line = Locked(
      Line(handed: Array(repeating: nil, count: workers), idle: Array(0..<workers)))
  }

  var figures: WorkQueue.Figures {
    line.withLock { line in
      WorkQueue.Figures(
        waiting: line.count, running: queues.count - line.idle.count, refused: line.refused)
    }
  }

  func standstill(at now: Instant) -> UInt64 {
    line.withLock { $0.count > 0 && now > $0.movedAt ? now - $0.movedAt : 0 }
  }

  func submit(_ work: @escaping @Sendable () -> Void, isBounded: Bool) -> Bool {
    enum Place { case worker(Int), line, none }
    let place: Place = line.withLock { line in
      if let worker = line.idle.popLast() {
        line.handed[worker] = work
        return .worker(worker)
      }
      guard !isBounded || line.count < capacity else {
        line.refused &+= 1
        return .none
      }
      if line.count == 0 { line.movedAt = Clocks.monotonic }
      line.waiting.append(work)
      return .line
    }
    switch place {
    case .worker(let worker): queues[worker].async { self.run(worker) }
    case .line: break
    case .none: return false
    }
    return true
  }

  /// Does the work that a worker was woken for and then what waits, until nothing does. What is done
  /// is let go at once: it may hold a document, or a write that others wait for.
  private func run(_ worker: Int) {
    while let work = nextWork(of: worker) { work() }
  }

  /// What a worker does next; `nil` when it rests.
  private func nextWork(of worker: Int) -> (@Sendable () -> Void)? {
    line.withLock { line in
      if let work = line.handed[worker].take() { return work }
      guard let work = line.next() else {
        line.idle.append(worker)
        return nil
      }
      line.movedAt = Clocks.monotonic
      return work
    }
  }
}
