package import HTTPCore
import Locking
package import Metrics
import Synchronization

/// What a server has taken on and what it has done, over all its loops, for whoever wants to know.
///
/// It is made apart from the server, since what answers requests shows it too. Each loop counts for
/// itself; the sum is made when it is asked for.
package final class ServerMetrics: Sendable {
  /// Requests that were answered alike.
  package struct Answered: Sendable {
    /// ``HTTPResponse/label``.
    package let label: Int
    /// ``HTTPMethod/other`` also where there was no request, but only an attempt at one.
    package let method: HTTPMethod
    /// `nil` for a status that is not among ``HTTPStatus/all``.
    package let status: HTTPStatus?
    /// How many there were.
    package var count: UInt64
  }

  /// How many labels there are, 0 among them; a label beyond them counts as 0.
  package let labels: Int

  /// Connections accepted and not yet closed.
  let connections = Atomic<Int>(0)
  /// Connections beyond which new ones are refused; 0 until the server listens.
  let connectionLimit = Atomic<Int>(0)
  /// Bytes of content received or promised and not yet answered for.
  let content = Atomic<Int>(0)
  /// What the accept queue counts.
  let accepts = CounterRow(Accept.allCases.count, writers: .one)
  private let loops = Locked<[LoopMetrics]>([])

  enum Accept: Int, CaseIterable {
    /// Connections that were accepted, those that were too many among them.
    case accepted
    /// Connections that were so many that they were closed at once.
    case refused
  }

  /// Nothing taken on yet.
  package init(labels: Int = 1) { self.labels = max(labels, 1) }

  /// The counters of one more loop.
  func newLoop() -> LoopMetrics {
    let loop = LoopMetrics(labels: labels)
    loops.withLock { $0.append(loop) }
    return loop
  }

  // MARK: Figures

  /// The number of event loops.
  package var loopCount: Int { loops.withLock { $0.count } }
  /// The number of connections that are open.
  package var openConnections: Int { connections.load(ordering: .relaxed) }
  /// The number of connections beyond which new ones are refused: what is configured, or what the
  /// descriptor limit has room for.
  package var maximumConnections: Int { connectionLimit.load(ordering: .relaxed) }
  /// Bytes of content in flight.
  package var contentInFlight: Int { content.load(ordering: .relaxed) }
  /// Connections that were accepted, those that were too many among them.
  package var accepted: UInt64 { accepts[Accept.accepted.rawValue] }
  /// Connections that were too many: answered with 503, or closed at once.
  package var refused: UInt64 {
    accepts[Accept.refused.rawValue] &+ sum(.turnedAway)
  }
  /// Connections whose request was longest in coming and that made room for others.
  package var displaced: UInt64 { sum(.displaced) }
  /// Bytes that were read from sockets.
  package var received: UInt64 { sum(.received) }
  /// Bytes that were written to sockets.
  package var sent: UInt64 { sum(.sent) }
  /// Requests whose connection ended before their answer was complete.
  package var broken: UInt64 { sum(.broken) }
  /// Exchanges that were to be reported and were not, because ``ExchangeReport`` accepted no more.
  package var unreported: UInt64 { sum(.unreported) }

  /// How many requests were answered, for each label, method and status that there was.
  package var answered: [Answered] {
    let loops = loops.withLock { $0 }
    var answered: [Answered] = []
    for index in 0..<(loops.first?.answers.count ?? 0) {
      let count = loops.reduce(0) { $0 &+ $1.answers[index] }
      if count > 0 { answered.append(LoopMetrics.answered(at: index, count: count)) }
    }
    return answered
  }

  /// How long requests with this label took: from when they were whole, or of those with content from
  /// when their head was, until the answer was ready to be sent; of answers in pieces, until the last
  /// piece was.
  package func durations(label: Int) -> DurationHistograms.Snapshot {
    loops.withLock { loops in
      var all = DurationHistograms.Snapshot()
      for loop in loops { all += loop.durations.snapshot(label: label) }
      return all
    }
  }

  private func sum(_ counter: LoopMetrics.Counter) -> UInt64 {
    loops.withLock { loops in loops.reduce(0) { $0 &+ $1.totals[counter.rawValue] } }
  }
}

/// What one loop counts; it alone adds to it.
final class LoopMetrics: Sendable {
  enum Counter: Int, CaseIterable {
    case received, sent, broken, unreported
    /// Connections that were answered that there are too many.
    case turnedAway
    /// Connections that made room for others.
    case displaced
  }

  /// For each label, method and status the answers.
  let answers: CounterRow
  let durations: DurationHistograms
  let totals = CounterRow(Counter.allCases.count, writers: .one)
  private let labels: Int
  // As members of the loop's own: a constant of the module is asked for whether it is made yet.
  private let statusPlaces: [UInt8]
  private let statusCount = LoopMetrics.statusCount
  private let methodCount = HTTPMethod.allCases.count

  init(labels: Int) {
    self.labels = labels
    // The known ones by their code less 100, all others after them.
    var places = [UInt8](repeating: UInt8(clamping: HTTPStatus.all.count), count: 500)
    for (place, status) in HTTPStatus.all.enumerated() {
      places[Int(status.code) - 100] = UInt8(clamping: place)
    }
    statusPlaces = places
    answers = CounterRow(labels * methodCount * statusCount, writers: .one)
    durations = DurationHistograms(labels: labels, writers: .one)
  }

  /// Counts an answer.
  func count(_ label: Int, _ method: HTTPMethod, _ status: HTTPStatus, nanoseconds: UInt64) {
    let label = label >= 0 && label < labels ? label : 0
    let place = (label * methodCount + Int(method.rawValue)) * statusCount
    answers.add(at: place + Int(statusPlaces[Int(status.code) - 100]))
    durations.record(nanoseconds, label: label)
  }

  /// Adds to one of the totals.
  func add(_ amount: Int = 1, to counter: Counter) {
    totals.add(UInt64(clamping: amount), at: counter.rawValue)
  }

  private static let statusCount = HTTPStatus.all.count + 1

  /// What is counted at that place of ``answers``.
  static func answered(at index: Int, count: UInt64) -> ServerMetrics.Answered {
    let (place, status) = index.quotientAndRemainder(dividingBy: statusCount)
    let (label, method) = place.quotientAndRemainder(dividingBy: HTTPMethod.allCases.count)
    return ServerMetrics.Answered(
      label: label, method: HTTPMethod.allCases[method],
      status: status < HTTPStatus.all.count ? HTTPStatus.all[status] : nil, count: count)
  }
}
