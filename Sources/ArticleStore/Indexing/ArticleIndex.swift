import ArticleParsing
import Dispatch
import Locking
import Synchronization

/// The index of a store's words, which follows its writes: what is committed waits in a queue, and
/// goes into the index by many at once, on a queue of the index's own.
///
/// Nobody sees that it follows: a query is answered once all is in it that was added before the
/// query came. Where the queue is full, whoever writes waits for it. What fails is tried again with
/// whatever comes next, a write or a query; an index that can no longer be relied on is given up, and
/// made anew when the store is opened again. What the store keeps does not depend on it.
final class ArticleIndex: Sendable {
  /// What is touched on the queue alone.
  struct Home: ~Copyable {
    var database: IndexDatabase?
    /// Held until the index is closed.
    var folder: DataFolder?
    fileprivate var faults = FaultReport()
    /// Whether ``ArticleIndex/tidy()`` is on its way.
    fileprivate var isTidying = false
    /// What articles took that were taken out, since the allocator was last asked to give it back.
    fileprivate var removedBytes = 0
  }

  /// Where all work on the database happens, in the order in which it was asked for.
  let queue = DispatchQueue(label: "counterpoint.store.index")
  let pending = Locked(IndexQueue())
  let home: Locked<Home>
  let context: SearchRanking.Context
  /// Queries that gave way to others, in their turn.
  let longQueries = Locked<[@Sendable () -> Void]>([])
  /// What its words depend on; a file of another version is made anew.
  private let version: String
  /// The file that the index is kept in; `nil` in memory.
  private let file: DatabaseFile?
  private let report: ArticleStore.Report
  /// Has the allocator give back what is free.
  private let trim: @Sendable () -> Void

  /// The index of a folder, made where there is none, or one in memory. What is damaged is made anew.
  ///
  /// - Throws: ``DataError``.
  init(
    in folder: DataFolder?, _ lengths: ArticleLengths, _ parser: ArticleParser,
    trim: @escaping @Sendable () -> Void = {}, _ report: @escaping ArticleStore.Report
  ) throws(DataError) {
    let version = SearchColumns.version(parser)
    file = folder.map(IndexDatabase.file)
    let context = SearchRanking.Context(lengths: lengths, allowance: QueryAllowance())
    self.context = context
    self.version = version
    self.report = report
    self.trim = trim
    if let file {
      let database = try Self.open(file, context, version: version, report)
      home = Locked(Home(database: database, folder: folder))
    } else {
      home = try DataError.at("the index in memory") { () throws(SQLiteError) in
        Locked(Home(database: try IndexDatabase.inMemory(context, version: version), folder: nil))
      }
    }
  }

  private var name: String { file?.path ?? "the index" }

  // MARK: Taking in

  /// Takes what is committed, to bring it in soon.
  func add(_ batch: IndexBatch) { perform(pending.withLock { $0.add(batch) }) }

  /// Waits while the queue is full.
  ///
  /// - Throws: ``StoreError/diskFull``, ``StoreError/failed`` when the index cannot be written, so that
  ///   the queue stays full; ``StoreError/closed``.
  func makeRoom() throws(StoreError) {
    do throws(SQLiteError) {
      try bringIn { $0.isFull }
    } catch {
      // One that is given up asks for no room.
      if pending.withLock({ $0.end == nil }) { throw StoreError(error) }
    }
    if pending.withLock({ $0.end == .closed }) { throw .closed }
  }

  private func perform(_ action: IndexQueue.Action) {
    switch action {
    case .nothing: break
    case .run: queue.async { self.run() }
    case .wait:
      queue.asyncAfter(deadline: .now() + .nanoseconds(IndexQueue.patience)) {
        self.perform(self.pending.withLock { $0.timeIsUp() })
      }
    }
  }

  /// Brings in one transaction and lets others have the queue before the next.
  private func run() {
    let hasFailed = (try? bringInSome()) == nil
    perform(pending.withLock { $0.rest(hasFailed: hasFailed) })
  }

  /// Has the queue bring in one transaction after another while something holds for the queue.
  private func bringIn(
    while goesOn: (borrowing IndexQueue) -> Bool
  ) throws(SQLiteError) {
    while pending.withLock({ goesOn($0) }) {
      try queue.sync { Result { () throws(SQLiteError) in try bringInSome() } }.get()
    }
  }

  // What follows runs on the queue.

  /// Brings in what waits, as far as one transaction takes it.
  func bringInSome() throws(SQLiteError) {
    let batches = pending.withLock { $0.first() }
    guard !batches.isEmpty else { return }
    try guarded { (database) throws(SQLiteError) in try database.apply(batches) }
    pending.withLock { $0.remove(batches.count) }
    // Whether that can be done says nothing of what is committed.
    try? guarded { (database) throws(SQLiteError) in try database.checkpointIfDue() }
    guard batches.contains(where: \.removes) else { return }
    let removedBytes = batches.reduce(0) { $0 + $1.removedBytes }
    let isFirst = home.withLock { home in
      home.removedBytes += removedBytes
      defer { home.isTidying = true }
      return !home.isTidying
    }
    if isFirst { queue.async { self.tidy() } }
  }

