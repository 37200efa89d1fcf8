import Dispatch
import Locking
import Metrics
import Synchronization

// The writer: removes what waits in the queue, commits it, hands it to the index, publishes it, calls back.

extension ArticleStore {
  /// Puts a write in the queue. It is decided when its turn comes, and its completion is given what was
  /// decided, once that is committed and published, or why it could not be.
  func enqueue<Value: Sendable>(
    _ byteCount: Int, _ expected: ExpectedWrite?, _ completion: @escaping StoreCompletion<Value>,
    _ decide: @escaping @Sendable (inout Staging) throws(StoreError) -> Value
  ) {
    let write = CommitQueue.Write(byteCount: byteCount) { staging in
      let result = Result { () throws(StoreError) in try decide(&staging) }
      return { error in completion(error.map { .failure($0) } ?? result) }
    }
    let isExpected = expected?.use() ?? false
    perform(pending.withLock { $0.add(write, isExpected: isExpected) })
  }

  func perform(_ action: CommitQueue.Action) {
    switch action {
    case .nothing: break
    case .run: queue.async { self.runBatch() }
    case .wait(let timer):
      queue.asyncAfter(deadline: .now() + .nanoseconds(CommitQueue.patience)) {
        self.perform(self.pending.withLock { $0.timeIsUp(timer) })
      }
    }
  }

  /// Carries out one batch and lets others have the queue before the next.
  private func runBatch() {
    carryOut(pending.withLock { $0.removeBatch() })
    perform(pending.withLock { $0.rest() })
  }

  /// Carries out all that waits.
  func runBatches() {
    while case let batch = pending.withLock({ $0.removeBatch() }), !batch.isEmpty {
      carryOut(batch)
    }
  }

  private func carryOut(_ batch: [CommitQueue.Write]) {
    batchBegan.store(DispatchTime.now().uptimeNanoseconds, ordering: .relaxed)
    defer { batchBegan.store(0, ordering: .relaxed) }
    var staging = Staging(on: contents.withLock { $0.counters })
    let completions = batch.map { $0.decide(&staging) }
    let error = commit(staging)
    // What was decided may rest on what could not be committed, so all of the batch fails with it.
    for complete in completions { complete(error) }
    let refusesWrites = database.withLock { database in
      database?.checkpointIfDue(reportFailure)
      return database?.refusesWrites ?? false
    }
    hasRefusedWrites.store(refusesWrites, ordering: .relaxed)
    if error == nil, staging.steps.contains(where: { $0.before != nil }) { beginTidying() }
  }

  /// Has the writer give back what articles that are gone took, unless it is about to.
  private func beginTidying() {
    guard !isTidying.exchange(true, ordering: .relaxed) else { return }
    queue.async { self.tidy() }
  }

  /// Gives back some of it, and lets writes have the queue before the next.
  private func tidy() {
    let goesOn = database.withLock { database in
      let goesOn = database?.giveBackSome(reportFailure) ?? false
      database?.checkpointIfDue(reportFailure)
      return goesOn
    }
    if goesOn, !isClosing.load(ordering: .relaxed) {
      queue.async { self.tidy() }
    } else {
      isTidying.store(false, ordering: .relaxed)
    }
  }

  /// Commits and publishes what is staged; what went wrong, if something did.
  private func commit(_ staging: Staging) -> StoreError? {
    guard !staging.steps.isEmpty else { return nil }
    do throws(StoreError) {
      try index.makeRoom()
      try times.commits.measure { () throws(StoreError) in
        try database.withLock { (database) throws(StoreError) in
          try database?.commit(staging, reportFailure)
        }
      }
    } catch {
      return error
    }
    // Before it is published, so that whoever sees it also finds it.
    index.add(IndexBatch(staging, of: epoch))
    contents.withLock { $0.publish(staging) }
    return nil
  }

  private func reportFailure(_ error: SQLiteError) {
    report("\(folder ?? ""): writing failed: \(error.message) (\(error.code))")
  }
}
