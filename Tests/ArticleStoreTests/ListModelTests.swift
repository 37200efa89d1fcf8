@testable import ArticleParsing
@testable import ArticleStore
import Locking
import Testing

/// The words of texts, each folded once.
private final class FoldedTexts {
  private var words: [String: [ArraySlice<UInt8>]] = [:]

  func words(of text: String) -> [ArraySlice<UInt8>] {
    if let known = words[text] { return known }
    var folded: [UInt8] = []
    SearchWords.append(text, to: &folded)
    words[text] = folded.split(separator: 0x20)
    return words[text] ?? []
  }
}

/// What lists have to give, found by going through everything.
private struct ListModel {
  private let texts = FoldedTexts()
  /// The articles that are there, by id.
  var articles: [String: StoredArticle] = [:]

  func places(of filter: ArticleFilter, in ordering: ArticleOrdering) -> [ListPlace] {
    articles.values.filter { passes(filter, $0) }.map { $0.place(by: ordering.sort) }
      .sorted(by: ordering.isBefore)
  }

  func points(of kind: PointKind, _ filter: PointFilter) -> [Cursor] {
    articles.values.sorted { $0.creation < $1.creation }.flatMap { stored in
      stored.article[kind].enumerated().compactMap { index, point in
        passes(filter, stored, point)
          ? Cursor(place: ListPlace(creation: stored.creation), index: index) : nil
      }
    }
  }

  private func passes(_ filter: ArticleFilter, _ stored: StoredArticle) -> Bool {
    let points = PointKind.allCases.flatMap { stored.article[$0] }
    let texts =
      [stored.title ?? "", String(decoding: stored.article.text.utf8, as: UTF8.self)]
      + points.map(\.searchedText)
    func stands(_ term: SearchQuery.Term) -> Bool { texts.contains { has(term, $0) } }
    return filter.query.map { query in
      !query.isEmpty && query.terms.allSatisfy(stands) && !query.excluded.contains(where: stands)
    } ?? true
      && filter.actor.map { actor in points.contains { finds(actor, $0.actor) } } ?? true
      && filter.language.map { $0 == stored.article.language.map { FoldedLabel($0) } } ?? true
      && filter.tag.map { stored.metadata.tags.map(FoldedLabel.init).contains($0) } ?? true
      && PointKind.allCases.allSatisfy {
        !filter.parts.contains(ListedParts($0)) || !stored.article[$0].isEmpty
      }
      && (!filter.parts.contains(.outlook) || stored.article.outlook != nil)
  }

  private func passes(_ filter: PointFilter, _ stored: StoredArticle, _ point: Point) -> Bool {
    filter.article.map { $0 == stored.id } ?? true
      && filter.query.map { finds($0, point.searchedText) } ?? true
      && filter.actor.map { finds($0, point.actor) } ?? true
      && filter.subject.map { finds($0, point.subject) } ?? true
      && filter.label.map { finds($0, point.label) } ?? true
  }

  private func finds(_ query: SearchQuery, _ text: String?) -> Bool {
    guard let text, !query.isEmpty else { return false }
    return query.terms.allSatisfy { has($0, text) } && !query.excluded.contains { has($0, text) }
  }

  /// Whether a text has a term, word by word.
  private func has(_ term: SearchQuery.Term, _ text: String) -> Bool {
    let words = texts.words(of: text)
    let asked = term.words.split(separator: 0x20)
    guard let last = asked.last else { return false }
    return words.indices.contains { start in
      guard words.count - start >= asked.count else { return false }
      let stretch = words[start..<start + asked.count]
      return stretch.dropLast().elementsEqual(asked.dropLast())
        && (stretch.last.map { term.isPrefix ? $0.starts(with: last) : $0 == last } ?? false)
    }
  }
}

struct `Lists, whatever was written,` {
  private let store = SynchronousStore()
  private var model = ListModel()
  private var numbers = SeededGenerator(seed: 23)
  /// Whether some articles are brought back with times of their own, many of them the same.
  private var isRestored = false

