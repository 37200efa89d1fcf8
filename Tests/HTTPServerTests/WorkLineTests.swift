import Dispatch
import Locking
import Synchronization
import Testing

@testable import HTTPServer

@Suite struct WorkLineTests {
  @Test func `a full line takes nothing more, and what it took is done in order`() {
    let line = WorkLine(workers: 1, capacity: 3)
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

  @Test func `as much work is done at once as there are workers`() {
    let line = WorkLine(workers: 3, capacity: 0)
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
    let line = WorkLine(workers: 2, capacity: 1000)
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
