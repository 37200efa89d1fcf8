@testable import ArticleParsing
@testable import ArticleStore
import Foundation
import Testing

/// Pages of a search between which others write.
struct `The pages of a search` {
  private static let words = ["trams", "tramway", "quay", "harbour", "night", "ferry", "tram"]

  /// A text of some words, many of them the same.
  private func text(_ generator: inout SeededGenerator) -> String {
    let count = Int.random(in: 3...16, using: &generator)
    return (0..<count).map { _ in
      Self.words[min(.random(in: 0..<12, using: &generator), Self.words.count - 1)]
    }.joined(separator: " ")
  }

  /// Writes something that no article of the search is: unrelated, matching, longer, or taken away.
  private func write(_ store: SynchronousStore, _ generator: inout SeededGenerator) throws {
    let id = "other\(Int.random(in: 0..<40, using: &generator))"
    if Bool.random(using: &generator), try store.article(id) != nil {
      try store.delete(id)
    } else {
      let filler = Int.random(in: 0..<300, using: &generator)
      _ = try store.put(
        id,
        submission(
          text(&generator) + String(repeating: " filler", count: filler), title: "tram quay",
          points: [.pro: .random(in: 0...2, using: &generator)]))
    }
  }

  /// The ids of all pages of a search, between which something happens; those that begin so.
  private func ids(
    _ query: String, kinds: Set<PointKind>, in store: inout SynchronousStore,
    between: (inout SynchronousStore) throws -> Void
  ) throws -> [String] {
    var ids: [String] = []
    var position: SearchPosition?
    repeat {
      let page = try store.search(query, kinds: kinds, after: position, limit: 5)
      ids += page.hits.map(\.article.id.text).filter { $0.hasPrefix("kept") }
      position = page.next
      try between(&store)
    } while position != nil
    return ids
  }

  private func fill(_ store: SynchronousStore, _ generator: inout SeededGenerator) throws {
    for number in 0..<90 {
      _ = try store.put("kept\(number)", submission(text(&generator), points: [.pro: number % 3]))
    }
    for _ in 0..<30 { try write(store, &generator) }
  }

  @Test(
    arguments: [
      ("tram", []), ("tram*", []), ("\"quay tram\" tram*", []), ("night -ferry", []),
      ("tram quay harbour", []), ("ferry", [.pro]), ("quay -night", [.pro, .con]),
    ] as [(String, Set<PointKind>)])
  func `show each article once that is not written, whatever else is`(
    query: String, kinds: Set<PointKind>
  ) throws {
    var generator = SeededGenerator(seed: 14)
    var store = SynchronousStore()
    try fill(store, &generator)
    let quiet = try ids(query, kinds: kinds, in: &store) { _ in }
    #expect(quiet.count > 5)
    let busy = try ids(query, kinds: kinds, in: &store) { store in
      for _ in 0..<9 { try write(store, &generator) }
    }
    // Once each, though not in the order of the quiet search: it was ranked before.
    #expect(busy.count == Set(busy).count)
    #expect(Set(busy) == Set(quiet))
  }

  @Test func `go on in another process over the same folder, with the same scores`() throws {
    let folder = StoreFolder()
    var generator = SeededGenerator(seed: 15)
    var store = try SynchronousStore(in: folder.path)
    for number in 0..<40 {
      _ = try store.put("kept\(number)", folder.parsed("# Notes\n\n\(text(&generator))\n"))
    }
    let quiet = try ids("tram quay*", kinds: [], in: &store) { _ in }
    let first = try store.search("tram quay*", limit: 100)
    let position = try #require(try store.search("tram quay*", limit: 1).next)
    let busy = try ids("tram quay*", kinds: [], in: &store) { store in
      _ = try store.put("other", folder.parsed("# Quay\n\n\(text(&generator))\n"))
      store.close()
      // Where the file is gone, the index is made anew.
      if Bool.random(using: &generator) {
        try FileManager.default.removeItem(atPath: folder.index)
      }
      store = try SynchronousStore(in: folder.path)
    }
    #expect(quiet.count > 5)
    #expect(busy == quiet)
    let later = try store.search("tram quay*", after: position, limit: 100)
    let scores = Dictionary(uniqueKeysWithValues: first.hits.map { ($0.article.id, $0.score) })
    for hit in later.hits where hit.article.id.text != "other" {
      #expect(scores[hit.article.id] == hit.score)
    }
    store.close()
  }

  @Test func `go on behind an article that was deleted while the page was cut`() throws {
    let store = SynchronousStore()
    for number in 1...3 { _ = try store.put("a\(number)", submission("tram")) }
    let statistics = try #require(RankingStatistics(meanLength: 4, rarities: [1]))
    // The index still knows two that are gone.
    let ranked = RankedArticles(
      all: [8, 9, 1, 2, 3].map { RankedArticle(sequence: $0, score: $0 > 7 ? 5 : 1) },
      statistics: statistics)
    let page = store.store.reader.page(of: ranked, after: nil, limit: 2)
    #expect(page.hits.isEmpty)
    #expect(page.next == SearchPosition(score: 5, sequence: 9, statistics: statistics))
    let place = RankedArticle(sequence: 9, score: 5)
    let rest = store.store.reader.page(of: ranked, after: place, limit: 3)
    #expect(rest.hits.map(\.article.id.text) == ["a1", "a2", "a3"])
    #expect(rest.next == nil)
  }

  @Test func `are ranked by what a cursor says, whatever that is`() throws {
    let store = SynchronousStore()
    for number in 1...3 { _ = try store.put("a\(number)", submission("tram quay \(number)")) }
    for rarities in [[], [0, 0], [3.4e38, 1e-37], [1, 2, 3, 4]] as [[Float]] {
      let statistics = try #require(RankingStatistics(meanLength: 1e30, rarities: rarities))
      let position = SearchPosition(score: 1e300, sequence: 0, statistics: statistics)
      if rarities.count > 2 {
        #expect(throws: StoreError.failed) {
          try store.search("tram quay", after: position, limit: 9)
        }
      } else {
        #expect(try store.search("tram quay", after: position, limit: 9).hits.count == 3)
      }
    }
    for (mean, rarity) in [(0, 1), (.nan, 1), (.infinity, 1), (4, -1), (4, .nan), (4, .infinity)]
      as [(Float, Float)]
    {
      #expect(RankingStatistics(meanLength: mean, rarities: [rarity]) == nil)
    }
  }
}
