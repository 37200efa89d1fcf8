@testable import ArticleService
@testable import ArticleStore
import Locking
import Testing
@testable import Formats

struct `The cache of representations` {
  private static let form = RepresentationForm(isPretty: false, isGzip: false)
  private static let size = 1_000

  private func stored(_ write: Int64) -> StoredArticle {
    let submission = SampleArticle.submission("x", pros: 0)
    return StoredArticle(
      id: ArticleID(title: nil, hash: 1), revision: Int(write), createdAt: 1, updatedAt: 1,
      writtenAt: 1, sequence: 1, contentHash: 1, size: 1, submission: submission)
  }

  private func representation(_ write: Int64, size: Int = size) -> Representation {
    Representation(
      of: stored(write), mediaType: "application/json", RepresentationForm(),
      content: [UInt8](repeating: 0, count: size))
  }

  private func key(_ write: Int64) -> RepresentationCache.Key {
    .init(stored(write), .article, Self.form)
  }

  private func has(_ cache: RepresentationCache, _ write: Int64) -> Bool {
    switch cache.lookUp(key(write), waiter: { _ in }) {
    case .found: return true
    case .waiting: return false
    case .make:
      cache.finish(key(write), .failure(.busy))
      return false
    }
  }

  /// Writes whose revisions have one length, so that every representation costs the same.
  private let writes = (1_000..<1_100).map(Int64.init)

  @Test func `keeps what it is given within its limit`() {
    let limit = 10 * representation(1_000).cost
    let cache = RepresentationCache(limit: limit)
    for write in writes {
      cache.keep(key(write), representation(write))
      #expect(cache.cost <= limit)
      #expect(has(cache, write))
    }
    #expect(writes.count { has(cache, $0) } == 10)
  }

  @Test func `lets go first what is not asked for`() {
    let cache = RepresentationCache(limit: 10 * representation(1_000).cost)
    for write in writes {
      cache.keep(key(write), representation(write))
      #expect(has(cache, 1_000))
    }
  }

  @Test func `does not keep what would drive most others out`() {
    let cache = RepresentationCache(limit: 8_000)
    cache.keep(key(1), representation(1, size: 3_000))
    #expect(!has(cache, 1))
    #expect(cache.cost == 0)
  }

  @Test func `counts a representation once`() {
    let cache = RepresentationCache(limit: 1 << 20)
    cache.keep(key(1), representation(1))
    let cost = cache.cost
    cache.keep(key(1), representation(1))
    #expect(cache.cost == cost)
  }

  @Test func `has one make it and the others wait`() {
    let cache = RepresentationCache(limit: 1 << 20)
    let made = Locked<[RepresentationCache.Made]>([])
    guard case .make = cache.lookUp(key(1), waiter: { _ in }) else {
      Issue.record("the first makes it")
      return
    }
    for _ in 0..<3 {
      guard
        case .waiting = cache.lookUp(
          key(1), waiter: { result in made.withLock { $0.append(result) } })
      else {
        Issue.record("the others wait")
        return
      }
    }
    let representation = representation(1)
    cache.finish(key(1), .success(representation))
    #expect(made.withLock { $0.count } == 3)
    #expect(made.withLock { $0.allSatisfy { (try? $0.get()) === representation } })
    #expect(has(cache, 1))
  }

  @Test func `passes a failure on and forgets it`() {
    let cache = RepresentationCache(limit: 1 << 20)
    let failures = Locked(0)
    _ = cache.lookUp(key(1), waiter: { _ in })
    _ = cache.lookUp(key(1)) { made in
      if case .failure(.busy) = made { failures.withLock { $0 += 1 } }
    }
    cache.finish(key(1), .failure(.busy))
    #expect(failures.withLock { $0 } == 1)
    guard case .make = cache.lookUp(key(1), waiter: { _ in }) else {
      Issue.record("it is made anew")
      return
    }
  }
}
