import CSQLite
import Glibc
import Locking

/// How well an article matches a query: BM25 over the columns of the index, as an auxiliary function
/// of FTS5 (sqlite.org/fts5.html, section 7).
///
/// FTS5's own `bm25` lists every place of every word before it counts, which for a word like *the*
/// costs several microseconds an article. This one goes through the places of a term as they are
/// stored and stops at the first ``mostPlaces``, of which title and points come first: a word that is
/// there so often has, by BM25, 96 of 100 of the most that it can have, and more is all the same. So
/// an article costs a microsecond or less for each term, however long it is.
enum SearchRanking {
  /// The function's name in SQL.
  static let function = "relevance"
  /// The places of a term in an article that count.
  private static let mostPlaces = 32
  /// A word in the title counts four times, one in a point twice.
  private static let weights = [4.0] + SearchColumns.kinds.map { _ in 2.0 } + [1.0]
  /// How soon more of the same word stops to matter, and how much the length of a text does; the
  /// usual values.
  private static let (saturation, lengthShare) = (1.2, 0.75)

  /// What the function needs to know beside the index.
  final class Context: Sendable {
    let lengths: ArticleLengths
    let allowance: QueryAllowance
    /// What the query that runs, on the index's queue, is ranked by.
    private let ranking = Locked((terms: 0, statistics: RankingStatistics?.none))

    init(lengths: ArticleLengths, allowance: QueryAllowance) {
      self.lengths = lengths
      self.allowance = allowance
    }

    /// A query begins.
    ///
    /// - Parameters:
    ///   - terms: how many of its phrases, the first ones, an article must have.
    ///   - statistics: what it is ranked by; what is so now, without any.
    func begin(terms: Int, by statistics: RankingStatistics?) {
      ranking.withLock { $0 = (terms, statistics) }
    }

    /// What the query is ranked by; `nil` before its first match, where that was not said.
    var statistics: RankingStatistics? { ranking.withLock { $0.statistics } }

    fileprivate var terms: Int { ranking.withLock { $0.terms } }

    fileprivate func settle(_ statistics: RankingStatistics) {
      ranking.withLock { $0.statistics = statistics }
    }
  }

  /// The statistics of a query, as FTS5 keeps them from one row to the next.
  private final class Kept: Sendable {
    let statistics: RankingStatistics

    init(_ statistics: RankingStatistics) { self.statistics = statistics }
  }

  /// Makes the function known to a connection.
  ///
  /// - Throws: ``SQLiteError``.
  static func register(
    on connection: borrowing SQLiteConnection, _ context: Context
  ) throws(SQLiteError) {
    // Right because the interface belongs to the connection, which keeps the context until it lets go
    // of the function.
    let interface = unsafe csqlite_fts5(connection.handle)
    let kept = unsafe Unmanaged.passRetained(context)
    let code =
      unsafe interface?.pointee.xCreateFunction(interface, function, kept.toOpaque(), score) {
        guard let context = unsafe $0 else { return }
        unsafe Unmanaged<Context>.fromOpaque(context).release()
      } ?? SQLITE_ERROR
    guard code == SQLITE_OK else {
      throw unsafe SQLiteConnection.error(of: connection.handle, code)
    }
  }

  private typealias Interface = UnsafePointer<Fts5ExtensionApi>

  /// Gives the score of the row that FTS5 stands at; higher is better.
  ///
  /// Right, as all that follows, because FTS5 calls with an interface and a context that live as long
  /// as the call, and what is written are numbers of this call.
  private static let score: fts5_extension_function = { interface, context, result, _, _ in
    guard let interface = unsafe interface, let context = unsafe context else { return }
    var code = SQLITE_OK
    guard let known = unsafe interface.pointee.xUserData(context) else { return }
    let sequence = UInt64(bitPattern: unsafe interface.pointee.xRowid(context))
    let (isOver, length) = unsafe Unmanaged<Context>.fromOpaque(known)._withUnsafeGuaranteedRef {
      ($0.allowance.isOver(), $0.lengths.length(of: sequence))
    }
    guard !isOver else { return unsafe sqlite3_result_error_code(result, SQLITE_INTERRUPT) }
    guard let statistics = unsafe statistics(interface, context, known, &code) else {
      return unsafe sqlite3_result_error_code(result, code)
    }
    let share = length.map { Double($0) / Double(statistics.meanLength) } ?? 1
    let norm = saturation * (1 - lengthShare + lengthShare * share)
    var score = 0.0
    for (phrase, rarity) in statistics.rarities.enumerated() {
      let frequency = unsafe weightedPlaces(of: Int32(phrase), interface, context, &code)
      guard frequency > 0 else { continue }
      score += Double(rarity) * frequency * (saturation + 1) / (frequency + norm)
    }
    if code == SQLITE_OK {
      unsafe sqlite3_result_double(result, score)
    } else {
      unsafe sqlite3_result_error_code(result, code)
    }
  }

