/// Rows of plain text under aligned columns: the first to the left, figures to the right.
struct Table {
  private var rows: [[String]]
  private let leftColumns: Int

  /// A table of these columns, of which the first few hold words.
  init(_ heading: [String], leftColumns: Int) {
    rows = [heading]
    self.leftColumns = leftColumns
  }

  /// Adds a row; missing cells are empty.
  mutating func add(_ cells: [String]) { rows.append(cells) }

  var text: String {
    let columns = rows.map(\.count).max() ?? 0
    let widths = (0..<columns).map { column in
      rows.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0
    }
    return rows.map { row in
      var line = ""
      for (column, cell) in row.enumerated() {
        let room = String(repeating: " ", count: widths[column] - cell.count)
        if column > 0 { line += "  " }
        line += column < leftColumns ? cell + room : room + cell
      }
      while line.last == " " { line.removeLast() }
      return line
    }.joined(separator: "\n")
  }
}

extension Double {
  /// With this many digits after the point; a dash when it is no number.
  func rounded(to digits: Int) -> String {
    guard isFinite else { return "-" }
    let scale = (0..<digits).reduce(1.0) { scale, _ in scale * 10 }
    let whole = (abs(self) * scale).rounded()
    guard whole < 1e15 else { return "\(self)" }
    let (head, tail) = Int(whole).quotientAndRemainder(dividingBy: Int(scale))
    let sign = self < 0 && whole > 0 ? "-" : ""
    guard digits > 0 else { return "\(sign)\(head)" }
    let fraction = String(tail)
    return "\(sign)\(head)." + String(repeating: "0", count: digits - fraction.count) + fraction
  }
}
