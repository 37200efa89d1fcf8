import Glibc

/// What the kernel knows of this process.
enum ProcessFigures {
  /// Processor time of all threads, in nanoseconds.
  static var processorTime: UInt64 {
    var time = timespec()
    // Right because the call writes one `timespec`; it cannot fail for this clock.
    _ = unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return UInt64(clamping: time.tv_sec) &* 1_000_000_000 &+ UInt64(clamping: time.tv_nsec)
  }

  /// The present time, in nanoseconds since 1970.
  static var date: UInt64 {
    var time = timespec()
    // Right as above.
    _ = unsafe clock_gettime(CLOCK_REALTIME, &time)
    return UInt64(clamping: time.tv_sec) &* 1_000_000_000 &+ UInt64(clamping: time.tv_nsec)
  }

  /// The memory that is resident, in bytes: the second number of `/proc/self/statm`, in pages
  /// (proc_pid_statm(5)). `nil` where there is no such file.
  static var residentMemory: UInt64? {
    // Right because the path is a literal, which outlives the call.
    let descriptor = unsafe open("/proc/self/statm", O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var text = [UInt8](repeating: 0, count: 128)
    // Right because the call writes no more than the buffer's length into it.
    let count = unsafe Glibc.read(descriptor, &text, text.count)
    let numbers = text.prefix(max(count, 0)).split(separator: UInt8(ascii: " "))
    guard numbers.count > 1, let pages = UInt64(String(decoding: numbers[1], as: UTF8.self)) else {
      return nil
    }
    return pages &* UInt64(clamping: sysconf(Int32(_SC_PAGESIZE)))
  }
}