  /// How many articles have a phrase, counted while the context, which outlives the query, is asked
  /// whether its time is up.
  @unsafe
  private struct PhraseCount {
    var matches: sqlite3_int64 = 0
    let known: UnsafeMutableRawPointer

    init(known: UnsafeMutableRawPointer) { unsafe self.known = known }
  }

  private static func weightedPlaces(
    of phrase: Int32, _ interface: Interface, _ context: OpaquePointer, _ code: inout Int32
  ) -> Double {
    var places = unsafe Fts5PhraseIter()
    var column: Int32 = -1
    var offset: Int32 = -1
    var sum = 0.0
    let found = unsafe interface.pointee.xPhraseFirst(context, phrase, &places, &column, &offset)
    if found != SQLITE_OK { code = found }
    var count = 0
    while column >= 0, count < mostPlaces, code == SQLITE_OK {
      sum += weights.indices.contains(Int(column)) ? weights[Int(column)] : 1
      count += 1
      unsafe interface.pointee.xPhraseNext(context, &places, &column, &offset)
    }
    return sum
  }

  /// What the query is ranked by: found at its first row where that was not said, and kept by FTS5 for
  /// the others; `nil` with a code.
  private static func statistics(
    _ interface: Interface, _ context: OpaquePointer, _ known: UnsafeMutableRawPointer,
    _ code: inout Int32
  ) -> RankingStatistics? {
    if let kept = unsafe interface.pointee.xGetAuxdata(context, 0) {
      return unsafe Unmanaged<Kept>.fromOpaque(kept)._withUnsafeGuaranteedRef { $0.statistics }
    }
    let ranking = unsafe Unmanaged<Context>.fromOpaque(known).takeUnretainedValue()
    let phrases = unsafe Int(interface.pointee.xPhraseCount(context))
    var statistics = ranking.statistics
    if statistics == nil {
      let terms = min(ranking.terms, phrases)
      let rarities = unsafe rarities(of: terms, interface, context, known, &code)
      guard code == SQLITE_OK else { return nil }
      statistics = RankingStatistics(meanLength: ranking.lengths.mean, rarities: rarities)
    }
    // FTS5 is not asked for a phrase that the query has not.
    guard let statistics, statistics.rarities.count <= phrases else {
      code = SQLITE_ERROR
      return nil
    }
    ranking.settle(statistics)
    // FTS5 lets go of it, also when this fails.
    code = unsafe interface.pointee.xSetAuxdata(
      context, Unmanaged.passRetained(Kept(statistics)).toOpaque()
    ) {
      guard let kept = unsafe $0 else { return }
      unsafe Unmanaged<Kept>.fromOpaque(kept).release()
    }
    return code == SQLITE_OK ? statistics : nil
  }

  /// The weight of each term: the rarer the more.
  private static func rarities(
    of terms: Int, _ interface: Interface, _ context: OpaquePointer,
    _ known: UnsafeMutableRawPointer, _ code: inout Int32
  ) -> [Float] {
    var rarities: [Float] = []
    var rows: sqlite3_int64 = 0
    code = unsafe interface.pointee.xRowCount(context, &rows)
    for phrase in 0..<Int32(terms) where code == SQLITE_OK {
      var count = unsafe PhraseCount(known: known)
      code = unsafe interface.pointee.xQueryPhrase(context, phrase, &count) { _, _, count in
        guard let count = unsafe count?.assumingMemoryBound(to: PhraseCount.self) else {
          return SQLITE_OK
        }
        unsafe count.pointee.matches += 1
        let isOver = unsafe Unmanaged<Context>.fromOpaque(count.pointee.known)
          ._withUnsafeGuaranteedRef { $0.allowance.isOver() }
        return isOver ? SQLITE_INTERRUPT : SQLITE_OK
      }
      let matches = unsafe count.matches
      let share = (Double(rows - matches) + 0.5) / (Double(matches) + 0.5)
      rarities.append(Float(log(1 + max(share, 0))))
    }
    return rarities
  }
}
