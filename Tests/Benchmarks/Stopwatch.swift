/// Times pieces of work against each other by the processor time of this thread.
enum Stopwatch {
  private static let rounds = 9
  /// What one piece is repeated for in a round, in nanoseconds: long beside the clock's own cost.
  private static let roundTime = 60_000_000.0

  /// Work to be timed. It gives a number of what it made, the same every time: so that making it
  /// cannot be left out.
  typealias Work = () -> Int

  /// Nanoseconds that each piece of work takes: the median of several rounds, in each of which all
  /// of them have their turn, so that a slow moment of the machine touches all.
  ///
  /// - Throws: ``BenchmarkError/unsteady``.
  static func nanoseconds(_ works: [Work]) throws(BenchmarkError) -> [Double] {
    var pieces: [(work: Work, made: Int, repeats: Int, times: [Double])] = []
    for work in works {
      // The first run warms the caches up, the second says how often a round repeats it.
      let made = work()
      let once = try time(work, making: made, repeats: 1)
      pieces.append((work, made, max(1, Int(roundTime / max(once, 1))), []))
    }
    for _ in 0..<rounds {
      for (index, piece) in pieces.enumerated() {
        let time = try time(piece.work, making: piece.made, repeats: piece.repeats)
        pieces[index].times.append(time)
      }
    }
    return pieces.map { Samples($0.times).median }
  }

  private static func time(
    _ work: Work, making made: Int, repeats: Int
  ) throws(BenchmarkError) -> Double {
    var isSteady = true
    let start = Clocks.thread
    for _ in 0..<repeats where work() != made { isSteady = false }
    let end = Clocks.thread
    guard isSteady else { throw .unsteady }
    return Double(end - start) / Double(repeats)
  }
}
