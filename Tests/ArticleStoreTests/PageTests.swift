import ArticleParsing
import ArticleStore
import Testing

struct `Pages of articles` {
  let store = SynchronousStore()

  private func pages(limit: Int, between: () throws -> Void = {}) throws -> [[String]] {
    var pages: [[String]] = []
    var cursor: Cursor?
    repeat {
      let page = try store.articles(after: cursor, limit: limit)
      pages.append(page.items.map(\.id.text))
      cursor = page.next()
      try between()
    } while cursor != nil
    return pages
  }

  @Test func `come in order of creation, without a cursor on the last`() throws {
    for id in ["e", "d", "c", "b", "a"] { _ = try store.put(id, submission(id)) }
    _ = try store.put("d", submission("again"))
    #expect(try pages(limit: 2) == [["e", "d"], ["c", "b"], ["a"]])
    #expect(try pages(limit: 5) == [["e", "d", "c", "b", "a"]])
    #expect(try store.articles(limit: 2).total == 5)
  }

  @Test func `of an empty store are one empty page`() throws {
    #expect(try pages(limit: 3) == [[]])
    #expect(try store.articles().total == 0)
  }

  @Test func `a cursor is valid while articles come and go`() throws {
    for id in ["a", "b", "c", "d", "e"] { _ = try store.put(id, submission(id)) }
    let first = try store.articles(limit: 2)
    for id in ["a", "b", "c"] { try store.delete(id) }
    _ = try store.put("f", submission("f"))
    let second = try store.articles(after: first.next(), limit: 2)
    #expect(second.items.map(\.id.text) == ["d", "e"])
    try store.delete("f")
    let third = try store.articles(after: second.next(), limit: 2)
    #expect(third.items.isEmpty)
    #expect(third.next() == nil)
    #expect(third.total == 2)
  }

  @Test func `a cursor beyond every article gives an empty page`() throws {
    _ = try store.put("a", submission("a"))
    let last = Creation(time: .max, sequence: .max)
    #expect(try store.articles(after: Cursor(place: ListPlace(creation: last))).items.isEmpty)
  }
}

struct `Pages of points` {
  let store = SynchronousStore()

  private func texts(limit: Int) throws -> [[String]] {
    var pages: [[String]] = []
    var cursor: Cursor?
    repeat {
      let page = try store.points(.pro, after: cursor, limit: limit)
      pages.append(page.items.map { "\($0.article.id.text)/\($0.point.id)" })
      cursor = page.next
    } while cursor != nil
    return pages
  }

  @Test func `go through the articles that have some`() throws {
    _ = try store.put("a", submission("a", points: [.pro: 3]))
    _ = try store.put("b", submission("b", points: [.con: 1]))
    _ = try store.put("c", submission("c", points: [.pro: 1, .con: 1]))
    #expect(try texts(limit: 2) == [["a/pro-1", "a/pro-2"], ["a/pro-3", "c/pro-1"]])
    #expect(try texts(limit: 1).count == 4)
    #expect(try texts(limit: 4) == [["a/pro-1", "a/pro-2", "a/pro-3", "c/pro-1"]])
    #expect(try store.points(.pro, limit: 1).total == 4)
    #expect(try store.points(.con).total == 2)
    #expect(try store.points(.neutral).total == 0)
  }

  @Test(arguments: PointKind.allCases)
  func `are there for every kind`(kind: PointKind) throws {
    _ = try store.put("a", submission("a", points: [kind: 2]))
    #expect(try store.points(kind).total == 2)
    let ids = try store.points(kind).items.map(\.point.id)
    #expect(ids == ["\(kind.rawValue)-1", "\(kind.rawValue)-2"])
  }

  @Test func `a replacement takes the place of what it replaces`() throws {
    _ = try store.put("a", submission("a", points: [.pro: 1]))
    _ = try store.put("b", submission("b", points: [.pro: 1]))
    _ = try store.put("a", submission("a2", points: [.con: 1]))
    #expect(try texts(limit: 9) == [["b/pro-1"]])
    #expect(try store.points(.pro).total == 1)
    _ = try store.put("a", submission("a3", points: [.pro: 2]))
    #expect(try texts(limit: 9) == [["a/pro-1", "a/pro-2", "b/pro-1"]])
    #expect(try store.points(.pro).total == 3)
    #expect(try store.points(.con).total == 0)
  }

  @Test func `a cursor in the middle of an article outlives the article`() throws {
    _ = try store.put("a", submission("a", points: [.pro: 3]))
    _ = try store.put("b", submission("b", points: [.pro: 2]))
    let first = try store.points(.pro, limit: 2)
    let creation = try #require(try store.article("a")).creation
    #expect(first.next == Cursor(place: ListPlace(creation: creation), index: 1))
    _ = try store.put("a", submission("shorter", points: [.pro: 1]))
    let shorter = try store.points(.pro, after: first.next)
    #expect(shorter.items.map(\.point.text) == ["b 1", "b 2"])
    try store.delete("a")
    let gone = try store.points(.pro, after: first.next)
    #expect(gone.items.map(\.point.text) == ["b 1", "b 2"])
  }

  @Test(arguments: [Int.min, -1, 0, Int.max])
  func `a cursor of any index is a position`(index: Int) throws {
    _ = try store.put("a", submission("a", points: [.pro: 2]))
    let creation = try #require(try store.article("a")).creation
    let cursor = Cursor(place: ListPlace(creation: creation), index: index)
    let page = try store.points(.pro, after: cursor)
    #expect(page.items.count == (index < 0 ? 2 : index == 0 ? 1 : 0))
  }
}
