import ContentCoding
import HTTPCore
import HTTPServer

/// The content of a bulk submission on its way to lines.
struct BulkContent: ~Copyable {
  /// What a piece of content brings.
  struct Found {
    /// The lines that it completes.
    var lines: [LineSplitter.Line] = []
    /// The first line behind them.
    let nextLine: Int
    /// Whether the content is complete, or lost.
    var isLast = false
    /// Why there are no more lines, although the content is not complete.
    var problem: Problem?
  }

  /// The bytes of coded content that are inflated at a time: to a thousand times as many at most.
  private static let codedStep = 2 << 10

  private var splitter: LineSplitter
  private var inflater: Inflater?
  /// What is left of a piece under a coding, of which a step is inflated at a time.
  private var coded: ArraySlice<UInt8> = []
  /// What the lines under way and the results have of the memory budget.
  private let reservation: MemoryReservation
  /// What that is at least, of which half is for lines in flight.
  private let reservedBytes: Int

  /// Content of which nothing has come.
  init(
    splitter: LineSplitter, inflater: consuming Inflater?, reservation: MemoryReservation
  ) {
    self.splitter = splitter
    self.inflater = inflater
    self.reservation = reservation
    reservedBytes = reservation.count
  }

  /// Whether there is coded content that is not inflated yet.
  var hasRest: Bool { !coded.isEmpty }

  /// Takes the next piece, or with an empty one goes on with the rest of the one before.
  mutating func take(_ piece: ContentStream.Piece) -> Found {
    do throws(ContentCodingError) {
      switch piece {
      case .bytes(let bytes):
        let plain = try inflated(bytes)
        let lines = splitter.split(plain)
        return Found(
          lines: lines, nextLine: splitter.lineNumber,
          problem: holds(lines) ? nil : .memoryFull)
      case .end:
        if let inflater = inflater.take() { _ = try inflater.complete() }
        let lines = splitter.finish()
        return Found(lines: lines, nextLine: splitter.lineNumber, isLast: true)
      case .lost(let loss):
        // What came of the last line may be half of it.
        return Found(nextLine: splitter.lineNumber, isLast: true, problem: Problem(loss))
      }
    } catch {
      return Found(nextLine: splitter.lineNumber, problem: Problem(error))
    }
  }

  /// The next of the content without its coding: of coded content one step.
  private mutating func inflated(_ bytes: [UInt8]) throws(ContentCodingError) -> [UInt8] {
    guard var open = inflater.take() else { return bytes }
    if !bytes.isEmpty { coded = bytes[...] }
    let step = coded.prefix(Self.codedStep)
    coded = coded.dropFirst(step.count)
    try open.append(step)
    let plain = open.removeOutput()
    inflater = consume open
    return plain
  }

  /// Reserves what the lines of this step and the line under way take beyond what every submission has;
  /// `false` where that is not there.
  private func holds(_ lines: [LineSplitter.Line]) -> Bool {
    let size = lines.reduce(splitter.partialCount) { $0 + ($1.bytes?.count ?? 0) }
    return reservation.resize(to: reservedBytes + max(size - reservedBytes / 2, 0))
  }
}
