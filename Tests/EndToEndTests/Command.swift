import Glibc
import Synchronization

/// The real binary, or a tool, running. Whatever happens, the process is gone when this is.
final class Command {
  /// How a process ended: its exit status, or the signal.
  enum End: Equatable {
    case exit(Int32)
    case signal(Int32)
  }

  /// All that a process that has ended has said.
  struct Outcome {
    var end: End
    var output: [UInt8]
    var errors: String
  }

  struct CannotStart: Error { let errno: Int32 }

  let id: pid_t
  private let output: Int32
  private let errors: Int32
  private var errorText: [UInt8] = []
  private var end: End?

  /// Starts the binary. `input` is what it reads on standard input, small enough for a pipe;
  /// `environment` is all of it: nothing is passed on from the tests' own but the options of the thread
  /// sanitizer. `tool` is the path of another program. With `isWatched`, standard error is a terminal.
  init(
    _ arguments: [String], input: [UInt8] = [], environment: [String: String] = [:],
    tool: String = path, isWatched: Bool = false
  ) throws {
    let started = try Self.starting.withLock { _ in
      try Self.start(tool, arguments, environment, isWatched)
    }
    id = started.id
    output = started.output
    errors = started.errors
    defer { close(started.input) }
    _ = unsafe input.withUnsafeBytes { unsafe write(started.input, $0.baseAddress, $0.count) }
  }

  deinit {
    if end == nil {
      kill(id, SIGKILL)
      waitForEnd()
    }
    close(output)
    close(errors)
  }

