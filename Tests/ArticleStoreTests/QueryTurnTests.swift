import CSQLite
import Dispatch
import Locking
import Synchronization
import Testing

@testable import ArticleStore

/// Queries that take long, and those that wait for them.
@Suite struct QueryTurnTests {
  private let store: ArticleStore
  private var index: ArticleIndex { store.index }

  init() throws { store = try ArticleStore(clock: { 1_000 }) }

  /// Looks at match after match until it has to end.
  private static func endless(_ allowance: QueryAllowance) throws(SQLiteError) {
    while !allowance.isOver() {}
    throw SQLiteError(code: SQLITE_INTERRUPT, message: "interrupted")
  }

  @Test func `a query that takes long gives way to those that wait, and is answered after them`() {
    let allowance = index.context.allowance
    let order = Locked<[String]>([])
    let begun = DispatchSemaphore(value: 0)
    let done = DispatchSemaphore(value: 0)
    let runs = Atomic(0)
    index.ask { (_) throws(SQLiteError) -> Int in
      let run = runs.add(1, ordering: .relaxed).newValue
      if run == 1 {
        begun.signal()
        try Self.endless(allowance)
      }
      return run
    } completion: { found in
      order.withLock { $0.append("long \((try? found.get()) ?? 0)") }
      done.signal()
    }
    begun.wait()
    for number in 0..<3 {
      index.ask { _ in
        number
      } completion: { _ in
        order.withLock { $0.append("short \(number)") }
        done.signal()
      }
    }
    for _ in 0..<4 { done.wait() }
    #expect(order.withLock { $0 } == ["short 0", "short 1", "short 2", "long 2"])
  }

  @Test func `long queries take turns with all others`() {
    let allowance = index.context.allowance
    let order = Locked<[String]>([])
    let begun = DispatchSemaphore(value: 0)
    let gate = DispatchSemaphore(value: 0)
    let done = DispatchSemaphore(value: 0)
    for number in 0..<2 {
      let runs = Atomic(0)
      index.ask { (_) throws(SQLiteError) -> Int in
        let run = runs.add(1, ordering: .relaxed).newValue
        if run == 1 {
          begun.signal()
          try Self.endless(allowance)
        }
        if number == 0 {
          begun.signal()
          gate.wait()
        }
        return run
      } completion: { _ in
        order.withLock { $0.append("long \(number)") }
        done.signal()
      }
      if number == 0 { begun.wait() }
    }
    // The second has driven the first out, and is driven out by this one.
    begun.wait()
    index.ask { _ in
      0
    } completion: { _ in
      order.withLock { $0.append("short 0") }
      done.signal()
    }
    // The first is at its second run; what comes now goes before the second's.
    begun.wait()
    index.ask { _ in
      1
    } completion: { _ in
      order.withLock { $0.append("short 1") }
      done.signal()
    }
    gate.signal()
    for _ in 0..<4 { done.wait() }
    // The first long one was back in the line before the short one came.
    #expect(order.withLock { $0 } == ["long 0", "short 0", "short 1", "long 1"])
  }

  @Test func `a query that takes all the time there is fails, alone`() throws {
    let allowance = index.context.allowance
    #expect(throws: StoreError.tooLong) {
      try index.ask { (_) throws(SQLiteError) -> Int in
        try Self.endless(allowance)
        return 0
      }
    }
    #expect(try index.ask { _ in 1 } == 1)
  }

  @Test(arguments: [false, true])
  func `a query of the index ends at a match, and is whole when it is its turn`(
    isRanked: Bool
  ) throws {
    let store = SynchronousStore()
    for number in 0..<600 { _ = try store.put("a\(number)", submission("tram \(number)")) }
    let index = store.store.index
    let allowance = index.context.allowance
    let runs = Atomic(0)
    allowance.waiting.add(1, ordering: .relaxed)
    let found = try index.ask { (reader) throws(SQLiteError) -> Int in
      if runs.add(1, ordering: .relaxed).newValue == 1 {
        let end = DispatchTime.now().uptimeNanoseconds + QueryAllowance.patience
        while DispatchTime.now().uptimeNanoseconds <= end {}
      }
      return isRanked
        ? try reader.ranked("\"tram\"", terms: 1).all.count : try reader.matching("\"tram\"").count
    }
    #expect(found == 600)
    #expect(runs.load(ordering: .relaxed) == 2)
    #expect(try store.store.matching("\"tram\"").count == 600)
  }
}
