@testable import ArticleStore
import Testing

struct `The queue of writes` {
  private func write(_ byteCount: Int = 1) -> CommitQueue.Write {
    CommitQueue.Write(byteCount: byteCount) { _ in { _ in } }
  }

  @Test func `a write that nobody follows is taken at once`() {
    var queue = CommitQueue()
    #expect(queue.add(write()) == .run)
    #expect(queue.removeBatch().count == 1)
    #expect(queue.rest() == .nothing)
    #expect(queue.add(write()) == .run)
  }

  @Test func `what comes while the writer is at work is taken together`() {
    var queue = CommitQueue()
    #expect(queue.add(write()) == .run)
    #expect(queue.removeBatch().count == 1)
    for _ in 0..<3 { #expect(queue.add(write()) == .nothing) }
    #expect(queue.rest() == .run)
    #expect(queue.removeBatch().count == 3)
    #expect(queue.rest() == .nothing)
  }

  @Test func `the writer waits for what is on its way, and no longer`() {
    var queue = CommitQueue()
    for _ in 0..<2 { queue.expect() }
    #expect(queue.add(write(), isExpected: true) == .wait(1))
    #expect(queue.add(write(), isExpected: true) == .run)
    #expect(queue.removeBatch().count == 2)
    #expect(queue.timeIsUp(1) == .nothing)
  }

  @Test func `what was expected alone is taken at once`() {
    var queue = CommitQueue()
    queue.expect()
    #expect(queue.add(write(), isExpected: true) == .run)
  }

  @Test func `the writer does not wait for what is given up`() {
    var queue = CommitQueue()
    queue.expect()
    #expect(queue.add(write()) == .wait(1))
    #expect(queue.giveUp() == .run)
  }

  @Test func `the writer does not wait for ever`() {
    var queue = CommitQueue()
    queue.expect()
    #expect(queue.add(write()) == .wait(1))
    #expect(queue.timeIsUp(1) == .run)
    #expect(queue.removeBatch().count == 1)
    #expect(queue.add(write()) == .nothing)
    #expect(queue.rest() == .wait(2))
    #expect(queue.timeIsUp(1) == .nothing)
    #expect(queue.timeIsUp(2) == .run)
  }

  @Test func `the writer does not wait once there are enough`() {
    var queue = CommitQueue()
    for _ in 0..<CommitQueue.enough { queue.expect() }
    #expect(queue.add(write()) == .wait(1))
    for _ in 2..<CommitQueue.enough { #expect(queue.add(write()) == .nothing) }
    #expect(queue.add(write()) == .run)
  }

  @Test func `the writer waits on while more writes are on their way than wait`() {
    var queue = CommitQueue()
    for _ in 0..<3 * CommitQueue.enough { queue.expect() }
    #expect(queue.add(write(), isExpected: true) == .wait(1))
    // With half of them there, the others get ready while these are written.
    for _ in 2..<3 * CommitQueue.enough / 2 {
      #expect(queue.add(write(), isExpected: true) == .nothing)
    }
    #expect(queue.add(write(), isExpected: true) == .run)
  }

  @Test func `a batch is bounded in number and in bytes`() {
    var queue = CommitQueue()
    for _ in 0..<100 { _ = queue.add(write()) }
    #expect(queue.removeBatch().count == CommitQueue.batchCount)
    #expect(queue.removeBatch().count == 100 - CommitQueue.batchCount)
    let sizes = [CommitQueue.batchBytes + 1, CommitQueue.batchBytes - 1, 1, 1]
    for size in sizes { _ = queue.add(write(size)) }
    #expect(
      [queue.removeBatch().count, queue.removeBatch().count, queue.removeBatch().count] == [
        1, 2, 1,
      ])
    #expect(queue.removeBatch().isEmpty)
  }
}
