@testable import ArticleStore
import Testing

/// Texts and queries at random, of many scripts and of what is special to somebody.
private struct RandomText {
  private var generator: SeededGenerator
  private static let pieces: [String] = [
    "tram", "Harbour", "ÉTÉ", "e\u{301}", "ß", "ø", "İ", "ﬁ", "Ωμέγα", "Ёлка", "й", "и\u{306}",
    "مُحَمَّد", "عـ", "שָׁלוֹם", "हिन्दी", "क़", "தமிழ்", "ไทย", "日本", "東京都", "の", "カ\u{3099}", "ﾃﾞｰﾀ", "〇",
    "葛\u{E0100}", "𠮷", "한국", "\u{1112}\u{1161}\u{11AB}", "ＡＢ１", "1,100", "3.5", "12 345", "2025",
    ",", ",100", ".", "'", "’", "\"", "“", "”", "*", "-", "--", "(", ")", "{", "}", ":", "^", "+",
    "AND",
    "OR", "NOT", "NEAR", "title:", " ", " ", " ", " ", "\n", "\t", "\u{A0}", "\u{3000}", "\u{200D}",
    "\u{AD}", "\u{FE0F}", "\u{301}", "🚋", "🇩🇪", "\u{0}", "\\", ";", "%", "_", "¶", "\u{E000}",
    "\u{FFFD}",
    String(repeating: "w", count: 70), String(repeating: "ж", count: 40),
  ]

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  mutating func next(pieces count: Int) -> String {
    var text = ""
    for _ in 0..<Int.random(in: 0...count, using: &generator) {
      // Now and then any character at all.
      if Int.random(in: 0..<16, using: &generator) == 0 {
        let value = UInt32.random(in: 0...0x3_FFFF, using: &generator)
        if let scalar = Unicode.Scalar(value) { text.unicodeScalars.append(scalar) }
      } else {
        text += Self.pieces.randomElement(using: &generator) ?? ""
      }
    }
    return text
  }
}

/// A table as the store's, of one column.
private struct WordTable: ~Copyable {
  private let connection: SQLiteConnection
  private var insertion: SQLiteStatement
  private var matching: SQLiteStatement

  init() throws(SQLiteError) {
    let connection = try SQLiteConnection(path: ":memory:", .readWrite)
    try connection.execute(
      "CREATE VIRTUAL TABLE words USING fts5(text, other, content='', tokenize='ascii')")
    let insertion = try SQLiteStatement(
      "INSERT INTO words(rowid, text) VALUES(?, ?)", on: connection)
    matching = try SQLiteStatement(
      "SELECT rowid FROM words WHERE words MATCH ? ORDER BY rowid", on: connection)
    self.insertion = insertion
    self.connection = connection
  }

  mutating func insert(_ text: String, _ row: Int64) throws(SQLiteError) {
    var words: [UInt8] = []
    SearchWords.append(text, to: &words)
    try insertion.bind(row, at: 1)
    try insertion.bind(String(decoding: words, as: UTF8.self), at: 2)
    try insertion.run()
  }

  mutating func rows(_ expression: String) throws(SQLiteError) -> [Int64] {
    var rows: [Int64] = []
    try matching.bind(expression, at: 1)
    while try matching.step() { rows.append(matching.integer(0)) }
    return rows
  }
}

struct `The index and a query` {
  @Test func `agree on every text and every query`() throws {
    var random = RandomText(seed: 5)
    let texts = (0..<300).map { _ in random.next(pieces: 30) }
    var index = try WordTable()
    for (row, text) in texts.enumerated() { try index.insert(text, Int64(row)) }
    var found = 0
    for _ in 0..<600 {
      let text = random.next(pieces: 4)
      let query = SearchQuery(text)
      let matching = texts.indices.filter { query.matches(texts[$0]) }.map { Int64($0) }
      let rows = try query.expression().map { expression in try index.rows(expression) } ?? []
      #expect(rows == matching, "\(text.debugDescription)")
      found += rows.count
    }
    // So that it was not nothing that they agreed on.
    #expect(found > 2_000)
  }

  @Test func `find a text by each of its words, and by each part of an unspaced run`() throws {
    var random = RandomText(seed: 6)
    var index = try WordTable()
    for row in 0..<Int64(200) {
      let text = random.next(pieces: 24)
      try index.insert(text, row)
      for (written, folded) in places(text) {
        // Without its quotation marks, a word as it is written is a query for it.
        let query = SearchQuery(written)
        #expect(query.matches(text), "\(written.debugDescription) in \(text.debugDescription)")
        let expression = try #require(query.expression(), "\(folded)")
        #expect(try index.rows(expression).contains(row))
        let html = Snippet(of: Array(text.utf8), for: query).html
        #expect(String(decoding: html, as: UTF8.self).contains("<mark>"))
      }
    }
  }

  @Test func `find a phrase by any words of a text that stand together`() throws {
    var random = RandomText(seed: 8)
    for _ in 0..<300 {
      let text = random.next(pieces: 20)
      let utf8 = Array(text.utf8)
      var words: [UInt8] = []
      var reading = SearchWords()
      var all: [SearchWords.Word] = []
      while let word = reading.next(in: utf8.span, to: &words) { all.append(word) }
      guard let first = all.first, all.count > 2 else { continue }
      let end = all[all.count / 2].source.upperBound
      let part = String(decoding: utf8[first.source.lowerBound..<end], as: UTF8.self)
      let phrase = SearchQuery(phrase: part)
      #expect(phrase.matches(text), "\(part.debugDescription) in \(text.debugDescription)")
    }
  }

  @Test func `have no syntax error, whatever is asked`() throws {
    var random = RandomText(seed: 9)
    var index = try WordTable()
    try index.insert("tram", 1)
    for round in 0..<1_000 {
      let text = random.next(pieces: 60)
      for columns in [[], ["text"], ["text", "other"]] {
        guard let expression = SearchQuery(text).expression(in: columns) else { continue }
        do {
          _ = try index.rows(expression)
        } catch {
          Issue.record("\(error.message) in round \(round): \(text.debugDescription)")
        }
      }
    }
  }
}
