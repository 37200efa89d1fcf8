import Dispatch
import Locking

/// A fixed set of workers and the bounded line before them, for work that is too long for a loop.
///
/// Each worker is a private serial queue; work is taken in order by whoever is free. When the line
/// is full nothing more is taken, and the caller says so to its client instead of waiting.
package final class WorkLine: Sendable {
  private struct Line {
    var waiting: [@Sendable () -> Void] = []
    var first = 0
    var idle: [Int]
    var refused: UInt64 = 0

    var count: Int { waiting.count - first }

    mutating func next() -> (@Sendable () -> Void)? {
      guard first < waiting.count else { return nil }
      let work = waiting[first]
      first += 1
      // Taking from the front is moving a mark; what is behind it is let go now and then.
      if first == waiting.count || first >= 64 {
        waiting.removeFirst(first)
        first = 0
      }
      return work
    }
  }

  /// How many pieces of work run at once.
  package var workerCount: Int { queues.count }

  private let queues: [DispatchQueue]
  private let capacity: Int
  private let line: Locked<Line>

  /// A line before that many workers.
  ///
  /// - Parameters:
  ///   - workers: how many pieces of work run at once, at least 1.
  ///   - capacity: how many more may wait.
  package init(workers: Int, capacity: Int) {
    queues = (0..<max(workers, 1)).map { DispatchQueue(label: "counterpoint.worker.\($0)") }
    self.capacity = capacity
    line = Locked(Line(idle: Array(0..<max(workers, 1))))
  }

  /// How the line stands.
  package struct Figures: Sendable, Equatable {
    /// Pieces of work that wait for a worker.
    package let waiting: Int
    /// Pieces of work that are being done.
    package let running: Int
    /// Pieces of work that were refused because the line was full.
    package let refused: UInt64
  }

  /// How the line stands now.
  package var figures: Figures {
    line.withLock { line in
      Figures(
        waiting: line.count, running: queues.count - line.idle.count, refused: line.refused)
    }
  }

  /// Has the work done by a worker; `false`, and it is not done, when the line is full.
  package func submit(_ work: @escaping @Sendable () -> Void) -> Bool {
    submit(work, limit: capacity)
  }

  private func submit(_ work: @escaping @Sendable () -> Void, limit: Int) -> Bool {
    enum Place { case worker(Int), line, none }
    let place: Place = line.withLock { line in
      if let worker = line.idle.popLast() { return .worker(worker) }
      guard line.count < limit else {
        line.refused &+= 1
        return .none
      }
      line.waiting.append(work)
      return .line
    }
    switch place {
    case .worker(let worker): queues[worker].async { self.run(work, on: worker) }
    case .line: break
    case .none: return false
    }
    return true
  }

  /// Has work done that goes on with what was taken on before, such as the next piece of an answer.
  /// It waits like all other but is never refused: whoever calls this bounds it, by having no more
  /// than one such piece waiting for each of what was taken on.
  package func proceed(_ work: @escaping @Sendable () -> Void) {
    _ = submit(work, limit: .max)
  }

  /// Does this work and then what waits, until nothing does.
  private func run(_ first: @Sendable () -> Void, on worker: Int) {
    first()
    while let work = takeOrRest(worker) { work() }
  }

  private func takeOrRest(_ worker: Int) -> (@Sendable () -> Void)? {
    line.withLock { line in
      let work = line.next()
      if work == nil { line.idle.append(worker) }
      return work
    }
  }
}
