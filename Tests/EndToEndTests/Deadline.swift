import Glibc

/// An instant by which something must have happened: waiting for it ends then, and the test fails.
struct Deadline {
  /// What did not happen in time.
  struct Passed: Error {
    let what: String
  }

  private let instant: ContinuousClock.Instant

  /// Generous: nothing that is waited for takes longer than some tens of milliseconds.
  init(seconds: Int = 20) { instant = .now + .seconds(seconds) }

  var isPassed: Bool { instant <= .now }

  /// Waits until the descriptor has something to read, or has ended.
  func waitForInput(on descriptor: Int32, _ what: String) throws {
    var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    let (seconds, attoseconds) = (instant - .now).components
    let milliseconds = max(seconds * 1_000 + attoseconds / 1_000_000_000_000_000, 0)
    // Right because the call reads and writes one entry.
    guard unsafe poll(&entry, 1, Int32(clamping: milliseconds)) == 1 else {
      throw Passed(what: what)
    }
  }

  /// Asks again and again until the condition holds.
  func wait(until what: String, _ condition: () throws -> Bool) throws {
    while try !condition() {
      guard !isPassed else { throw Passed(what: what) }
      sched_yield()
    }
  }
}
