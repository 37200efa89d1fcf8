import Glibc

/// Sends the same request over and over on several connections, from one thread, for a bounded time.
struct LoadLoop {
  /// How a request is repeated.
  enum Manner {
    /// One after another on a connection that stays.
    case keptAlive
    /// So many at once on a connection that stays, the next ones when all are answered.
    case pipelined(Int)
    /// Each on a connection of its own.
    case connecting
  }

  /// What came of it.
  struct Result {
    var requestsPerSecond: Double
    /// Processor time of the server for each request, in nanoseconds.
    var processorTime: Double
    /// Nanoseconds from sending, or connecting, to the last byte; of pipelined requests, of all of
    /// them that were sent at once.
    var latencies: Samples
  }

  private static let connections = 32
  /// How long is measured, in nanoseconds, and before that how long it only runs.
  private static let time: UInt64 = 3_000_000_000
  private static let warmUp: UInt64 = 300_000_000
  /// How long an answer may take, in nanoseconds.
  private static let patience: UInt64 = 2_000_000_000

  private let port: UInt16
  private let burst: [UInt8]
  private let depth: Int
  private let connectsAnew: Bool
  private let answerBytes: Int

  private var sockets: [LoopbackSocket] = []
  private var polls: [pollfd] = []
  /// When the requests that are under way were sent, and how much of their answers is to come.
  private var starts: [UInt64] = []
  private var missing: [Int] = []
  private var scratch = [UInt8](repeating: 0, count: 1 << 18)
  private var latencies: [Double] = []

  private init(
    _ port: UInt16, _ method: String, _ path: String, content: [UInt8]?, _ manner: Manner
  ) throws(BenchmarkError) {
    self.port = port
    switch manner {
    case .keptAlive: (depth, connectsAnew) = (1, false)
    case .pipelined(let count): (depth, connectsAnew) = (count, false)
    case .connecting: (depth, connectsAnew) = (1, true)
    }
    let request = HTTPText(method, path, content: content, closes: connectsAnew)
    burst = Array(repeatElement(request.bytes, count: depth).joined())
    // All answers to it are of one length, so that they can be counted rather than read.
    answerBytes = try LoopbackSocket(port: port).answer(to: request).count
  }

  /// Runs it against a server.
  static func run(
    _ process: ChildProcess, _ port: UInt16, _ method: String = "GET", path: String,
    content: [UInt8]? = nil, _ manner: Manner
  ) throws(BenchmarkError) -> Result {
    var loop = try LoadLoop(port, method, path, content: content, manner)
    try loop.open()
    _ = try loop.run(for: warmUp)
    let before = try process.processorTime()
    let start = Clocks.monotonic
    let requests = try loop.run(for: time)
    let seconds = Double(Clocks.monotonic - start) / 1e9
    let spent = try process.processorTime() - before
    guard requests > 0 else { throw .answer("no answer to \(method) \(path) in \(seconds) s") }
    return Result(
      requestsPerSecond: Double(requests) / seconds, processorTime: spent / Double(requests),
      latencies: Samples(loop.latencies))
  }

  private mutating func open() throws(BenchmarkError) {
    for _ in 0..<Self.connections {
      let start = Clocks.monotonic
      let socket = try LoopbackSocket(port: port)
      sockets.append(socket)
      polls.append(pollfd(fd: socket.descriptor, events: Int16(POLLIN), revents: 0))
      starts.append(start)
      missing.append(answerBytes * depth)
      try socket.send(burst)
    }
  }

  /// Runs so many nanoseconds; gives the requests that were answered in them.
  private mutating func run(for time: UInt64) throws(BenchmarkError) -> Int {
    latencies.removeAll(keepingCapacity: true)
    let end = Clocks.monotonic + time
    while Clocks.monotonic < end {
      // Right because the call is told how many there are.
      guard unsafe poll(&polls, nfds_t(polls.count), 100) >= 0 || errno == EINTR else {
        throw .system("poll", errno: errno)
      }
      for index in polls.indices where polls[index].revents != 0 { try receive(index) }
    }
    // Fewer bytes than expected leave a connection waiting for ever, which must not pass for slowness.
    let now = Clocks.monotonic
    guard starts.allSatisfy({ now - $0 < Self.patience }) else {
      throw .answer("a connection waits for the rest of an answer")
    }
    return latencies.count * depth
  }

  /// Takes what has come on a connection, and sends again when that was all.
  private mutating func receive(_ index: Int) throws(BenchmarkError) {
    guard let count = try sockets[index].receive(into: &scratch, waits: false) else { return }
    if count == 0 {
      guard connectsAnew, missing[index] == 0 else { throw .answer("a connection ended early") }
      try sendAgain(index)
      return
    }
    // Where an answer begins it must be a good one; the others of a pipeline are then, too, or their
    // lengths do not add up.
    if missing[index] == answerBytes * depth, !scratch[..<count].starts(with: HTTPText.success) {
      throw .answer(String(decoding: scratch[..<min(count, 200)], as: UTF8.self))
    }
    missing[index] -= count
    guard missing[index] >= 0 else { throw .answer("answers to one request differ in length") }
    // A connection of its own is over when the server has closed it.
    if missing[index] == 0 && !connectsAnew { try sendAgain(index) }
  }

  private mutating func sendAgain(_ index: Int) throws(BenchmarkError) {
    let now = Clocks.monotonic
    latencies.append(Double(now - starts[index]))
    starts[index] = now
    missing[index] = answerBytes * depth
    if connectsAnew {
      sockets[index] = try LoopbackSocket(port: port)
      polls[index].fd = sockets[index].descriptor
    }
    try sockets[index].send(burst)
  }
}
