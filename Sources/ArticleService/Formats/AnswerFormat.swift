import HTTPCore

/// The formats of answers.
package enum AnswerFormat: String, Sendable, Hashable, CaseIterable {
  /// Everything there is.
  case json
  /// A brief for people: ``MarkdownBrief``.
  case markdown
  /// The points alone, for spreadsheets: ``PointTable``.
  case csv
  /// JSON values, one a line: a list as a whole, however long it is.
  case ndjson

  /// The formats in which an analysis is answered.
  package static let ofAnalyses: [AnswerFormat] = [.json, .markdown, .csv]

  /// The names of some formats, for messages.
  package static func names(of formats: [AnswerFormat]) -> String {
    formats.map(\.rawValue).joined(separator: ", ")
  }

  /// The media type as it is negotiated and as `Content-Type` says it.
  var mediaType: MediaType {
    switch self {
    case .json: MediaType("application", "json")
    case .markdown: MediaType("text", "markdown", parameters: [Self.utf8])
    // RFC 4180 section 3: `header` says that the first line names the columns.
    case .csv:
      MediaType(
        "text", "csv", parameters: [Self.utf8, .init(name: "header", value: "present")])
    case .ndjson: MediaType("application", "x-ndjson")
    }
  }

  /// The value of `Content-Type`.
  var contentType: String {
    switch self {
    case .json: "application/json"
    case .markdown: "text/markdown; charset=utf-8"
    case .csv: "text/csv; charset=utf-8; header=present"
    case .ndjson: "application/x-ndjson"
    }
  }

  private static let utf8 = MediaType.Parameter(name: "charset", value: "utf-8")
}
