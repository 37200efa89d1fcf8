@testable import ArticleParsing
@testable import ArticleStore
import Foundation
import Glibc
import Testing

/// A store that is kept in a folder.
@Suite struct `A store in a folder` {
  private let folder = StoreFolder()

  @Test func `goes on where it was left, with all that was said`() throws {
    let store = try SynchronousStore(in: folder.path)
    let first = try store.put(
      "a",
      folder.parsed("# One\n\nPros: quiet; cheap\n") {
        $0.title = "A \"title\" of\u{0} mine\n"
        $0.url = "https://example.org/"
        $0.publishedAt = "2026-01-02"
        $0.tags = ["tram", "\"q\" \\ \u{1F} é 東京", ""]
      }
    ).article
    let second = try store.add(folder.parsed("Zwei: größer\n", .utf16BigEndian)).article
    let third = try store.add(folder.parsed("Drei: größer 😀\n", .utf16LittleEndian)).article
    store.clock.advance(by: 7)
    let replaced = try store.put("a2", folder.parsed("# Two\n")).article
    let last = try store.put("a2", folder.parsed("# Three\n\nCons: dear\n")).article
    _ = try store.put("gone", folder.parsed("gone"))
    try store.delete("gone")
    let changes = try store.changes()
    store.close()

    let again = try SynchronousStore(in: folder.path)
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
    let new = try again.put("new", folder.parsed("new")).article
    #expect(new.sequence == 6)
    #expect(new.updatedAt > last.updatedAt)
    #expect(try again.changes(after: changes.last).items.map(\.article.text) == ["new"])
    #expect(try again.add(folder.parsed("Zwei: größer\n", .utf16BigEndian)).outcome == .existing)
    again.close()
  }

