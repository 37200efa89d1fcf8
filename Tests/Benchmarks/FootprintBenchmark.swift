import Glibc

/// What the service takes beside the time of requests: time to start, and memory.
struct FootprintBenchmark {
  private static let starts = 15
  private static let connections = 1_000
  private static let articles = 500

  private let texts: FixtureTexts

  init(_ texts: FixtureTexts) { self.texts = texts }

  /// Measures it; takes some seconds.
  func table() throws(BenchmarkError) -> Table {
    var table = Table(["footprint", ""], leftColumns: 1)
    let times = try Self.startTimes()
    table.add([
      "start to first 200 on /livez, median of \(Self.starts)",
      "\((times.median / 1e6).rounded(to: 2)) ms",
    ])
    let (idle, connected) = try Self.memory()
    table.add(["resident memory, idle", "\((Double(idle) / 1_048_576).rounded(to: 2)) MiB"])
    table.add([
      "resident memory for 1,000 idle connections",
      "\((Double(connected - idle) / 1_048_576).rounded(to: 2)) MiB",
    ])
    table.add([
      "resident memory for a byte of an article", "\(try storedMemory().rounded(to: 2)) B",
    ])
    return table
  }

  /// Nanoseconds from before the process is made to its first answer.
  private static func startTimes() throws(BenchmarkError) -> Samples {
    var times: [Double] = []
    for _ in 0..<starts {
      let start = Clocks.monotonic
      let server = try CounterpointServer(isGuarded: false)
      _ = try LoopbackSocket(port: server.port).answer(to: HTTPText("GET", "/livez"))
      times.append(Double(Clocks.monotonic - start))
    }
    return Samples(times)
  }

  /// Resident bytes of a server that has answered once, and with connections, each of which had an
  /// answer and stays.
  private static func memory() throws(BenchmarkError) -> (idle: Int, connected: Int) {
    raiseDescriptorLimit()
    let server = try CounterpointServer()
    _ = try LoopbackSocket(port: server.port).answer(to: HTTPText("GET", "/livez"))
    let idle = try server.process.residentBytes()
    var open: [LoopbackSocket] = []
    for _ in 0..<connections {
      let socket = try LoopbackSocket(port: server.port)
      _ = try socket.answer(to: HTTPText("GET", "/livez"))
      open.append(socket)
    }
    let connected = try server.process.residentBytes()
    withExtendedLifetime(open) {}
    return (idle, connected)
  }

  /// Resident bytes for each byte of articles of 14 KB that are stored and were asked for, so that
  /// their encoded forms are kept, too.
  private func storedMemory() throws(BenchmarkError) -> Double {
    let server = try CounterpointServer()
    let connection = try LoopbackSocket(port: server.port)
    let text = texts.lines(bytes: 14_000)
    func store(_ number: Int) throws(BenchmarkError) {
      let path = "/v1/articles/number-\(number)"
      _ = try connection.answer(to: HTTPText("PUT", path, content: text))
      _ = try connection.answer(to: HTTPText("GET", path))
    }
    // The first of them brings what all of them share.
    try store(0)
    let before = try server.process.residentBytes()
    for number in 1...Self.articles { try store(number) }
    let after = try server.process.residentBytes()
    return Double(after - before) / Double(text.count * Self.articles)
  }

  /// As many descriptors as this process may have, and with it those that it starts.
  private static func raiseDescriptorLimit() {
    var limit = rlimit()
    // Right because the calls read and write one `rlimit`. Where it stays too low, connecting says so.
    guard unsafe getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return }
    limit.rlim_cur = limit.rlim_max
    _ = unsafe setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
  }
}
