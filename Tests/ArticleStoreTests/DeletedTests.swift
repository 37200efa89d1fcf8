@testable import ArticleParsing
@testable import ArticleStore
import Foundation
import Synchronization
import Testing

/// What is deleted or replaced is gone from the files when the store is closed.
@Suite struct `What was deleted` {
  private let folder = StoreFolder()

  /// A document with words that no other has, some of them within a point.
  private func text(_ number: Int, _ mark: String = "gone") -> String {
    let body = (0..<(number % 7 * 300)).map { "word\($0) \(mark)\(number)x\($0)y" }
    return """
      # \(mark)\(number)title

      Pros:
      - \(mark)\(number)point, quiet

      \(body.joined(separator: " ")) \(mark)\(number)end
      """
  }

  private func stored(_ numbers: ClosedRange<Int>, in store: SynchronousStore) throws {
    for number in numbers { _ = try store.put("a\(number)", folder.parsed(text(number))) }
  }

  private func remains(_ numbers: ClosedRange<Int>) throws -> [Int] {
    try numbers.filter { number in
      try ["title", "point", "x", "end"].contains { try folder.has("gone\(number)\($0)") }
    }
  }

  @Test(arguments: [true, false])
  func `stands in no file after a stop, and neither does what was replaced`(
    isReplaced: Bool
  ) throws {
    let store = try SynchronousStore(in: folder.path)
    _ = try store.put("kept", folder.parsed("keptword"))
    try stored(1...200, in: store)
    #expect(try store.store.matching("\"quiet\"").count == 200)
    for number in 1...200 {
      if isReplaced {
        _ = try store.put("a\(number)", folder.parsed("other \(number)"))
      } else {
        try store.delete("a\(number)")
      }
    }
    store.close()
    #expect(try remains(1...200) == [])
    #expect(try folder.has("keptword"))
    let again = try SynchronousStore(in: folder.path, progress: { #expect(!$0.isIndexing) })
    #expect(try again.found("\"keptword\"") == ["kept"])
    #expect(try again.found("\"quiet\"") == [])
    again.close()
  }

  @Test func `and was written in a run before, or killed, is gone after the next stop`() throws {
    let first = try SynchronousStore(in: folder.path)
    try stored(1...100, in: first)
    first.close()
    let second = try SynchronousStore(in: folder.path)
    for number in 1...50 { try second.delete("a\(number)") }
    #expect(try second.store.matching("\"quiet\"").count == 50)
    let killed = try folder.killed()
    second.close()
    #expect(try remains(1...50) == [])
    #expect(try remains(51...100).count == 50)
    let third = try SynchronousStore(in: killed.path)
    third.close()
    for number in 1...50 { #expect(try !killed.has("gone\(number)end"), "\(number)") }
  }

  @Test func `gives its room back while the store is open, and all of it when it is closed`() throws
  {
    let store = try SynchronousStore(in: folder.path)
    let long = String(repeating: "long ", count: 20_000)
    for number in 1...200 {
      _ = try store.put("a\(number)", folder.parsed("\(text(number)) \(number) \(long)"))
    }
    let pages = try store.pages()
    for number in 1...199 { try store.delete("a\(number)") }
    // The writer does that behind the writes, and nothing else.
    while store.store.isTidying.load(ordering: .relaxed) { store.store.queue.sync {} }
    #expect(try store.pages() < pages / 2)
    store.close()
    #expect(try folder.size(of: folder.database) < 400_000)
    #expect(try folder.size(of: folder.index) < 400_000)
  }

  @Test func `is given back by the allocator, once it is much`() throws {
    let trims = Counter()
    let clock = ManualClock()
    let store = SynchronousStore(
      try ArticleStore(clock: { clock.now }, trim: { trims.add() }))
    let long = String(repeating: "long ", count: 1 << 19)
    for number in 1...8 { _ = try store.put("a\(number)", folder.parsed("\(number) \(long)")) }
    #expect(try store.store.matching("\"long\"").count == 8)
    #expect(trims.value == 0)
    for number in 1...8 { try store.delete("a\(number)") }
    #expect(try store.store.matching("\"long\"").isEmpty)
    while store.store.index.isTidying { store.store.index.queue.sync {} }
    #expect(trims.value == 1)
    store.close()
  }

  @Test func `goes from the index, too, once it is much, in memory as on the disk`() throws {
    for store in [SynchronousStore(), try SynchronousStore(in: folder.path)] {
      for number in 1...1_200 {
        _ = try store.put("a\(number)", folder.parsed(text(number % 100 * 7)))
      }
      #expect(try store.store.matching("\"quiet\"").count == 1_200)
      let pages = try store.indexPages()
      for number in 1...1_190 { try store.delete("a\(number)") }
      #expect(try store.store.matching("\"quiet\"").count == 10)
      while store.store.index.isTidying { store.store.index.queue.sync {} }
      #expect(try store.indexPages() < max(pages / 2, 600))
      #expect(try store.indexRemains() < 300)
      #expect(try store.store.matching("\"quiet\"").count == 10)
      store.close()
    }
  }
}
