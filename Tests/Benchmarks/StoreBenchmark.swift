import FoundationEssentials
import Glibc

/// What the running service makes of many articles: how fast they come in, are found and listed, what
/// they take of memory, and how fast they are there again after a restart.
///
/// The client shares the machine's cores, except that what it sends is made before it is measured.
struct StoreBenchmark {
  private let texts: StoreTexts
  /// How many articles the store has that is read.
  private let count: Int
  private static let restartCount = 20_000
  private static let clients = 16
  private static let durableCount = 4_000
  private static let bareCount = 5_000

  init(_ texts: FixtureTexts, articles: Int = 10_000) throws(BenchmarkError) {
    self.texts = try StoreTexts(texts)
    count = articles
  }

  /// Measures a store in memory: taking in, finding, listing, and what it holds.
  func readingTable() throws(BenchmarkError) -> Table {
    var table = Self.table("store in memory, \(count) articles")
    let server = try CounterpointServer(["--set", "limits.storeBytes=8589934592"])
    // The first article brings what all share.
    _ = try BulkRun(server.port, [texts.submission(0)])
    _ = try LoopbackSocket(port: server.port).answer(to: HTTPText("GET", Self.path(0)))
    let idle = try server.process.residentBytes()
    let ingest = try fill(server, from: 1, count: count)
    table.add("bulk POST, one client", ingest.rate, "articles/s", ingest.processorTime, "≥ 2,500")
    let bare = try bareIndexRate()
    table.add("bare FTS5 without a service, one core", bare, "articles/s", goal: "–", digits: 0)
    table.add("bulk POST, of that", ingest.rate / bare, "", goal: "≥ 0.5", digits: 2)
    try StoreQueries(server.port, articles: count).measure(into: &table)
    _ = try RequestRun(server.port, count: count) { HTTPText("GET", Self.path($0 + 1)) }
    let bytes = Double(try server.process.residentBytes() - idle)
    table.add(
      "memory for a byte of source, each article read once", bytes / Double(ingest.bytes), "B",
      goal: "≤ 5", digits: 2)
    return table
  }

  /// Measures a store in a folder: taking in, and starting again.
  func durableTable() throws(BenchmarkError) -> Table {
    var table = Self.table("store in a folder")
    try single(&table)
    try syncs(&table)
    try restart(&table)
    return table
  }

  private static func table(_ name: String) -> Table {
    Table([name, "", "", "p50", "p99", "CPU µs", "goal"], leftColumns: 1)
  }

  private static func path(_ number: Int) -> String { "/v1/articles/\(StoreTexts.id(number))" }

  /// What came of taking articles in.
  private struct Ingest {
    /// Articles a second.
    let rate: Double
    /// Of the server for an article, in nanoseconds.
    let processorTime: Double
    /// Of the articles' texts.
    let bytes: Int
  }

  /// Fills a store by requests of so many lines that they can be made before they are sent.
  private func fill(
    _ server: CounterpointServer, from first: Int, count: Int
  ) throws(BenchmarkError) -> Ingest {
    var time = 0.0
    var spent = 0.0
    var bytes = 0
    for start in stride(from: first, to: first + count, by: 5_000) {
      let numbers = start..<min(start + 5_000, first + count)
      let lines = numbers.map(texts.submission)
      bytes += numbers.reduce(0) { $0 + texts.article($1).count }
      let before = try server.process.processorTime()
      time += try BulkRun(server.port, lines).time
      spent += try server.process.processorTime() - before
    }
    return Ingest(
      rate: Double(count) * 1e9 / time, processorTime: spent / Double(count), bytes: bytes)
  }

  /// How many articles of these FTS5 by itself takes in a second.
  private func bareIndexRate() throws(BenchmarkError) -> Double {
    let articles = (0..<Self.bareCount).map(texts.article)
    return Double(articles.count) * 1e9 / (try BareIndex.nanoseconds(articles))
  }

  /// Clients that each store one article after another.
  private func single(_ table: inout Table) throws(BenchmarkError) {
    let folder = try TemporaryFolder()
    let server = try CounterpointServer(["--data", folder.path])
    try Self.awaitReadiness(server)
    let requests = posts(Self.durableCount)
    let before = try server.process.processorTime()
    let run = try RequestRun(
      server.port, connections: Self.clients, count: requests.count
    ) { requests[$0] }
    let spent = try server.process.processorTime() - before
    let latencies = Samples(run.latencies)
    table.add(
      "single POSTs, \(Self.clients) clients", Double(requests.count) * 1e9 / run.time,
      "articles/s", spent / Double(requests.count), latencies, "≥ 1,000")
  }

