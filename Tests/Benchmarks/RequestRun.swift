import Glibc

/// Sends some requests, each once, on one or more connections that stay: on each the next one when
/// the one before is answered.
struct RequestRun {
  /// Nanoseconds from the first request to the last answer.
  private(set) var time = 0.0
  /// Nanoseconds from sending to the last byte, in the order of the answers.
  private(set) var latencies: [Double] = []
  /// The bytes of all contents of answers.
  private(set) var contentBytes = 0

  /// How long a connection waits for its answer, in nanoseconds.
  private static let patience: UInt64 = 30_000_000_000

  /// Runs them; `request` makes the one of each number.
  init(
    _ port: UInt16, connections: Int = 1, count: Int, _ request: (Int) -> HTTPText
  ) throws(BenchmarkError) {
    var sockets: [LoopbackSocket] = []
    for _ in 0..<min(connections, count) { sockets.append(try LoopbackSocket(port: port)) }
    var polls = sockets.map { pollfd(fd: $0.descriptor, events: Int16(POLLIN), revents: 0) }
    var starts = [UInt64](repeating: 0, count: sockets.count)
    var received = [[UInt8]](repeating: [], count: sockets.count)
    var scratch = [UInt8](repeating: 0, count: 1 << 16)
    var sent = 0
    func sendNext(_ index: Int) throws(BenchmarkError) {
      guard sent < count else { return }
      let request = request(sent)
      sent += 1
      starts[index] = Clocks.monotonic
      try sockets[index].send(request.bytes)
    }
    latencies.reserveCapacity(count)
    let start = Clocks.monotonic
    for index in sockets.indices { try sendNext(index) }
    while latencies.count < count {
      // Right because the call is told how many there are.
      guard unsafe poll(&polls, nfds_t(polls.count), 1_000) >= 0 || errno == EINTR else {
        throw .system("poll", errno: errno)
      }
      for index in polls.indices where polls[index].revents != 0 {
        guard let piece = try sockets[index].receive(into: &scratch, waits: false) else { continue }
        guard piece > 0 else { throw .answer("a connection ended early") }
        received[index] += scratch[..<piece]
        guard let answer = try HTTPText.Answer(received[index]) else { continue }
        latencies.append(Double(Clocks.monotonic - starts[index]))
        contentBytes += answer.content.count
        received[index].removeAll(keepingCapacity: true)
        try sendNext(index)
      }
      let now = Clocks.monotonic
      guard starts.contains(where: { now < $0 + Self.patience }) else {
        throw .answer("no answer in \(Self.patience / 1_000_000_000) s")
      }
    }
    time = Double(Clocks.monotonic - start)
  }

  /// One request after another on one connection, for the latencies alone.
  static func latencies(
    _ port: UInt16, of paths: [String]
  ) throws(BenchmarkError) -> Samples {
    Samples(
      try RequestRun(port, count: paths.count) { HTTPText("GET", paths[$0]) }.latencies)
  }
}
