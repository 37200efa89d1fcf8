@testable import ArticleStore
import Locking
import Testing

struct `A write that is expected` {
  let store = SynchronousStore()
  private var writer: ArticleWriter { store.store.writer }
  private var expected: Int { store.store.pending.withLock { $0.expected } }

  @Test func `is on its way until it is written`() throws {
    let write = writer.expect()
    #expect(expected == 1)
    let prepared = writer.prepare(submission("one"))
    _ = try waitForStore { writer.write(.add(prepared), expected: write, completion: $0) }
    #expect(expected == 0)
  }

  @Test func `is given up when it is let go`() {
    var write: ExpectedWrite? = writer.expect()
    #expect(expected == 1)
    #expect(write != nil)
    write = nil
    #expect(expected == 0)
  }

  @Test func `is settled once, whatever is written with it`() throws {
    do {
      let (write, other) = (writer.expect(), writer.expect())
      for text in ["one", "two"] {
        let prepared = writer.prepare(submission(text))
        _ = try waitForStore { writer.write(.add(prepared), expected: write, completion: $0) }
      }
      #expect(expected == 1)
      withExtendedLifetime(other) {}
    }
    #expect(expected == 0)
  }
}
