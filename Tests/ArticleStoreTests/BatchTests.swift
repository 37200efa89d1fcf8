@testable import ArticleStore
import Testing

/// Writes that are committed together see each other as if they had come one by one.
struct `A batch of writes` {
  typealias Outcomes = [Result<Written, StoreError>]
  let store = SynchronousStore()

  private func put(
    _ id: String, _ text: String, if precondition: WritePrecondition = .init()
  ) -> (@escaping @Sendable (Result<Written, StoreError>) -> Void) -> Void {
    { [store] in
      let writer = store.store.writer
      writer.write(
        .put(SynchronousStore.id(id), writer.prepare(submission(text)), if: precondition),
        completion: $0)
    }
  }

  private func add(
    _ text: String
  ) -> (@escaping @Sendable (Result<Written, StoreError>) -> Void) -> Void {
    { [writer = store.store.writer] in
      writer.write(.add(writer.prepare(submission(text))), completion: $0)
    }
  }

  private func delete(
    _ id: String
  ) -> (@escaping @Sendable (Result<StoredArticle, StoreError>) -> Void) -> Void {
    { [store] in store.store.writer.delete(SynchronousStore.id(id), completion: $0) }
  }

  @Test func `of one id makes revisions of one article`() throws {
    let written = try store.batch([put("a", "one"), put("a", "two"), put("b", "three")])
      .map { try $0.get() }
    #expect(written.map(\.article.revision) == [1, 2, 1])
    #expect(written.map(\.article.sequence) == [1, 1, 2])
    #expect(written.map(\.outcome) == [.created, .replaced, .created])
    #expect(try store.article("a") === written[1].article)
    #expect(try store.articles().total == 2)
    #expect(try store.found("one").isEmpty)
    #expect(try store.found("two") == ["a"])
  }

  @Test func `of one content stores it once`() throws {
    let written = try store.batch([add("one"), put("mine", "two"), add("one"), add("two")])
      .map { try $0.get() }
    #expect(written.map(\.outcome) == [.created, .created, .existing, .existing])
    #expect(written[2].article === written[0].article)
    #expect(written[3].article.id.text == "mine")
    #expect(try store.articles().total == 2)
  }

  @Test func `a content that is replaced in it is no longer there`() throws {
    _ = try store.put("a", submission("one"))
    let written = try store.batch([put("a", "two"), add("one")]).map { try $0.get() }
    #expect(written.map(\.outcome) == [.replaced, .created])
    #expect(try store.articles().total == 2)
  }

  @Test func `a deleted article can be created again in it`() throws {
    _ = try store.put("a", submission("one"))
    _ = try store.put("b", submission("b"))
    let deletion = Awaited<Result<StoredArticle, StoreError>>()
    let call: (@escaping @Sendable (Result<Written, StoreError>) -> Void) -> Void = {
      delete("a")({ deletion.set($0) })
      put("a", "two")($0)
    }
    let written = store.batch([call, put("a", "x", if: .init(ifNoneMatch: .any))])
    #expect(try deletion.value().get().revision == 1)
    #expect(try written[0].get().article.revision == 1)
    #expect(try written[0].get().article.sequence == 3)
    #expect(throws: StoreError.preconditionFailed) { try written[1].get() }
    #expect(try store.articles().items.map(\.id.text) == ["b", "a"])
    #expect(try store.found("two") == ["a"])
    #expect(try store.changes().items.map(\.kind) == [.created, .created, .deleted, .created])
  }

  @Test func `counts against the limit as a whole`() throws {
    let size = ArticleStore.articleOverhead + 3
    let store = SynchronousStore(limit: 2 * size)
    let puts = ["a", "b", "c"].map { id in
      { (completion: @escaping @Sendable (Result<Written, StoreError>) -> Void) in
        let writer = store.store.writer
        writer.write(
          .upsert(SynchronousStore.id(id), writer.prepare(submission("123"))),
          completion: completion)
      }
    }
    let written = store.batch(puts)
    #expect(throws: StoreError.full(limit: 2 * size)) { try written[2].get() }
    #expect(try store.articles().total == 2)
  }

  @Test func `to a closed store fails`() throws {
    _ = try store.put("a", submission("one"))
    store.close()
    #expect(throws: StoreError.closed) { try store.put("a", submission("two")) }
    #expect(throws: StoreError.closed) { try store.store.ranked("one") }
    #expect(try store.article("a")?.revision == 1)
  }
}
