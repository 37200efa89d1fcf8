@testable import ArticleParsing
@testable import ArticleStore
import Foundation
import Testing

/// Files that do not fit each other: what is missing is not taken for what never was.
@Suite struct `A folder whose files do not fit` {
  private let folder = StoreFolder()

  /// A store with some articles, which is closed, and then the same with one more.
  private func stored(_ more: String...) throws {
    let store = try SynchronousStore(in: folder.path)
    store.clock.advance(by: 1_000)
    for id in ["a", "b", "c"] + more { _ = try store.put(id, folder.parsed("Pros: quiet\n")) }
    store.close()
  }

  /// A store with some articles as it is when it is killed; nothing is in its database, all in its log.
  private func killed() throws -> StoreFolder {
    let store = try SynchronousStore(in: folder.path)
    for id in ["a", "b", "c"] { _ = try store.put(id, folder.parsed("Pros: quiet\n")) }
    #expect(try store.store.matching("\"quiet\"").count == 3)
    let killed = try folder.killed()
    store.close()
    return killed
  }

  private func expect(
    _ misfit: FolderMisfit, in folder: StoreFolder, _ location: SourceLocation = #_sourceLocation
  ) throws {
    let before = try folder.names()
    #expect(throws: DataError.misfit(misfit), sourceLocation: location) {
      try SynchronousStore(in: folder.path).close()
    }
    #expect(try folder.names() == before, sourceLocation: location)
    #expect(throws: BackupError.data(.misfit(misfit)), sourceLocation: location) {
      _ = try ArticleStore.backUp(
        folder.path, to: "\(folder.path)-backup", replaces: false, { _ in })
    }
  }

  @Test(arguments: [true, false])
  func `is refused when the articles are gone, and the index is there`(isEmpty: Bool) throws {
    try stored()
    try folder.remove(folder.database)
    if isEmpty { #expect(FileManager.default.createFile(atPath: folder.database, contents: nil)) }
    try expect(
      .articlesMissing(folder.database, isEmpty: isEmpty, index: folder.index), in: folder)
    // As it says: without the index it is a new one.
    try folder.remove(folder.index)
    let store = try SynchronousStore(in: folder.path)
    #expect(try store.articles().total == 0)
    store.close()
  }

  @Test(arguments: 1...15, [true, false])
  func `is refused when little is left of its database`(length: Int, isPrefix: Bool) throws {
    try stored()
    let rest =
      isPrefix ? Array("SQLite format 3".utf8.prefix(length)) : Array(repeating: 120, count: length)
    try Data(rest).write(to: URL(filePath: folder.database))
    let before = try folder.names()
    #expect(throws: DataError.self) { try SynchronousStore(in: folder.path).close() }
    #expect(throws: BackupError.self) { try ArticleStore.compact(folder.path) { _ in } }
    #expect(try folder.names() == before)
    #expect(try Data(contentsOf: URL(filePath: folder.database)) == Data(rest))
  }

  @Test func `is refused when one byte is left of its database, which SQLite takes for none`()
    throws
  {
    let killed = try killed()
    try Data([83]).write(to: URL(filePath: killed.database))
    try expect(.logAlone(killed.database, isEmpty: true), in: killed)
    try stored()
    try Data([83]).write(to: URL(filePath: folder.database))
    try expect(.articlesMissing(folder.database, isEmpty: true, index: folder.index), in: folder)
  }

  @Test func `is refused when a restore did not come to its end, and can be restored again`() throws
  {
    try stored()
    let other = StoreFolder()
    try FileManager.default.createDirectory(atPath: other.path, withIntermediateDirectories: true)
    let draft = other.database + ".part"
    try Data("half".utf8).write(to: URL(filePath: draft))
    try expect(.restoreUnfinished(other.database, draft: draft), in: other)
    #expect(try ArticleStore.restore(folder.database, into: other.path) { _ in }.articles == 3)
    #expect(try other.names() == ["counterpoint.sqlite"])
    // What `compact` left is of no use to anybody.
    try Data("half".utf8).write(to: URL(filePath: draft))
    try SynchronousStore(in: other.path).close()
    #expect(!FileManager.default.fileExists(atPath: draft))
  }

  @Test func `is refused when nothing is left of it but an index that was not closed`() throws {
    let killed = try killed()
    try killed.remove(killed.database, andLog: true)
    try FileManager.default.removeItem(atPath: killed.index + "-wal")
    try expect(
      .articlesMissing(killed.database, isEmpty: false, index: killed.index), in: killed)
  }

  @Test func `is a new one when nothing was ever in it`() throws {
    try SynchronousStore(in: folder.path).close()
    try folder.remove(folder.database)
    try SynchronousStore(in: folder.path).close()
  }

  @Test func `is refused when the log is there alone`() throws {
    let killed = try killed()
    try killed.remove(killed.database)
    try expect(.logAlone(killed.database, isEmpty: false), in: killed)
  }

  @Test(arguments: [true, false])
  func `is refused when its log is gone`(isEmptied: Bool) throws {
    let killed = try killed()
    let log = killed.database + "-wal"
    if isEmptied {
      try Data().write(to: URL(filePath: log))
    } else {
      try FileManager.default.removeItem(atPath: log)
    }
    try expect(
      .articlesBehind(
        killed.database, lastChange: 0, index: killed.index, indexChange: 3), in: killed)
    // Without the index, too, or with one that lost its own log.
    try FileManager.default.removeItem(atPath: killed.index + "-wal")
    try expect(.logGone(killed.database), in: killed)
    try killed.remove(killed.index)
    try expect(.logGone(killed.database), in: killed)
  }

  @Test(arguments: [true, false])
  func `is refused when its log is gone, though the index has no more`(hasIndexLog: Bool) throws {
    try stored()
    let store = try SynchronousStore(in: folder.path)
    // So that the index, with its log, stands where the database does without its own.
    _ = try store.put("d", folder.parsed("Pros: quiet\n"))
    #expect(try store.store.matching("\"quiet\"").count == 4)
    if hasIndexLog { try folder.tamper("PRAGMA wal_checkpoint(PASSIVE)") }
    let index = try folder.killed()
    _ = try store.put("e", folder.parsed("Pros: quiet\n"))
    let killed = try folder.killed()
    store.close()
    try FileManager.default.removeItem(atPath: killed.database + "-wal")
    try FileManager.default.removeItem(atPath: killed.index + "-wal")
    if hasIndexLog { try killed.copy(index.index, to: killed.index) }
    try expect(.logGone(killed.database), in: killed)
  }

  @Test func `is refused when a tool has copied its log into it, and can be restored`() throws {
    let killed = try killed()
    try killed.tamper("SELECT 1 FROM meta; PRAGMA wal_checkpoint(TRUNCATE)")
    try? FileManager.default.removeItem(atPath: killed.database + "-wal")
    try expect(.logGone(killed.database), in: killed)
    let other = StoreFolder()
    #expect(try ArticleStore.restore(killed.database, into: other.path) { _ in }.articles == 3)
    let store = try SynchronousStore(in: other.path)
    #expect(try store.articles().total == 3)
    store.close()
  }

  @Test func `is refused when an older copy of the articles was put in their place`() throws {
    try stored()
    try folder.copy(folder.database, to: "\(folder.path)/older")
    try stored("d")
    try folder.copy("\(folder.path)/older", to: folder.database)
    try expect(
      .articlesBehind(folder.database, lastChange: 3, index: folder.index, indexChange: 7),
      in: folder)
  }

  @Test func `is refused when the index has seen another way than the articles went`() throws {
    try stored()
    try folder.copy(folder.database, to: "\(folder.path)/older")
    try stored("x")
    try folder.copy(folder.index, to: "\(folder.path)/index-x")
    try folder.copy("\(folder.path)/older", to: folder.database)
    try folder.remove(folder.index)
    let other = try SynchronousStore(in: folder.path)
    other.clock.advance(by: 9_000)
    for id in ["y", "z", "u", "v", "w"] { _ = try other.put(id, folder.parsed("Pros: loud\n")) }
    other.close()
    try folder.copy("\(folder.path)/index-x", to: folder.index)
    try expect(.otherChanges(folder.database, index: folder.index, change: 7), in: folder)
  }

  @Test func `is refused when the log beside a copy is that of what was there before`() throws {
    try stored()
    try folder.copy(folder.database, to: "\(folder.path)/older")
    try stored("d")
    let store = try SynchronousStore(in: folder.path)
    _ = try store.put("e", folder.parsed("e"))
    let killed = try folder.killed()
    store.close()
    try killed.remove(killed.database)
    try FileManager.default.copyItem(atPath: "\(folder.path)/older", toPath: killed.database)
    try expect(.otherLog(killed.database), in: killed)
  }

  @Test func `is refused when the log beside it is another store's`() throws {
    try stored()
    let other = StoreFolder()
    let store = try SynchronousStore(in: other.path)
    _ = try store.put("e", folder.parsed("e"))
    try FileManager.default.copyItem(
      atPath: other.database + "-wal", toPath: folder.database + "-wal")
    store.close()
    try expect(.otherLog(folder.database), in: folder)
  }

  @Test func `is refused when a copy lies in it under another name, or another database`() throws {
    try stored()
    try FileManager.default.moveItem(atPath: folder.database, toPath: "\(folder.path)/copy.sqlite")
    try folder.remove(folder.index)
    try expect(
      .otherDatabase(folder: folder.path, name: "copy.sqlite", isOurs: true), in: folder)
    try folder.remove("\(folder.path)/copy.sqlite")
    try folder.tamper("CREATE TABLE theirs(x)", in: "\(folder.path)/theirs.db")
    try expect(
      .otherDatabase(folder: folder.path, name: "theirs.db", isOurs: false), in: folder)
    try folder.remove("\(folder.path)/theirs.db")
    try Data("notes".utf8).write(to: URL(filePath: "\(folder.path)/notes.txt"))
    try SynchronousStore(in: folder.path).close()
  }

  @Test(arguments: ["counterpoint.sqlite", "index.sqlite"])
  func `is refused when a folder is in the place of a file`(name: String) throws {
    let path = "\(folder.path)/\(name)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    #expect(throws: DataError.notFile(path)) { try SynchronousStore(in: folder.path) }
  }

  @Test func `is one line, in every case`() {
    let misfits: [FolderMisfit] = [
      .articlesMissing("p", isEmpty: true, index: "i"), .logAlone("p", isEmpty: false),
      .restoreUnfinished("p", draft: "d"),
      .otherDatabase(folder: "f", name: "n", isOurs: true),
      .otherDatabase(folder: "f", name: "n", isOurs: false),
      .articlesBehind("p", lastChange: 1, index: "i", indexChange: 2),
      .otherChanges("p", index: "i", change: 1), .logGone("p"), .otherLog("p"), .isCopy("p"),
    ]
    for misfit in misfits {
      #expect(!misfit.description.contains("\n"))
      #expect(misfit.description.hasSuffix("."))
    }
  }
}