  /// The product stands beside the tests' own executable.
  static let path: String = {
    var buffer = [CChar](repeating: 0, count: 4_096)
    // Right because the call writes no more than the buffer's length.
    let count = unsafe readlink("/proc/self/exe", &buffer, buffer.count)
    let own = String(
      decoding: buffer.prefix(max(count, 0)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return own.split(separator: "/", omittingEmptySubsequences: false).dropLast()
      .joined(separator: "/") + "/counterpoint"
  }()

  /// Where the thread sanitizer writes what it finds, in processes of the tests, too.
  private static let sanitizerOptions: [String: String] = {
    // Right because the value is copied at once, and the tests change no variable.
    guard let value = unsafe getenv("TSAN_OPTIONS") else { return [:] }
    return unsafe ["TSAN_OPTIONS": String(cString: value)]
  }()

  /// A process, and the tests' ends of its pipes.
  private struct Started {
    let id: pid_t
    let input: Int32
    let output: Int32
    let errors: Int32
  }

  /// One process is started at a time: between the making of a pipe and its mark another one would
  /// inherit it, and hold it open.
  private static let starting = Mutex(())

  private static func start(
    _ path: String, _ arguments: [String], _ environment: [String: String], _ isWatched: Bool
  ) throws -> Started {
    let (inputEnd, input) = try pipe()
    let (output, outputEnd) = try pipe()
    let (errors, errorsEnd) = try isWatched ? terminal() : pipe()
    defer { for descriptor in [inputEnd, outputEnd, errorsEnd] { close(descriptor) } }
    var actions = unsafe posix_spawn_file_actions_t()
    // Right because what the calls below are given lives until they return: the actions are
    // destroyed and the copied words are freed after the process was made.
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    for (own, number) in [(inputEnd, Int32(0)), (outputEnd, 1), (errorsEnd, 2)] {
      unsafe posix_spawn_file_actions_adddup2(&actions, own, number)
    }
    let words = unsafe ([path] + arguments).map { unsafe strdup($0) } + [nil]
    let environment = environment.merging(sanitizerOptions) { given, _ in given }
    let variables = unsafe environment.map { unsafe strdup("\($0.key)=\($0.value)") } + [nil]
    defer { unsafe (words + variables).forEach { unsafe free($0) } }
    var id = pid_t()
    let fault = unsafe posix_spawn(&id, path, &actions, nil, words, variables)
    guard fault == 0 else { throw CannotStart(errno: fault) }
    return Started(id: id, input: input, output: output, errors: errors)
  }

  private static func pipe() throws -> (read: Int32, write: Int32) {
    var ends: [Int32] = [0, 0]
    // Right because the call writes two numbers.
    guard unsafe Glibc.pipe(&ends) == 0 else { throw CannotStart(errno: errno) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }

  /// A terminal that shows the bytes as they come, but for line breaks, which get a carriage return.
  private static func terminal() throws -> (read: Int32, write: Int32) {
    // What unlockpt(3) and ptsname(3) ask of Linux, which are not imported: TIOCSPTLCK, TIOCGPTN.
    var (lock, number): (Int32, Int32) = (0, 0)
    // Right because each call reads a path, which ends with a NUL, or reads or writes one number.
    let own = unsafe open("/dev/ptmx", O_RDWR | O_NOCTTY)
    guard own >= 0, unsafe ioctl(own, 0x4004_5431, &lock) == 0,
      unsafe ioctl(own, 0x8004_5430, &number) == 0,
      case let other = unsafe open("/dev/pts/\(number)", O_RDWR | O_NOCTTY), other >= 0
    else { throw CannotStart(errno: errno) }
    for end in [own, other] { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (own, other)
  }

  /// Waits for a line on standard error that has this in it.
  func errorLine(with text: String, _ deadline: Deadline = Deadline()) throws -> String {
    while true {
      // By bytes: a carriage return and a line break are one character.
      let lines = errorText.split(
        separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false
      ).map { String(decoding: $0, as: UTF8.self) }
      // The last piece is not ended yet.
      if let line = lines.dropLast().first(where: { $0.contains(text) }) { return line }
      let piece = try Self.read(errors, deadline, text)
      guard !piece.isEmpty else { throw Deadline.Passed(what: "\(text) in: \(lines)") }
      errorText += piece
    }
  }

  /// Reads no more of what it says on standard error.
  func stopReadingErrors() {
    // The number stays taken, so that `deinit` closes no stranger's.
    let (null, other) = (try? Self.pipe()) ?? (-1, -1)
    dup2(null, errors)
    close(null)
    close(other)
  }

  /// Sends a signal.
  func signal(_ number: Int32) { kill(id, number) }

  /// Waits until the process has ended by itself.
  func outcome(_ deadline: Deadline = Deadline()) throws -> Outcome {
    var said: [UInt8] = []
    while case let piece = try Self.read(output, deadline, "the end of the output"), !piece.isEmpty
    {
      said += piece
    }
    while case let piece = try Self.read(errors, deadline, "the end of the errors"),
      !piece.isEmpty
    {
      errorText += piece
    }
    let end = waitForEnd()
    return Outcome(end: end, output: said, errors: String(decoding: errorText, as: UTF8.self))
  }

  /// One piece of what comes; empty at the end.
  private static func read(
    _ descriptor: Int32, _ deadline: Deadline, _ what: String
  ) throws -> ArraySlice<UInt8> {
    try deadline.waitForInput(on: descriptor, what)
    var piece = [UInt8](repeating: 0, count: 65_536)
    // Right because the call writes no more than the buffer's length into it.
    let count = unsafe Glibc.read(descriptor, &piece, piece.count)
    return piece.prefix(max(count, 0))
  }

  @discardableResult
  private func waitForEnd() -> End {
    if let end { return end }
    var status: Int32 = 0
    // Right because the call writes one number. Its layout is that of WIFEXITED and its like.
    while unsafe waitpid(id, &status, 0) < 0, errno == EINTR {}
    let end: End = status & 0x7F == 0 ? .exit(status >> 8 & 0xFF) : .signal(status & 0x7F)
    self.end = end
    return end
  }

  /// Runs the binary to its end.
  static func run(
    _ arguments: String..., input: [UInt8] = [], environment: [String: String] = [:],
    isWatched: Bool = false
  ) throws -> Outcome {
    try Command(arguments, input: input, environment: environment, isWatched: isWatched).outcome()
  }
}
