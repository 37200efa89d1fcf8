import Glibc

/// What a call that moves bytes on a non-blocking descriptor came to.
enum Transfer: Equatable {
  case bytes(Int)
  case wouldBlock
  case failed(Int32)

  /// Makes the call until no signal interrupts it (EINTR, signal(7)).
  @inline(__always)
  init(_ call: () -> Int) {
    while true {
      let count = call()
      if count >= 0 {
        self = .bytes(count)
        return
      }
      switch errno {
      case EINTR: continue
      case EAGAIN: self = .wouldBlock
      case let other: self = .failed(other)
      }
      return
    }
  }
}

/// Sets a socket option, whose failure costs speed or memory and never correctness.
func setOption<Value: BitwiseCopyable>(
  _ descriptor: Int32, _ level: Int32, _ option: Int32, _ value: Value
) {
  var value = value
  // Right because the call reads as many bytes as the value has.
  _ = unsafe setsockopt(
    descriptor, level, option, &value, socklen_t(MemoryLayout<Value>.size))
}

/// The clocks that the server reads.
enum Clocks {
  /// Nanoseconds of the clock that never goes back.
  static var monotonic: UInt64 {
    let time = read(CLOCK_MONOTONIC)
    return UInt64(time.tv_sec) &* 1_000_000_000 &+ UInt64(time.tv_nsec)
  }

  /// The date: whole seconds since 1970, and the nanoseconds until the next one.
  static var date: (seconds: Int, untilNext: UInt64) {
    let time = read(CLOCK_REALTIME)
    return (time.tv_sec, 1_000_000_000 &- UInt64(time.tv_nsec))
  }

  private static func read(_ clock: clockid_t) -> timespec {
    var time = timespec()
    // Right because the call writes one `timespec`; it cannot fail for these clocks.
    _ = unsafe clock_gettime(clock, &time)
    return time
  }
}
