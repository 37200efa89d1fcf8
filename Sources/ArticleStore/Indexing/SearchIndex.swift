import CSQLite

/// The full-text index: one row an article, by its sequence; its text is not kept.
///
/// Changes happen in the transaction of whoever makes them.
struct SearchIndex: ~Copyable {
  private static let name = "article_index"
  /// What makes the index. Text comes folded (``SearchWords``), so that the tokenizer only parts it
  /// at the spaces: to `ascii` every byte from 0x80 on is part of a word.
  ///
  /// A page of the index fills a page of the database, but for what that needs for itself.
  ///
  /// Segments are merged by sixteen, not by four as usual: a quarter less work for each article, for
  /// a few more segments to look into. Words wait in 2 MiB of memory, not 1, before they are made a
  /// segment: with more, looking for them waits for memory. The lengths of the columns are unused
  /// (``ArticleLengths``).
  static let schema = """
    CREATE VIRTUAL TABLE \(name) USING fts5(
      \(SearchColumns.names.joined(separator: ", ")), content='', tokenize='ascii', detail=full,
      columnsize=0);
    INSERT INTO \(name)(\(name), rank) VALUES('pgsz', 8100);
    INSERT INTO \(name)(\(name), rank) VALUES('hashsize', 2097152);
    INSERT INTO \(name)(\(name), rank) VALUES('automerge', 16);
    INSERT INTO \(name)(\(name), rank) VALUES('crisismerge', 32);
    """

  private var insertion: SQLiteStatement
  private var deletion: SQLiteStatement
  private var firstMerge: SQLiteStatement
  private var partMerge: SQLiteStatement
  private var wholeMerge: SQLiteStatement

  /// The index of a database that has it.
  ///
  /// - Throws: ``SQLiteError``.
  init(_ connection: borrowing SQLiteConnection) throws(SQLiteError) {
    let columns = SearchColumns.names.joined(separator: ", ")
    let parameters = SearchColumns.names.map { _ in "?" }.joined(separator: ", ")
    let insertion = try SQLiteStatement(
      "INSERT INTO \(Self.name)(rowid, \(columns)) VALUES(?, \(parameters))", on: connection)
    let deletion = try SQLiteStatement(
      "INSERT INTO \(Self.name)(\(Self.name), rowid, \(columns)) VALUES('delete', ?, \(parameters))",
      on: connection)
    let merge = "INSERT INTO \(Self.name)(\(Self.name), rank)"
    let firstMerge = try SQLiteStatement(
      "\(merge) VALUES('merge', -\(Self.mergePages))", on: connection)
    let partMerge = try SQLiteStatement(
      "\(merge) VALUES('merge', \(Self.mergePages))", on: connection)
    wholeMerge = try SQLiteStatement(
      "INSERT INTO \(Self.name)(\(Self.name)) VALUES('optimize')", on: connection)
    self.insertion = insertion
    self.deletion = deletion
    self.firstMerge = firstMerge
    self.partMerge = partMerge
  }

  /// How many pages one step of merging writes: some milliseconds.
  private static let mergePages = 64

  /// Begins to merge all segments that there are to one; each step that follows goes on with it, until
  /// nothing more is changed. To begin again would be to begin from the start.
  mutating func beginMerge() throws(SQLiteError) { try firstMerge.run() }

  /// Goes on merging.
  mutating func mergeSome() throws(SQLiteError) { try partMerge.run() }

  /// Merges all segments to one.
  mutating func mergeAll() throws(SQLiteError) { try wholeMerge.run() }

  /// Puts an article in.
  mutating func insert(_ columns: SearchColumns, _ sequence: UInt64) throws(SQLiteError) {
    try insertion.bind(Int64(bitPattern: sequence), at: 1)
    try insertion.run(texts: columns.ranges, of: columns.words, from: 2)
  }

  /// Takes an article out, of which these are the columns that were put in.
  mutating func delete(_ columns: SearchColumns, _ sequence: UInt64) throws(SQLiteError) {
    try deletion.bind(Int64(bitPattern: sequence), at: 1)
    try deletion.run(texts: columns.ranges, of: columns.words, from: 2)
  }

  /// The queries of the index.
  struct Reader: ~Copyable {
    private var ranking: SQLiteStatement
    private var matching: SQLiteStatement
    private let context: SearchRanking.Context

    /// Prepares the queries.
    ///
    /// - Throws: ``SQLiteError``.
    init(
      _ connection: borrowing SQLiteConnection, _ context: SearchRanking.Context
    ) throws(SQLiteError) {
      try SearchRanking.register(on: connection, context)
      let ranking = try SQLiteStatement(
        """
        SELECT rowid, \(SearchRanking.function)(\(name)) FROM \(name) WHERE \(name) MATCH ?1
        """, on: connection)
      matching = try SQLiteStatement(
        "SELECT rowid FROM \(name) WHERE \(name) MATCH ?1 ORDER BY rowid", on: connection)
      self.ranking = ranking
      self.context = context
    }

    /// All articles that match, with their scores.
    ///
    /// - Parameters:
    ///   - expression: what is looked for.
    ///   - terms: how many of its phrases, the first ones, an article must have.
    ///   - statistics: what is ranked by; what is so now, without any.
    /// - Returns: what was found, in order of sequence.
    /// - Throws: ``SQLiteError``.
    mutating func ranked(
      _ expression: String, terms: Int, by statistics: RankingStatistics? = nil
    ) throws(SQLiteError) -> RankedArticles {
      context.begin(terms: terms, by: statistics)
      var found: [RankedArticle] = []
      try ranking.bind(expression, at: 1)
      while try ranking.step() {
        found.append(
          RankedArticle(
            sequence: UInt64(bitPattern: ranking.integer(0)), score: ranking.double(1)))
      }
      return RankedArticles(all: found, statistics: context.statistics)
    }

    /// The sequences of all articles that match, ascending.
    mutating func matching(_ expression: String) throws(SQLiteError) -> [UInt64] {
      var found: [UInt64] = []
      try matching.bind(expression, at: 1)
      while try matching.step() {
        found.append(UInt64(bitPattern: matching.integer(0)))
        guard !context.allowance.isOver() else {
          matching.reset()
          throw SQLiteError(code: SQLITE_INTERRUPT, message: "its time was up")
        }
      }
      return found
    }
  }
}
