import HTTPServer

enum WorkQueueFixture {
  /// A line whose one worker waits for the gate, and in which nothing else may stand.
  static func blocked(by gate: Awaited<Void>) -> WorkQueue {
    let workers = WorkQueue(workers: 1, capacity: 0)
    precondition(workers.submit { gate.value() })
    return workers
  }
}
