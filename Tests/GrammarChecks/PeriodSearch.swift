import ArticleGrammar
import ArticleParsing
import ArticleService
import Formats
import Glibc
import Operations

/// Looks for texts whose time grows faster than they do, among those that repeat a few pieces of the
/// grammars: from the bytes to the answer, by the processor time of this thread.
struct PeriodSearch {
  private let seed: UInt64

  /// A search that is the same for a seed, but for how far it comes.
  init(seed: UInt64) { self.seed = seed }

  /// The bytes of the text that each period is tried with.
  private static let length = 128 << 10
  /// What takes less for as many bytes is not looked at again: growth cannot be told from noise there,
  /// and a MiB takes less than a quarter of a second.
  private static let floor = 0.03
  /// What is looked at again is as long, and this many times as long.
  private static let factor = 4
  /// The greatest exponent by which the time may grow: 1 is linear, and 2 the square.
  private static let greatestExponent = 1.3
  /// The most seconds that a MiB may take, whatever its growth.
  private static let mostSeconds = 1.0

  /// After so many the search ends: they are likely to be one fault.
  private static let mostFaults = 3

  /// Searches for as many seconds, tells what it found, and says whether that is nothing.
  func run(for seconds: Double) -> Bool {
    var generator = Xorshift(state: seed &* 0x9E37_79B9_7F4A_7C15)
    let start = Self.now(CLOCK_MONOTONIC)
    var tried = 0
    var slow = 0
    while Self.now(CLOCK_MONOTONIC) - start < seconds, slow < Self.mostFaults {
      let period = Period(using: &generator)
      let media = DocumentMedia.allCases.randomElement(using: &generator) ?? .markdown
      tried += 1
      guard Self.seconds(period.text(Self.length), media) > Self.floor else { continue }
      if let fault = Self.fault(of: period, media) {
        slow += 1
        print("\(media.rawValue) \(period): \(fault)")
      }
    }
    print("seed \(seed): \(tried) periods, \(slow) of them slow")
    return slow == 0
  }

  /// What is wrong with a period that was slow once; `nil` where nothing is.
  private static func fault(of period: Period, _ media: DocumentMedia) -> String? {
    let small = fewestSeconds(period.text(length), media)
    let large = fewestSeconds(period.text(length * factor), media)
    guard small > floor / 2 else { return nil }
    let exponent = log(large / small) / log(Double(factor))
    let perMiB = large * Double(1 << 20) / Double(length * factor)
    guard exponent > greatestExponent || perMiB > mostSeconds else { return nil }
    return "\(small) s for \(length) bytes, \(large) s for \(factor) times as many"
  }

  /// The fewest seconds of three times: other processes only ever add to it. What takes a second is
  /// slow enough to be told by one time.
  private static func fewestSeconds(_ text: [UInt8], _ media: DocumentMedia) -> Double {
    var fewest = seconds(text, media)
    for _ in 0..<2 where fewest < mostSeconds { fewest = min(fewest, seconds(text, media)) }
    return fewest
  }

  private static func seconds(_ text: [UInt8], _ media: DocumentMedia) -> Double {
    let start = now(CLOCK_THREAD_CPUTIME_ID)
    if let document = try? Document(bytes: text, media: media) {
      _ = AnalysisSeries(format: .json, isPretty: false).analysis(of: document)
    }
    return now(CLOCK_THREAD_CPUTIME_ID) - start
  }

  private static func now(_ clock: clockid_t) -> Double {
    var time = timespec()
    // Right because the call writes one `timespec`; it cannot fail for these clocks.
    _ = unsafe clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
