import Dispatch
import Metrics
import Testing

@Suite struct `counters` {
  /// A row that several threads can hold.
  private final class Shared: Sendable {
    let row = CounterRow(3, writers: .many)
    let histograms = DurationHistograms(writers: .many)
  }

  @Test func `lose nothing when many add at once`() {
    let shared = Shared()
    DispatchQueue.concurrentPerform(iterations: 8) { _ in
      for _ in 0..<10_000 { shared.row.add(2, at: 1) }
      for _ in 0..<1_000 { shared.histograms.record(7) }
    }
    #expect(shared.row[0] == 0)
    #expect(shared.row[1] == 160_000)
    #expect(shared.row[2] == 0)
    #expect(shared.histograms.snapshot().count == 8_000)
    #expect(shared.histograms.snapshot().sum == 56_000)
  }

  @Test func `wrap around`() {
    let row = CounterRow(1, writers: .one)
    row.add(.max)
    row.add(2)
    #expect(row[0] == 1)
  }

  @Test func `are those of all histograms together`() {
    let one = DurationHistograms(writers: .one)
    let other = DurationHistograms(writers: .one)
    one.record(5)
    other.record(6)
    other.record(2_000_000_000)
    var all = one.snapshot()
    all += other.snapshot()
    #expect(all.count == 3)
    #expect(all.sum == 2_000_000_011)
  }

  @Test func `time what is done, also when it fails`() {
    struct Fault: Error {}
    let histograms = DurationHistograms(writers: .one)
    #expect(histograms.measure { 1 } == 1)
    #expect(throws: Fault.self) { try histograms.measure { () throws(Fault) in throw Fault() } }
    #expect(histograms.snapshot().count == 2)
  }
}
