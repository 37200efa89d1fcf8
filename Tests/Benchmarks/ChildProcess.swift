import FoundationEssentials
import Glibc

/// A process that was started here. Whatever happens, it is gone when this is: ended and waited for
/// with the value, or ended by the system when this process ends before.
final class ChildProcess {
  private let id: pid_t
  private let errors: Int32

  /// Starts a program, with nothing of this process's environment.
  ///
  /// - Parameters:
  ///   - words: the path of the program and its arguments.
  ///   - isGuarded: whether the system ends it with this process. That takes a program between,
  ///     setpriv(1), which costs about a millisecond at the start; what lives only for moments can do
  ///     without.
  /// - Throws: ``BenchmarkError/system(_:errno:)``.
  init(_ words: [String], isGuarded: Bool = true) throws(BenchmarkError) {
    let words = (isGuarded ? ["/usr/bin/setpriv", "--pdeathsig", "KILL", "--"] : []) + words
    var ends: [Int32] = [0, 0]
    // Right because the call writes two numbers.
    guard unsafe pipe(&ends) == 0 else { throw .system("pipe", errno: errno) }
    // No other process starts between the two calls: there is one thread.
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    defer { close(ends[1]) }
    var actions = unsafe posix_spawn_file_actions_t()
    // Right because what the calls below are given lives until they return: the actions are
    // destroyed and the copied words are freed after the process was made.
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDWR, 0)
    unsafe posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_RDWR, 0)
    unsafe posix_spawn_file_actions_adddup2(&actions, ends[1], STDERR_FILENO)
    let arguments = unsafe words.map { unsafe strdup($0) } + [nil]
    defer { unsafe arguments.forEach { unsafe free($0) } }
    let environment: [UnsafeMutablePointer<CChar>?] = unsafe [nil]
    var id = pid_t()
    let fault = unsafe posix_spawn(&id, words[0], &actions, nil, arguments, environment)
    guard fault == 0 else {
      close(ends[0])
      throw .system("cannot start \(words[0])", errno: fault)
    }
    self.id = id
    errors = ends[0]
  }

  deinit {
    kill(id, SIGKILL)
    while waitpid(id, nil, 0) < 0, errno == EINTR {}
    close(errors)
  }

  /// Asks the process to end, and waits until it has, ten seconds at most.
  func stop() throws(BenchmarkError) {
    kill(id, SIGTERM)
    for _ in 0..<1_000 {
      var information = unsafe siginfo_t()
      // Right because the call writes one `siginfo_t`; the process stays to be waited for.
      guard unsafe waitid(P_PID, id_t(id), &information, WEXITED | WNOHANG | WNOWAIT) == 0 else {
        throw .system("waitid", errno: errno)
      }
      if unsafe information.si_signo == SIGCHLD { return }
      usleep(10_000)
    }
    throw failure("a process does not end")
  }

  /// Reads standard error until this text is followed by a line's end, and gives the rest of that
  /// line; waits ten seconds at most. What is said later is not read; a pipe has room for it.
  func errorLine(after text: String) throws(BenchmarkError) -> String {
    var said: [UInt8] = []
    let mark = Array(text.utf8)
    while let piece = errorPiece(milliseconds: 10_000) {
      said += piece
      guard let place = said.firstRange(of: mark) else { continue }
      let rest = said[place.upperBound...]
      guard let end = rest.firstIndex(of: UInt8(ascii: "\n")) else { continue }
      return String(decoding: rest[..<end], as: UTF8.self)
    }
    throw .process("a process does not run; it said: \(String(decoding: said, as: UTF8.self))")
  }

  /// That the process does not do this, with what it has said of it.
  func failure(_ what: String) -> BenchmarkError {
    let said = errorPiece(milliseconds: 0) ?? []
    return .process("\(what); it said: \(String(decoding: said, as: UTF8.self))")
  }

  /// What comes next on standard error; `nil` at its end, or when nothing comes in that time.
  private func errorPiece(milliseconds: Int32) -> ArraySlice<UInt8>? {
    var ready = pollfd(fd: errors, events: Int16(POLLIN), revents: 0)
    var piece = [UInt8](repeating: 0, count: 4_096)
    // Right because the calls write one `pollfd`, and no more than the buffer's length.
    guard unsafe poll(&ready, 1, milliseconds) > 0,
      case let count = unsafe read(errors, &piece, piece.count), count > 0
    else { return nil }
    return piece[..<count]
  }

  /// The processor time of all its threads so far, of its own and of the system for it, in
  /// nanoseconds; the system counts it in ticks of usually 10 ms.
  func processorTime() throws(BenchmarkError) -> Double {
    let stat = try procfs("stat")
    // The second field is a name in brackets, which may hold anything; user and system time are
    // fields 14 and 15 (proc(5)).
    let fields = stat[(stat.lastIndex(of: ")") ?? stat.startIndex)...].split(separator: " ")
    guard fields.count > 13, let user = Double(fields[12]), let system = Double(fields[13]) else {
      throw .process("/proc/\(id)/stat has no times")
    }
    return (user + system) * 1e9 / Double(max(sysconf(Int32(_SC_CLK_TCK)), 1))
  }

  /// Bytes of its memory that are resident.
  ///
  /// From `smaps_rollup`, which counts pages; `VmRSS` of `status` is the same figure less what each
  /// thread has not yet added to it, which can be some hundred kilobytes (proc(5)).
  func residentBytes() throws(BenchmarkError) -> Int {
    for line in try procfs("smaps_rollup").split(separator: "\n") where line.hasPrefix("Rss:") {
      if let kilobytes = line.split(separator: " ").dropFirst().first.flatMap({ Int($0) }) {
        return kilobytes * 1_024
      }
    }
    throw .process("/proc/\(id)/smaps_rollup has no Rss")
  }

  private func procfs(_ name: String) throws(BenchmarkError) -> String {
    let path = "/proc/\(id)/\(name)"
    do {
      return String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
    } catch {
      throw .file(path)
    }
  }
}
