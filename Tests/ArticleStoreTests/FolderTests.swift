@testable import ArticleParsing
@testable import ArticleStore
import Foundation
import Glibc
import Testing

/// A store that is kept in a folder.
@Suite final class `A store in a folder` {
  private let folder: String

  init() throws {
    folder =
      FileManager.default.temporaryDirectory
      .appending(path: "counterpoint-\(UUID().uuidString)").path
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  private var database: String { "\(folder)/counterpoint.sqlite" }

  /// A document that is parsed, as one is that comes over HTTP.
  private func parsed(
    _ text: String, _ encoding: TextEncoding = .utf8, _ change: (inout Metadata) -> Void = { _ in }
  ) throws -> Submission {
    var bytes = Array(text.utf8)
    if encoding != .utf8 {
      bytes = text.utf16.flatMap { unit in
        let pair = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
        return encoding == .utf16BigEndian ? pair : pair.reversed()
      }
    }
    var metadata = Metadata()
    change(&metadata)
    let source = try SourceText(decoding: bytes, as: encoding)
    return Submission(
      document: SubmittedDocument(
        bytes: bytes, media: .markdown, mediaType: "text/markdown; charset=x", encoding: encoding),
      metadata: metadata, article: ArticleParser.parse(source, media: .markdown))
  }

  /// Changes the database as nobody should.
  private func tamper(_ sql: String) throws {
    try SQLiteConnection(path: database, .readWrite).execute(sql)
  }

  @Test func `goes on where it was left, with all that was said`() throws {
    let store = try SynchronousStore(in: folder)
    let first = try store.put(
      "a",
      parsed("# One\n\nPros: quiet; cheap\n") {
        $0.title = "A \"title\" of\u{0} mine\n"
        $0.url = "https://example.org/"
        $0.publishedAt = "2026-01-02"
        $0.tags = ["tram", "\"q\" \\ \u{1F} é 東京", ""]
      }
    ).article
    let second = try store.add(parsed("Zwei: größer\n", .utf16BigEndian)).article
    let third = try store.add(parsed("Drei: größer 😀\n", .utf16LittleEndian)).article
    store.clock.advance(by: 7)
    let replaced = try store.put("a2", parsed("# Two\n")).article
    let last = try store.put("a2", parsed("# Three\n\nCons: dear\n")).article
    _ = try store.put("gone", parsed("gone"))
    try store.delete("gone")
    let changes = try store.changes()
    store.close()

    let again = try SynchronousStore(in: folder)
    let articles = try again.articles().items
    #expect(articles.map(\.id) == [first, second, third, last].map(\.id))
    for (stored, written) in zip(articles, [first, second, third, last]) {
      #expect(stored !== written)
      #expect(stored.revision == written.revision)
      #expect(stored.createdAt == written.createdAt)
      #expect(stored.updatedAt == written.updatedAt)
      #expect(stored.writtenAt == written.writtenAt)
      #expect(stored.sequence == written.sequence)
      #expect(stored.metadata == written.metadata)
      #expect(stored.document == written.document)
      #expect(stored.article == written.article)
      #expect(stored.size == written.size)
      #expect(stored.validator == written.validator)
    }
    #expect(last.createdAt == replaced.createdAt)
    #expect(try again.changes() == changes)
    #expect(try again.points(.pro).total == 2)
    #expect(try again.found("{cons} : \"dear\"") == ["a2"])
    #expect(try again.found("\"two\" OR \"gone\"").isEmpty)
    // What comes now comes behind: places and times are never given twice.
    let new = try again.put("new", parsed("new")).article
    #expect(new.sequence == 6)
    #expect(new.updatedAt > last.updatedAt)
    #expect(try again.changes(after: changes.last).items.map(\.article.text) == ["new"])
    #expect(try again.add(parsed("Zwei: größer\n", .utf16BigEndian)).outcome == .existing)
    again.close()
  }

  @Test func `keeps what it has answered, though it is not closed`() throws {
    let store = try SynchronousStore(in: folder)
    for number in 1...50 { _ = try store.put("a\(number % 20)", parsed("text \(number)")) }
    // The files as a process leaves them that is killed.
    let copy = "\(folder)-copy"
    try FileManager.default.createDirectory(atPath: copy, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: copy) }
    for name in ["counterpoint.sqlite", "counterpoint.sqlite-wal"] {
      try FileManager.default.copyItem(atPath: "\(folder)/\(name)", toPath: "\(copy)/\(name)")
    }
    let again = try SynchronousStore(in: copy)
    let articles = try store.articles(limit: 100).items
    #expect(articles.count == 20)
    #expect(try again.articles(limit: 100).items.map(\.validator) == articles.map(\.validator))
    #expect(try again.changes() == store.changes())
    again.close()
    store.close()
  }

  @Test func `leaves one file and an empty log when it is closed`() throws {
    let store = try SynchronousStore(in: folder)
    _ = try store.put("a", parsed("text"))
    store.close()
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    #expect(names == ["counterpoint.sqlite", "lock"])
  }

