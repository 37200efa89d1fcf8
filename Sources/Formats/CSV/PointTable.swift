import ArticleParsing

/// The points of an article as CSV (RFC 4180): a line of names, then a line for each point, kind by
/// kind in the order of the JSON. Lines end with CRLF; a cell that needs quotes has them.
///
/// Spreadsheets take a cell that begins with `=`, `+`, `-`, `@`, a tab or a line break for a formula,
/// and a formula can send what stands in the table to a stranger. Such a cell gets an apostrophe in
/// front, by which spreadsheets know text (OWASP, CSV Injection); whoever reads the file with a
/// program takes one apostrophe away where one of these characters follows it.
struct PointTable {
  /// The names of the columns, in order: the kind of a point, then those of its members and of its
  /// place that are text or numbers (``CellList``).
  static let columns: [String] = {
    var cells = CellList()
    Point.describe(nil, at: nil, to: &cells)
    SourceRange.describe(nil, at: nil, to: &cells)
    return ["kind"] + cells.names.map(\.description)
  }()

  private let article: Article
  private let offsets: TextOffsets
  private let path: String?

  /// The table of an analysis; with a path, for points among those of other articles, that is their
  /// first column.
  init(_ analysis: Analysis) {
    article = analysis.article
    offsets = TextOffsets(article.text, in: analysis.form.offsets)
    path = analysis.path
  }

  /// The line of names.
  static func head(withPath: Bool) -> [UInt8] {
    var csv: [UInt8] = []
    append((withPath ? ["path"] : []) + columns, to: &csv)
    return csv
  }

  /// The lines of the points. Linear in the points.
  func rows() -> [UInt8] {
    var csv: [UInt8] = []
    for kind in PointKind.allCases {
      for point in article[kind] { Self.append(cells(point, kind), to: &csv) }
    }
    return csv
  }

  private func cells(_ point: Point, _ kind: PointKind) -> [String?] {
    var cells = CellList()
    Point.describe(point, at: offsets, to: &cells)
    SourceRange.describe(point.source, at: offsets, to: &cells)
    return (path.map { [$0] } ?? []) + [kind.rawValue] + cells.cells
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
