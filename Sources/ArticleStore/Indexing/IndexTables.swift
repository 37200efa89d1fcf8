/// The tables of the index: the words, and how far they have come.
///
/// Changes happen in the transaction of whoever makes them.
struct IndexTables: ~Copyable {
  /// What makes the tables. There is one mark at most, and none while the index is being made. It is
  /// good in the run of the system in which it was written, or in any when that is empty: then all of
  /// the file is on the disk.
  ///
  /// And it has the name of the session in which it is written, which each transaction writes again, with
  /// a number, so that it is in the log as well: SQLite applies any log that lies beside a file.
  static var schema: String {
    """
    \(SearchIndex.schema)
    CREATE TABLE mark(
      id INTEGER PRIMARY KEY CHECK(id = 1), boot TEXT NOT NULL, version TEXT NOT NULL,
      epoch TEXT NOT NULL, lastChange INTEGER NOT NULL, lastWrite INTEGER NOT NULL,
      lastSequence INTEGER NOT NULL);
    CREATE TABLE remains(id INTEGER PRIMARY KEY CHECK(id = 1), articles INTEGER NOT NULL);
    INSERT INTO remains VALUES(1, 0);
    CREATE TABLE session(
      id INTEGER PRIMARY KEY CHECK(id = 1), name TEXT NOT NULL, writes INTEGER NOT NULL);
    INSERT INTO session VALUES(1, '\(Epoch.random())', 0);
    """
  }

  /// What gives the name of the session.
  static let sessionName = "SELECT name FROM session"

  /// Takes the mark away that is good as long as the log is there.
  static let forgettingOpenMark = "DELETE FROM mark WHERE boot != ''"

  private var index: SearchIndex
  private var noting: SQLiteStatement
  private var forgetting: SQLiteStatement
  private var settling: SQLiteStatement
  private var counting: SQLiteStatement
  private var signing: SQLiteStatement
  private var naming: SQLiteStatement
  /// What the words depend on, as ``SearchColumns/version(_:)`` says it.
  private let version: String

  /// The tables of a database that has them, with words of a version.
  ///
  /// - Throws: ``SQLiteError``.
  init(_ connection: borrowing SQLiteConnection, version: String) throws(SQLiteError) {
    let index = try SearchIndex(connection)
    let noting = try SQLiteStatement(
      "INSERT OR REPLACE INTO mark VALUES(1, ?, ?, ?, ?, ?, ?)", on: connection)
    let forgetting = try SQLiteStatement("DELETE FROM mark", on: connection)
    let settling = try SQLiteStatement("UPDATE mark SET boot = ?", on: connection)
    let signing = try SQLiteStatement("UPDATE session SET writes = writes + 1", on: connection)
    let naming = try SQLiteStatement("UPDATE session SET name = ?", on: connection)
    counting = try SQLiteStatement("UPDATE remains SET articles = ?", on: connection)
    self.signing = signing
    self.naming = naming
    self.settling = settling
    self.index = index
    self.noting = noting
    self.forgetting = forgetting
    self.version = version
  }

  /// Has the name of the session in the log, with whatever else a transaction writes.
  mutating func sign() throws(SQLiteError) { try signing.run() }

  /// Begins a session, under another name.
  mutating func begin() throws(SQLiteError) {
    try naming.bind(Epoch.random(), at: 1)
    try naming.run()
  }

  /// Takes the words of one article out, and puts those of one in.
  mutating func apply(_ step: IndexStep) throws(SQLiteError) {
    if let before = step.before { try index.delete(SearchColumns(before), before.sequence) }
    if let after = step.after { try index.insert(after.columns, after.sequence) }
  }

  /// Notes how many articles were taken out whose words are still there: the index says of a word that it
  /// is gone, and only when its parts are merged it goes.
  mutating func note(remains: Int) throws(SQLiteError) {
    try counting.bind(Int64(remains), at: 1)
    try counting.run()
  }

  /// How many articles have left something.
  borrowing func remains(on connection: borrowing SQLiteConnection) throws(SQLiteError) -> Int {
    Int(try connection.integer("SELECT articles FROM remains") ?? 0)
  }

  /// Has some of what was taken out go: with the first step a way through all of the index begins, and
  /// each other goes on with it.
  mutating func merge(begins: Bool) throws(SQLiteError) {
    if begins { try index.beginMerge() } else { try index.mergeSome() }
  }

  /// Has all of it go. That takes some 150 microseconds for each article that is there.
  mutating func mergeAll() throws(SQLiteError) { try index.mergeAll() }

  /// Writes how far the index has come.
  mutating func note(_ mark: IndexMark) throws(SQLiteError) {
    try noting.bind(SystemBoot.id, at: 1)
    try noting.bind(version, at: 2)
    try noting.bind(mark.epoch, at: 3)
    try noting.bind(Int64(bitPattern: mark.lastChange), at: 4)
    try noting.bind(mark.lastWrite, at: 5)
    try noting.bind(Int64(bitPattern: mark.lastSequence), at: 6)
    try noting.run()
  }

  /// Says that the index is not whole.
  mutating func forgetMark() throws(SQLiteError) { try forgetting.run() }

  /// Says in which run of the system the mark is good; in any, without one.
  mutating func settle(for boot: String?) throws(SQLiteError) {
    try settling.bind(boot ?? "", at: 1)
    try settling.run()
  }

  /// How far an index has come, whatever made it; `nil` where it is not whole.
  ///
  /// - Throws: ``SQLiteError``, where it has no tables of ours, too.
  static func anyMark(on connection: borrowing SQLiteConnection) throws(SQLiteError) -> IndexMark? {
    var rows = try SQLiteStatement(
      "SELECT epoch, lastChange, lastWrite, lastSequence FROM mark", on: connection)
    return try rows.step() ? IndexMark(rows) : nil
  }

  /// Whether the mark is one that was written while the index was open.
  ///
  /// - Throws: ``SQLiteError``.
  static func isMarkOpen(on connection: borrowing SQLiteConnection) throws(SQLiteError) -> Bool {
    try connection.integer("SELECT boot != '' FROM mark") == 1
  }

  /// How far the index has come, if it was made as this program makes it, and what was written of it
  /// is there.
  ///
  /// - Throws: ``SQLiteError``.
  borrowing func mark(
    on connection: borrowing SQLiteConnection
  ) throws(SQLiteError) -> IndexMark? {
    var rows = try SQLiteStatement(
      """
      SELECT epoch, lastChange, lastWrite, lastSequence FROM mark
      WHERE version = ? AND boot IN ('', ?)
      """, on: connection)
    try rows.bind(version, at: 1)
    try rows.bind(SystemBoot.id, at: 2)
    return try rows.step() ? IndexMark(rows) : nil
  }
}

extension IndexMark {
  /// The mark of a row.
  fileprivate init(_ row: borrowing SQLiteStatement) {
    self.init(
      epoch: row.text(0) ?? "", lastChange: UInt64(bitPattern: row.integer(1)),
      lastWrite: row.integer(2), lastSequence: UInt64(bitPattern: row.integer(3)))
  }
}