  @Test func `is indexed anew when the index was made in another way`() throws {
    let store = try SynchronousStore(in: folder)
    for number in 1...5 { _ = try store.put("a\(number)", parsed("text \(number)\n\nPros: x\n")) }
    store.close()
    try tamper(
      """
      INSERT INTO article_index(article_index) VALUES('delete-all');
      INSERT INTO article_index(rowid, text) VALUES(1, 'stale');
      UPDATE meta SET value = 'older' WHERE key = 'indexVersion';
      """)
    let again = try SynchronousStore(in: folder)
    #expect(try again.found("\"stale\"").isEmpty)
    #expect(try again.found("{pros} : \"x\"").count == 5)
    again.close()
    let third = try SynchronousStore(in: folder)
    #expect(try third.found("\"text\"").count == 5)
    third.close()
  }

  @Test func `refuses a folder that another store holds, and takes it once it is let go`() throws {
    let store = try SynchronousStore(in: folder)
    #expect(throws: DataError.inUse(folder)) { try SynchronousStore(in: folder) }
    store.close()
    try SynchronousStore(in: folder).close()
  }

  @Test func `refuses another program's database, and leaves it alone`() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try tamper("CREATE TABLE theirs(x); INSERT INTO theirs VALUES(1);")
    let before = try Data(contentsOf: URL(filePath: database))
    #expect(throws: DataError.foreign(database)) { try SynchronousStore(in: folder) }
    #expect(try Data(contentsOf: URL(filePath: database)) == before)
  }

  @Test func `refuses a later version's database`() throws {
    try SynchronousStore(in: folder).close()
    try tamper("PRAGMA user_version = 9")
    #expect(throws: DataError.newer(database, schema: 9, known: 1)) {
      try SynchronousStore(in: folder)
    }
  }

  @Test(arguments: [0, 100, 20_000, 60_000])
  func `refuses a file that is damaged`(offset: Int) throws {
    let store = try SynchronousStore(in: folder)
    for number in 1...40 { _ = try store.put("a\(number)", parsed("\(number) text\n")) }
    _ = try store.put("long", parsed(String(repeating: "long text ", count: 9_000)))
    store.close()
    let file = try #require(FileHandle(forUpdatingAtPath: database))
    try file.seek(toOffset: UInt64(offset))
    // More than a page, so that it is not all within what only a query would look at.
    try file.write(contentsOf: Data(repeating: 0xFF, count: 10_000))
    try file.close()
    expectDamage()
  }

  @Test func `refuses a file that is cut`() throws {
    let store = try SynchronousStore(in: folder)
    for number in 1...40 { _ = try store.put("a\(number)", parsed("\(number) text\n")) }
    store.close()
    // Right because the call reads the path, which ends with a NUL.
    #expect(unsafe truncate(database, 20_000) == 0)
    expectDamage()
  }

  @Test(arguments: [
    "UPDATE articles SET document = x'41'", "UPDATE articles SET id = '/'",
    "UPDATE articles SET media = 'image/png'", "UPDATE articles SET encoding = 'x'",
    "UPDATE changes SET kind = 'x'", "UPDATE changes SET sequence = 7 WHERE sequence = 1",
  ])
  func `refuses rows that are not as they were written`(sql: String) throws {
    let store = try SynchronousStore(in: folder)
    _ = try store.put("a", parsed("text"))
    _ = try store.put("a", parsed("text"))
    store.close()
    try tamper(sql)
    expectDamage()
  }

  private func expectDamage(_ location: SourceLocation = #_sourceLocation) {
    do {
      try SynchronousStore(in: folder).close()
      Issue.record("it was opened", sourceLocation: location)
    } catch let error as DataError {
      guard case .damaged(database, _) = error else {
        Issue.record("\(error)", sourceLocation: location)
        return
      }
      #expect(error.description.hasPrefix("\(database): it is damaged ("), sourceLocation: location)
    } catch {
      Issue.record("\(error)", sourceLocation: location)
    }
  }

  @Test func `refuses what is no folder, and one whose parent is not there`() throws {
    #expect(throws: DataError.notFolder("/etc/hostname")) {
      try SynchronousStore(in: "/etc/hostname")
    }
    let missing = "\(folder)/a/b"
    #expect(throws: DataError.noParent(missing)) {
      try SynchronousStore(in: missing)
    }
  }

  @Test func `articles beyond the limit stay, and only new ones are refused`() throws {
    let store = try SynchronousStore(in: folder)
    for id in ["a", "b"] { _ = try store.put(id, parsed("text")) }
    store.close()
    let smaller = try SynchronousStore(in: folder, limit: 100)
    #expect(try smaller.articles().total == 2)
    #expect(throws: StoreError.full(limit: 100)) { try smaller.put("c", self.parsed("text")) }
    try smaller.delete("a")
    smaller.close()
  }
}
