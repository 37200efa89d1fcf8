/// What a filled store is asked, one request after another on one connection, so that the time is
/// that of the request alone.
struct StoreQueries {
  private let port: UInt16
  private let articles: Int
  /// How many requests a figure is of.
  private static let samples = 200

  /// Queries for a store of so many articles.
  init(_ port: UInt16, articles: Int) {
    self.port = port
    self.articles = articles
  }

  func measure(into table: inout Table) throws(BenchmarkError) {
    try searches(&table)
    try lists(&table)
    try pages(&table)
  }

  // MARK: Search

  /// A word that somewhat fewer than one article in ten has, each time another.
  private static func rareWord(_ number: Int) -> String { StoreTexts.word(400 + number) }

  private func searches(_ table: inout Table) throws(BenchmarkError) {
    let path = "/v1/search?limit=20&q="
    let single = try total(path + Self.rareWord(0))
    let broadest = try total(path + "the")
    try add("search, one such word (\(single) articles)", &table, "–") { number in
      path + Self.rareWord(number)
    }
    try add("search, two words, each in < 1 of 10 articles", &table, "p99 ≤ 5 ms") { number in
      "\(path)\(Self.rareWord(number))+\(Self.rareWord(number + 201))"
    }
    try add(
      "search, the broadest word (\(broadest) articles)", &table, "p99 ≤ 20 ms", samples: 100
    ) { _ in path + "the" }
    try add("search, two broad words", &table, "–", samples: 100) { number in
      "\(path)the+\(StoreTexts.word(1 + number % 10))"
    }
    try add("search, a phrase", &table, "–") { number in
      "\(path)%22the+\(StoreTexts.word(1 + number))%22"
    }
    try add("search, a prefix of three letters", &table, "–") { number in
      "\(path)\(Self.rareWord(number).prefix(3))*"
    }
    try add("search, two words, in pros alone", &table, "–") { number in
      "\(path)the+car&kind=pro"
    }
  }

  // MARK: Lists

  private func lists(_ table: inout Table) throws(BenchmarkError) {
    let goal = "p99 ≤ 3 ms"
    try add("articles, by creation", &table, goal) { _ in "/v1/articles" }
    for sort in ["-updatedAt", "title", "-publishedAt"] {
      try add("articles, sort=\(sort)", &table, goal) { _ in "/v1/articles?sort=\(sort)" }
    }
    // Each of these is another filter, which no list is remembered for.
    try add("articles, tag=", &table, goal, samples: StoreTexts.tagCount) { number in
      "/v1/articles?tag=tag-\(number)"
    }
    try add("articles, tag=, has=, by title", &table, goal, samples: StoreTexts.tagCount) {
      "/v1/articles?has=pros&sort=title&tag=tag-\($0)"
    }
    try add("articles, q= of one word", &table, goal) { number in
      "/v1/articles?q=\(Self.rareWord(number))"
    }
    try add("articles, q= of a broad word", &table, goal, samples: 20) { number in
      "/v1/articles?q=\(StoreTexts.word(1 + number))"
    }
    try add("pros, q= of one word", &table, goal) { number in
      "/v1/pros?q=\(Self.pointWords[number % Self.pointWords.count])"
    }
    try add("pros, q= of two words", &table, goal) { number in
      let words = Self.pointWords
      return
        "/v1/pros?q=\(words[number % words.count])+\(words[number / words.count % words.count])"
    }
  }

  /// Words in points of the fixture articles.
  private static let pointWords = [
    "car", "trips", "noise", "cost", "council", "water", "school", "price", "market", "winter",
    "staff", "people", "more", "fewer", "train", "energy", "local",
  ]

  private func pages(_ table: inout Table) throws(BenchmarkError) {
    for (name, path) in [
      ("articles, by creation", "/v1/articles?limit=50"),
      ("articles, sort=title", "/v1/articles?limit=50&sort=title"),
      ("articles, tag=", "/v1/articles?limit=50&tag=half-1"),
      ("pros", "/v1/pros?limit=50"),
      ("pros, q= of one word", "/v1/pros?limit=50&q=more"),
    ] {
      let far = try lastCursor(path)
      try add("\(name), page 1", &table, "as page n") { _ in path }
      try add("\(name), its last page but few", &table, "as page 1") { _ in
        "\(path)&cursor=\(far)"
      }
    }
  }

  /// A cursor near the end of a list.
  private func lastCursor(_ path: String) throws(BenchmarkError) -> String {
    let connection = try LoopbackSocket(port: port)
    var cursors: [String] = []
    repeat {
      let behind = cursors.last.map { "&cursor=\($0)" } ?? ""
      let wide = path.split(separator: "limit=50").joined(separator: "limit=200")
      let content = try connection.answer(to: HTTPText("GET", wide + behind)).content
      guard let next = Self.member("next", of: content) else { break }
      cursors.append(next)
    } while cursors.count < 2_000
    guard cursors.count > 1 else { throw .answer("\(path) has too few pages") }
    return cursors[cursors.count - 2]
  }

  private func total(_ path: String) throws(BenchmarkError) -> String {
    let content = try LoopbackSocket(port: port).answer(to: HTTPText("GET", path)).content
    return Self.member("total", of: content) ?? "no"
  }

  /// The last member of this name, as text.
  private static func member(_ name: String, of json: [UInt8]) -> String? {
    let text = String(decoding: json.suffix(300), as: UTF8.self)
    guard let place = text.ranges(of: "\"\(name)\":").last else { return nil }
    return String(text[place.upperBound...].drop { $0 == "\"" }.prefix { !"\",}".contains($0) })
  }

  private func add(
    _ name: String, _ table: inout Table, _ goal: String, samples: Int = Self.samples,
    _ path: (Int) -> String
  ) throws(BenchmarkError) {
    let latencies = try RequestRun.latencies(port, of: (0..<samples).map(path))
    table.add([
      name, "", "", "\((latencies.median / 1e6).rounded(to: 2)) ms",
      "\((latencies.quantile(0.99) / 1e6).rounded(to: 2)) ms", "", goal,
    ])
  }
}
