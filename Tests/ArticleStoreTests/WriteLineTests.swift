@testable import ArticleStore
import Testing

struct `The line of writes` {
  private func write(_ byteCount: Int = 1) -> WriteLine.Write {
    WriteLine.Write(byteCount: byteCount) { _ in { _ in } }
  }

  @Test func `a write that nobody follows is taken at once`() {
    var line = WriteLine()
    #expect(line.add(write()) == .run)
    #expect(line.take().count == 1)
    #expect(line.rest() == .nothing)
    #expect(line.add(write()) == .run)
  }

  @Test func `what comes while the writer is at work is taken together`() {
    var line = WriteLine()
    #expect(line.add(write()) == .run)
    #expect(line.take().count == 1)
    for _ in 0..<3 { #expect(line.add(write()) == .nothing) }
    #expect(line.rest() == .run)
    #expect(line.take().count == 3)
    #expect(line.rest() == .nothing)
  }

  @Test func `the writer waits for what is on its way, and no longer`() {
    var line = WriteLine()
    for _ in 0..<2 { line.expect() }
    #expect(line.add(write()) == .wait(1))
    #expect(line.settle() == .nothing)
    #expect(line.add(write()) == .nothing)
    #expect(line.settle() == .run)
    #expect(line.take().count == 2)
    #expect(line.timeIsUp(1) == .nothing)
  }

  @Test func `the writer does not wait for what is given up`() {
    var line = WriteLine()
    line.expect()
    #expect(line.add(write()) == .wait(1))
    #expect(line.settle() == .run)
  }

  @Test func `the writer does not wait for ever`() {
    var line = WriteLine()
    line.expect()
    #expect(line.add(write()) == .wait(1))
    #expect(line.timeIsUp(1) == .run)
    #expect(line.take().count == 1)
    #expect(line.add(write()) == .nothing)
    #expect(line.rest() == .wait(2))
    #expect(line.timeIsUp(1) == .nothing)
    #expect(line.timeIsUp(2) == .run)
  }

  @Test func `the writer does not wait once there are enough`() {
    var line = WriteLine()
    line.expect(WriteLine.enough)
    #expect(line.add(write()) == .wait(1))
    for _ in 2..<WriteLine.enough { #expect(line.add(write()) == .nothing) }
    #expect(line.add(write()) == .run)
  }

  @Test func `the writer waits on while more writes are on their way than wait`() {
    var line = WriteLine()
    line.expect(3 * WriteLine.enough)
    #expect(line.add(write()) == .wait(1))
    for _ in 1..<2 * WriteLine.enough { #expect(line.add(write()) == .nothing) }
    #expect(line.settle(WriteLine.enough) == .run)
  }

  @Test func `a batch is bounded in number and in bytes`() {
    var line = WriteLine()
    for _ in 0..<100 { _ = line.add(write()) }
    #expect(line.take().count == WriteLine.batchCount)
    #expect(line.take().count == 100 - WriteLine.batchCount)
    let sizes = [WriteLine.batchBytes + 1, WriteLine.batchBytes - 1, 1, 1]
    for size in sizes { _ = line.add(write(size)) }
    #expect([line.take().count, line.take().count, line.take().count] == [1, 2, 1])
    #expect(line.take().isEmpty)
  }
}
