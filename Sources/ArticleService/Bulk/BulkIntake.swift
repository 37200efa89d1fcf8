import ArticleStore
import ContentCoding
import HTTPCore
import HTTPServer
import Locking
import Operations

/// Takes in many submissions from the content of one request, one a line, and answers with a line for
/// each while they come.
///
/// Content is taken piece by piece, by one worker at a time; the lines in it are read by all workers;
/// the store is given them in their order, and results wait in a pipe for the client. Nothing
/// waits for a lock or a client: where there is nothing to do now, whoever brings the next thing to do
/// goes on.
final class BulkIntake: Sendable {
  /// Who takes the content.
  private enum Intake {
    /// A worker is at it.
    case running
    /// The content will say when there is more.
    case waiting
    /// There is no room; what makes room goes on.
    case parked
    case done
  }

  /// What a bulk submission has of the memory budget throughout: lines in flight are half of it, the rest
  /// is for results that wait, and for what one step inflates to.
  static func reservedBytes(of budget: MemoryBudget) -> Int { min(8 << 20, budget.largest / 4) }

  private struct State {
    var progress: BulkProgress
    var intake = Intake.running
    var readers = 0
    /// The first line that was not taken yet.
    var nextLine = 1
    /// What keeps the store from taking more.
    var fault: Problem?

    /// Takes no more, where the store cannot; `true` when nothing is to be taken.
    mutating func endIfFaulty() -> Bool {
      guard let fault, intake != .done else { return intake == .done }
      intake = .done
      progress.cutOff(fault, before: nextLine)
      return true
    }
  }

  private let service: ArticleService
  private let mode: BulkRequest.Mode
  private let content: ContentStream
  private let answer = ContentPipe()
  private let readerLimit: Int
  private let reservedBytes: Int
  /// Only whoever takes the content touches it.
  private let reading: Locked<BulkContent>
  private let state: Locked<State>

  /// An intake that has not begun.
  ///
  /// - Parameters:
  ///   - service: what reads the submissions and stores them.
  ///   - request: what is asked for.
  ///   - content: where their lines come from.
  ///   - inflater: for content under gzip.
  ///   - reservation: ``reservedBytes(of:)`` of the memory budget.
  init(
    _ service: ArticleService, _ request: BulkRequest, _ content: ContentStream,
    inflater: consuming Inflater?, _ reservation: MemoryReservation
  ) {
    self.service = service
    mode = request.mode
    self.content = content
    readerLimit = service.workers.workerCount
    reservedBytes = reservation.count
    // A line is there twice while it is decoded, and once more in what it grew in.
    let room = (service.memory.largest - reservation.count) / 3
    let splitter = LineSplitter(limit: min(service.configuration.lineLimit, room))
    reading = Locked(
      BulkContent(splitter: splitter, inflater: inflater, reservation: reservation))
    state = Locked(
      State(
        progress: BulkProgress(
          answersAll: request.results == .all, lineBound: reservation.count / 2)))
  }

  /// Begins, and gives where the answer comes from.
  func begin() -> ContentSource {
    service.workers.proceed(.long) { self.advance() }
    return answer.source
  }

  // MARK: Taking content

  /// Takes content while there is some, and room for what is in it.
  private func advance() {
    while isToGoOn() {
      let piece =
        reading.withLock { $0.hasRest }
        ? .bytes([])
        : content.next { self.goOn(from: .waiting) }
      guard let piece else { return }
      let hasEnded = take(piece)
      startReaders()
      if hasEnded { return }
    }
  }

  /// Whether a piece may be taken; if so the intake waits, unless there is one already.
  private func isToGoOn() -> Bool {
    state.withLock { state in
      if answer.isAbandoned {
        // What was given to the store stays; nothing more is read.
        state.intake = .done
        return false
      }
      if state.endIfFaulty() {
        endIfComplete(state.progress)
        return false
      }
      let hasRoom = state.progress.hasRoom && answer.hasRoom { self.resume() }
      state.intake = hasRoom ? .waiting : .parked
      return hasRoom
    }
  }

  /// Finds the lines of a piece; `true` when it was the last.
  private func take(_ piece: ContentStream.Piece) -> Bool {
    let found = reading.withLock { $0.take(piece) }
    let hasEnded = found.problem != nil || found.isLast
    return state.withLock { state in
      // Where the store could not go on meanwhile, the answer says that these were not taken.
      guard state.intake != .done else { return true }
      state.progress.add(found.lines)
      state.nextLine = found.nextLine
      if let problem = found.problem {
        state.progress.cutOff(problem, before: found.nextLine)
      } else if hasEnded {
        state.progress.end()
      }
      state.intake = hasEnded ? .done : .running
      endIfComplete(state.progress)
      return hasEnded
    }
  }

