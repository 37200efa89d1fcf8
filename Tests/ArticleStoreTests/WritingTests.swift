import ArticleParsing
import ArticleStore
import Testing

struct `Adding` {
  let store = SynchronousStore()

  @Test func `stores the article under an id of its content`() throws {
    let written = try store.add(submission("one", title: "The Summit"))
    #expect(written.outcome == .created)
    #expect(written.article.id.text.hasPrefix("the-summit-"))
    #expect(written.article.revision == 1)
    #expect(written.article.createdAt == 1_000)
    #expect(written.article.updatedAt == 1_000)
    #expect(try store.article(written.article.id.text) === written.article)
  }

  @Test func `a submitted title goes before the one found`() throws {
    var metadata = Metadata()
    metadata.title = "Mine"
    let article = try store.add(submission("one", title: "Found", metadata: metadata)).article
    #expect(article.title == "Mine")
    #expect(article.id.text.hasPrefix("mine-"))
  }

  @Test func `the same document again changes nothing`() throws {
    let first = try store.add(submission("one"))
    store.clock.advance(by: 5)
    var metadata = Metadata()
    metadata.title = "Another title"
    let again = try store.add(submission("one", metadata: metadata))
    #expect(again.outcome == .existing)
    #expect(again.article === first.article)
    #expect(try store.articles().total == 1)
  }

  @Test func `a document stored under a client's id is found again`() throws {
    _ = try store.put("mine", submission("one"))
    let again = try store.add(submission("one"))
    #expect(again.outcome == .existing)
    #expect(again.article.id.text == "mine")
  }

  @Test func `a document that was replaced or deleted is new`() throws {
    _ = try store.put("mine", submission("one"))
    _ = try store.put("mine", submission("two"))
    let added = try store.add(submission("one"))
    #expect(added.outcome == .created)
    try store.delete(added.article.id.text)
    #expect(try store.add(submission("one")).outcome == .created)
  }

  @Test func `different documents of the same hash are told apart by their bytes`() throws {
    let store = SynchronousStore(contentHash: { _ in 0xBEEF })
    let ids = try ["one", "two", "three"].map { try store.add(submission($0)).article.id.text }
    let first = "article-000000000000beef"
    #expect(ids == [first, first + "-2", first + "-3"])
    for (text, id) in zip(["one", "two", "three"], ids) {
      let again = try store.add(submission(text))
      #expect(again.outcome == .existing)
      #expect(again.article.id.text == id)
    }
    try store.delete(ids[1])
    #expect(try store.add(submission("three")).article.id.text == ids[2])
    #expect(try store.add(submission("four")).article.id.text == ids[1])
  }
}

struct `Creating under a client's id` {
  let store = SynchronousStore()

  @Test func `takes the id`() throws {
    let written = try store.create("mine", submission("one"))
    #expect(written.outcome == .created)
    #expect(written.article.id.text == "mine")
  }

  @Test func `with the same document again changes nothing`() throws {
    _ = try store.create("mine", submission("one"))
    #expect(try store.create("mine", submission("one")).outcome == .existing)
  }

  @Test func `with another document is refused`() throws {
    _ = try store.create("mine", submission("one"))
    #expect(throws: StoreError.idTaken(SynchronousStore.id("mine"))) {
      try store.create("mine", submission("two"))
    }
    #expect(try store.article("mine")?.document.bytes == Array("one".utf8))
  }
}

struct `Putting` {
  let store = SynchronousStore()

  @Test func `creates, then replaces`() throws {
    let first = try store.put("mine", submission("one"))
    store.clock.advance(by: 500)
    let second = try store.put("mine", submission("two"))
    #expect(first.outcome == .created)
    #expect(second.outcome == .replaced)
    #expect(second.article.revision == 2)
    #expect(second.article.createdAt == 1_000)
    #expect(second.article.updatedAt == 1_500)
    #expect(second.article.sequence == first.article.sequence)
    #expect(try store.articles().items.map(\.revision) == [2])
  }

  @Test func `an article deleted and made again has another validator`() throws {
    let first = try store.put("mine", submission("one")).article
    try store.delete("mine")
    let second = try store.put("mine", submission("one")).article
    #expect(second.revision == first.revision)
    #expect(second.validator != first.validator)
  }

  @Test func `a clock that goes back does not give a time twice`() throws {
    let first = try store.put("mine", submission("one")).article
    store.clock.advance(by: -900)
    let second = try store.put("mine", submission("two")).article
    #expect(second.updatedAt == first.updatedAt + 1)
  }