  @Test func `keeps what it has answered, though it is not closed`() throws {
    let store = try SynchronousStore(in: folder.path)
    for number in 1...50 { _ = try store.put("a\(number % 20)", folder.parsed("text \(number)")) }
    // The files as a process leaves them that is killed.
    let copy = "\(folder.path)-copy"
    try FileManager.default.createDirectory(atPath: copy, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: copy) }
    for name in ["counterpoint.sqlite", "counterpoint.sqlite-wal"] {
      try FileManager.default.copyItem(atPath: "\(folder.path)/\(name)", toPath: "\(copy)/\(name)")
    }
    let again = try SynchronousStore(in: copy)
    let articles = try store.articles(limit: 100).items
    #expect(articles.count == 20)
    #expect(try again.articles(limit: 100).items.map(\.validator) == articles.map(\.validator))
    #expect(try again.changes() == store.changes())
    again.close()
    store.close()
  }

  @Test func `leaves its files without logs when it is closed`() throws {
    let store = try SynchronousStore(in: folder.path)
    _ = try store.put("a", folder.parsed("text"))
    store.close()
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    #expect(names == ["counterpoint.sqlite", "index.sqlite", "lock"])
  }

  @Test func `a batch that cannot be committed fails as one, and leaves nothing`() throws {
    let store = try SynchronousStore(in: folder.path)
    _ = try store.put("a", folder.parsed("one"))
    try store.limitPages(to: store.pages())
    let long = (0..<20_000).map { "word\($0)" }.joined(separator: " ")
    let texts = [("a", "two"), ("b", long), ("c", "one more")]
    func write() throws -> [Result<Written, StoreError>] {
      store.batch(
        try texts.map { id, text in
          let prepared = store.store.writer.prepare(try folder.parsed(text))
          return {
            store.store.writer.write(.upsert(SynchronousStore.id(id), prepared), completion: $0)
          }
        })
    }
    for result in try write() {
      #expect(throws: StoreError.diskFull) { try result.get() }
    }
    #expect(try store.article("a")?.revision == 1)
    #expect(try store.articles().total == 1)
    #expect(try store.found("\"one\"") == ["a"])
    #expect(try store.changes().last == 1)

    try store.limitPages(to: 100_000)
    #expect(try write().map { try $0.get().article.revision } == [2, 1, 1])
    #expect(try store.found("word19999") == ["b"])
    #expect(try store.changes().items.map(\.sequence) == [1, 2, 3, 4])
    store.close()
  }

  @Test func `refuses a folder that another store holds, and takes it once it is let go`() throws {
    let store = try SynchronousStore(in: folder.path)
    #expect(throws: DataError.inUse(folder.path)) { try SynchronousStore(in: folder.path) }
    store.close()
    try SynchronousStore(in: folder.path).close()
  }

  @Test func `refuses another program's database, and leaves it alone`() throws {
    try FileManager.default.createDirectory(atPath: folder.path, withIntermediateDirectories: true)
    try folder.tamper("CREATE TABLE theirs(x); INSERT INTO theirs VALUES(1);")
    let before = try Data(contentsOf: URL(filePath: folder.database))
    #expect(throws: DataError.foreign(folder.database)) { try SynchronousStore(in: folder.path) }
    #expect(try Data(contentsOf: URL(filePath: folder.database)) == before)
  }

  @Test func `refuses a later version's database`() throws {
    try SynchronousStore(in: folder.path).close()
    try folder.tamper("PRAGMA user_version = 9")
    #expect(throws: DataError.newer(folder.database, schema: 9, known: 3)) {
      try SynchronousStore(in: folder.path)
    }
  }

  @Test(arguments: [0, 100, 20_000, 60_000])
  func `refuses a file that is damaged`(offset: Int) throws {
    let store = try SynchronousStore(in: folder.path)
    for number in 1...40 { _ = try store.put("a\(number)", folder.parsed("\(number) text\n")) }
    _ = try store.put("long", folder.parsed(String(repeating: "long text ", count: 9_000)))
    store.close()
    try folder.damage(folder.database, at: offset)
    expectDamage()
  }

  @Test func `refuses a file that is cut`() throws {
    let store = try SynchronousStore(in: folder.path)
    for number in 1...40 { _ = try store.put("a\(number)", folder.parsed("\(number) text\n")) }
    store.close()
    // Right because the call reads the path, which ends with a NUL.
    #expect(unsafe truncate(folder.database, 20_000) == 0)
    expectDamage()
  }

  @Test(arguments: [
    "UPDATE articles SET document = x'41'", "UPDATE articles SET id = '/'",
    "UPDATE articles SET media = 'image/png'", "UPDATE articles SET encoding = 'x'",
    "UPDATE changes SET kind = 'x'", "UPDATE changes SET sequence = 7 WHERE sequence = 1",
  ])
  func `refuses rows that are not as they were written`(sql: String) throws {
    let store = try SynchronousStore(in: folder.path)
    _ = try store.put("a", folder.parsed("text"))
    _ = try store.put("a", folder.parsed("text"))
    store.close()
    try folder.tamper(sql)
    expectDamage()
  }

  private func expectDamage(_ location: SourceLocation = #_sourceLocation) {
    do {
      try SynchronousStore(in: folder.path).close()
      Issue.record("it was opened", sourceLocation: location)
    } catch let error as DataError {
      guard case .damaged(folder.database, _) = error else {
        Issue.record("\(error)", sourceLocation: location)
        return
      }
      #expect(
        error.description.hasPrefix("\(folder.database): it is damaged ("), sourceLocation: location
      )
    } catch {
      Issue.record("\(error)", sourceLocation: location)
    }
  }

  @Test func `refuses what is no folder, and one whose parent is not there`() throws {
    #expect(throws: DataError.notFolder("/etc/hostname")) {
      try SynchronousStore(in: "/etc/hostname")
    }
    let missing = "\(folder.path)/a/b"
    #expect(throws: DataError.noParent(missing)) {
      try SynchronousStore(in: missing)
    }
  }

  @Test func `articles beyond the limit stay, and only new ones are refused`() throws {
    let store = try SynchronousStore(in: folder.path)
    for id in ["a", "b"] { _ = try store.put(id, folder.parsed("text")) }
    store.close()
    let smaller = try SynchronousStore(in: folder.path, limit: 100)
    #expect(try smaller.articles().total == 2)
    #expect(throws: StoreError.full(limit: 100)) { try smaller.put("c", folder.parsed("text")) }
    try smaller.delete("a")
    smaller.close()
  }
}
