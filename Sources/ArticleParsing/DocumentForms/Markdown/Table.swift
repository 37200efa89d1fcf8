/// A table of pipes (the tables of GitHub Flavored Markdown), by the places of its cells.
struct Table: Sendable, Equatable {
  /// The cells of the first row.
  let header: [Range<Int>]
  /// The cells of the other rows, each row as long as the header at most.
  let rows: [[Range<Int>]]

  /// A paragraph in which a table was found: the text before it, and the table.
  struct Split {
    let before: Range<Int>
    let table: Table
    /// The bytes of the table.
    let rows: Range<Int>
  }

  /// Looks for a table in a paragraph: a row, below it a row of dashes with as many cells, then rows
  /// up to the end. Linear.
  static func parse(_ paragraph: Range<Int>, in bytes: [UInt8], quoteDepth: Int) -> Split? {
    guard bytes.contains(UInt8(ascii: "|"), in: paragraph) else { return nil }
    let lines = lines(of: paragraph, in: bytes, quoteDepth: quoteDepth)
    for index in lines.indices.dropFirst() where isDelimiterRow(bytes[lines[index]]) {
      let header = cells(of: lines[index - 1], in: bytes)
      guard header.count == cells(of: lines[index], in: bytes).count,
        bytes[lines[index - 1]].contains(UInt8(ascii: "|"))
          || bytes[lines[index]].contains(UInt8(ascii: "|"))
      else { continue }
      let rows = lines[(index + 1)...].map {
        Array(cells(of: $0, in: bytes).prefix(header.count))
      }
      let start = lines[index - 1].lowerBound
      return Split(
        before: bytes.trimmed(paragraph.lowerBound..<start),
        table: Table(header: header, rows: rows), rows: start..<paragraph.upperBound)
    }
    return nil
  }

  private static func lines(of range: Range<Int>, in bytes: [UInt8], quoteDepth: Int) -> [Range<
    Int
  >] {
    var lines: [Range<Int>] = []
    var start = range.lowerBound
    while start < range.upperBound {
      let end = bytes.lineEnd(from: start, to: range.upperBound)
      var text = bytes.trimmed(start..<end)
      for _ in 0..<quoteDepth where bytes[text].first == UInt8(ascii: ">") {
        text = bytes.trimmed(text.lowerBound + 1..<text.upperBound)
      }
      if !text.isEmpty { lines.append(text) }
      start = end + 1
    }
    return lines
  }

  /// `|---|:-:|`: dashes, colons, pipes and spaces, with a dash in it.
  private static func isDelimiterRow(_ line: ArraySlice<UInt8>) -> Bool {
    line.contains(UInt8(ascii: "-"))
      && line.allSatisfy {
        $0 == UInt8(ascii: "|") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ":") || $0.isSpace
      }
  }

  /// The cells of a row, between pipes that no backslash escapes, without the space around them.
  private static func cells(of line: Range<Int>, in bytes: [UInt8]) -> [Range<Int>] {
    var cells: [Range<Int>] = []
    var start = line.lowerBound
    if bytes[start] == UInt8(ascii: "|") { start += 1 }
    var offset = start
    while offset < line.upperBound {
      if bytes[offset] == UInt8(ascii: "\\") {
        offset += 2
        continue
      }
      if bytes[offset] == UInt8(ascii: "|") {
        cells.append(bytes.trimmed(start..<offset))
        start = offset + 1
      }
      offset += 1
    }
    if start < line.upperBound, !bytes[start..<line.upperBound].allSatisfy(\.isSpace) {
      cells.append(bytes.trimmed(start..<line.upperBound))
    }
    return cells
  }
}
