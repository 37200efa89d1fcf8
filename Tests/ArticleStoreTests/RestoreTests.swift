@testable import ArticleParsing
@testable import ArticleStore
import Testing

private func submission(_ text: String, at createdAt: Int64, _ updatedAt: Int64) -> Submission {
  var submission = ArticleStoreTests.submission(text, points: [.pro: 1])
  submission.times = ArticleTimes(createdAt: createdAt, updatedAt: updatedAt)
  return submission
}

struct `An article that is brought back` {
  let store = SynchronousStore()

  private func ids(_ sort: ArticleSort) throws -> [String] {
    try store.articles(in: ArticleOrdering(sort)).items.map(\.id.text)
  }

  @Test func `has its times, and a revision and a change of its own`() throws {
    let written = try store.create("a", submission("a", at: 10, 20))
    #expect(written.article.createdAt == 10)
    #expect(written.article.updatedAt == 20)
    #expect(written.article.writtenAt == store.clock.now)
    #expect(written.article.revision == 1)
    let change = try #require(try store.changes().items.first)
    #expect(change.kind == .created)
    #expect(change.at == store.clock.now)
  }

  @Test func `stands where it stood, whenever it comes`() throws {
    _ = try store.create("c", submission("c", at: 30, 30))
    _ = try store.put("new", ArticleStoreTests.submission("new", points: [.pro: 1]))
    _ = try store.create("a", submission("a", at: 10, 40))
    _ = try store.create("b", submission("b", at: 20, 20))
    #expect(try ids(.createdAt) == ["a", "b", "c", "new"])
    #expect(try ids(.updatedAt) == ["b", "c", "a", "new"])
    #expect(try store.points(.pro).items.map(\.article.id.text) == ["a", "b", "c", "new"])
  }

  @Test func `stands behind another of the same time that came before it`() throws {
    for id in ["b", "a", "c"] { _ = try store.create(id, submission(id, at: 10, 10)) }
    #expect(try ids(.createdAt) == ["b", "a", "c"])
  }

  @Test func `keeps its creation when it is replaced, and is not updated before that`() throws {
    let future = store.clock.now + 1_000_000
    _ = try store.create("past", submission("a", at: 10, 20))
    _ = try store.create("future", submission("b", at: future, future))
    let past = try store.put("past", ArticleStoreTests.submission("c")).article
    #expect(past.createdAt == 10)
    #expect(past.updatedAt > store.clock.now - 1)
    let late = try store.put("future", ArticleStoreTests.submission("d")).article
    #expect(late.createdAt == future)
    #expect(late.updatedAt == future)
    #expect(late.revision == 2)
  }

  @Test func `in the future leaves the times of other writes as they are`() throws {
    _ = try store.create("future", submission("a", at: .max, .max))
    let other = try store.put("b", ArticleStoreTests.submission("b")).article
    #expect(other.createdAt == store.clock.now + 1)
    #expect(try ids(.createdAt) == ["b", "future"])
  }

  @Test func `is told from another of the same id, revision and times`() throws {
    let first = try store.create("a", submission("one", at: 10, 20)).article
    try store.delete("a")
    let second = try store.create("a", submission("two", at: 10, 20)).article
    #expect(first.validator != second.validator)
    try store.delete("a")
    var titled = submission("one", at: 10, 20)
    titled.metadata.title = "One"
    #expect(try store.create("a", titled).article.validator != first.validator)
    try store.delete("a")
    // This is the first again, in all that is said of it.
    #expect(
      try store.create("a", submission("one", at: 10, 20)).article.validator == first.validator)
  }

  @Test func `is as it was after a restart`() throws {
    let folder = StoreFolder()
    let before = try SynchronousStore(in: folder.path)
    for (id, time) in [("c", 30), ("a", 10), ("b", 20)] as [(String, Int64)] {
      _ = try before.create(id, submission(id, at: time, 100 - time))
    }
    let validators = try before.articles().items.map { $0.validator }
    before.close()
    let after = try SynchronousStore(in: folder.path)
    for sort in [ArticleSort.createdAt, .updatedAt] {
      let ids = try after.articles(in: ArticleOrdering(sort)).items.map(\.id.text)
      #expect(ids == (sort == .createdAt ? ["a", "b", "c"] : ["c", "b", "a"]))
    }
    #expect(try after.articles().items.map { $0.validator } == validators)
    after.close()
  }
}