  private static let words = [
    "tram", "trams", "harbour", "Straße", "naïve", "1,100", "東京都", "京都", "ﾃﾞｰﾀ", "뉴스를",
    "Putin’s", "night-time", "x", "the", "of",
  ]
  private static let names = [
    "Vladimir Putin", "The City Council", "Council", "東京都", "", "Putin-like",
  ]
  private static let labels = ["Tag", "tág", "C++", "C", "日本", "a \u{E000} b", "en", "en-GB", ""]

  private mutating func one<Value>(_ values: [Value]) -> Value {
    values[Int.random(in: 0..<values.count, using: &numbers)]
  }

  private mutating func chance(_ count: Int) -> Bool {
    Int.random(in: 0..<count, using: &numbers) == 0
  }

  private mutating func text(_ most: Int) -> String {
    (0..<Int.random(in: 1...most, using: &numbers)).map { _ in one(Self.words) }
      .joined(separator: " ")
  }

  private mutating func point() -> Point {
    Point(
      id: "point", label: chance(2) ? text(2) : nil, text: text(5),
      subject: chance(3) ? one(Self.names) : nil, actor: chance(3) ? one(Self.names) : nil,
      section: "s", rule: .listItem, source: SourceRange(bytes: 0..<1, line: 1))
  }

  private mutating func submission() -> Submission {
    var metadata = Metadata()
    metadata.title = chance(4) ? nil : text(2)
    metadata.publishedAt = chance(4) ? nil : "2025-01-1\(Int.random(in: 0..<10, using: &numbers))"
    metadata.tags = (0..<Int.random(in: 0..<4, using: &numbers)).map { _ in one(Self.labels) }
    var submission = ArticleStoreTests.submission(text(6), metadata: metadata)
    submission.article.language = chance(4) ? nil : one(Self.labels)
    submission.article.objectives = (0..<Int.random(in: 0..<3, using: &numbers)).map { _ in point()
    }
    submission.article.pros = (0..<Int.random(in: 0..<5, using: &numbers)).map { _ in point() }
    submission.article.takeaways = chance(5) ? [point()] : []
    submission.article.outlook = chance(3) ? Outlook(section: "s", scenarios: []) : nil
    if isRestored, chance(2) {
      let time = Int64.random(in: -20..<20, using: &numbers)
      let age = Int64.random(in: 0..<20, using: &numbers)
      submission.times = ArticleTimes(createdAt: time, updatedAt: time + age)
    }
    return submission
  }

  private mutating func write() throws {
    let id = "a\(Int.random(in: 0..<700, using: &numbers))"
    if chance(4) {
      if model.articles.removeValue(forKey: id) != nil { try store.delete(id) }
    } else {
      model.articles[id] = try store.put(id, submission()).article
    }
  }

  private mutating func query() -> SearchQuery {
    let parts = (0..<Int.random(in: 1...3, using: &numbers)).map { _ in
      switch Int.random(in: 0..<8, using: &numbers) {
      case 0: "\"\(text(3))\""
      case 1: "\(one(Self.words).prefix(2))*"
      case 2: "-\(one(Self.words))"
      case 3: "\"\(one(Self.words)) \(one(Self.words).prefix(2))*\""
      default: one(Self.words)
      }
    }
    return SearchQuery(parts.joined(separator: " "))
  }

  private mutating func phrase() -> SearchQuery {
    SearchQuery(
      phrase: one(["putin", "council", "the city", "city council", "東京", "tram", "", "x"]))
  }

  private mutating func articleFilter() -> ArticleFilter {
    var filter = ArticleFilter()
    if chance(2) { filter.query = query() }
    if chance(3) { filter.actor = chance(4) ? query() : phrase() }
    if chance(3) { filter.language = FoldedLabel(one(Self.labels)) }
    if chance(3) { filter.tag = FoldedLabel(one(Self.labels)) }
    for part in [ListedParts(.pro), ListedParts(.takeaway), .outlook] where chance(5) {
      filter.parts.insert(part)
    }
    return filter
  }

  private mutating func pointFilter() -> PointFilter {
    var filter = PointFilter()
    if chance(2) { filter.query = query() }
    if chance(3) { filter.actor = phrase() }
    if chance(3) { filter.subject = phrase() }
    if chance(3) { filter.label = phrase() }
    if chance(6) {
      filter.article = SynchronousStore.id("a\(Int.random(in: 0..<700, using: &numbers))")
    }
    return filter
  }