  /// Whether it is left to do something for articles that were taken out.
  var isTidying: Bool { home.withLock { $0.isTidying } }

  /// Does some of what is left to do when articles are taken out, and lets others have the queue before
  /// the next.
  private func tidy() {
    let articles = context.lengths.count
    let goesOn = try? guarded { (database) throws(SQLiteError) in
      let goesOn = try database.tidy(articles: articles)
      try database.checkpointIfDue()
      return goesOn
    }
    if goesOn == true, pending.withLock({ $0.end == nil }) {
      queue.async { self.tidy() }
    } else {
      let isMuch = home.withLock { home in
        home.isTidying = false
        guard home.removedBytes >= Self.trimmedBytes else { return false }
        home.removedBytes = 0
        return true
      }
      // The last who held those articles was this queue.
      if isMuch { trim() }
    }
  }

  /// What articles must have taken that are gone, before the allocator is asked to give it back: that
  /// takes time with all that is in use.
  private static let trimmedBytes = 16 << 20

  /// Does something with the database, if there is one, and reports what goes wrong.
  func guarded<Value: Sendable>(
    _ body: @Sendable (inout IndexDatabase) throws(SQLiteError) -> Value
  ) throws(SQLiteError) -> Value? {
    try home.withLock { (home) throws(SQLiteError) in
      do throws(SQLiteError) {
        guard let value = try home.database?.with(body) else { return nil }
        home.faults.clear()
        return value
      } catch {
        if error.isInterrupt { throw error }
        home.faults.report(error) { self.report("\(name): \($0.message) (\($0.code))") }
        if error.isFailedSync || error.isDamage { giveUp(&home) }
        throw error
      }
    }
  }

  /// Lets go of an index that cannot be relied on. Its file goes, too: it would not be known at the
  /// next start.
  private func giveUp(_ home: inout Home) {
    pending.withLock { $0.close(.lost) }
    home.database = nil
    file?.remove()
    report("\(name): it is given up, and made anew at the next start; until then nothing is found")
  }
}

// Opening and closing.
extension ArticleIndex {
  private static func open(
    _ file: DatabaseFile, _ context: SearchRanking.Context, version: String,
    _ report: ArticleStore.Report
  ) throws(DataError) -> IndexDatabase {
    if !IndexDatabase.hasOwnLog(at: file.path) {
      report("\(file.path): the log beside it is not its own, and it is made anew")
      file.remove()
    }
    do throws(DataError) {
      return try IndexDatabase.open(file, context, version: version)
    } catch {
      switch error {
      case .damaged(_, let reason):
        // It may be anybody's: ours still says so.
        guard file.isOurs else { throw .foreign(file.path) }
        report("\(file.path): it is damaged (\(reason)), and is made anew")
      case .newer: break
      default: throw error
      }
    }
    file.remove()
    return try IndexDatabase.open(file, context, version: version)
  }

  /// Finds out what the index lacks of a store that stands at a mark, and gets ready for it. What is
  /// damaged is made anew.
  ///
  /// - Throws: ``DataError``.
  func prepare(
    for store: IndexMark, _ changes: ChangeFeed
  ) throws(DataError) -> IndexGap {
    try queue.sync {
      home.withLock { home in
        Result { () throws(DataError) in try prepare(&home.database, for: store, changes) }
      }
    }.get()
  }

  private func prepare(
    _ database: inout IndexDatabase?, for store: IndexMark, _ changes: ChangeFeed
  ) throws(DataError) -> IndexGap {
    do throws(SQLiteError) {
      if let damage = try database?.connection.damage() { throw SQLiteError(damage: damage) }
      let gap = try database?.mark()?.gap(to: store, changes) ?? .all
      if gap != .all {
        try database?.begin(isWhole: gap == .nothing)
        return gap
      }
    } catch {
      guard error.isDamage, file != nil else { throw DataError(error, at: name) }
      report("\(name): it is damaged (\(error.message)), and is made anew")
    }
    guard let file else { return .all }
    database = nil
    file.remove()
    database = try IndexDatabase.open(file, context, version: version)
    return .all
  }

  /// Takes what is loaded, and waits for room for more.
  ///
  /// - Throws: ``DataError``.
  func load(_ batch: IndexBatch) throws(DataError) {
    add(batch)
    try DataError.at(name) { () throws(SQLiteError) in try bringIn { $0.isFull } }
  }

  /// Waits until all that was added is in the index.
  ///
  /// - Throws: ``DataError``.
  func completeLoading() throws(DataError) {
    try DataError.at(name) { () throws(SQLiteError) in try bringIn { $0.done < $0.added } }
    if pending.withLock({ $0.end == .lost }) { throw .failed(name, reason: "its disk failed") }
  }

  /// Brings in what waits, leaves all in the file and lets it go.
  func close() {
    do throws(SQLiteError) {
      try bringIn { $0.done < $0.added }
    } catch {
      report("\(name): it lacks what was written last, until the next start: \(error.message)")
    }
    queue.sync {
      if file != nil {
        _ = try? guarded { (database) throws(SQLiteError) in try database.complete() }
      }
      pending.withLock { $0.close(.closed) }
      home.withLock { home in
        home.database = nil
        home.folder = nil
      }
    }
  }
}