  /// How often the disk is waited for, as strace sees it; that slows the service down, so nothing
  /// else is measured meanwhile.
  private func syncs(_ table: inout Table) throws(BenchmarkError) {
    let strace = "/usr/bin/strace"
    guard FileManager.default.isExecutableFile(atPath: strace) else {
      table.add(["fdatasync for a write: not counted, for want of strace"])
      return
    }
    let folder = try TemporaryFolder()
    let log = "\(folder.path)/calls"
    let server = try CounterpointServer(
      ["--data", "\(folder.path)/data"],
      tracer: [
        strace, "-D", "-f", "--seccomp-bpf", "-qq", "-e", "trace=fdatasync,fsync", "-o", log,
      ])
    try Self.awaitReadiness(server)
    let requests = posts(1_000)
    func calls() throws(BenchmarkError) -> Int {
      do {
        let lines = try Data(contentsOf: URL(filePath: log)).split(separator: 0x0A)
        return lines.count { $0.firstRange(of: Array("sync(".utf8)) != nil }
      } catch {
        throw .file(log)
      }
    }
    let before = try calls()
    _ = try RequestRun(
      server.port, connections: Self.clients, count: requests.count
    ) { requests[$0] }
    table.add(
      "fdatasync for a write, \(Self.clients) clients",
      Double(try calls() - before) / Double(requests.count), "", goal: "≤ 0.25", digits: 3)
  }

  /// From starting the process until it wants requests.
  private func restart(_ table: inout Table) throws(BenchmarkError) {
    let folder = try TemporaryFolder()
    let options = ["--data", folder.path]
    var server = try CounterpointServer(options)
    try Self.awaitReadiness(server)
    let ingest = try fill(server, from: 0, count: Self.restartCount)
    table.add("bulk POST, one client", ingest.rate, "articles/s", ingest.processorTime, "–")
    try server.process.stop()
    let start = Clocks.monotonic
    server = try CounterpointServer(options)
    try Self.awaitReadiness(server)
    let time = Double(Clocks.monotonic - start) / 1e9
    table.add(
      "restart with \(Self.restartCount) articles", time, "s",
      try server.process.processorTime() / Double(Self.restartCount), "≤ 10", digits: 2)
  }

  private func posts(_ count: Int) -> [HTTPText] {
    (0..<count).map { number in
      HTTPText(
        "POST", "/v1/articles", content: texts.submission(number), type: "application/json")
    }
  }

  /// Waits until the service wants requests.
  private static func awaitReadiness(_ server: CounterpointServer) throws(BenchmarkError) {
    let end = Clocks.monotonic + 300_000_000_000
    while Clocks.monotonic < end {
      if (try? LoopbackSocket(port: server.port).answer(to: HTTPText("GET", "/readyz"))) != nil {
        return
      }
      usleep(10_000)
    }
    throw server.process.failure("counterpoint does not become ready")
  }
}

extension Table {
  /// A row of one figure, beside what it took of the processor and what was aimed at.
  mutating func add(
    _ name: String, _ figure: Double, _ unit: String, _ processorTime: Double? = nil,
    _ latencies: Samples? = nil, _ goal: String = "–", digits: Int = 0
  ) {
    func time(_ share: Double) -> String {
      latencies.map { "\(($0.quantile(share) / 1e6).rounded(to: 2)) ms" } ?? ""
    }
    add([
      name, figure.rounded(to: digits), unit, time(0.5), time(0.99),
      processorTime.map { ($0 / 1_000).rounded(to: 0) } ?? "", goal,
    ])
  }

  mutating func add(
    _ name: String, _ figure: Double, _ unit: String, goal: String, digits: Int
  ) {
    add(name, figure, unit, nil, nil, goal, digits: digits)
  }

  mutating func add(
    _ name: String, _ figure: Double, _ unit: String, _ processorTime: Double, _ goal: String,
    digits: Int = 0
  ) {
    add(name, figure, unit, processorTime, nil, goal, digits: digits)
  }
}
