import ArticleParsing
import ArticleStore
import Metrics

/// What the service counts of its own work.
final class ServiceMetrics: Sendable {
  /// Reading documents: what the parser takes.
  let parses = DurationHistograms(writers: .many)
  private let lines = CounterRow(BulkLine.allCases.count, writers: .many)

  /// What came of a line of a bulk submission.
  enum BulkLine: Int, CaseIterable {
    case stored, refused
  }

  /// What a parser reads in a document, timed.
  func read(_ document: IncomingDocument, _ parser: ArticleParser) -> Submission {
    parses.measure { document.submission(parser) }
  }

  /// Counts a line.
  func count(_ line: BulkLine) { lines.add(at: line.rawValue) }

  /// How many lines there were of which that came.
  subscript(line: BulkLine) -> UInt64 { lines[line.rawValue] }
}
