import HTTPServer

enum WorkLineFixture {
  /// A line whose one worker waits for the gate, and in which nothing else may stand.
  static func blocked(by gate: Awaited<Void>) -> WorkLine {
    let workers = WorkLine(workers: 1, capacity: 0)
    precondition(workers.submit { gate.value() })
    return workers
  }
}
