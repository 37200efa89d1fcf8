@testable import ArticleParsing
@testable import ArticleStore
import Foundation
import Locking
import Testing

/// Folders of earlier versions, made as these made them.
@Suite struct `A folder of an earlier version` {
  private let folder = StoreFolder()

  @Test(arguments: [1, 2])
  func `is brought to this one, with all that it keeps`(version: Int) throws {
    try EarlierFolder.fill(folder, version: version, articles: 50)
    let isIndexing = Locked(false)
    let store = try SynchronousStore(
      in: folder.path, progress: { progress in isIndexing.withLock { $0 = progress.isIndexing } })
    #expect(isIndexing.withLock { $0 })
    let articles = try store.articles(limit: 100).items
    #expect(articles.map(\.id.text) == (1...50).map { "a\($0)" })
    #expect(articles.first?.createdAt == 1_001)
    #expect(articles.first?.metadata.tags == ["tram"])
    #expect(try store.changes().epoch == "00000000000000aa")
    #expect(try store.changes().last == 50)
    #expect(try store.found("\"quiet\"").count == 50)
    try store.delete("a1")
    store.close()
    let connection = try SQLiteConnection(path: folder.database, .readOnly)
    #expect(try connection.integer("PRAGMA user_version") == 3)
    #expect(try connection.integer("PRAGMA auto_vacuum") == 0)
    #expect(
      try connection.integer("SELECT count(*) FROM sqlite_schema WHERE name LIKE 'article_i%'") == 0
    )
  }

  @Test(arguments: [1, 2])
  func `is compacted, and gives room back from then on`(version: Int) throws {
    try EarlierFolder.fill(folder, version: version, articles: 400)
    #expect(try ArticleStore.compact(folder.path) { _ in }.articles == 400)
    let before = try folder.size(of: folder.database)
    let store = try SynchronousStore(in: folder.path)
    #expect(try store.articles().total == 400)
    #expect(try store.changes().epoch == "00000000000000aa")
    for number in 1...399 { try store.delete("a\(number)") }
    store.close()
    #expect(try folder.size(of: folder.database) < before / 2)
  }

  @Test(arguments: [1, 2])
  func `is backed up, and restored`(version: Int) throws {
    try EarlierFolder.fill(folder, version: version, articles: 50)
    let file = "\(folder.path)-backup"
    defer { try? FileManager.default.removeItem(atPath: file) }
    #expect(try ArticleStore.backUp(folder.path, to: file, replaces: false) { _ in }.articles == 50)
    let other = StoreFolder()
    #expect(try ArticleStore.restore(file, into: other.path) { _ in }.articles == 50)
    #expect(
      try ArticleStore.restore(folder.database, into: StoreFolder().path) { _ in }.articles == 50)
    let store = try SynchronousStore(in: other.path)
    #expect(try store.found("\"quiet\"").count == 50)
    store.close()
  }
}
