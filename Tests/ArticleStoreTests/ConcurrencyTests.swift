import ArticleParsing
@testable import ArticleStore
import Dispatch
import Locking
import Testing

struct `Many threads at once` {
  @Test func `leave counts, lists and look-ups in agreement`() throws {
    let store = SynchronousStore()
    DispatchQueue.concurrentPerform(iterations: 8) { thread in
      for round in 0..<50 {
        let id = "article-\((thread * 7 + round * 3) % 20)"
        let points = [PointKind.pro: round % 4, .con: (round + thread) % 3]
        switch (thread + round) % 4 {
        case 0: _ = try? store.delete(id)
        case 1: _ = try? store.add(submission("text \(round)", points: points))
        default: _ = try? store.put(id, submission("\(thread) \(round)", points: points))
        }
        guard let page = try? store.articles(limit: 1_000),
          let pros = try? store.points(.pro, limit: 1_000)
        else {
          Issue.record("a query failed")
          return
        }
        #expect(page.items.count == page.total)
        #expect(pros.items.count == pros.total)
        #expect(page.items.map(\.sequence) == page.items.map(\.sequence).sorted())
      }
    }
    let articles = try store.articles(limit: 1_000).items
    #expect(!articles.isEmpty)
    for article in articles { #expect(try store.article(article.id.text) === article) }
    for kind in [PointKind.pro, .con] {
      let total = articles.reduce(0) { $0 + $1.article[kind].count }
      #expect(try store.points(kind).total == total)
    }
    for article in articles { try store.delete(article.id.text) }
    #expect(try store.articles().total == 0)
    #expect(try store.points(.pro).total == 0)
  }

  @Test func `creating one id create it once`() throws {
    let store = SynchronousStore()
    let created = Counter()
    DispatchQueue.concurrentPerform(iterations: 16) { thread in
      let createOnly = WritePrecondition(ifNoneMatch: .any)
      if (try? store.put("one", submission("\(thread)"), if: createOnly)) != nil { created.add() }
    }
    #expect(created.value == 1)
  }

  @Test(arguments: [true, false])
  func `find what was answered, and no longer what was taken back`(isInFolder: Bool) throws {
    let folder = StoreFolder()
    let store = try isInFolder ? SynchronousStore(in: folder.path) : SynchronousStore()
    let failures = Counter()
    DispatchQueue.concurrentPerform(iterations: 8) { thread in
      for round in 0..<20 {
        let (old, new) = ("old\(thread)x\(round)", "new\(thread)x\(round)")
        let isRight = Result {
          let first = try store.put("id-\(thread)-\(round % 3)", folder.parsed(old)).article
          let wasThere = try store.store.matching("\"\(old)\"") == [first.sequence]
          _ = try store.put("id-\(thread)-\(round % 3)", folder.parsed(new))
          let isThere = try store.store.matching("\"\(new)\"") == [first.sequence]
          let isGone = try store.store.matching("\"\(old)\"").isEmpty
          if round % 2 == 0 { try store.delete("id-\(thread)-\(round % 3)") }
          let isAsTold = try store.store.matching("\"\(new)\"").isEmpty == (round % 2 == 0)
          return wasThere && isThere && isGone && isAsTold
        }
        if (try? isRight.get()) != true { failures.add() }
      }
    }
    #expect(failures.value == 0)
    store.close()
  }

  @Test func `leave no more in the index's line than there is room for`() throws {
    let store = SynchronousStore()
    let longest = Locked(0)
    // Nothing goes out of the line before it is full: as many writes are answered without the index.
    let gate = DispatchSemaphore(value: 0)
    store.store.index.queue.async { gate.wait() }
    // Long texts, which the index is slower to take than the writer.
    let text = (0..<2_000).map { "filler\($0)" }.joined(separator: " ")
    let writes = (0..<3 * IndexQueue.roomCount).map { number in
      store.store.writer.prepare(submission("word\(number) \(text)"))
    }
    let answers = writes.enumerated().map { number, write in
      let answer = Awaited<Bool>()
      store.store.writer.write(.add(write)) { result in
        let waiting = store.store.index.pending.withLock { $0.stepCount }
        longest.withLock { $0 = max($0, waiting) }
        if number == IndexQueue.roomCount - 1 { gate.signal() }
        answer.set((try? result.get().outcome) == .created)
      }
      return answer
    }
    #expect(answers.allSatisfy { $0.value() })
    #expect(longest.withLock { $0 } < IndexQueue.roomCount + CommitQueue.batchCount)
    #expect(try store.store.matching("\"word\(answers.count - 1)\"") == [UInt64(answers.count)])
  }
}
