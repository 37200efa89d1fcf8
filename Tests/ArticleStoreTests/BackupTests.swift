@testable import ArticleParsing
@testable import ArticleStore
import Foundation
import Locking
import Testing

/// Backups, and what they are brought back as.
@Suite struct `A backup` {
  private let folder = StoreFolder()
  private let other = StoreFolder()
  private var file: String { "\(folder.path)-backup" }

  private func backUp(replaces: Bool = false) throws -> CopySummary {
    try ArticleStore.backUp(folder.path, to: file, replaces: replaces) { _ in }
  }

  private func restore(_ file: String? = nil) throws -> CopySummary {
    try ArticleStore.restore(file ?? self.file, into: other.path) { _ in }
  }

  private func withFile<Value>(_ body: () throws -> Value) throws -> Value {
    defer { try? FileManager.default.removeItem(atPath: file) }
    return try body()
  }

  @Test(arguments: [true, false])
  func `has all articles, and the store that is restored goes on under another epoch`(
    whileOpen: Bool
  ) throws {
    try withFile {
      let store = try SynchronousStore(in: folder.path)
      for number in 1...30 {
        _ = try store.put("a\(number)", folder.parsed("text \(number)\n") { $0.tags = ["t"] })
      }
      try store.delete("a3")
      let articles = try store.articles(limit: 100).items
      let changes = try store.changes()
      if !whileOpen { store.close() }
      let names = try folder.names()
      #expect(try backUp().articles == 29)
      #expect(try folder.names() == names)
      if whileOpen {
        // It is not held up, and what comes later is not in the copy.
        _ = try store.put("later", folder.parsed("later"))
        store.close()
      }
      #expect(try restore().articles == 29)
      let again = try SynchronousStore(in: other.path)
      let restored = try again.articles(limit: 100).items
      #expect(restored.map(\.validator) == articles.map(\.validator))
      #expect(restored.map(\.createdAt) == articles.map(\.createdAt))
      #expect(restored.map(\.document) == articles.map(\.document))
      #expect(try again.changes().items == changes.items)
      #expect(try again.changes().epoch != changes.epoch)
      #expect(try again.found("\"text\"").count == 29)
      _ = try again.put("new", folder.parsed("new"))
      again.close()
      try SynchronousStore(in: other.path).close()
    }
  }

