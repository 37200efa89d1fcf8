@testable import ArticleParsing
@testable import ArticleStore
import Dispatch
import Locking
import Synchronization
import Testing

/// A submission of this text, in which so many points of each kind were found.
func submission(
  _ text: String, title: String? = nil, points: [PointKind: Int] = [:],
  metadata: Metadata = Metadata()
) -> Submission {
  var article = Article(
    text: SourceText(text), media: .plainText, title: title, statistics: Statistics())
  func list(_ kind: PointKind) -> [Point] {
    (0..<(points[kind] ?? 0)).map { number in
      Point(
        id: "\(kind.rawValue)-\(number + 1)", text: "\(text) \(number + 1)", section: "s",
        rule: .listItem, source: SourceRange(bytes: 0..<1, line: 1))
    }
  }
  article.objectives = list(.objective)
  article.nonGoals = list(.nonGoal)
  article.pros = list(.pro)
  article.cons = list(.con)
  article.neutral = list(.neutral)
  article.takeaways = list(.takeaway)
  return Submission(
    document: SubmittedDocument(
      bytes: Array(text.utf8), media: .plainText, mediaType: "text/plain; charset=utf-8"),
    metadata: metadata, article: article)
}

/// A clock that a test moves.
final class ManualClock: Sendable {
  private let time = Atomic<Int64>(1_000)

  var now: Int64 { time.load(ordering: .relaxed) }
  func advance(by milliseconds: Int64) { time.add(milliseconds, ordering: .relaxed) }
}

/// A store whose calls are waited for.
struct SynchronousStore {
  let clock = ManualClock()
  let store: ArticleStore

  init(limit: Int = 1 << 30, contentHash: @escaping ArticleStore.ContentHash = ArticleStore.hash) {
    let clock = clock
    do throws(DataError) {
      store = try ArticleStore(limit: limit, clock: { clock.now }, contentHash: contentHash)
    } catch {
      preconditionFailure("no store: \(error)")
    }
  }

  /// The calls of a store.
  init(_ store: ArticleStore) { self.store = store }

  /// A store that is kept in a folder, loaded.
  init(
    in folder: String, limit: Int = 1 << 30, parser: ArticleParser = ArticleParser(),
    report: @escaping ArticleStore.Report = { _ in },
    progress: @escaping @Sendable (ArticleStore.LoadProgress) -> Void = { _ in }
  ) throws {
    let clock = clock
    store = try ArticleStore(
      in: folder, limit: limit, parser: parser, clock: { clock.now }, report: report)
    let loaded = Awaited<Result<Int, DataError>>()
    store.load(progress: progress) { loaded.set($0) }
    _ = try loaded.value().get()
  }

  /// Leaves all in the folder, so that it can be opened again.
  func close() {
    let closed = Awaited<Bool>()
    store.close { closed.set(true) }
    _ = closed.value()
  }

  /// The answers to writes that are put in the line while the writer is held up, so that they make
  /// one batch.
  func batch<Value: Sendable>(
    _ calls: [(@escaping @Sendable (Result<Value, StoreError>) -> Void) -> Void]
  ) -> [Result<Value, StoreError>] {
    let answers = calls.map { _ in Awaited<Result<Value, StoreError>>() }
    store.queue.suspend()
    for (call, answer) in zip(calls, answers) { call { answer.set($0) } }
    store.queue.resume()
    return answers.map { $0.value() }
  }

  /// Says how many pages of 4 KiB the database may have: a small disk.
  func limitPages(to count: Int) throws {
    try store.database.withLock { database throws(SQLiteError) in
      try database?.connection.execute("PRAGMA max_page_count = \(count)")
    }
  }

  /// The pages that the database has.
  func pages() throws -> Int {
    Int(
      try store.database.withLock { database throws(SQLiteError) in
        try database?.connection.integer("PRAGMA page_count") ?? 0
      })
  }

  /// The pages that the index has.
  func indexPages() throws -> Int {
    Int(
      try store.index.home.withLock { home throws(SQLiteError) in
        try home.database?.connection.integer("PRAGMA page_count") ?? 0
      })
  }

  /// Of how many articles that were taken out the index still has words.
  func indexRemains() throws -> Int { store.index.home.withLock { $0.database?.remains ?? 0 } }

