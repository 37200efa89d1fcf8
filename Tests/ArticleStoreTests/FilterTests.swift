@testable import ArticleParsing
@testable import ArticleStore
import Locking
import Testing

struct `Filters of articles` {
  let store = SynchronousStore()

  init() throws {
    // Every combination of what the filters ask for.
    for number in 0..<64 {
      func has(_ bit: Int) -> Bool { number >> bit & 1 == 1 }
      var metadata = Metadata()
      metadata.title = "Title \(63 - number)"
      if has(0) { metadata.tags = ["Économie", "C++"] }
      var submission = submission(
        "Text \(number) of a \(has(1) ? "tram" : "bus") line", metadata: metadata)
      submission.article.language = has(2) ? "en-GB" : "de"
      submission.article.pros = [Self.point("pro-1", actor: has(3) ? "Vladimir Putin" : "Putinova")]
      if has(4) { submission.article.cons = [Self.point("con-1", actor: nil)] }
      if has(5) {
        submission.article.outlook = Outlook(section: "outlook", scenarios: [])
      }
      _ = try store.put("a\(number)", submission)
    }
  }

  private static func point(_ id: String, actor: String?) -> Point {
    Point(
      id: id, text: "Something", actor: actor, section: "s", rule: .listItem,
      source: SourceRange(bytes: 0..<1, line: 1))
  }

  @Test(arguments: allOrderings)
  func `hold alone and all together`(ordering: ArticleOrdering) throws {
    for bits in 0..<64 {
      func asks(_ bit: Int) -> Bool { bits >> bit & 1 == 1 }
      var filter = ArticleFilter()
      if asks(0) { filter.tag = FoldedLabel("ECONOMIE") }
      if asks(1) { filter.query = SearchQuery("trám") }
      if asks(2) { filter.language = FoldedLabel("EN-gb") }
      if asks(3) { filter.actor = SearchQuery(phrase: "putin") }
      if asks(4) { filter.parts.insert(ListedParts(.con)) }
      if asks(5) { filter.parts.insert(.outlook) }
      let expected = (0..<64).filter { $0 & bits == bits }
      let isReversed = ordering.isDescending != (ordering.sort == .title)
      // Titles are compared as words: 10 before 9.
      let found = try store.all(filter, in: ordering).map(\.id.text)
      #expect(Set(found) == Set(expected.map { "a\($0)" }))
      #expect(found.count == expected.count)
      if ordering.sort != .title, ordering.sort != .publishedAt {
        #expect(found == (isReversed ? expected.reversed() : expected).map { "a\($0)" })
      }
      #expect(try store.articles(filter, in: ordering, limit: 1).total == expected.count)
    }
  }

  @Test func `tell tags apart by their marks, and not by case and spaces`() throws {
    func total(_ tag: String) throws -> Int {
      var filter = ArticleFilter()
      filter.tag = FoldedLabel(tag)
      return try store.articles(filter).total
    }
    #expect(try total("c++") == 32)
    #expect(try total(" C++ ") == 32)
    #expect(try total("C#") == 0)
    #expect(try total("C") == 0)
    #expect(try total("écono") == 0)
    #expect(FoldedLabel("Foreign   Policy") == FoldedLabel("foreign policy"))
    #expect(FoldedLabel("🚋") != FoldedLabel("🚌"))
    #expect(FoldedLabel("日本") != FoldedLabel("日"))
  }

  @Test func `count again once something was written`() throws {
    var filter = ArticleFilter()
    filter.query = SearchQuery("tram")
    #expect(try store.articles(filter).total == 32)
    try store.delete("a2")
    #expect(try store.articles(filter).total == 31)
    _ = try store.put("a0", submission("A tram"))
    #expect(try store.articles(filter).total == 32)
    #expect(try store.articles(filter, limit: 100).items.first?.id.text == "a0")
  }

  @Test(arguments: ["-tram", "!", "\""])
  func `a query without a word to be there finds nothing`(query: String) throws {
    var filter = ArticleFilter()
    filter.query = SearchQuery(query)
    #expect(try store.articles(filter).total == 0)
  }
}

struct `Filters of points` {
  let store = SynchronousStore()

  init() throws {
    for number in 0..<4 {
      var submission = submission("x\(number)")
      // Of every article the points have every combination.
      submission.article.pros = (0..<16).map { bits in
        func has(_ bit: Int) -> Bool { bits >> bit & 1 == 1 }
        return Point(
          id: "pro-\(bits + 1)", label: has(0) ? "Fewer Cars on the Quay" : "Fewer people",
          text: has(1) ? "Noise falls." : "Costs fall.", subject: has(2) ? "Option B" : nil,
          actor: has(3) ? "The City Council" : "The State", section: "s", rule: .listItem,
          source: SourceRange(bytes: 0..<1, line: 1))
      }
      _ = try store.put("a\(number)", submission)
    }
    // Found by the index, but in no point of this kind.
    _ = try store.put("b", submission("Noise", points: [.con: 2]))
  }

