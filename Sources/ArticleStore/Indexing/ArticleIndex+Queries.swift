import Dispatch
import Locking
import Synchronization

/// What the index is asked, and in which turn.
extension ArticleIndex {
  /// A query, which runs on the index's queue.
  typealias Query<Found> = @Sendable (inout SearchIndex.Reader) throws(SQLiteError) -> Found

  /// Asks the index, once it has all that was added before this call, and calls back from its queue. A
  /// query that takes long gives way to those that wait, and is begun again when its turn comes; long ones
  /// take turns with all others.
  ///
  /// Fails with ``StoreError/failed``, ``StoreError/closed``, ``StoreError/tooLong``.
  func ask<Found: Sendable>(
    _ query: @escaping Query<Found>,
    completion: @escaping StoreCompletion<Found>
  ) {
    let target = pending.withLock { $0.added }
    context.allowance.waiting.add(1, ordering: .relaxed)
    queue.async {
      self.context.allowance.waiting.subtract(1, ordering: .relaxed)
      let answer = Result { () throws(StoreError) in
        try self.answer(query, with: target, isLong: false)
      }
      if case .success(nil) = answer { return self.askAgain(query, with: target, completion) }
      completion(answer.found())
    }
  }

  /// Asks the index, once it has all that was added before this call, and waits for the answer: for
  /// workers, never for an event loop or what the index calls back.
  ///
  /// - Throws: ``StoreError/failed``, ``StoreError/closed``, ``StoreError/tooLong``.
  func ask<Found: Sendable>(_ query: @escaping Query<Found>) throws(StoreError) -> Found {
    try waitForStore { ask(query, completion: $0) }
  }

  private func askAgain<Found: Sendable>(
    _ query: @escaping Query<Found>, with target: Int,
    _ completion: @escaping StoreCompletion<Found>
  ) {
    let isFirst = longQueries.withLock { queries in
      queries.append {
        completion(
          Result { () throws(StoreError) in
            try self.answer(query, with: target, isLong: true)
          }.found())
      }
      return queries.count == 1
    }
    if isFirst { queue.async { self.runLongQuery() } }
  }

  /// Runs one query that gave way before, and the next one after all that wait then.
  private func runLongQuery() {
    let query = longQueries.withLock { $0.first }
    query?()
    let goesOn = longQueries.withLock { queries in
      queries.removeFirst()
      return !queries.isEmpty
    }
    if goesOn { queue.async { self.runLongQuery() } }
  }

  /// The answer to a query; `nil` when it gave way.
  private func answer<Found: Sendable>(
    _ query: Query<Found>, with target: Int, isLong: Bool
  ) throws(StoreError) -> Found? {
    do throws(SQLiteError) {
      while pending.withLock({ $0.done < target }) { try bringInSome() }
      context.allowance.begin(isLong: isLong)
      let found = try guarded { (database) throws(SQLiteError) in try database.read(query) }
      if let found { return found }
    } catch {
      guard error.isInterrupt, let cut = context.allowance.cut else { throw .failed }
      switch cut {
      case .others: return nil
      case .limit: throw .tooLong
      }
    }
    throw pending.withLock { $0.end } == .closed ? .closed : .failed
  }
}

extension Result where Failure == StoreError {
  /// The answer of a query that did not give way.
  fileprivate func found<Found>() -> Result<Found, StoreError> where Success == Found? {
    flatMap { $0.map { .success($0) } ?? .failure(.failed) }
  }
}