  @Test func `If-None-Match of any creates only`() throws {
    let createOnly = WritePrecondition(ifNoneMatch: .any)
    #expect(try store.put("mine", submission("one"), if: createOnly).outcome == .created)
    #expect(throws: StoreError.preconditionFailed) {
      try store.put("mine", submission("two"), if: createOnly)
    }
  }

  @Test func `If-Match replaces only what was seen`() throws {
    #expect(throws: StoreError.preconditionFailed) {
      try store.put("mine", submission("one"), if: WritePrecondition(ifMatch: .any))
    }
    let first = try store.put("mine", submission("one")).article
    let seen = WritePrecondition(ifMatch: .validators(["other", first.validator]))
    #expect(try store.put("mine", submission("two"), if: seen).outcome == .replaced)
    #expect(throws: StoreError.preconditionFailed) {
      try store.put("mine", submission("three"), if: seen)
    }
    let any = WritePrecondition(ifMatch: .any)
    #expect(try store.put("mine", submission("three"), if: any).article.revision == 3)
  }

  @Test func `If-None-Match of a list replaces what is none of it`() throws {
    let first = try store.put("mine", submission("one")).article
    #expect(throws: StoreError.preconditionFailed) {
      let unlike = WritePrecondition(ifNoneMatch: .validators([first.validator]))
      return try store.put("mine", submission("two"), if: unlike)
    }
    let other = WritePrecondition(ifNoneMatch: .validators(["other"]))
    #expect(try store.put("mine", submission("two"), if: other).outcome == .replaced)
  }
}

struct `Deleting` {
  let store = SynchronousStore()

  @Test func `takes the article away, with its points`() throws {
    _ = try store.put("mine", submission("one", points: [.pro: 2]))
    #expect(try store.delete("mine").id.text == "mine")
    #expect(try store.article("mine") == nil)
    #expect(try store.articles().total == 0)
    #expect(try store.points(.pro).total == 0)
    #expect(try store.points(.pro).items.isEmpty)
  }

  @Test func `what is not there is said, whatever the precondition`() {
    #expect(throws: StoreError.noSuchArticle) { try store.delete("mine") }
    #expect(throws: StoreError.noSuchArticle) {
      try store.delete("mine", if: WritePrecondition(ifMatch: .any))
    }
  }

  @Test func `If-Match deletes only what was seen`() throws {
    let first = try store.put("mine", submission("one")).article
    _ = try store.put("mine", submission("two"))
    #expect(throws: StoreError.preconditionFailed) {
      try store.delete("mine", if: WritePrecondition(ifMatch: .validators([first.validator])))
    }
    #expect(try store.article("mine") != nil)
  }
}

struct `The store's limit` {
  private static let room = 2 * (ArticleStore.articleOverhead + 10)
  let store = SynchronousStore(limit: room)
  private func text(_ length: Int, _ letter: String) -> Submission {
    submission(String(repeating: letter, count: length))
  }

  @Test func `refuses what does not fit and keeps what is there`() throws {
    _ = try store.put("a", text(10, "a"))
    #expect(throws: StoreError.full(limit: Self.room)) { try store.put("b", text(11, "b")) }
    #expect(throws: StoreError.full(limit: Self.room)) { try store.add(text(11, "b")) }
    _ = try store.put("b", text(10, "b"))
    #expect(try store.articles().total == 2)
  }

  @Test func `counts a replacement in place of what it replaces`() throws {
    _ = try store.put("a", text(10, "a"))
    _ = try store.put("b", text(10, "b"))
    _ = try store.put("b", text(10, "c"))
    #expect(throws: StoreError.full(limit: Self.room)) { try store.put("b", text(11, "d")) }
    #expect(try store.article("b")?.document.bytes == Array("cccccccccc".utf8))
  }

  @Test func `has room again after a deletion`() throws {
    _ = try store.put("a", text(20, "a"))
    #expect(throws: StoreError.full(limit: Self.room)) { try store.put("b", text(1, "b")) }
    try store.delete("a")
    _ = try store.put("b", text(20, "b"))
  }

  @Test func `counts the metadata`() throws {
    var metadata = Metadata()
    metadata.tags = [String(repeating: "t", count: Self.room)]
    #expect(throws: StoreError.full(limit: Self.room)) {
      try store.add(submission("a", metadata: metadata))
    }
  }

  @Test func `counts what was read in a document`() throws {
    #expect(throws: StoreError.full(limit: Self.room)) {
      try store.put("a", submission("aaaaaaaaaa", points: [.pro: 3, .con: 2]))
    }
    _ = try store.put("a", submission("aaaaaaaaaa", points: [.pro: 2, .con: 2]))
  }

  @Test func `counts the text of a document that is not UTF-8`() throws {
    var document = text(10, "a")
    document.document.encoding = .utf16LittleEndian
    _ = try store.put("a", document)
    #expect(throws: StoreError.full(limit: Self.room)) { try store.put("b", text(1, "b")) }
  }
}