  /// Says how many pages the index may have: no more than it has, or as many as it likes.
  func limitIndex(_ isLimited: Bool) throws {
    try store.index.home.withLock { home throws(SQLiteError) in
      let pages = try home.database?.connection.integer("PRAGMA page_count") ?? 0
      let most = isLimited ? pages : 1 << 30
      try home.database?.connection.execute("PRAGMA max_page_count = \(most)")
    }
  }

  /// The ids of the articles that match an expression, best first.
  func found(_ expression: String) throws -> [String] {
    let articles = try articles(limit: 10_000).items
    let ranked = try store.ranked(expression).sorted {
      ($0.score, $1.sequence) > ($1.score, $0.sequence)
    }
    #expect(try store.matching(expression) == ranked.map(\.sequence).sorted())
    return ranked.map { hit in
      articles.first { $0.sequence == hit.sequence }?.id.text ?? "nothing"
    }
  }

  func changes(after sequence: UInt64? = nil, limit: Int = 1_000) throws -> ChangePage {
    try waitForStore {
      store.reader.changes(ChangeQuery(after: sequence, limit: limit), completion: $0)
    }
  }

  func add(_ submission: Submission) throws -> Written {
    try write { .add($0.prepare(submission)) }
  }

  func create(_ id: String, _ submission: Submission) throws -> Written {
    try write { .create(Self.id(id), $0.prepare(submission)) }
  }

  func put(
    _ id: String, _ submission: Submission, if precondition: WritePrecondition = .init()
  ) throws -> Written {
    try write { .put(Self.id(id), $0.prepare(submission), if: precondition) }
  }

  @discardableResult
  func delete(_ id: String, if precondition: WritePrecondition = .init()) throws -> StoredArticle {
    try waitForStore { store.writer.delete(Self.id(id), if: precondition, completion: $0) }
  }

  func articles(
    _ filter: ArticleFilter = ArticleFilter(), in ordering: ArticleOrdering = ArticleOrdering(),
    after cursor: Cursor? = nil, limit: Int = 10
  ) throws -> Page<StoredArticle> {
    let query = ArticleQuery(filter, in: ordering, after: cursor, limit: limit)
    return try waitForStore { store.reader.articles(query, completion: $0) }
  }

  func points(
    _ kind: PointKind, _ filter: PointFilter = PointFilter(), after cursor: Cursor? = nil,
    limit: Int = 10
  ) throws -> Page<LocatedPoint> {
    let query = PointQuery(of: kind, filter, after: cursor, limit: limit)
    return try waitForStore { store.reader.points(query, completion: $0) }
  }

  func search(
    _ query: String, kinds: Set<PointKind> = [], after position: SearchPosition? = nil, limit: Int
  ) throws -> SearchPage {
    let query = RankedQuery(SearchQuery(query), kinds: kinds, after: position, limit: limit)
    return try waitForStore { store.reader.search(query, completion: $0) }
  }

  /// The article of an id; `nil` where there is none.
  func article(_ id: String) throws -> StoredArticle? {
    do throws(StoreError) {
      return try waitForStore { store.reader.article(Self.id(id), completion: $0) }
    } catch {
      guard error == .noSuchArticle else { throw error }
      return nil
    }
  }

  static func id(_ text: String) -> ArticleID {
    guard let id = ArticleID(text) else { preconditionFailure("no id: \(text)") }
    return id
  }

  private func write(_ write: (ArticleWriter) -> ArticleWrite) throws -> Written {
    try waitForStore { store.writer.write(write(store.writer), completion: $0) }
  }
}

extension Page<StoredArticle> {
  /// Where the next page begins; `nil` on the last.
  func next(by sort: ArticleSort = .createdAt) -> Cursor? {
    hasMore ? items.last.map { Cursor(place: $0.place(by: sort)) } : nil
  }
}

extension Page<LocatedPoint> {
  /// Where the next page begins; `nil` on the last.
  var next: Cursor? { hasMore ? items.last?.cursor : nil }
}

/// A count that threads share.
final class Counter: Sendable {
  private let count = Atomic(0)

  var value: Int { count.load(ordering: .relaxed) }
  func add() { count.add(1, ordering: .relaxed) }
}

/// A value that another thread sets once and this one waits for.
final class Awaited<Value: Sendable>: Sendable {
  private let slot = Locked<Value?>(nil)
  private let isSet = DispatchSemaphore(value: 0)

  func set(_ value: Value) {
    slot.withLock { $0 = value }
    isSet.signal()
  }

  func value() -> Value {
    isSet.wait()
    guard let value = slot.withLock({ $0 }) else { preconditionFailure("set without a value") }
    return value
  }
}
