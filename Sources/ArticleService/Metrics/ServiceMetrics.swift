import Metrics

/// What the service counts of its own work.
final class ServiceMetrics: Sendable {
  private let lines = CounterRow(BulkLine.allCases.count, writers: .many)

  /// What came of a line of a bulk submission.
  enum BulkLine: Int, CaseIterable {
    case stored, refused
  }

  /// Counts a line.
  func count(_ line: BulkLine) { lines.add(at: line.rawValue) }

  /// How many lines there were of which that came.
  subscript(line: BulkLine) -> UInt64 { lines[line.rawValue] }
}
