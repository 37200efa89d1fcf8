/// Writes metrics in Prometheus's text exposition format, version 0.0.4.
///
/// A family is its `HELP`, its `TYPE` and then its samples, all together; a line ends with a line feed.
/// Times are in seconds and sizes in bytes, the names of counters end with `_total`.
package struct MetricsText: ~Copyable {
  /// The media type of what is written.
  package static let mediaType = "text/plain; version=0.0.4; charset=utf-8"

  /// What a family's numbers are.
  package enum Kind: String, Sendable {
    case counter, gauge, histogram
  }

  /// The names and values of labels, in their order.
  package typealias Labels = [(name: String, value: String)]

  private var text: [UInt8] = []
  private var name = ""

  /// Nothing written.
  package init() {}

  /// All that was written.
  package consuming func complete() -> [UInt8] { text }

  /// Begins a family; the samples that follow are its own.
  package mutating func beginFamily(_ name: String, _ kind: Kind, help: String) {
    self.name = name
    text += "# HELP \(name) ".utf8
    for byte in help.utf8 { appendEscaped(byte, withQuotes: false) }
    text += "\n# TYPE \(name) \(kind.rawValue)\n".utf8
  }

  /// Adds a sample that is a whole number.
  package mutating func sample(_ value: UInt64, _ labels: Labels = []) {
    line("", labels, "\(value)")
  }

  /// Adds a sample that is a time, given in nanoseconds.
  package mutating func sample(nanoseconds: UInt64, _ labels: Labels = []) {
    line("", labels, Self.seconds(nanoseconds))
  }

  /// Adds a histogram: how many took at most so long, for each bound and `+Inf`, then the sum and the
  /// count.
  package mutating func sample(_ histogram: DurationHistograms.Snapshot, _ labels: Labels = []) {
    var count: UInt64 = 0
    for (index, bucket) in histogram.buckets.enumerated() {
      count &+= bucket
      let bounds = DurationHistograms.bounds
      let bound = index < bounds.count ? Self.seconds(bounds[index]) : "+Inf"
      line("_bucket", labels + [("le", bound)], "\(count)")
    }
    line("_sum", labels, Self.seconds(histogram.sum))
    line("_count", labels, "\(count)")
  }

  private mutating func line(_ suffix: String, _ labels: Labels, _ value: String) {
    text += name.utf8
    text += suffix.utf8
    for (index, label) in labels.enumerated() {
      text += (index == 0 ? "{" : ",").utf8
      text += label.name.utf8
      text += "=\"".utf8
      for byte in label.value.utf8 { appendEscaped(byte, withQuotes: true) }
      text += "\"".utf8
    }
    if !labels.isEmpty { text += "}".utf8 }
    text += " \(value)\n".utf8
  }

  /// Backslash and line feed are escaped everywhere, the quote in the values of labels.
  private mutating func appendEscaped(_ byte: UInt8, withQuotes: Bool) {
    switch byte {
    case UInt8(ascii: "\\"): text += "\\\\".utf8
    case UInt8(ascii: "\n"): text += "\\n".utf8
    case UInt8(ascii: "\"") where withQuotes: text += "\\\"".utf8
    default: text.append(byte)
    }
  }

  /// Nanoseconds as seconds, exactly: `0.00025`.
  private static func seconds(_ nanoseconds: UInt64) -> String {
    let (whole, rest) = nanoseconds.quotientAndRemainder(dividingBy: 1_000_000_000)
    guard rest > 0 else { return "\(whole)" }
    let digits = "\(rest)"
    let fraction = String(repeating: "0", count: 9 - digits.count) + digits
    return "\(whole)." + fraction.reversed().drop { $0 == "0" }.reversed()
  }
}