  @Test func `hold alone and all together`() throws {
    for bits in 0..<32 {
      func asks(_ bit: Int) -> Bool { bits >> bit & 1 == 1 }
      var filter = PointFilter()
      if asks(0) { filter.label = SearchQuery(phrase: "cars on") }
      if asks(1) { filter.query = SearchQuery("fewer noise") }
      if asks(2) { filter.subject = SearchQuery(phrase: "option b") }
      if asks(3) { filter.actor = SearchQuery(phrase: "city council") }
      if asks(4) { filter.article = SynchronousStore.id("a2") }
      let articles = asks(4) ? ["a2"] : ["a0", "a1", "a2", "a3"]
      let points = (0..<16).filter { $0 & bits == bits & 15 }
      let expected = articles.flatMap { article in points.map { "\(article) \($0)" } }
      var found: [String] = []
      var cursor: Cursor?
      repeat {
        let page = try store.points(.pro, filter, after: cursor, limit: 5)
        #expect(page.total == expected.count)
        found += page.items.map { "\($0.article.id.text) \($0.index)" }
        cursor = page.next
      } while cursor != nil
      #expect(found == expected)
    }
  }

  @Test func `a phrase stands in sequence, in one value`() throws {
    func total(_ label: String) throws -> Int {
      var filter = PointFilter()
      filter.label = SearchQuery(phrase: label)
      return try store.points(.pro, filter).total
    }
    #expect(try total("FEWER CARS") == 32)
    #expect(try total("cars fewer") == 0)
    #expect(try total("few") == 0)
    #expect(try total("quay noise") == 0)
    #expect(try total("?") == 0)
  }

  @Test func `an article that is not there has no points`() throws {
    var filter = PointFilter()
    filter.article = SynchronousStore.id("nobody")
    #expect(try store.points(.pro, filter).total == 0)
    filter.article = SynchronousStore.id("b")
    #expect(try store.points(.pro, filter).items.isEmpty)
    #expect(try store.points(.con, filter).total == 2)
  }
}

struct `Remembered lists` {
  private func key(_ tag: String) -> RememberedLists.Key {
    var filter = ArticleFilter()
    filter.tag = FoldedLabel(tag)
    return .articles(filter, ArticleOrdering())
  }

  private func places(_ count: Int) -> [RememberedLists.Place] {
    (0..<count).map { .init(sequence: UInt64($0)) }
  }

  @Test func `are right for one generation alone`() {
    let lists = RememberedLists()
    lists.remember(places(3), of: key("a"), at: 2)
    #expect(lists.places(of: key("a"), at: 2) == places(3))
    #expect(lists.places(of: key("a"), at: 3) == nil)
    #expect(lists.places(of: key("b"), at: 2) == nil)
    lists.remember(places(1), of: key("a"), at: 1)
    #expect(lists.places(of: key("a"), at: 2) == places(3))
    lists.remember(places(1), of: key("a"), at: 4)
    #expect(lists.places(of: key("a"), at: 4) == places(1))
    #expect(lists.count == 1)
  }

  @Test func `are bounded, and the least wanted go first`() {
    let lists = RememberedLists(limit: 100)
    for number in 0..<50 {
      lists.remember(places(20), of: key("\(number)"), at: 1)
      #expect(lists.count <= 100)
      #expect(lists.places(of: key("0"), at: 1) != nil)
    }
    #expect(lists.places(of: key("49"), at: 1) != nil)
    #expect(lists.places(of: key("1"), at: 1) == nil)
    lists.remember(places(26), of: key("long"), at: 1)
    #expect(lists.places(of: key("long"), at: 1) == nil)
    for number in 0..<200 { lists.remember([], of: key("empty \(number)"), at: 1) }
    #expect(lists.places(of: key("empty 0"), at: 1) == nil)
  }

  @Test func `spare a second search`() throws {
    let store = SynchronousStore()
    _ = try store.put("a", submission("a tram"))
    var filter = ArticleFilter()
    filter.query = SearchQuery("tram")
    _ = try store.articles(filter)
    let generation = store.store.contents.withLock { $0.orders.generation }
    let key = RememberedLists.Key.articles(filter, ArticleOrdering())
    #expect(store.store.lists.places(of: key, at: generation)?.count == 1)
  }
}
