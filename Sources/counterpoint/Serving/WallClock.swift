import Glibc

/// The date, as the store wants it.
enum WallClock {
  /// Since 1970, UTC.
  static var milliseconds: Int64 {
    var time = timespec()
    // Right because the call writes one `timespec`; it cannot fail for this clock.
    _ = unsafe clock_gettime(CLOCK_REALTIME, &time)
    return Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000
  }
}
