extension SearchQuery {
  /// The query as FTS5 takes it (sqlite.org/fts5.html, section 3).
  ///
  /// Every term is a quoted string of folded words, in which no quotation mark can be, so there is
  /// nothing that FTS5 could take for syntax.
  ///
  /// - Parameter columns: the columns to look into, by names that are plain ASCII words; all where
  ///   there is none.
  /// - Returns: what follows MATCH; `nil` where there is nothing to find.
  package func expression(in columns: [String] = []) -> String? {
    guard !terms.isEmpty else { return nil }
    var expression = terms.map(\.expression).joined(separator: " AND ")
    if !excluded.isEmpty {
      expression =
        "(\(expression)) NOT (\(excluded.map(\.expression).joined(separator: " OR ")))"
    }
    return columns.isEmpty
      ? expression : "{\(columns.joined(separator: " "))} : (\(expression))"
  }
}

extension SearchQuery.Term {
  fileprivate var expression: String {
    "\"\(String(decoding: words, as: UTF8.self))\"\(isPrefix ? " *" : "")"
  }
}
