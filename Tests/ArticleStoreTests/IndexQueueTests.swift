@testable import ArticleStore
import Testing

struct `The queue of the index` {
  private func batch(steps: Int = 1, words: Int = 0) -> IndexBatch {
    let article = submission(String(repeating: "w ", count: words / 2))
    let columns = SearchColumns(article)
    let step = IndexStep(before: nil, after: (columns, 1))
    return IndexBatch([IndexStep](repeating: step, count: steps), nil)
  }

  @Test func `waits a moment for more, and then is taken`() {
    var queue = IndexQueue()
    #expect(queue.add(batch()) == .wait)
    #expect(queue.add(batch()) == .nothing)
    #expect(queue.timeIsUp() == .run)
    #expect(queue.first().count == 2)
    queue.remove(2)
    #expect(queue.rest(hasFailed: false) == .nothing)
    #expect(queue.timeIsUp() == .nothing)
  }

  @Test func `is taken at once when it is long enough`() {
    var queue = IndexQueue()
    #expect(queue.add(batch()) == .wait)
    #expect(queue.add(batch(steps: IndexQueue.enough - 1)) == .run)
    #expect(queue.timeIsUp() == .nothing)
    #expect(queue.add(batch(steps: IndexQueue.enough)) == .nothing)
    queue.remove(2)
    #expect(queue.rest(hasFailed: false) == .run)
    queue.remove(1)
    #expect(queue.rest(hasFailed: false) == .nothing)
    #expect(queue.add(batch()) == .wait)
  }

  @Test func `waits again for what came while it was taken, if that is little`() {
    var queue = IndexQueue()
    #expect(queue.add(batch(steps: IndexQueue.enough)) == .run)
    #expect(queue.add(batch()) == .nothing)
    queue.remove(1)
    #expect(queue.rest(hasFailed: false) == .wait)
  }

  @Test func `what failed is tried again with what comes next, not before`() {
    var queue = IndexQueue()
    #expect(queue.add(batch(steps: IndexQueue.enough)) == .run)
    #expect(queue.rest(hasFailed: true) == .nothing)
    #expect(queue.first().count == 1)
    #expect(queue.add(batch()) == .run)
  }

  @Test func `one that somebody has emptied meanwhile is not taken`() {
    var queue = IndexQueue()
    #expect(queue.add(batch()) == .wait)
    queue.remove(1)
    #expect(queue.timeIsUp() == .nothing)
    #expect(queue.add(batch()) == .wait)
  }

  @Test func `a transaction is bounded in steps and in bytes, but for its first batch`() {
    var queue = IndexQueue()
    for _ in 0..<5 { _ = queue.add(batch(steps: IndexQueue.transactionCount / 4)) }
    #expect(queue.first().count == 4)
    queue.remove(5)
    for words in [IndexQueue.transactionBytes + 1, IndexQueue.transactionBytes - 1_000, 100] {
      _ = queue.add(batch(words: words))
    }
    #expect(queue.first().count == 1)
    queue.remove(1)
    #expect(queue.first().count == 2)
  }

  @Test func `is full by steps or by bytes`() {
    var queue = IndexQueue()
    _ = queue.add(batch(steps: IndexQueue.roomCount - 1))
    #expect(queue.isFull == false)
    _ = queue.add(batch())
    #expect(queue.isFull == true)
    queue.remove(1)
    #expect(queue.isFull == false)
    _ = queue.add(batch(words: IndexQueue.roomBytes))
    #expect(queue.isFull == true)
    queue.remove(2)
    #expect(queue.isFull == false)
    #expect(queue.done == 3)
  }

  @Test func `takes nothing after its end, and counts what it dropped as done`() {
    var queue = IndexQueue()
    _ = queue.add(batch(steps: IndexQueue.roomCount))
    queue.close(.lost)
    #expect(queue.isFull == false)
    #expect(queue.add(batch()) == .nothing)
    #expect(queue.first().count == 0)
    let (done, added) = (queue.done, queue.added)
    #expect(done == added)
    #expect(queue.end == .lost)
  }
}
