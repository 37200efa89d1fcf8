/// How often things took how long: a histogram for each of a number of labels, with the same bounds.
package struct DurationHistograms: ~Copyable, Sendable {
  /// The upper bounds of the buckets, in nanoseconds: 100 µs to 10 s, each about twice the one before.
  /// What took longer is in a last bucket without a bound.
  package static let bounds: [UInt64] = [
    100_000, 250_000, 500_000, 1_000_000, 2_500_000, 5_000_000, 10_000_000, 25_000_000,
    50_000_000, 100_000_000, 250_000_000, 500_000_000, 1_000_000_000, 2_500_000_000,
    5_000_000_000, 10_000_000_000,
  ]

  /// What one histogram has counted.
  package struct Snapshot: Sendable, Equatable {
    /// How many took at most each of the bounds and more than the one before, and after them how many
    /// took longer.
    package private(set) var buckets = [UInt64](repeating: 0, count: bounds.count + 1)
    /// All of the time, in nanoseconds.
    package private(set) var sum: UInt64 = 0
    /// How many there were.
    package var count: UInt64 { buckets.reduce(0, &+) }

    /// Nothing counted.
    package init() {}

    fileprivate init(_ row: borrowing CounterRow, from first: Int) {
      for index in buckets.indices { buckets[index] = row[first + index] }
      sum = row[first + buckets.count]
    }

    /// Adds what another histogram has counted.
    package static func += (total: inout Snapshot, other: Snapshot) {
      for index in total.buckets.indices { total.buckets[index] &+= other.buckets[index] }
      total.sum &+= other.sum
    }
  }

  /// For each label the buckets and, after them, the sum.
  private let row: CounterRow
  private static let stride = bounds.count + 2

  /// Histograms in which nothing is counted yet.
  package init(labels: Int = 1, writers: CounterRow.Writers) {
    row = CounterRow(labels * Self.stride, writers: writers)
  }

  /// Counts something that took so many nanoseconds.
  package func record(_ nanoseconds: UInt64, label: Int = 0) {
    var bucket = 0
    while bucket < Self.bounds.count, nanoseconds > Self.bounds[bucket] { bucket += 1 }
    row.add(at: label * Self.stride + bucket)
    row.add(nanoseconds, at: (label + 1) * Self.stride - 1)
  }

  /// Counts how long something takes, whether it succeeds or not.
  package func measure<Value: ~Copyable, Failure>(
    label: Int = 0, _ body: () throws(Failure) -> Value
  ) throws(Failure) -> Value {
    let start = ContinuousClock.now
    defer {
      let (seconds, attoseconds) = start.duration(to: .now).components
      record(UInt64(seconds) &* 1_000_000_000 &+ UInt64(attoseconds / 1_000_000_000), label: label)
    }
    return try body()
  }

  /// What is counted for a label.
  package func snapshot(label: Int = 0) -> Snapshot { Snapshot(row, from: label * Self.stride) }
}
