import ArticleParsing
import JSON

/// The tables of what must outlive the process: documents, changes, and where the store stands.
///
/// Changes happen in the transaction of whoever makes them.
struct ArticleTables: ~Copyable {
  /// What makes the tables.
  static let schema = """
    CREATE TABLE meta(key TEXT PRIMARY KEY, value NOT NULL) WITHOUT ROWID;
    CREATE TABLE articles(
      sequence INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, revision INTEGER NOT NULL,
      createdAt INTEGER NOT NULL, updatedAt INTEGER NOT NULL, writtenAt INTEGER NOT NULL,
      contentHash INTEGER NOT NULL, media TEXT NOT NULL, mediaType TEXT NOT NULL,
      encoding TEXT NOT NULL, title TEXT, url TEXT, publishedAt TEXT, tags TEXT NOT NULL,
      document BLOB NOT NULL);
    CREATE TABLE changes(
      sequence INTEGER PRIMARY KEY, kind TEXT NOT NULL, article TEXT NOT NULL,
      revision INTEGER NOT NULL, at INTEGER NOT NULL);
    """

  private var putting: SQLiteStatement
  private var deleting: SQLiteStatement
  private var changing: SQLiteStatement
  private var forgetting: SQLiteStatement
  private var noting: SQLiteStatement

  /// The tables of a database that has them.
  ///
  /// - Throws: ``SQLiteError``.
  init(_ connection: borrowing SQLiteConnection) throws(SQLiteError) {
    let putting = try SQLiteStatement(
      "INSERT OR REPLACE INTO articles VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      on: connection)
    let deleting = try SQLiteStatement("DELETE FROM articles WHERE sequence = ?", on: connection)
    let changing = try SQLiteStatement("INSERT INTO changes VALUES(?, ?, ?, ?, ?)", on: connection)
    let forgetting = try SQLiteStatement("DELETE FROM changes WHERE sequence <= ?", on: connection)
    noting = try SQLiteStatement("INSERT OR REPLACE INTO meta VALUES(?, ?)", on: connection)
    self.putting = putting
    self.deleting = deleting
    self.changing = changing
    self.forgetting = forgetting
  }

  /// Writes an article, in place of the one with its sequence.
  mutating func put(_ article: StoredArticle) throws(SQLiteError) {
    try putting.bind(Int64(bitPattern: article.sequence), at: 1)
    try putting.bind(article.id.text, at: 2)
    try putting.bind(Int64(article.revision), at: 3)
    try putting.bind(article.createdAt, at: 4)
    try putting.bind(article.updatedAt, at: 5)
    try putting.bind(article.writtenAt, at: 6)
    try putting.bind(Int64(bitPattern: article.contentHash), at: 7)
    try putting.bind(article.document.media.rawValue, at: 8)
    try putting.bind(article.document.mediaType, at: 9)
    try putting.bind(article.document.encoding.storedName, at: 10)
    try putting.bind(article.metadata.title, at: 11)
    try putting.bind(article.metadata.url, at: 12)
    try putting.bind(article.metadata.publishedAt, at: 13)
    try putting.bind(TagList.json(article.metadata.tags), at: 14)
    try putting.run(blob: article.document.bytes, at: 15)
  }

  /// Takes an article away.
  mutating func delete(_ article: StoredArticle) throws(SQLiteError) {
    try deleting.bind(Int64(bitPattern: article.sequence), at: 1)
    try deleting.run()
  }

  /// Writes a change.
  mutating func add(_ change: Change) throws(SQLiteError) {
    try changing.bind(Int64(bitPattern: change.sequence), at: 1)
    try changing.bind(change.kind.rawValue, at: 2)
    try changing.bind(change.article.text, at: 3)
    try changing.bind(Int64(change.revision), at: 4)
    try changing.bind(change.at, at: 5)
    try changing.run()
  }

  /// Takes the changes up to a sequence away.
  mutating func forgetChanges(through sequence: UInt64) throws(SQLiteError) {
    try forgetting.bind(Int64(bitPattern: sequence), at: 1)
    try forgetting.run()
  }

  /// Writes one of the values that belong to the store as a whole.
  mutating func note(_ key: MetaKey, _ value: String) throws(SQLiteError) {
    try noting.bind(key.rawValue, at: 1)
    try noting.bind(value, at: 2)
    try noting.run()
  }
}

/// The values that belong to the store as a whole.
enum MetaKey: String, CaseIterable {
  /// The name of the store, made once.
  case epoch
  /// The sequence of the article that was created last, which may be gone.
  case lastSequence
  /// Who writes the database, or wrote it last: a ``SessionNote``.
  case session

  /// What gives the value; no row where there is none.
  var query: String { "SELECT value FROM meta WHERE key = '\(rawValue)'" }
}

extension TextEncoding {
  /// What the tables call it.
  var storedName: String {
    switch self {
    case .utf8: "utf-8"
    case .utf16BigEndian: "utf-16be"
    case .utf16LittleEndian: "utf-16le"
    }
  }

  /// The encoding that the tables call so.
  init?(storedName: String) {
    guard let encoding = Self.allCases.first(where: { $0.storedName == storedName }) else {
      return nil
    }
    self = encoding
  }
}

/// Tags as the tables keep them: a JSON array of strings (RFC 8259), which SQLite reads.
enum TagList {
  /// The array.
  static func json(_ tags: [String]) -> String {
    var json = JSONWriter()
    json.array(tags) { json, tag in json.string(tag) }
    return String(decoding: json.bytes, as: UTF8.self)
  }
}
