extension SectionReader {
  /// Takes the points of a table whose columns or rows say what they hold.
  ///
  /// - Returns: whether the table says so at all.
  func read(
    _ table: Table, in block: Block, _ outer: PointContext?, into points: inout PointCollection
  ) -> Bool {
    let columns = pointContexts(of: table.header.map { Optional($0) }, in: block, outer)
    if columns.contains(where: { $0 != nil }) {
      readColumns(columns, of: table, in: block, into: &points)
      return true
    }
    let rows = pointContexts(of: table.rows.map(\.first), in: block, outer)
    guard rows.contains(where: { $0 != nil }) else { return false }
    readRows(rows, of: table, in: block, into: &points)
    return true
  }

  /// `Option | Pros | Cons`: every row is about what its first cell names.
  private func readColumns(
    _ columns: [PointContext?], of table: Table, in block: Block, into points: inout PointCollection
  ) {
    let namesOptions = columns.first.map { $0 == nil } ?? false
    var lines = LineCounter(block, of: document.text)
    for row in table.rows {
      let name = namesOptions ? row.first : nil
      let named = name.flatMap { option(document.form.prose($0, in: block).string, of: block) }
      for (cell, pointContext) in zip(row, columns) {
        guard let pointContext else { continue }
        let isAbout = pointContext.about(named)
        append(cell, of: block, as: resolved(isAbout), &lines, into: &points)
      }
    }
  }

  /// Rows `Pros` and `Cons`: every cell is about what its column's header names.
  private func readRows(
    _ rows: [PointContext?], of table: Table, in block: Block, into points: inout PointCollection
  ) {
    var lines = LineCounter(block, of: document.text)
    let options = table.header.map { option(document.form.prose($0, in: block).string, of: block) }
    for (row, pointContext) in zip(table.rows, rows) {
      guard let pointContext else { continue }
      for (cell, option) in zip(row, options).dropFirst() {
        let isAbout = pointContext.about(option)
        append(cell, of: block, as: resolved(isAbout), &lines, into: &points)
      }
    }
  }

  /// The option that a cell names; none where it says nothing.
  private func option(_ name: String, of block: Block) -> Option? {
    Option(name: name, among: .lines(of: block.source.lowerBound))
  }

  /// Takes a cell, or each of the lines that `<br>` makes of it.
  private func append(
    _ cell: Range<Int>, of block: Block, as pointContext: PointContext, _ lines: inout LineCounter,
    into points: inout PointCollection
  ) {
    for part in Table.lines(of: cell, in: document.text.utf8) where !part.isEmpty {
      points.append(cell: part, of: block, as: pointContext, in: section, at: lines.source(part))
    }
  }

  /// What the headings of columns or rows say, those that count only in company beside each other.
  /// A column of goals or key points says what its rows are for, unless the heading says that they are
  /// such points.
  private func pointContexts(
    of cells: [Range<Int>?], in block: Block, _ outer: PointContext?
  ) -> [PointContext?] {
    let meanings = cells.map { $0.flatMap { meaning(of: $0, in: block) } }
    let company = Company(meanings.compactMap { $0?.saying })
    return meanings.map { meaning in
      guard let meaning, company.admits(meaning.saying), let context = PointContext(meaning)
      else { return nil }
      return context.kind.isSided || context.kind == outer?.kind ? context : nil
    }
  }

  private func meaning(of cell: Range<Int>, in block: Block) -> HeadingMeaning? {
    guard (1...LineShape.longestHeading).contains(cell.count) else { return nil }
    return document.vocabulary.meaning(ofHeading: document.form.prose(cell, in: block).text)
  }
}
