@testable import ArticleParsing
@testable import ArticleStore
import Locking
import Testing

/// A submission with the title and the day that put it in order.
private func submission(title: String?, day: String? = nil) -> Submission {
  var metadata = Metadata()
  metadata.title = title
  metadata.publishedAt = day
  metadata.tags = ["all"]
  return submission("x", metadata: metadata)
}

let allOrderings = ArticleSort.allCases.flatMap { sort in
  [ArticleOrdering(sort), ArticleOrdering(sort, isDescending: true)]
}

extension SynchronousStore {
  /// All articles of a list, page by page.
  func all(
    _ filter: ArticleFilter = ArticleFilter(), in ordering: ArticleOrdering, limit: Int = 7,
    between: () throws -> Void = {}
  ) throws -> [StoredArticle] {
    var articles: [StoredArticle] = []
    var cursor: Cursor?
    repeat {
      let page = try self.articles(filter, in: ordering, after: cursor, limit: limit)
      articles += page.items
      cursor = page.next(by: ordering.sort)
      try between()
    } while cursor != nil
    return articles
  }
}

struct `Orders of articles` {
  let store = SynchronousStore()

  private func ids(_ sort: ArticleSort, descending: Bool = false) throws -> String {
    try store.all(in: ArticleOrdering(sort, isDescending: descending), limit: 2)
      .map(\.id.text).joined(separator: " ")
  }

  @Test func `go by creation, change, day and title, in both directions`() throws {
    _ = try store.put("a", submission(title: "Zebra", day: "2024-05-01"))
    _ = try store.put("b", submission(title: "école", day: "2025-01-31"))
    _ = try store.put("c", submission(title: "Apple", day: "2024-12-31"))
    _ = try store.put("a", submission(title: "Zebra", day: "2024-05-01"))
    #expect(try ids(.createdAt) == "a b c")
    #expect(try ids(.createdAt, descending: true) == "c b a")
    #expect(try ids(.updatedAt) == "b c a")
    #expect(try ids(.updatedAt, descending: true) == "a c b")
    #expect(try ids(.publishedAt) == "a c b")
    #expect(try ids(.publishedAt, descending: true) == "b c a")
    #expect(try ids(.title) == "c b a")
    #expect(try ids(.title, descending: true) == "a b c")
  }

  @Test(arguments: [ArticleSort.publishedAt, .title])
  func `have what has no key last in both directions`(sort: ArticleSort) throws {
    _ = try store.put("a", submission(title: nil))
    _ = try store.put("b", submission(title: "b", day: "2025-01-01"))
    _ = try store.put("c", submission(title: nil))
    _ = try store.put("d", submission(title: "d", day: "2025-01-02"))
    #expect(try ids(sort) == "b d a c")
    #expect(try ids(sort, descending: true) == "d b c a")
  }

  @Test func `put equal titles by creation, however long they are`() throws {
    let long = String(repeating: "same words ", count: 10)
    for id in ["c", "a", "b"] { _ = try store.put(id, submission(title: long + id)) }
    #expect(try ids(.title) == "c a b")
    #expect(try ids(.title, descending: true) == "b a c")
  }

  @Test(arguments: [
    ("a", "b"), ("a", "aa"), ("abcdefgh", "abcdefghi"), ("abcdefghi", "abcdefghj"),
    ("abcdefg", "abcdefgh"), ("", "a"), ("a b", "ab"), ("z", "é"),
  ])
  func `compare words byte by byte`(lesser: String, greater: String) {
    let (one, other) = (SortKey(words: Array(lesser.utf8)), SortKey(words: Array(greater.utf8)))
    #expect(one < other)
    #expect(!(other < one))
  }

  @Test func `times before 1970 come before those after`() {
    let times: [Int64] = [.min, -1, 0, 1, .max]
    #expect(times.map(SortKey.init(time:)) == times.map(SortKey.init(time:)).sorted())
  }