  /// Holds a page to the list of which it is a part.
  private func expect<Item>(
    _ page: Page<Item>, after cursor: Cursor?, of list: [Cursor],
    _ isBefore: (Cursor, Cursor) -> Bool, _ position: (Item) -> Cursor
  ) {
    let rest = list.filter { item in cursor.map { isBefore($0, item) } ?? true }
    #expect(page.items.map(position) == Array(rest.prefix(5)))
    #expect(page.total == list.count)
    #expect(page.hasMore == (rest.count > 5))
  }

  @Test(arguments: [false, true])
  mutating func `have what going through everything finds`(isRestored: Bool) throws {
    self.isRestored = isRestored
    var found = 0
    for round in 0..<10 {
      for _ in 0..<(round == 0 ? 1_200 : 80) { try write() }
      for _ in 0..<25 {
        let filter = articleFilter()
        let ordering = one(allOrderings)
        let list = model.places(of: filter, in: ordering).map { Cursor(place: $0) }
        for cursor in [nil, list.isEmpty ? nil : one(list)] {
          expect(
            try store.articles(filter, in: ordering, after: cursor, limit: 5), after: cursor,
            of: list, { ordering.isBefore($0.place, $1.place) },
            { Cursor(place: $0.place(by: ordering.sort)) })
        }
        found += list.count
      }
      for _ in 0..<25 {
        let filter = pointFilter()
        let kind = one([PointKind.objective, .pro, .pro, .takeaway, .con])
        let list = model.points(of: kind, filter)
        // As where there is so much that the index is asked first.
        let asked = try store.store.reader.places(
          of: kind, filter, store.store.contents.withLock { $0.orders }, scannedBytes: 0)
        let cursors = asked.map { place in
          let article = model.articles.values.first { $0.sequence == place.sequence }
          return article.map {
            LocatedPoint(article: $0, kind: kind, index: Int(place.index)).cursor
          }
        }
        #expect(cursors == list)
        for cursor in [nil, list.isEmpty ? nil : one(list)] {
          expect(
            try store.points(kind, filter, after: cursor, limit: 5), after: cursor, of: list,
            { ($0.place.creation, $0.index) < ($1.place.creation, $1.index) }, \.cursor)
        }
        found += list.count
      }
    }
    #expect(found > 10_000)
  }
}

struct `The table of facets` {
  private func label(_ text: String) -> ArticleFilter {
    var filter = ArticleFilter()
    filter.tag = FoldedLabel(text)
    return filter
  }

  @Test func `takes texts of any length, in any order`() throws {
    let store = SynchronousStore()
    // A tag that is longer than a chunk should be, among short ones: chunks of one article.
    let long = String(repeating: "long ", count: 20_000)
    for number in 0..<700 {
      var metadata = Metadata()
      metadata.tags = ["even \(number % 2)"] + (number % 100 == 50 ? [long] : [])
      _ = try store.put("a\(number)", submission("x", points: [.pro: 1], metadata: metadata))
    }
    func pointBytes() -> Int {
      store.store.contents.withLock { $0.orders.table.byteCount(of: .pro) }
    }
    #expect(pointBytes() > 700)
    #expect(try store.articles(label(long)).total == 7)
    #expect(try store.articles(label("even 1")).total == 350)
    // The same the other way round: what was long becomes short, and what was short long.
    for number in 0..<700 {
      var metadata = Metadata()
      metadata.tags = ["even \(number % 2)"] + (number % 100 == 51 ? [long] : [])
      _ = try store.put("a\(number)", submission("x", metadata: metadata))
    }
    #expect(try store.articles(label(long)).items.map(\.id.text).first == "a51")
    #expect(try store.articles(label(long)).total == 7)
    #expect(try store.all(label("even 0"), in: ArticleOrdering(), limit: 100).count == 350)
    // These have no points.
    #expect(pointBytes() == 0)
    for number in 0..<700 where number % 2 == 0 { try store.delete("a\(number)") }
    #expect(try store.articles(label("even 0")).total == 0)
    #expect(try store.articles(label("even 1")).total == 350)
    for number in 0..<700 where number % 2 == 1 { try store.delete("a\(number)") }
    #expect(try store.articles(label("even 1")).total == 0)
  }
}
