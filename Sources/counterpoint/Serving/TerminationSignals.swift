import Glibc

/// SIGTERM and SIGINT, waited for instead of suffered.
///
/// They are blocked before there is a second thread, whose mask every later thread inherits, and so
/// stay pending until the main thread takes them: none is lost and none ends the process, however
/// early it comes. (A Dispatch source would miss one that comes before it is registered.)
struct TerminationSignals {
  private var signals = sigset_t()

  /// Blocks the signals from here on. To be made while the main thread is the only one.
  init() {
    // Right because the calls read and write the set and nothing else.
    unsafe sigemptyset(&signals)
    unsafe sigaddset(&signals, SIGTERM)
    unsafe sigaddset(&signals, SIGINT)
    unsafe pthread_sigmask(SIG_BLOCK, &signals, nil)
  }

  /// Waits for the next of them; gives its number.
  func next() -> Int32 {
    var number: Int32 = 0
    var signals = signals
    // Right because the call reads the set and writes one number.
    while unsafe sigwait(&signals, &number) != 0 {}
    return number
  }

  /// What a signal is called.
  static func name(of number: Int32) -> String { number == SIGINT ? "SIGINT" : "SIGTERM" }
}
