/// Measured values, of which some order is asked for.
struct Samples {
  private let sorted: [Double]

  init(_ values: some Sequence<Double>) { sorted = values.sorted() }

  /// The value below which this share of them lies, 0 to 1; NaN when there is none.
  func quantile(_ share: Double) -> Double {
    guard !sorted.isEmpty else { return .nan }
    return sorted[min(Int(share * Double(sorted.count)), sorted.count - 1)]
  }

  var median: Double { quantile(0.5) }
}
