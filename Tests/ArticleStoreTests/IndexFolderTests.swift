@testable import ArticleParsing
@testable import ArticleStore
import Foundation
import Locking
import Testing

/// The file of the index beside that of the articles: what is there at the start, and what is made of
/// it.
@Suite struct `The index of a folder` {
  private let folder = StoreFolder()

  /// Stores some articles and closes; a word that no article has shows whether an index is kept.
  private func filled(_ count: Int = 5) throws {
    let store = try SynchronousStore(in: folder.path)
    for number in 1...count {
      _ = try store.put("a\(number)", folder.parsed("text \(number)\n\nPros: quiet\n"))
    }
    store.close()
    try folder.tamper(
      "INSERT INTO article_index(rowid, text) VALUES(99, 'kept')", in: folder.index)
  }

  /// Opens the store, looks for its articles, and says whether the index was kept.
  private func isKept(
    articles: Int = 5, _ location: SourceLocation = #_sourceLocation
  ) throws -> Bool {
    let told = Locked<[String]>([])
    let store = try SynchronousStore(
      in: folder.path, report: { line in told.withLock { $0.append(line) } })
    #expect(try store.store.matching("\"quiet\"").count == articles, sourceLocation: location)
    #expect(try store.found("{pros} : \"quiet\"").count == articles, sourceLocation: location)
    let isKept = try store.store.matching("\"kept\"") == [99]
    store.close()
    // So that the next start has nothing to do.
    let again = try SynchronousStore(
      in: folder.path, progress: { #expect(!$0.isIndexing, sourceLocation: location) })
    #expect(try again.store.matching("\"quiet\"").count == articles, sourceLocation: location)
    again.close()
    return isKept
  }

  @Test func `is kept when it is whole`() throws {
    try filled()
    #expect(try isKept())
  }

  @Test func `is made anew when more or less is made of a document, which is then another`() throws
  {
    try filled()
    let text = "Pros: quiet; narrow\n"
    var store = try SynchronousStore(in: folder.path)
    let first = try store.put("b", folder.parsed(text)).article
    store.close()
    store = try SynchronousStore(
      in: folder.path, parser: ArticleParser(limits: ParsingLimits(pieces: 1)))
    let again = try #require(try store.article("b"))
    #expect(again.article.pros.map(\.text) == ["quiet"])
    #expect(again.article.parserVersion != first.article.parserVersion)
    #expect(try store.found("{pros} : \"narrow\"").isEmpty)
    #expect(try store.found("{pros} : \"quiet\"").count == 6)
    #expect(try store.store.matching("\"kept\"").isEmpty)
    store.close()
    store = try SynchronousStore(in: folder.path)
    #expect(try store.article("b")?.validator == first.validator)
    #expect(try store.found("{pros} : \"narrow\"") == ["b"])
    store.close()
  }

  @Test func `is made when it is missing`() throws {
    try filled()
    try FileManager.default.removeItem(atPath: folder.index)
    #expect(try !isKept())
  }

  @Test(arguments: [
    "UPDATE mark SET epoch = 'another'", "UPDATE mark SET version = 'older'",
    "DELETE FROM mark",
    "PRAGMA user_version = 9",
    // Not closed, when the system fell.
    "UPDATE mark SET boot = 'an earlier one'",
  ])
  func `is made anew when it is another store's, or was made in another way`(sql: String) throws {
    try filled()
    try folder.tamper(sql, in: folder.index)
    #expect(try !isKept())
  }

  @Test func `gets what was created since, and is kept`() throws {
    try filled()
    try folder.copy(folder.index, to: "\(folder.path)/older")
    let store = try SynchronousStore(in: folder.path)
    for number in 6...9 {
      _ = try store.put("a\(number)", folder.parsed("Pros: quiet, \(number)\n"))
    }
    store.close()
    try folder.copy("\(folder.path)/older", to: folder.index)
    #expect(try isKept(articles: 9))
  }

  @Test func `gets all that was created since it was empty`() throws {
    try SynchronousStore(in: folder.path).close()
    try folder.copy(folder.index, to: "\(folder.path)/older")
    try filled()
    try folder.copy("\(folder.path)/older", to: folder.index)
    #expect(try !isKept())
  }

  @Test(arguments: [true, false])
  func `is made anew when something was replaced or deleted since`(isDeletion: Bool) throws {
    try filled()
    try folder.copy(folder.index, to: "\(folder.path)/older")
    let store = try SynchronousStore(in: folder.path)
    _ = try store.put("new", folder.parsed("Pros: quiet\n"))
    if isDeletion {
      try store.delete("a1")
      try store.delete("a2")
    } else {
      _ = try store.put("a1", folder.parsed("Pros: loud\n"))
      _ = try store.put("a2", folder.parsed("Pros: loud\n"))
    }
    store.close()
    try folder.copy("\(folder.path)/older", to: folder.index)
    #expect(try !isKept(articles: 4))
  }

  @Test(arguments: [100, 9_000, 20_000])
  func `is made anew when it is damaged, and that is told`(offset: Int) throws {
    try filled(60)
    try folder.damage(folder.index, at: offset)
    let told = Locked<[String]>([])
    let store = try SynchronousStore(
      in: folder.path, report: { line in told.withLock { $0.append(line) } })
    #expect(try store.store.matching("\"quiet\"").count == 60)
    #expect(try store.store.matching("\"kept\"").isEmpty)
    store.close()
    let lines = told.withLock { $0 }
    #expect(lines.count == 1)
    #expect(lines.first?.hasPrefix("\(folder.index): it is damaged (") == true)
  }

  @Test func `is refused, and left alone, when it is another program's`() throws {
    try filled()
    try FileManager.default.removeItem(atPath: folder.index)
    try folder.tamper("CREATE TABLE theirs(x); INSERT INTO theirs VALUES(1);", in: folder.index)
    let before = try Data(contentsOf: URL(filePath: folder.index))
    #expect(throws: DataError.foreign(folder.index)) { try SynchronousStore(in: folder.path) }
    #expect(try Data(contentsOf: URL(filePath: folder.index)) == before)
    try Data("no database at all".utf8).write(to: URL(filePath: folder.index))
    #expect(throws: DataError.foreign(folder.index)) { try SynchronousStore(in: folder.path) }
    try FileManager.default.removeItem(atPath: folder.index)
    #expect(try !isKept())
  }

  @Test(arguments: [0, 50, 200, 8_192, 20_000])
  func `is made anew when it is cut off`(length: Int) throws {
    try filled(60)
    // Right because the call reads the path, which ends with a NUL.
    #expect(unsafe truncate(folder.index, length) == 0)
    #expect(try !isKept(articles: 60))
  }

  @Test func `is made anew when its log is gone, of which some of it may have been in that alone`()
    throws
  {
    let store = try SynchronousStore(in: folder.path)
    for number in 1...5 { _ = try store.put("a\(number)", folder.parsed("Pros: quiet\n")) }
    #expect(try store.store.matching("\"quiet\"").count == 5)
    let copy = StoreFolder()
    try FileManager.default.createDirectory(atPath: copy.path, withIntermediateDirectories: true)
    try folder.copy(folder.database, to: copy.database)
    try FileManager.default.copyItem(atPath: folder.index, toPath: copy.index)
    store.close()
    let isIndexing = Locked(false)
    let again = try SynchronousStore(
      in: copy.path, progress: { progress in isIndexing.withLock { $0 = progress.isIndexing } })
    #expect(isIndexing.withLock { $0 })
    #expect(try again.found("\"quiet\"").count == 5)
    again.close()
  }

  @Test func `is made anew when the log beside it is not its own, and that is told`() throws {
    /// A folder that was closed with many articles, and then killed with one more.
    func killed(_ word: String) throws -> StoreFolder {
      let folder = StoreFolder()
      let first = try SynchronousStore(in: folder.path)
      for number in 1...300 { _ = try first.put("a\(number)", folder.parsed("\(word) w\(number)")) }
      first.close()
      let store = try SynchronousStore(in: folder.path)
      for number in 301...305 { _ = try store.put("a\(number)", folder.parsed("\(word)")) }
      #expect(try store.store.matching("\"\(word)\"").count == 305)
      let killed = try folder.killed()
      store.close()
      return killed
    }
    let (ours, other) = (try killed("quiet"), try killed("loud"))
    try FileManager.default.removeItem(atPath: ours.index)
    try FileManager.default.copyItem(atPath: other.index, toPath: ours.index)
    let told = Locked<[String]>([])
    let store = try SynchronousStore(
      in: ours.path, report: { line in told.withLock { $0.append(line) } })
    #expect(
      told.withLock(\.self) == [
        "\(ours.index): the log beside it is not its own, and it is made anew"
      ])
    #expect(try store.store.matching("\"quiet\"").count == 305)
    #expect(try store.store.matching("\"loud\"").isEmpty)
    store.close()
  }

  @Test func `has what was answered once it is asked, whatever becomes of the process`() throws {
    let store = try SynchronousStore(in: folder.path)
    for number in 1...30 {
      _ = try store.put("a\(number)", folder.parsed("Pros: quiet \(number)\n"))
    }
    #expect(try store.store.matching("\"quiet\"").count == 30)
    // The files as a process leaves them that is killed.
    let copy = StoreFolder()
    try FileManager.default.createDirectory(atPath: copy.path, withIntermediateDirectories: true)
    try folder.copy(folder.database, to: copy.database)
    try folder.copy(folder.index, to: copy.index)
    let again = try SynchronousStore(in: copy.path, progress: { #expect(!$0.isIndexing) })
    #expect(try again.found("\"quiet\"").count == 30)
    again.close()
    store.close()
  }
}

/// What a disk that has no room for the index leaves of the service.
@Suite struct `An index that cannot be written` {
  private let folder = StoreFolder()

  private func put(
    _ numbers: Range<Int>, in store: SynchronousStore
  ) throws -> [Result<Written, StoreError>] {
    let body = (0..<50).map { "w\($0)x\(numbers.lowerBound) " }.joined()
    return store.batch(
      try numbers.map { number in
        let prepared = store.store.writer.prepare(
          try folder.parsed("quiet number\(number)\n\n\(body)\n"))
        let id = SynchronousStore.id("a\(number)")
        return { store.store.writer.write(.upsert(id, prepared), completion: $0) }
      })
  }

  @Test func `fails those who ask it, then those who write, and nobody once it can be`() throws {
    let told = Locked<[String]>([])
    let store = try SynchronousStore(
      in: folder.path, report: { line in told.withLock { $0.append(line) } })
    _ = try put(0..<1, in: store)
    #expect(try store.store.matching("\"quiet\"").count == 1)
    try store.limitIndex(true)

    var kept = 1
    var refused: [StoreError] = []
    while refused.isEmpty, kept < 10 * IndexQueue.roomCount {
      for result in try put(kept..<kept + 64, in: store) {
        switch result {
        case .success: kept += 1
        case .failure(let error): refused.append(error)
        }
      }
    }
    #expect(refused == [StoreError](repeating: .diskFull, count: 64))
    #expect(kept > IndexQueue.roomCount / 2)
    #expect(throws: StoreError.failed) { try store.store.matching("\"quiet\"") }
    #expect(try store.articles().total == kept)
    #expect(store.store.index.pending.withLock { $0.stepCount } < IndexQueue.roomCount + 64)
    #expect(told.withLock { $0.count } == 1)
    #expect(told.withLock { $0.first }?.hasPrefix(folder.index) == true)

    try store.limitIndex(false)
    #expect(try put(kept..<kept + 1, in: store).map { try $0.get().outcome } == [.created])
    #expect(try store.store.matching("\"quiet\"").count == kept + 1)
    #expect(try store.store.matching("\"number\(kept)\"").count == 1)
    store.close()
  }

  @Test func `is whole again at the next start, though it was not when the store was closed`()
    throws
  {
    let store = try SynchronousStore(in: folder.path)
    _ = try put(0..<1, in: store)
    #expect(try store.store.matching("\"quiet\"").count == 1)
    try store.limitIndex(true)
    _ = try put(1..<65, in: store)
    try store.delete("a3")
    #expect(throws: StoreError.failed) { try store.store.matching("\"quiet\"") }
    store.close()
    let again = try SynchronousStore(in: folder.path)
    #expect(try again.store.matching("\"quiet\"").count == 64)
    again.close()
  }

  @Test func `and is damaged is nothing to those who write`() throws {
    let store = try SynchronousStore(in: folder.path)
    _ = try put(0..<40, in: store)
    #expect(try store.store.matching("\"quiet\"").count == 40)
    try store.store.index.home.withLock { home throws(SQLiteError) in
      try home.database?.connection.execute("UPDATE article_index_data SET block = x'FF'")
    }
    for start in stride(from: 40, to: 40 + 2 * IndexQueue.roomCount, by: 64) {
      for result in try put(start..<start + 64, in: store) { _ = try result.get() }
    }
    #expect(throws: StoreError.failed) { try store.store.matching("\"quiet\"") }
    store.close()
  }

  @Test func `is given up once it is damaged, and made anew at the next start`() throws {
    let store = try SynchronousStore(in: folder.path)
    _ = try put(0..<40, in: store)
    #expect(try store.store.matching("\"quiet\"").count == 40)
    try store.store.index.home.withLock { home throws(SQLiteError) in
      try home.database?.connection.execute("UPDATE article_index_data SET block = x'FF'")
    }
    #expect(throws: StoreError.failed) { try store.store.matching("\"quiet\"") }
    #expect(!FileManager.default.fileExists(atPath: folder.index))
    // What is kept does not depend on it.
    for result in try put(40..<50, in: store) { _ = try result.get() }
    try store.delete("a0")
    #expect(throws: StoreError.failed) { try store.store.matching("\"quiet\"") }
    #expect(try store.articles().total == 49)
    store.close()
    #expect(throws: StoreError.closed) { try store.put("x", folder.parsed("x")) }
    let again = try SynchronousStore(in: folder.path)
    #expect(try again.store.matching("\"quiet\"").count == 49)
    again.close()
  }
}
