@testable import ArticleStore
import Testing

struct `The line of the index` {
  private func batch(steps: Int = 1, words: Int = 0) -> IndexBatch {
    let article = submission(String(repeating: "w ", count: words / 2))
    let columns = SearchColumns(article)
    let step = IndexStep(before: nil, after: (columns, 1))
    return IndexBatch([IndexStep](repeating: step, count: steps), nil)
  }

  @Test func `waits a moment for more, and then is taken`() {
    var line = IndexLine()
    #expect(line.add(batch()) == .wait)
    #expect(line.add(batch()) == .nothing)
    #expect(line.timeIsUp() == .run)
    #expect(line.first().count == 2)
    line.remove(2)
    #expect(line.rest(hasFailed: false) == .nothing)
    #expect(line.timeIsUp() == .nothing)
  }

  @Test func `is taken at once when it is long enough`() {
    var line = IndexLine()
    #expect(line.add(batch()) == .wait)
    #expect(line.add(batch(steps: IndexLine.enough - 1)) == .run)
    #expect(line.timeIsUp() == .nothing)
    #expect(line.add(batch(steps: IndexLine.enough)) == .nothing)
    line.remove(2)
    #expect(line.rest(hasFailed: false) == .run)
    line.remove(1)
    #expect(line.rest(hasFailed: false) == .nothing)
    #expect(line.add(batch()) == .wait)
  }

  @Test func `waits again for what came while it was taken, if that is little`() {
    var line = IndexLine()
    #expect(line.add(batch(steps: IndexLine.enough)) == .run)
    #expect(line.add(batch()) == .nothing)
    line.remove(1)
    #expect(line.rest(hasFailed: false) == .wait)
  }

  @Test func `what failed is tried again with what comes next, not before`() {
    var line = IndexLine()
    #expect(line.add(batch(steps: IndexLine.enough)) == .run)
    #expect(line.rest(hasFailed: true) == .nothing)
    #expect(line.first().count == 1)
    #expect(line.add(batch()) == .run)
  }

  @Test func `one that somebody has emptied meanwhile is not taken`() {
    var line = IndexLine()
    #expect(line.add(batch()) == .wait)
    line.remove(1)
    #expect(line.timeIsUp() == .nothing)
    #expect(line.add(batch()) == .wait)
  }

  @Test func `a transaction is bounded in steps and in bytes, but for its first batch`() {
    var line = IndexLine()
    for _ in 0..<5 { _ = line.add(batch(steps: IndexLine.transactionCount / 4)) }
    #expect(line.first().count == 4)
    line.remove(5)
    for words in [IndexLine.transactionBytes + 1, IndexLine.transactionBytes - 1_000, 100] {
      _ = line.add(batch(words: words))
    }
    #expect(line.first().count == 1)
    line.remove(1)
    #expect(line.first().count == 2)
  }

  @Test func `is full by steps or by bytes`() {
    var line = IndexLine()
    _ = line.add(batch(steps: IndexLine.roomCount - 1))
    #expect(line.isFull == false)
    _ = line.add(batch())
    #expect(line.isFull == true)
    line.remove(1)
    #expect(line.isFull == false)
    _ = line.add(batch(words: IndexLine.roomBytes))
    #expect(line.isFull == true)
    line.remove(2)
    #expect(line.isFull == false)
    #expect(line.done == 3)
  }

  @Test func `takes nothing after its end, and counts what it dropped as done`() {
    var line = IndexLine()
    _ = line.add(batch(steps: IndexLine.roomCount))
    line.close(.lost)
    #expect(line.isFull == false)
    #expect(line.add(batch()) == .nothing)
    #expect(line.first().count == 0)
    let (done, added) = (line.done, line.added)
    #expect(done == added)
    #expect(line.end == .lost)
  }
}
