import Dispatch
import Locking
import Synchronization
import Testing

@testable import HTTPServer

@Suite struct WorkQueueTests {
  @Test func `a full line takes nothing more, and what it took is done in order`() {
    let line = WorkQueue(workers: 1, capacity: 3)
    let begun = DispatchSemaphore(value: 0)
    let gate = DispatchSemaphore(value: 0)
    let done = DispatchSemaphore(value: 0)
    let order = Locked<[Int]>([])
    #expect(
      line.submit {
        begun.signal()
        gate.wait()
      })
    begun.wait()
    for number in 0..<3 {
      #expect(
        line.submit {
          order.withLock { $0.append(number) }
          done.signal()
        })
    }
    #expect(!line.submit { order.withLock { $0.append(99) } })
    // What goes on with earlier work is no new work.
    line.proceed {
      order.withLock { $0.append(3) }
      done.signal()
    }
    gate.signal()
    for _ in 0..<4 { done.wait() }
    #expect(order.withLock { $0 } == [0, 1, 2, 3])
    #expect(line.submit { done.signal() })
    done.wait()
  }

  @Test func `what is done is let go, although its worker goes on`() {
    final class Document: Sendable {}
    let queue = WorkQueue(workers: 1, capacity: 1)
    let (begun, gate, done) =
      (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
    weak var held: Document?
    do {
      let document = Document()
      held = document
      #expect(
        queue.submit {
          withExtendedLifetime(document) {}
          begun.signal()
          gate.wait()
        })
    }
    begun.wait()
    #expect(held != nil)
    #expect(queue.submit { done.signal() })
    #expect(!queue.submit {})
    gate.signal()
    done.wait()
    #expect(held == nil)
  }

  @Test func `long work keeps no short work waiting, and fills no line of it`() {
    let queue = WorkQueue(workers: 1, capacity: 1)
    let gate = DispatchSemaphore(value: 0)
    let done = DispatchSemaphore(value: 0)
    let begun = DispatchSemaphore(value: 0)
    #expect(
      queue.submit(.long) {
        begun.signal()
        gate.wait()
      })
    begun.wait()
    #expect(queue.submit(.long) {})
    #expect(!queue.submit(.long) {})
    for _ in 0..<3 {
      #expect(queue.submit(.short) { done.signal() })
      done.wait()
    }
    #expect(queue.figures.refused == 1)
    #expect(queue.figures.running >= 1)
    gate.signal()
  }

  @Test func `work that was done is let go, whatever waits`() {
    final class Document: Sendable {}
    let queue = WorkQueue(workers: 1, capacity: 8)
    let gate = DispatchSemaphore(value: 0)
    let begun = DispatchSemaphore(value: 0)
    weak var document: Document?
    #expect(queue.submit { gate.wait() })
    do {
      let held = Document()
      document = held
      #expect(queue.submit { withExtendedLifetime(held) {} })
    }
    #expect(
      queue.submit {
        begun.signal()
        gate.wait()
      })
    #expect(queue.submit {})
    #expect(document != nil)
    gate.signal()
    // The next is at work, and another waits: the one before has been done.
    begun.wait()
    #expect(document == nil)
    gate.signal()
  }

  @Test func `work that waits while none is begun stands still`() {
    let queue = WorkQueue(workers: 1, capacity: 2)
    let gate = DispatchSemaphore(value: 0)
    let begun = DispatchSemaphore(value: 0)
    for _ in 0..<2 {
      #expect(
        queue.submit(.long) {
          begun.signal()
          gate.wait()
        })
    }
    begun.wait()
    let first = queue.standstill
    #expect(first > 0)
    #expect(queue.standstill > first)
    gate.signal()
    begun.wait()
    // None waits any more, though one is at work.
    #expect(queue.standstill == 0)
    gate.signal()
  }

  @Test func `as much work is done at once as there are workers`() {
    let line = WorkQueue(workers: 3, capacity: 0)
    let begun = DispatchSemaphore(value: 0)
    let gate = DispatchSemaphore(value: 0)
    for _ in 0..<3 {
      #expect(
        line.submit {
          begun.signal()
          gate.wait()
        })
    }
    for _ in 0..<3 { begun.wait() }
    #expect(!line.submit {})
    for _ in 0..<3 { gate.signal() }
  }

  @Test func `much work is all done`() {
    let line = WorkQueue(workers: 2, capacity: 1000)
    let count = Atomic<Int>(0)
    let done = DispatchSemaphore(value: 0)
    for _ in 0..<1000 {
      #expect(
        line.submit {
          count.add(1, ordering: .relaxed)
          done.signal()
        })
    }
    for _ in 0..<1000 { done.wait() }
    #expect(count.load(ordering: .relaxed) == 1000)
  }
}
