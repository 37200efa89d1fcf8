@testable import ArticleParsing
@testable import ArticleStore
import Testing

struct `The index` {
  let store = SynchronousStore()

  @Test func `finds articles by words of their text, ascending`() throws {
    _ = try store.put("a", submission("The tram is quiet"))
    _ = try store.put("b", submission("The bus is loud"))
    _ = try store.put("c", submission("A quiet bus"))
    #expect(try store.store.matching("\"quiet\"") == [1, 3])
    #expect(try store.store.matching("\"bus\" NOT \"quiet\"") == [2])
    #expect(try store.store.matching("\"qui\" *") == [1, 3])
    #expect(try store.store.matching("\"tram\" OR \"loud\"") == [1, 2])
    #expect(try store.store.ranked("\"nothing\"").isEmpty)
  }

  @Test func `a word counts more in a title than in a point, and there more than in the text`()
    throws
  {
    let filler = String(repeating: "other words stand here ", count: 20)
    _ = try store.put("text", submission("\(filler) harbour"))
    _ = try store.put("title", submission(filler, title: "harbour"))
    for id in ["x", "y", "z"] { _ = try store.put(id, submission(filler)) }
    #expect(try store.found("\"harbour\"") == ["title", "text"])
  }

  @Test(arguments: PointKind.allCases)
  func `has a column for each kind of point`(kind: PointKind) throws {
    _ = try store.put("with", submission("tram", points: [kind: 1]))
    _ = try store.put("without", submission("tram"))
    #expect(try store.found("{\(kind.column)} : \"tram\"") == ["with"])
  }

  @Test func `a phrase does not reach from one point into the next`() throws {
    _ = try store.put("a", submission("end", points: [.pro: 2]))
    #expect(try store.found("{pros} : \"end 1\"") == ["a"])
    #expect(try store.found("{pros} : \"1 end\"").isEmpty)
  }

  @Test func `forgets what was replaced or deleted, all of it`() throws {
    _ = try store.put("a", submission("one two", title: "three", points: [.con: 2]))
    _ = try store.put("b", submission("one"))
    _ = try store.put("a", submission("four"))
    #expect(try store.found("\"two\" OR \"three\"").isEmpty)
    #expect(try store.found("\"one\"") == ["b"])
    try store.delete("a")
    try store.delete("b")
    #expect(try store.found("\"one\" OR \"four\"").isEmpty)
  }

  @Test func `an expression that is none is a failure, not a trap`() {
    #expect(throws: StoreError.failed) { try store.store.ranked("\"") }
    #expect(throws: StoreError.failed) { try store.store.matching("nowhere : x") }
  }
}
