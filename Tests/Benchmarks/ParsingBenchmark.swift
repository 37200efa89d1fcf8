import ArticleParsing
import ArticleService
import CMarkdown
import Formats
import Operations

/// How fast texts become articles, by the processor time of one thread.
struct ParsingBenchmark {
  private let texts: FixtureTexts
  private static let parser = ArticleParser()

  init(_ texts: FixtureTexts) { self.texts = texts }

  /// Measures all of it; takes some ten seconds.
  func table() throws(BenchmarkError) -> Table {
    var table = Table(["parsing, one thread", "bytes", "time", "rate", "ratio"], leftColumns: 1)
    for text in texts.plain + texts.markdown + [texts.article, texts.markedArticle] {
      try Self.check(text)
    }
    try plainText(&table)
    try markdown(&table)
    try analysis(&table)
    return table
  }

  /// Measures other Markdown documents, each on its own, beside bare cmark.
  static func table(of documents: [[UInt8]]) throws(BenchmarkError) -> Table {
    var table = Table(["parsing, one thread", "bytes", "time", "rate", "ratio"], leftColumns: 1)
    for text in documents { try check(text) }
    let times = try Stopwatch.nanoseconds([
      { parseBare(documents) },
      { parse(documents, .markdown) },
    ])
    table.addRate("bare cmark, \(documents.count) documents", documents, times[0])
    table.addRate(
      "Markdown, these", documents, times[1],
      "\((times[0] / times[1]).rounded(to: 2)) of cmark's")
    return table
  }

  private func plainText(_ table: inout Table) throws(BenchmarkError) {
    let large = FixtureTexts.joined(texts.plain)
    let twice = FixtureTexts.joined([large, large])
    let times = try Stopwatch.nanoseconds([
      { Self.parse([texts.article], .plainText) },
      { Self.parse(texts.plain, .plainText) },
      { Self.parse([large], .plainText) },
      { Self.parse([twice], .plainText) },
    ])
    table.addRate("plain text, an English article", [texts.article], times[0])
    table.addRate("plain text, \(texts.plain.count) short and dense", texts.plain, times[1])
    table.addRate("plain text, these joined to one", [large], times[2])
    table.addRate(
      "plain text, that twice", [twice], times[3], "\((times[3] / times[2]).rounded(to: 2)) of once"
    )
  }

  private func markdown(_ table: inout Table) throws(BenchmarkError) {
    let large = FixtureTexts.joined(texts.markdown)
    let twice = FixtureTexts.joined([large, large])
    let times = try Stopwatch.nanoseconds([
      { Self.parseBare([texts.markedArticle]) },
      { Self.parse([texts.markedArticle], .markdown) },
      { Self.parseBare(texts.markdown) },
      { Self.parse(texts.markdown, .markdown) },
      { Self.parseBare([large]) },
      { Self.parse([large], .markdown) },
      { Self.parse([twice], .markdown) },
    ])
    func speed(_ own: Int, _ bare: Int) -> String {
      "\((times[bare] / times[own]).rounded(to: 2)) of cmark's"
    }
    table.addRate("bare cmark, that article", [texts.markedArticle], times[0])
    table.addRate("Markdown, that article", [texts.markedArticle], times[1], speed(1, 0))
    table.addRate("bare cmark, \(texts.markdown.count) short and dense", texts.markdown, times[2])
    table.addRate(
      "Markdown, \(texts.markdown.count) short and dense", texts.markdown, times[3], speed(3, 2))
    table.addRate("bare cmark, these joined to one", [large], times[4])
    table.addRate("Markdown, these joined to one", [large], times[5], speed(5, 4))
    table.addRate(
      "Markdown, that twice", [twice], times[6], "\((times[6] / times[5]).rounded(to: 2)) of once")
  }

  private func analysis(_ table: inout Table) throws(BenchmarkError) {
    for (name, text) in [
      ("that article", texts.article), ("short and dense", texts.lines(bytes: 14_000)),
    ] {
      let json = try Self.analyze(text)
      let times = try Stopwatch.nanoseconds([{ (try? Self.analyze(text))?.count ?? 0 }])
      table.addRate("analyse and encode, \(name), \(json.count) bytes", [text], times[0])
    }
  }

  /// Refuses a text that the timed work would skip.
  private static func check(_ text: [UInt8]) throws(BenchmarkError) {
    do throws(SourceText.DecodingError) {
      _ = try SourceText(decoding: text)
    } catch {
      throw .refused("a fixture is not UTF-8: \(error)")
    }
  }

  /// Reads a document so many times, for whoever counts the instructions that it takes.
  static func read(_ path: String, times: Int) throws(BenchmarkError) {
    let document = try FixtureTexts.document(at: path)
    try check(document)
    let media = path.hasSuffix(".md") ? DocumentMedia.markdown : .plainText
    for _ in 0..<times { _ = parse([document], media) }
  }

  /// Parses each text on its own: bytes in, article out.
  private static func parse(_ texts: [[UInt8]], _ media: DocumentMedia) -> Int {
    var made = 0
    for text in texts {
      guard let source = try? SourceText(decoding: text) else { continue }
      let article = parser.parse(source, media: media)
      made &+= article.sections.count &+ article.pros.count
    }
    return made
  }

  /// The same texts by cmark alone: blocks and inlines to a tree, which is let go.
  private static func parseBare(_ texts: [[UInt8]]) -> Int {
    var made = 0
    for text in texts {
      // Right because cmark copies what it keeps of the text, and the tree is freed where it is made.
      unsafe text.withUnsafeBytes { bytes in
        let characters = unsafe bytes.assumingMemoryBound(to: CChar.self)
        let document = unsafe cmark_parse_document(
          characters.baseAddress, characters.count, CMARK_OPT_DEFAULT)
        if unsafe document != nil { made &+= 1 }
        unsafe cmark_node_free(document)
      }
    }
    return made
  }

  /// What `counterpoint analyze --compact` does between reading and writing.
  static func analyze(_ text: [UInt8]) throws(BenchmarkError) -> [UInt8] {
    do throws(DocumentError) {
      return AnalysisSeries(format: .json, isPretty: false).analysis(
        of: try Document(bytes: text, media: .plainText))
    } catch {
      throw .refused("a fixture cannot be analysed: \(error)")
    }
  }
}

extension Table {
  /// A row for texts that took so many nanoseconds together.
  fileprivate mutating func addRate(
    _ name: String, _ texts: [[UInt8]], _ nanoseconds: Double, _ ratio: String = ""
  ) {
    let bytes = texts.reduce(0) { $0 + $1.count }
    add([
      name, "\(bytes)", "\((nanoseconds / 1_000).rounded(to: 1)) µs",
      "\((Double(bytes) * 1_000 / nanoseconds).rounded(to: 1)) MB/s", ratio,
    ])
  }
}
