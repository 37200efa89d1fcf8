import ArticleParsing
import HTTPCore
package import JSON

extension Format {
  /// Every format, the usual one first.
  package static let all = [json, markdown, csv, ndjson]

  /// Everything there is, as JSON. In a series an object a document, on a line of its own unless it is
  /// indented, with `path` as its first member.
  package static let json = Format(
    "json", MediaType("application", "json"), uses: [.analyses, .lists, .objects],
    variants: [.layout, .places, .members], schema: \.orSelection, encoding: jsonEncoding)

  /// A brief for people: ``MarkdownBrief``. In a series each has its path below its title.
  package static let markdown = Format(
    "markdown", MediaType("text", "markdown", parameters: [utf8]), uses: .analyses, variants: [],
    schema: { _ in .string("A brief for people.") },
    encoding: Encoding(separator: [UInt8(ascii: "\n")]) { MarkdownBrief($0).encode() })

  /// The points alone, for spreadsheets: ``PointTable``. A series is one table, with `path` as its
  /// first column. RFC 4180 section 3: `header` says that the first line names the columns.
  package static let csv = Format(
    "csv",
    MediaType("text", "csv", parameters: [utf8, .init(name: "header", value: "present")]),
    uses: .analyses, variants: .places, schema: { _ in .string("The points, one a row.") },
    encoding: Encoding(head: PointTable.head(withPath:)) { PointTable($0).rows() })

  /// JSON values, one a line: a list as a whole, however long it is.
  package static let ndjson = Format(
    "ndjson", MediaType("application", "x-ndjson"), uses: .lists, variants: [.places, .members],
    schema: \.orSelection, encoding: jsonEncoding)

  private static let utf8 = MediaType.Parameter(name: "charset", value: "utf-8")

  /// The buffer in which JSON grows, which all that is written shares.
  package static let jsonBuffer = JSONEncoding()

  private static let jsonEncoding = Encoding { analysis in
    let json = jsonBuffer.encode(analysis)
    guard let path = analysis.path else { return json }
    let whole = jsonBuffer.encode(before: json, isPretty: analysis.form.isPretty) {
      $0.member("path", path)
    }
    return analysis.form.isPretty ? whole : whole + [UInt8(ascii: "\n")]
  }
}
