import Glibc

/// Time that this thread had the processor: it does not run while others have it, so that what is
/// measured by it does not depend on what else the machine does.
enum ProcessorTime {
  /// The seconds that some work takes.
  static func seconds(_ work: () -> Void) -> Double {
    let start = now
    work()
    return now - start
  }

  /// The fewest seconds of five times.
  static func fewestSeconds(_ work: () -> Void) -> Double {
    (0..<5).map { _ in seconds(work) }.min() ?? 0
  }

  private static var now: Double {
    var time = timespec()
    // Right because the call writes one `timespec`; it cannot fail for this clock.
    _ = unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
