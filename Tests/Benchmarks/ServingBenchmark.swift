/// What the running service takes for a request, and beside it nginx for the same bytes in files.
///
/// The load comes from this process, which needs a core of its own. What others do on the machine
/// changes requests per second and latencies most, processor time for a request less, and the ratios
/// least, since each case is measured on all servers in turn.
struct ServingBenchmark {
  private let texts: FixtureTexts
  private let server: CounterpointServer
  /// nginx as it comes, and nginx that keeps its files open; none where it is not installed.
  private var others: [(name: String, server: NginxServer)] = []
  private let article: [UInt8]
  private let small: [UInt8]

  /// A request, and how it is repeated.
  private struct Case {
    let name: String
    /// Its path at the service, and the file with the same bytes: a shorter path, to nginx's
    /// advantage.
    let path: String
    let file: String
    let manner: LoadLoop.Manner
  }

  private static let articlePath = "/v1/articles/large"
  private static let smallPath = "/v1/articles/small/call-to-action"

  private static let cases = [
    Case(name: "GET article", path: articlePath, file: "article", manner: .keptAlive),
    Case(name: "GET article, 16 deep", path: articlePath, file: "article", manner: .pipelined(16)),
    Case(name: "GET article, connecting", path: articlePath, file: "article", manner: .connecting),
    Case(name: "GET small", path: smallPath, file: "small", manner: .keptAlive),
    Case(name: "GET small, 16 deep", path: smallPath, file: "small", manner: .pipelined(16)),
    Case(name: "GET small, connecting", path: smallPath, file: "small", manner: .connecting),
  ]

  /// Starts the servers, and stores what is asked of them.
  init(_ texts: FixtureTexts) throws(BenchmarkError) {
    self.texts = texts
    server = try CounterpointServer()
    let connection = try LoopbackSocket(port: server.port)
    func put(_ id: String, _ text: [UInt8]) throws(BenchmarkError) {
      _ = try connection.answer(to: HTTPText("PUT", "/v1/articles/\(id)", content: text))
    }
    try put("large", Self.text(from: texts, jsonBytes: 14_000))
    let words = """
      A Small Article

      Call to Action

      Write to the council, in your own words, before Friday.

      """
    try put("small", Array(words.utf8))
    article = try connection.answer(to: HTTPText("GET", Self.articlePath)).content
    small = try connection.answer(to: HTTPText("GET", Self.smallPath)).content
    guard let nginx = NginxServer.path else { return }
    let files = ["article": article, "small": small]
    for (name, cachesFiles) in [("nginx", false), ("nginx, open_file_cache", true)] {
      others.append((name, try NginxServer(nginx, serving: files, cachesFiles: cachesFiles)))
    }
  }

  /// The shortest beginning of the articles that gives at least so much JSON, to half a kilobyte.
  private static func text(
    from texts: FixtureTexts, jsonBytes: Int
  ) throws(BenchmarkError) -> [UInt8] {
    for bytes in stride(from: 1_024, to: jsonBytes, by: 256) {
      let text = texts.lines(bytes: bytes)
      if try ParsingBenchmark.analyze(text).count >= jsonBytes { return text }
    }
    return texts.lines(bytes: jsonBytes)
  }

  /// Puts the servers under load, one after another; takes about a minute.
  func loadTable() throws(BenchmarkError) -> Table {
    var table = Table(
      [
        "serving, 32 connections", "server", "bytes", "requests/s", "CPU µs", "p50 µs", "p99 µs",
        "CPU/nginx", "CPU/cached",
      ], leftColumns: 2)
    for test in Self.cases {
      let own = try LoadLoop.run(server.process, server.port, path: test.path, test.manner)
      var theirs: [(name: String, result: LoadLoop.Result)] = []
      for other in others {
        let result = try LoadLoop.run(
          other.server.process, other.server.port, path: "/\(test.file)", test.manner)
        theirs.append((other.name, result))
      }
      let bytes = test.file == "article" ? article.count : small.count
      table.add(
        test.name, "counterpoint", bytes, own,
        ratios: theirs.map { own.processorTime / $0.result.processorTime })
      for (name, result) in theirs { table.add(test.name, name, bytes, result) }
    }
    let document = texts.lines(bytes: 14_000)
    let analysis = try LoadLoop.run(
      server.process, server.port, "POST", path: "/v1/analyze", content: document, .keptAlive)
    table.add("POST analyze", "counterpoint", document.count, analysis)
    return table
  }
}

extension Table {
  /// A row for a case on a server; `bytes` are those of the content.
  fileprivate mutating func add(
    _ name: String, _ server: String, _ bytes: Int, _ result: LoadLoop.Result,
    ratios: [Double] = []
  ) {
    add(
      [
        name, server, "\(bytes)", result.requestsPerSecond.rounded(to: 0),
        (result.processorTime / 1_000).rounded(to: 2),
        (result.latencies.median / 1_000).rounded(to: 0),
        (result.latencies.quantile(0.99) / 1_000).rounded(to: 0),
      ] + ratios.map { $0.rounded(to: 2) })
  }
}
