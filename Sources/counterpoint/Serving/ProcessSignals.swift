import Glibc

/// SIGTERM, SIGINT and SIGHUP, waited for instead of suffered.
///
/// They are blocked before there is a second thread, whose mask every later thread inherits, and so
/// stay pending until the main thread takes them: none is lost and none ends the process, however
/// early it comes. (A Dispatch source would miss one that comes before it is registered.)
struct ProcessSignals {
  private var signals = sigset_t()

  /// Sees to it that no signal ends the process out of order while it starts, but for those that are
  /// meant to. To be called before anything else, on the main thread.
  ///
  /// SIGHUP waits until the service can act on it. SIGUSR1 and SIGUSR2, which other services take for
  /// "open the log again", mean nothing here. Of a log whose reader has gone, and of a file beyond
  /// the limit of its size (SIGXFSZ), the call that writes says so itself, and the service goes on.
  /// SIGQUIT ends the process with a core, as ever.
  static func prepare() {
    for number in [SIGPIPE, SIGUSR1, SIGUSR2, SIGXFSZ] { _ = signal(number, SIG_IGN) }
    block([SIGHUP])
  }

  /// Blocks the signals from here on. To be made while the main thread is the only one.
  init() { signals = Self.block([SIGTERM, SIGINT, SIGHUP]) }

  /// Waits for the next signal that is to end the process, and calls `onHangup` for each SIGHUP that
  /// comes before it.
  ///
  /// - Returns: its number.
  func nextEnding(onHangup: () -> Void) -> Int32 {
    while true {
      let number = next()
      guard number == SIGHUP else { return number }
      onHangup()
    }
  }

  private func next() -> Int32 {
    var number: Int32 = 0
    var signals = signals
    // Right because the call reads the set and writes one number.
    while unsafe sigwait(&signals, &number) != 0 {}
    return number
  }

  /// What a signal that ends the process is called.
  static func name(of number: Int32) -> String { number == SIGINT ? "SIGINT" : "SIGTERM" }

  @discardableResult
  private static func block(_ numbers: [Int32]) -> sigset_t {
    var set = sigset_t()
    // Right because the calls read and write the set and nothing else.
    unsafe sigemptyset(&set)
    for number in numbers { unsafe sigaddset(&set, number) }
    unsafe pthread_sigmask(SIG_BLOCK, &set, nil)
    return set
  }
}
