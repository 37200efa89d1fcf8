@testable import ArticleStore
import Testing

struct `The change feed` {
  @Test func `has every change in the order of the commits, later ones at later times`() throws {
    let store = SynchronousStore()
    _ = try store.put("a", submission("one"))
    _ = try store.put("a", submission("two"))
    _ = try store.put("b", submission("three"))
    try store.delete("a")
    _ = try store.add(submission("three"))
    let page = try store.changes()
    #expect(page.items.map(\.sequence) == [1, 2, 3, 4])
    #expect(page.items.map(\.kind) == [.created, .replaced, .created, .deleted])
    #expect(page.items.map(\.article.text) == ["a", "a", "b", "a"])
    #expect(page.items.map(\.revision) == [1, 2, 1, 2])
    #expect(page.items.map(\.at) == [1_000, 1_001, 1_002, 1_003])
    #expect((page.last, page.oldest) == (4, 1))
    #expect(page.epoch.utf8.count == 16)
  }

  @Test func `is read on from where one was`() throws {
    let store = SynchronousStore()
    for number in 1...5 { _ = try store.put("a\(number)", submission("\(number)")) }
    #expect(try store.changes(after: 0, limit: 2).items.map(\.sequence) == [1, 2])
    #expect(try store.changes(after: 2, limit: 2).items.map(\.sequence) == [3, 4])
    #expect(try store.changes(after: 4, limit: 2).items.map(\.sequence) == [5])
    #expect(try store.changes(after: 5, limit: 2).items.isEmpty)
  }

  @Test func `of an empty store is empty`() throws {
    let page = try SynchronousStore().changes()
    #expect(page.items.isEmpty)
    #expect((page.last, page.oldest) == (0, 1))
  }

  @Test func `keeps the newest, and says so to whoever asks for older ones`() throws {
    var feed = ChangeFeed(capacity: 3)
    for sequence in UInt64(1)...5 {
      feed.append(
        Change(
          sequence: sequence, kind: .created, article: SynchronousStore.id("a"), revision: 1,
          at: Int64(sequence)))
    }
    #expect(try feed.page(after: 2, limit: 9, epoch: "e").items.map(\.sequence) == [3, 4, 5])
    #expect(try feed.page(after: 3, limit: 1, epoch: "e").items.map(\.sequence) == [4])
    #expect(try feed.page(after: nil, limit: 2, epoch: "e").items.map(\.sequence) == [3, 4])
    #expect(throws: StoreError.changesGone(oldest: 3)) {
      try feed.page(after: 1, limit: 9, epoch: "e")
    }
    // Another store's, or this one's before its folder was put back to an older state.
    #expect(throws: StoreError.changesGone(oldest: 3)) {
      try feed.page(after: 6, limit: 9, epoch: "e")
    }
    #expect(feed.lastTime == 5)
  }
}
