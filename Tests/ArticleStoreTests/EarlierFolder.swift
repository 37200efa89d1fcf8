import ArticleParsing
@testable import ArticleStore
import Foundation

/// Folders as earlier versions made them, by the schemas that they had: 1 is that of the first 0.1.0,
/// whose one file had the index, too; 2 that of later ones.
enum EarlierFolder {
  private static let tables = """
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
    INSERT INTO meta VALUES('epoch', '00000000000000aa');
    """

  private static let index = """
    CREATE VIRTUAL TABLE article_index USING fts5(
      title, objectives, nonGoals, pros, cons, neutral, takeaways, text,
      content='', tokenize='ascii', detail=full, columnsize=0);
    INSERT INTO meta VALUES('indexVersion', '1');
    """

  private static let mark = """
    CREATE TABLE mark(
      id INTEGER PRIMARY KEY CHECK(id = 1), boot TEXT NOT NULL, version TEXT NOT NULL,
      epoch TEXT NOT NULL, lastChange INTEGER NOT NULL, lastWrite INTEGER NOT NULL,
      lastSequence INTEGER NOT NULL);
    """

  /// Makes a folder of a version with so many articles, each created at its number of milliseconds
  /// behind the first second, under the id `a` and its number.
  static func fill(_ folder: StoreFolder, version: Int, articles: Int) throws {
    try FileManager.default.createDirectory(atPath: folder.path, withIntermediateDirectories: true)
    let connection = try SQLiteConnection(path: folder.database, .readWrite)
    try connection.execute(
      """
      PRAGMA page_size = \(version == 1 ? 4096 : 8192); PRAGMA journal_mode = WAL;
      BEGIN; PRAGMA application_id = 1668312692; PRAGMA user_version = \(version); \(tables)
      \(version == 1 ? index : "")
      """)
    for number in 1...articles {
      let text =
        "# Title \(number)\n\nPros: quiet\n\n" + String(repeating: "\(number) ", count: 2_000)
      let hash = ArticleStore.hash(
        SubmittedDocument(
          bytes: Array(text.utf8), media: .markdown, mediaType: "text/markdown; charset=utf-8"))
      try connection.execute(
        """
        INSERT INTO articles VALUES(\(number), 'a\(number)', 1, \(1_000 + number), \(1_000 + number),
          \(1_000 + number), \(Int64(bitPattern: hash)), 'text/markdown',
          'text/markdown; charset=utf-8', 'utf-8', NULL, NULL, NULL, '["tram"]', CAST('\(text)' AS BLOB));
        INSERT INTO changes VALUES(\(number), 'created', 'a\(number)', 1, \(1_000 + number));
        \(version == 1
          ? "INSERT INTO article_index(rowid, text) VALUES(\(number), 'quiet \(number)');" : "")
        """)
    }
    try connection.execute("INSERT INTO meta VALUES('lastSequence', '\(articles)'); COMMIT;")
    guard version == 2 else { return }
    let other = try SQLiteConnection(path: folder.index, .readWrite)
    try other.execute(
      """
      PRAGMA page_size = 8192; PRAGMA journal_mode = WAL;
      BEGIN; PRAGMA application_id = 1668311416; PRAGMA user_version = 1;
      \(index.prefix(through: index.firstIndex(of: ";") ?? index.startIndex)) \(mark)
      INSERT INTO mark VALUES(1, '', '1', '00000000000000aa', \(articles), \(1_000 + articles), \(articles));
      COMMIT;
      """)
  }
}