  @Test func `takes no other file's place unless it is told to, and leaves nothing half made`()
    throws
  {
    try withFile {
      let store = try SynchronousStore(in: folder.path)
      _ = try store.put("a", folder.parsed("text"))
      try Data("mine".utf8).write(to: URL(filePath: file))
      #expect(throws: BackupError.exists(file)) { try backUp() }
      #expect(try Data(contentsOf: URL(filePath: file)) == Data("mine".utf8))
      #expect(try backUp(replaces: true).articles == 1)
      store.close()
      let folder = (file as NSString).deletingLastPathComponent
      let name = (file as NSString).lastPathComponent
      let rest = try FileManager.default.contentsOfDirectory(atPath: folder)
        .filter { $0.hasPrefix(name) }
      #expect(rest == [name])
    }
    let missing = "\(folder.path)/none/backup"
    #expect(throws: BackupError.unwritable(missing, errno: ENOENT)) {
      try ArticleStore.backUp(folder.path, to: missing, replaces: false) { _ in }
    }
    #expect(throws: BackupError.nothingKept(other.path)) {
      try ArticleStore.backUp(other.path, to: file, replaces: false) { _ in }
    }
  }

  @Test func `leaves alone what lies beside its place, and a link that leads nowhere`() throws {
    let store = try SynchronousStore(in: folder.path)
    _ = try store.put("a", folder.parsed("text"))
    store.close()
    try FileManager.default.createDirectory(atPath: other.path, withIntermediateDirectories: true)
    let file = "\(other.path)/backup"
    try Data("mine".utf8).write(to: URL(filePath: "\(file).part"))
    try Data("mine".utf8).write(to: URL(filePath: "\(file).part-journal"))
    try FileManager.default.createSymbolicLink(
      atPath: file, withDestinationPath: "\(other.path)/none")
    #expect(throws: BackupError.exists(file)) {
      try ArticleStore.backUp(folder.path, to: file, replaces: false) { _ in }
    }
    #expect(throws: BackupError.notFile(other.path)) {
      try ArticleStore.backUp(folder.path, to: other.path, replaces: true) { _ in }
    }
    try other.remove(file)
    _ = try ArticleStore.backUp(folder.path, to: file, replaces: false) { _ in }
    #expect(try other.names().sorted() == ["backup", "backup.part", "backup.part-journal"])
    #expect(try Data(contentsOf: URL(filePath: "\(file).part")) == Data("mine".utf8))
  }

  @Test func `whose place is taken meanwhile leaves that as it is`() throws {
    let store = try SynchronousStore(in: folder.path)
    _ = try store.put("a", folder.parsed("text"))
    store.close()
    defer { try? FileManager.default.removeItem(atPath: file) }
    #expect(throws: BackupError.exists(file)) {
      try ArticleStore.backUp(folder.path, to: file, replaces: false) { [file] _ in
        try? Data("mine".utf8).write(to: URL(filePath: file))
      }
    }
    #expect(try Data(contentsOf: URL(filePath: file)) == Data("mine".utf8))
  }

  @Test func `is not called damaged where the folder is`() throws {
    try withFile {
      let store = try SynchronousStore(in: folder.path)
      _ = try store.put("a", folder.parsed("text"))
      store.close()
      _ = try backUp()
      // Right because the call reads the path, which ends with a NUL.
      #expect(unsafe truncate(folder.database, 8_192) == 0)
      func expectOfFolder(_ body: () throws -> CopySummary) {
        do {
          _ = try body()
          Issue.record("it is not refused")
        } catch BackupError.data(.damaged(folder.database, _)) {
        } catch {
          Issue.record(error)
        }
      }
      expectOfFolder { try ArticleStore.restore(file, into: folder.path) { _ in } }
      expectOfFolder { try backUp(replaces: true) }
      expectOfFolder { try ArticleStore.compact(folder.path) { _ in } }
    }
  }

  @Test func `takes the place of none of the folder's own files, by whatever name`() throws {
    let store = try SynchronousStore(in: folder.path)
    _ = try store.put("a", folder.parsed("text"))
    try FileManager.default.createDirectory(atPath: other.path, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: "\(other.path)/folder", withDestinationPath: folder.path)
    try FileManager.default.createSymbolicLink(
      atPath: "\(other.path)/symbolic", withDestinationPath: folder.database)
    try FileManager.default.linkItem(atPath: folder.index, toPath: "\(other.path)/hard")
    let names = try folder.names()
    let inside = (names + ["new"]).map { "\(folder.path)/\($0)" }
    let linked = ["folder/counterpoint.sqlite", "symbolic", "hard"].map { "\(other.path)/\($0)" }
    for file in inside + linked {
      #expect(throws: BackupError.inFolder(file, folder: folder.path)) {
        try ArticleStore.backUp(folder.path, to: file, replaces: true) { _ in }
      }
    }
    #expect(try folder.names() == names)
    _ = try store.put("b", folder.parsed("text"))
    store.close()
    let again = try SynchronousStore(in: folder.path)
    #expect(try again.articles().total == 2)
    again.close()
  }

  @Test func `is not opened by a service, which would go on under the old epoch`() throws {
    try withFile {
      let store = try SynchronousStore(in: folder.path)
      _ = try store.put("a", folder.parsed("text"))
      store.close()
      _ = try backUp()
      try FileManager.default.createDirectory(
        atPath: other.path, withIntermediateDirectories: true)
      try FileManager.default.copyItem(atPath: file, toPath: other.database)
      #expect(throws: DataError.misfit(.isCopy(other.database))) {
        try SynchronousStore(in: other.path)
      }
    }
  }

  @Test func `is brought into no folder that has articles, or that is used`() throws {
    try withFile {
      let store = try SynchronousStore(in: folder.path)
      _ = try store.put("a", folder.parsed("text"))
      _ = try backUp()
      #expect(throws: BackupError.data(.inUse(folder.path))) {
        try ArticleStore.restore(file, into: folder.path) { _ in }
      }
      store.close()
      #expect(throws: BackupError.hasArticles(folder.path, count: 1)) {
        try ArticleStore.restore(file, into: folder.path) { _ in }
      }
      let again = try SynchronousStore(in: folder.path)
      #expect(try again.articles().total == 1)
      try again.delete("a")
      again.close()
      #expect(try ArticleStore.restore(file, into: folder.path) { _ in }.articles == 1)
      let restored = try SynchronousStore(in: folder.path)
      #expect(try restored.found("\"text\"") == ["a"])
      restored.close()
    }
  }

  @Test func `that is none, or is damaged, changes nothing`() throws {
    try withFile {
      let store = try SynchronousStore(in: folder.path)
      for number in 1...40 {
        _ = try store.put(
          "a\(number)", folder.parsed(String(repeating: "\(number) ", count: 9_000)))
      }
      store.close()
      func expect(_ error: BackupError, _ location: SourceLocation = #_sourceLocation) {
        #expect(throws: error, sourceLocation: location) { try restore() }
        #expect(
          !FileManager.default.fileExists(atPath: other.database), sourceLocation: location)
      }
      expect(.notFound(file))
      try Data("text".utf8).write(to: URL(filePath: file))
      expect(.noBackup(file, reason: "this is no database"))
      try Data().write(to: URL(filePath: file))
      expect(.noBackup(file, reason: "this file is empty"))
      try FileManager.default.removeItem(atPath: file)
      try folder.copy(folder.index, to: file)
      expect(
        .noBackup(file, reason: "this is an index, which is made of the articles and has none"))
      try FileManager.default.removeItem(atPath: file)
      try folder.tamper("CREATE TABLE theirs(x)", in: file)
      expect(.noBackup(file, reason: "this is another program's database"))
      _ = try backUp(replaces: true)
      try folder.tamper("PRAGMA user_version = 9", in: file)
      expect(.data(.newer(file, schema: 9, known: 3)))
      try folder.tamper("PRAGMA user_version = 3; UPDATE articles SET document = x'41'", in: file)
      expect(.damaged(file, reason: "an article is not as it was stored"))
      _ = try backUp(replaces: true)
      try folder.damage(file, at: 60_000)
      #expect(throws: BackupError.self) { try restore() }
      // Right because the call reads the path, which ends with a NUL.
      #expect(unsafe truncate(file, 30_000) == 0)
      #expect(throws: BackupError.self) { try restore() }
      #expect(!FileManager.default.fileExists(atPath: other.database))
    }
  }

  @Test func `can be SQLite's own, or the file itself`() throws {
    let store = try SynchronousStore(in: folder.path)
    _ = try store.put("a", folder.parsed("text"))
    // What the tool's .backup writes: all pages as they are, those of the log among them.
    let killed = try folder.killed()
    store.close()
    #expect(try restore(killed.database).articles == 1)
    try other.remove(other.database)
    try killed.tamper("SELECT 1 FROM meta; PRAGMA wal_checkpoint(TRUNCATE)")
    #expect(try restore(killed.database).articles == 1)
    try other.remove(other.database)
    #expect(try restore(folder.database).articles == 1)
  }

  @Test func `says when it may lack what was written last, its log not being there`() throws {
    let store = try SynchronousStore(in: folder.path)
    _ = try store.put("a", folder.parsed("text"))
    let killed = try folder.killed()
    store.close()
    #expect(try !restore(killed.database).mayLackNewest)
    try other.remove(other.database)
    try FileManager.default.removeItem(atPath: killed.database + "-wal")
    let rest = try restore(killed.database)
    #expect(rest.articles == 0)
    #expect(rest.mayLackNewest)
    try other.remove(other.database)
    #expect(try !restore(folder.database).mayLackNewest)
    try other.remove(other.database)
    try withFile {
      _ = try backUp()
      #expect(try !restore().mayLackNewest)
    }
  }

  @Test func `tells how far it is`() throws {
    try withFile {
      let store = try SynchronousStore(in: folder.path)
      for number in 1...200 {
        _ = try store.put(
          "a\(number)", folder.parsed(String(repeating: "\(number) ", count: 9_000)))
      }
      store.close()
      let told = Locked<[CopyProgress]>([])
      _ = try ArticleStore.backUp(folder.path, to: file, replaces: false) { progress in
        told.withLock { $0.append(progress) }
      }
      _ = try ArticleStore.restore(file, into: other.path) { progress in
        told.withLock { $0.append(progress) }
      }
      let all = told.withLock { $0 }
      #expect(all.contains(.checking(articles: 200, total: 200)))
      #expect(all.contains { if case .copying(1..., _) = $0 { true } else { false } })
    }
  }
}
