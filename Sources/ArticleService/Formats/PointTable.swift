import ArticleParsing

/// The points of an article as CSV (RFC 4180): a line of names, then a line for each point, kind by
/// kind in the order of the JSON. Lines end with CRLF; a cell that needs quotes has them.
///
/// Spreadsheets take a cell that begins with `=`, `+`, `-`, `@`, a tab or a line break for a formula,
/// and a formula can send what stands in the table to a stranger. Such a cell gets an apostrophe in
/// front, by which spreadsheets know text (OWASP, CSV Injection); whoever reads the file with a
/// program takes one apostrophe away where one of these characters follows it.
struct PointTable {
  /// The names of the columns, in order.
  static let columns = [
    "kind", "id", "number", "label", "text", "qualifier", "subject", "actor", "section", "rule",
    "start", "end", "line",
  ]

  private let article: Article
  private let offsets: TextOffsets
  private let path: String?

  /// The table of an article, with places in the unit of `offsets`; with a path, for points among
  /// those of other articles, that is their first column.
  init(_ article: Article, _ offsets: TextOffsets, path: String? = nil) {
    self.article = article
    self.offsets = offsets
    self.path = path
  }

  /// The table in UTF-8. Linear in the points.
  func encode() -> [UInt8] { Self.head(withPath: path != nil) + rows() }

  /// The line of names.
  static func head(withPath: Bool) -> [UInt8] {
    var csv: [UInt8] = []
    append((withPath ? ["path"] : []) + columns, to: &csv)
    return csv
  }

  /// The lines of the points.
  func rows() -> [UInt8] {
    var csv: [UInt8] = []
    for kind in PointKind.allCases {
      for point in article[kind] { Self.append(cells(point, kind), to: &csv) }
    }
    return csv
  }

  private func cells(_ point: Point, _ kind: PointKind) -> [String?] {
    let source = point.source
    return (path.map { [$0] } ?? []) + [
      kind.rawValue, point.id, point.number.map(String.init), point.label, point.text,
      point.qualifier, point.subject, point.actor, point.section, point.rule.rawValue,
      String(offsets[source.bytes.lowerBound]), String(offsets[source.bytes.upperBound]),
      String(source.line),
    ]
  }

  private static func append(_ cells: [String?], to csv: inout [UInt8]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { csv.append(UInt8(ascii: ",")) }
      if let cell { append(cell, to: &csv) }
    }
    csv.append(contentsOf: "\r\n".utf8)
  }

  private static func append(_ cell: String, to csv: inout [UInt8]) {
    let needsQuotes = cell.utf8.contains {
      $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") || $0 == 0x0D || $0 == 0x0A
    }
    if needsQuotes { csv.append(UInt8(ascii: "\"")) }
    if isFormula(cell) { csv.append(UInt8(ascii: "'")) }
    for byte in cell.utf8 {
      if byte == UInt8(ascii: "\"") { csv.append(byte) }
      csv.append(byte)
    }
    if needsQuotes { csv.append(UInt8(ascii: "\"")) }
  }

  private static func isFormula(_ cell: String) -> Bool {
    switch cell.unicodeScalars.first {
    case "=", "+", "-", "@", "\t", "\r", "\n": true
    // Some take the wide forms for the same.
    case "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}": true
    default: false
    }
  }
}
