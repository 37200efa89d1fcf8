/// How far a bulk submission has come: which lines wait to be read, which have been read and wait
/// for their turn to be stored, and which results wait for those before them.
///
/// A value without threads: lines are read by several workers at once, stored in the order in which
/// they came, and told of in that order, too. ``hasRoom`` bounds what is held: about
/// `lineBound` bytes of lines and what each takes beside them, at least one line.
struct BulkProgress: Sendable {
  /// Lines that are read together.
  struct Batch: Sendable {
    let number: Int
    let lines: [LineSplitter.Line]
  }

  /// A line that was read, or what is wrong with it.
  struct ReadLine: Sendable {
    /// Its place among all lines that have something on them.
    let ordinal: Int
    let outcome: Result<BulkDocument, Problem>
  }

  /// Why not all lines are stored although there may be nothing wrong with them.
  struct CutOff: Sendable {
    /// The first line that is not taken, or that the store could not take.
    let line: Int
    let problem: Problem
    /// How many lines before it are answered.
    let taken: Int
  }

  /// The most lines, and about the most bytes, that are read together.
  private static let batchLines = 8
  private static let batchBytes = 64 << 10

  /// What a line takes beside its bytes: its records, and its result.
  private static let lineOverhead = 512

  private let answersAll: Bool
  private let lineBound: Int
  private var unread = TakenInOrder<Batch>()
  private var batches = 0
  /// The ordinal of the first line of each batch that is not stored yet.
  private var firstOrdinals: [Int: Int] = [:]
  private var lines = 0

  private var read: [Int: [ReadLine]] = [:]
  private var nextBatch = 0
  private var isStoring = false

  /// Results that came before those of earlier lines.
  private var results: [Int: BulkResult] = [:]
  /// The number and the size of each line whose result is not told, from ``told`` on.
  private var untold = TakenInOrder<(number: Int, bytes: Int)>()
  private var told = 0
  private var heldBytes = 0
  private var tally = BulkTally()
  private var hasEnded = false
  private var cutOff: (line: Int, problem: Problem)?
  /// The first line that the store could not take. Those behind it may have met the same or not; who goes
  /// on from it loses none.
  private var failure: CutOff?

  /// The beginning.
  ///
  /// - Parameters:
  ///   - answersAll: whether every result is told, or failures and a summary.
  ///   - lineBound: the bytes of lines in flight beyond which no more content is taken: enough for the
  ///     workers to read while the store writes what they read before.
  init(answersAll: Bool, lineBound: Int = 4 << 20) {
    self.answersAll = answersAll
    self.lineBound = lineBound
  }

  /// Whether more content may be taken.
  var hasRoom: Bool { heldBytes < lineBound }

  /// Whether all is told.
  var isComplete: Bool { hasEnded && told == lines }

  // MARK: Reading

  /// Lines have come.
  mutating func add(_ new: [LineSplitter.Line]) {
    var batch: [LineSplitter.Line] = []
    var bytes = 0
    for line in new {
      let size = line.bytes?.count ?? 0
      untold.append((line.number, size + Self.lineOverhead))
      heldBytes += size + Self.lineOverhead
      batch.append(line)
      bytes += size
      if batch.count == Self.batchLines || bytes >= Self.batchBytes {
        add(batch: batch)
        batch = []
        bytes = 0
      }
    }
    if !batch.isEmpty { add(batch: batch) }
  }

  private mutating func add(batch: [LineSplitter.Line]) {
    unread.append(Batch(number: batches, lines: batch))
    firstOrdinals[batches] = lines
    lines += batch.count
    batches += 1
  }

  /// No more lines will come.
  mutating func end() { hasEnded = true }

  /// No more lines are taken.
  ///
  /// - Parameters:
  ///   - problem: why. Where it lets nothing more be stored, or leaves no time for it, lines that nobody
  ///     reads yet are not taken either.
  ///   - nextLine: the first line that has not come.
  mutating func cutOff(_ problem: Problem, before nextLine: Int) {
    var first = nextLine
    while problem.endsStoring, let batch = unread.next() {
      // They are the last of all, and in order.
      first = min(first, batch.lines.first?.number ?? first)
      firstOrdinals.removeValue(forKey: batch.number)
      lines -= batch.lines.count
    }
    cutOff = (first, problem)
    hasEnded = true
  }

  /// The lines that are to be read next; `nil` when none wait.
  mutating func takeUnread() -> Batch? { unread.next() }

  /// How many batches wait to be read.
  var unreadCount: Int { unread.count }

  // MARK: Storing

  /// A batch was read.
  mutating func add(_ outcomes: [Result<BulkDocument, Problem>], of batch: Batch) {
    let first = firstOrdinals.removeValue(forKey: batch.number) ?? 0
    read[batch.number] = outcomes.enumerated().map {
      ReadLine(ordinal: first + $0.offset, outcome: $0.element)
    }
  }

  /// The lines whose turn it is to be stored, for one caller at a time, who then calls
  /// ``finishStoring()``.
  mutating func beginStoring() -> [ReadLine]? {
    guard !isStoring, let lines = read.removeValue(forKey: nextBatch) else { return nil }
    nextBatch += 1
    isStoring = true
    return lines
  }

  mutating func finishStoring() { isStoring = false }

  // MARK: Telling

  /// What came of a line.
  ///
  /// - Returns: the results whose turn it is to be told, as lines.
  mutating func add(_ result: BulkResult, of ordinal: Int) -> [UInt8] {
    results[ordinal] = result
    var output: [UInt8] = []
    while let result = results.removeValue(forKey: told), let line = untold.next() {
      if case .refused(let problem) = result, problem.endsStoring, failure == nil {
        failure = CutOff(line: line.number, problem: problem, taken: told)
      }
      told += 1
      heldBytes -= line.bytes
      tally.count(result)
      if answersAll || result.isRefused { result.write(line: line.number, to: &output) }
    }
    return output
  }

  /// What is told when all lines are: where they were cut off, if they were, and the summary, where one
  /// is wanted.
  var ending: [UInt8] {
    var output: [UInt8] = []
    let end =
      failure ?? cutOff.map { CutOff(line: $0.line, problem: $0.problem, taken: lines) }
    end?.write(to: &output)
    if !answersAll { tally.write(isComplete: end == nil, to: &output) }
    return output
  }
}