  @Test(arguments: ["2025-1-1", "", "2025-01-011", "2025-01-0x", "20250101"])
  func `what is no day is no key`(day: String) { #expect(SortKey(day: day) == nil) }

  @Test(arguments: allOrderings)
  func `agree with sorting, whatever was written`(ordering: ArticleOrdering) throws {
    var numbers = SeededGenerator(seed: 5)
    // Enough for chunks to be split and emptied.
    for _ in 0..<3_000 {
      let id = "a\(Int.random(in: 0..<1_500, using: &numbers))"
      if Int.random(in: 0..<4, using: &numbers) == 0 {
        _ = try? store.delete(id)
        continue
      }
      let title = Int.random(in: 0..<200, using: &numbers)
      let day = Int.random(in: 1...40, using: &numbers)
      _ = try store.put(
        id,
        submission(
          title: title < 20 ? nil : "t\(title)",
          day: day > 28 ? nil : "2025-01-\(day < 10 ? "0" : "")\(day)"))
    }
    let articles = try store.all(in: ordering, limit: 100)
    let places = articles.map { $0.place(by: ordering.sort) }
    #expect(articles.count > 600)
    #expect(articles.count == (try store.articles().total))
    #expect(Set(places).count == places.count)
    #expect(places == places.shuffled(using: &numbers).sorted(by: ordering.isBefore))
    for article in articles { #expect(try store.article(article.id.text) === article) }
  }

  @Test func `a snapshot stays as it was`() throws {
    for number in 0..<1_200 { _ = try store.put("a\(number)", submission(title: "\(number)")) }
    let snapshot = store.store.contents.withLock { $0.orders }
    for number in 0..<1_200 where number % 3 == 0 { try store.delete("a\(number)") }
    for number in 0..<900 { _ = try store.put("b\(number)", submission(title: "\(number)")) }
    #expect(snapshot.count == 1_200)
    let ids = ArticleWalk(snapshot.byCreation).map(\.id.text)
    #expect(ids == (0..<1_200).map { "a\($0)" })
    #expect(snapshot.article(1)?.id.text == "a0")
  }
}

struct `Pages while articles come and go` {
  let store = SynchronousStore()

  /// Walks a list while others write, and holds it to the articles that nobody touched.
  private func walk(_ filter: ArticleFilter, _ ordering: ArticleOrdering) throws {
    var numbers = SeededGenerator(seed: 11)
    func put(_ id: String) throws {
      let title = Int.random(in: 0..<30, using: &numbers)
      let day = Int.random(in: 10..<40, using: &numbers)
      var metadata = Metadata()
      metadata.title = title < 5 ? nil : "title \(title)"
      metadata.publishedAt = day > 28 ? nil : "2025-01-\(day)"
      metadata.tags = [Bool.random(using: &numbers) ? "even" : "odd"]
      _ = try store.put(id, submission("x \(title)", points: [.pro: 1], metadata: metadata))
    }
    for number in 0..<300 { try put("a\(number)") }
    let before = try store.all(filter, in: ordering, limit: 1_000)
    var touched: Set<String> = []
    var round = 0
    let seen = try store.all(filter, in: ordering, limit: 11) {
      round += 1
      guard round < 60 else { return }
      for _ in 0..<3 {
        let id = "a\(Int.random(in: 0..<300, using: &numbers))"
        touched.insert(id)
        if Bool.random(using: &numbers) { _ = try? store.delete(id) } else { try put(id) }
      }
      touched.insert("b\(round)")
      try put("b\(round)")
    }
    let stayed = before.filter { !touched.contains($0.id.text) }
    #expect(stayed.count > 50)
    #expect(touched.count > 50)
    let seenOfStayed = seen.filter { !touched.contains($0.id.text) }
    #expect(seenOfStayed.map(\.id) == stayed.map(\.id))
    // Who moves in the list may be met in both places, but never as the same.
    #expect(Set(seen.map { $0.place(by: ordering.sort) }).count == seen.count)
  }

  @Test(arguments: allOrderings)
  func `miss and double nothing that stayed`(ordering: ArticleOrdering) throws {
    try walk(ArticleFilter(), ordering)
  }

  @Test(arguments: allOrderings)
  func `miss and double nothing that stayed and passes a filter`(
    ordering: ArticleOrdering
  ) throws {
    var filter = ArticleFilter()
    filter.tag = FoldedLabel("even")
    try walk(filter, ordering)
  }

  @Test func `of points miss and double nothing that stayed`() throws {
    var numbers = SeededGenerator(seed: 3)
    func put(_ id: String) throws {
      let count = Int.random(in: 0..<6, using: &numbers)
      _ = try store.put(id, submission("point of \(id)", points: [.pro: count]))
    }
    for filter in [PointFilter(), PointFilter(query: SearchQuery("point"))] {
      for number in 0..<200 { try put("a\(number)") }
      let before = try store.points(.pro, filter, limit: 10_000).items
      var touched: Set<String> = []
      var seen: [LocatedPoint] = []
      var cursor: Cursor?
      repeat {
        let page = try store.points(.pro, filter, after: cursor, limit: 9)
        seen += page.items
        cursor = page.next
        let id = "a\(Int.random(in: 0..<200, using: &numbers))"
        touched.insert(id)
        if Bool.random(using: &numbers) { _ = try? store.delete(id) } else { try put(id) }
      } while cursor != nil
      func names(_ points: [LocatedPoint]) -> [String] {
        points.filter { !touched.contains($0.article.id.text) }.map {
          "\($0.article.id.text) \($0.index)"
        }
      }
      #expect(names(seen) == names(before))
      #expect(names(seen).count > 100)
    }
  }
}

extension PointFilter {
  fileprivate init(query: SearchQuery) {
    self.init()
    self.query = query
  }
}

struct `The cost of a page` {
  /// The articles looked at for the first, the middle and the last page of a list of so many.
  private func costs(
    _ count: Int, _ ordering: ArticleOrdering, _ filter: ArticleFilter = ArticleFilter()
  ) throws -> [Int] {
    let store = SynchronousStore()
    for number in 0..<count {
      _ = try store.put("a\(number)", submission(title: "t\(number * 7_919 % count)"))
    }
    let all = try store.all(filter, in: ordering, limit: 1_000)
    try #require(all.count == count)
    return try [nil, all[count / 2], all[count - 15]].map { article in
      let cursor = article.map { Cursor(place: $0.place(by: ordering.sort)) }
      let page = try store.articles(filter, in: ordering, after: cursor, limit: 10)
      #expect(page.items.count == 10)
      return page.visited
    }
  }

  @Test(arguments: [ArticleOrdering(), ArticleOrdering(.title, isDescending: true)])
  func `is that of its items and a binary search, in a long list and in a short one`(
    ordering: ArticleOrdering
  ) throws {
    var filter = ArticleFilter()
    filter.tag = FoldedLabel("all")
    for filter in [ArticleFilter(), filter] {
      for count in [100, 6_000] {
        // The items, one more, and the logarithm: 13 of 6,000, and one more where chunks round up.
        for cost in try costs(count, ordering, filter) { #expect(cost <= 10 + 1 + 14) }
      }
    }
  }

  @Test func `of points is that of its articles and a binary search`() throws {
    let store = SynchronousStore()
    for number in 0..<6_000 {
      _ = try store.put("a\(number)", submission("x", points: number % 2 == 0 ? [.pro: 2] : [:]))
    }
    for sequence in [UInt64(1), 3_001, 5_901] {
      let article = try #require(
        store.store.contents.withLock { $0.orders.article(sequence) })
      let cursor = Cursor(place: ListPlace(creation: article.creation), index: 0)
      let page = try store.points(.pro, after: cursor, limit: 10)
      #expect(page.items.count == 10)
      #expect(page.total == 6_000)
      #expect(page.visited <= 7 + 13)
    }
  }
}
