import Glibc

/// Measures the parsing core and the running service, each beside what it is held against:
/// `swift build -c release --static-swift-stdlib && .build/release/Benchmarks [parsing|serving|store|store-large|all]`.
/// (`swift run` does not know how to link the standard library in, and would build no service.)
/// `parsing FOLDER` measures the Markdown documents of a folder instead of those of the fixtures;
/// `reading FILE TIMES` only reads a document so many times, for a tool that counts instructions.
///
/// Figures of machines that do other work besides differ from run to run; the ratios are of
/// measurements taken in turns within one run, and differ less.
@main
enum Benchmarks {
  private static let usage =
    "usage: Benchmarks [parsing|serving|store|store-large|all]\n"
    + "       Benchmarks parsing FOLDER | Benchmarks reading FILE TIMES"

  static func main() {
    let words = Array(CommandLine.arguments.dropFirst())
    if words.count == 3, words[0] == "reading", let times = Int(words[2]), times >= 0 {
      return attempt { () throws(BenchmarkError) in
        try ParsingBenchmark.read(words[1], times: times)
      }
    }
    guard let choice = Choice(rawValue: words.first ?? "all"),
      words.count < 2 || words.count == 2 && choice == .parsing
    else {
      say(usage, to: STDERR_FILENO)
      exit(EX_USAGE)
    }
    attempt { () throws(BenchmarkError) in
      if words.count == 2 {
        say(try ParsingBenchmark.table(of: FixtureTexts.markdown(in: words[1])).text)
      } else {
        try run(choice)
      }
    }
  }

  /// Does what may fail, and then ends with a message.
  private static func attempt(_ body: () throws(BenchmarkError) -> Void) {
    do throws(BenchmarkError) {
      try body()
    } catch {
      // Only here, when all that was started has ended with the values that held it.
      say("Benchmarks: \(error)", to: STDERR_FILENO)
      exit(EXIT_FAILURE)
    }
  }

  private enum Choice: String {
    case parsing, serving, store
    /// Ten times the articles, which takes long.
    case storeLarge = "store-large"
    case all
  }

  private static func run(_ choice: Choice) throws(BenchmarkError) {
    #if DEBUG
      say("This is a debug build; its figures say nothing. Use -c release.", to: STDERR_FILENO)
    #endif
    let articles = try FixtureTexts()
    if choice == .parsing || choice == .all {
      say(try ParsingBenchmark(articles).table().text)
    }
    if choice == .all { say("") }
    if choice == .serving || choice == .all {
      say(try ServingBenchmark(articles).loadTable().text)
      say("")
      say(try FootprintBenchmark(articles).table().text)
    }
    if choice == .all { say("") }
    if choice == .store || choice == .all {
      let benchmark = try StoreBenchmark(articles)
      say(try benchmark.readingTable().text)
      say("")
      say(try benchmark.durableTable().text)
    }
    if choice == .storeLarge {
      say(try StoreBenchmark(articles, articles: 100_000).readingTable().text)
    }
  }

  /// Writes a line at once, whatever the standard library would hold back in its buffer.
  private static func say(_ line: String, to descriptor: Int32 = STDOUT_FILENO) {
    var rest = Array("\(line)\n".utf8)[...]
    while !rest.isEmpty {
      // Right because the buffer is used within the call only and its length is its own.
      let count = unsafe rest.withUnsafeBytes {
        unsafe write(descriptor, $0.baseAddress, $0.count)
      }
      guard count > 0 || errno == EINTR else { return }
      rest = rest.dropFirst(max(count, 0))
    }
  }
}