  // MARK: Reading and storing

  private func startReaders() {
    let started = state.withLock { state in
      let wanted = min(state.progress.unreadCount, readerLimit - state.readers)
      state.readers += max(wanted, 0)
      return max(wanted, 0)
    }
    for _ in 0..<started { service.workers.proceed(.long) { self.readNext() } }
  }

  /// Takes one batch to be read.
  private func readNext() {
    let batch = state.withLock { state -> BulkProgress.Batch? in
      let batch = answer.isAbandoned ? nil : state.progress.takeUnread()
      if batch == nil { state.readers -= 1 }
      return batch
    }
    if let batch { read(batch) }
  }

  /// Decodes the lines of a batch, and reads them.
  private func read(_ batch: BulkProgress.Batch) {
    let available = service.memory.largest - reservedBytes
    let lines = batch.lines.map { line in
      Result { () throws(Problem) in try BulkLine(line, service, available: available) }
    }
    let size = lines.reduce(0) { $0 + ((try? $1.get())?.readingSize ?? 0) }
    read(lines, min(size, available), batch, attempts: MemoryPatience.bulkAttempts)
  }

  /// Reads a batch once there is so much memory for it, and goes to the end of the line of work: others
  /// have their turn.
  private func read(
    _ lines: [Result<BulkLine, Problem>], _ size: Int, _ batch: BulkProgress.Batch, attempts: Int
  ) {
    guard !answer.isAbandoned else { return state.withLock { $0.readers -= 1 } }
    let reservation = service.reserve(size)
    guard reservation != nil || attempts == 0 else {
      // What is being stored gives back what it has.
      return service.whenMemoryMayBeBack(.long) {
        self.read(lines, size, batch, attempts: attempts - 1)
      }
    }
    // The store waits a moment for lines that are being read, so that one commit does for many.
    let expected = lines.map { _ in service.operations.expectWrite() }
    let outcomes = zip(lines, expected).map { line, expected in
      Result { () throws(Problem) in
        guard let reservation else { throw .memoryFull }
        return BulkDocument(try line.get(), service, reservation, expected)
      }
    }
    // What is read takes far less than reading it, and may wait for its turn to be stored.
    let kept = outcomes.reduce(0) { $0 + ((try? $1.get())?.memorySize ?? 0) }
    _ = reservation?.resize(to: min(kept, size))
    state.withLock { $0.progress.add(outcomes, of: batch) }
    store()
    service.settle(after: size)
    service.workers.proceed(.long) { self.readNext() }
  }

  /// Gives the store what is read and has its turn.
  private func store() {
    while let lines = state.withLock({ $0.progress.beginStoring() }) {
      for line in lines where !answer.isAbandoned {
        switch line.outcome {
        case .success(let document):
          document.add(with: service.operations, mode) { self.finish(line.ordinal, $0) }
        case .failure(let problem): finish(line.ordinal, .refused(problem))
        }
      }
      state.withLock { $0.progress.finishStoring() }
    }
  }

  /// Tells what came of a line, when that of all lines before it is told.
  private func finish(_ ordinal: Int, _ result: BulkResult) {
    service.metrics.count(result.isRefused ? .refused : .stored)
    state.withLock { state in
      // Under the lock, so that the results of two lines keep their order.
      answer.write(state.progress.add(result, of: ordinal))
      if case .refused(let problem) = result, problem.endsStoring {
        state.fault = state.fault ?? problem
        // Whoever takes content sees it; while nobody does, none need come any more.
        if state.intake == .parked || state.intake == .waiting { _ = state.endIfFaulty() }
      }
      endIfComplete(state.progress)
    }
    resume()
  }

  private func endIfComplete(_ progress: BulkProgress) {
    guard progress.isComplete else { return }
    answer.write(progress.ending)
    answer.end()
  }

  /// Goes on taking content, where that waits for room and there is some.
  private func resume() {
    goOn(from: .parked)
  }

  /// Takes content again, where that waits for this.
  private func goOn(from intake: Intake) {
    let isResumed = state.withLock { state in
      guard state.intake == intake, intake != .parked || state.progress.hasRoom else {
        return false
      }
      state.intake = .running
      return true
    }
    if isResumed { service.workers.proceed(.long) { self.advance() } }
  }
}
