import HTTPCore
import Metrics

/// One of the metrics of `GET /metrics`: its name and meaning, and where its numbers come from.
struct MetricFamily: Sendable {
  /// Writes the samples, as they are now.
  typealias Samples = @Sendable (ArticleService, inout MetricsText) -> Void

  let name: String
  let kind: MetricsText.Kind
  /// The names of the labels that its samples have.
  let labels: [String]
  /// What it counts, as one sentence; README.md has the same.
  let help: String
  let samples: Samples

  init(
    _ name: String, _ kind: MetricsText.Kind, labels: [String] = [], _ help: String,
    samples: @escaping Samples
  ) {
    self.name = name
    self.kind = kind
    self.labels = labels
    self.help = help
    self.samples = samples
  }

  /// A single whole number.
  static func number(
    _ name: String, _ kind: MetricsText.Kind, _ help: String,
    _ value: @escaping @Sendable (ArticleService) -> Int
  ) -> MetricFamily {
    MetricFamily(name, kind, help) { $1.sample(UInt64(clamping: value($0))) }
  }

  /// A single count.
  static func count(
    _ name: String, _ help: String, _ value: @escaping @Sendable (ArticleService) -> UInt64
  ) -> MetricFamily {
    MetricFamily(name, .counter, help) { $1.sample(value($0)) }
  }

  /// Durations without labels.
  static func durations(
    _ name: String, _ help: String,
    _ value: @escaping @Sendable (ArticleService) -> DurationHistograms.Snapshot
  ) -> MetricFamily {
    MetricFamily(name, .histogram, help) { $1.sample(value($0)) }
  }
}
