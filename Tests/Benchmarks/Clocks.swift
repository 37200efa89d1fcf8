import Glibc

/// The clocks that are read here, in nanoseconds.
enum Clocks {
  /// The processor time of this thread: what others do on the machine counts little.
  static var thread: UInt64 { read(CLOCK_THREAD_CPUTIME_ID) }

  /// The time that passes.
  static var monotonic: UInt64 { read(CLOCK_MONOTONIC) }

  private static func read(_ clock: clockid_t) -> UInt64 {
    var time = timespec()
    // Right because the call writes one `timespec`; it cannot fail for these clocks.
    _ = unsafe clock_gettime(clock, &time)
    return UInt64(time.tv_sec) &* 1_000_000_000 &+ UInt64(time.tv_nsec)
  }
}
