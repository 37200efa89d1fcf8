/// How much is made of one document, whatever it holds.
package struct ParsingLimits: Sendable, Hashable {
  /// The most points of each kind, and the most sections, details, scenarios and diagnostics. Those
  /// beyond are counted and not made, so that memory and answers stay bounded; a diagnostic tells.
  package var pieces: Int

  /// Limits; without any, the usual ones.
  package init(pieces: Int = 10_000) { self.pieces = pieces }
}

/// Pieces of one kind, as many of them as may be made of a document; the others are counted.
struct BoundedList<Piece: Sendable>: Sendable {
  private let limit: Int
  private(set) var pieces: [Piece] = []
  /// How many there were beyond the limit.
  private(set) var omitted = 0
  /// Where the first of these stands.
  private(set) var firstOmitted: SourceRange?

  init(limit: Int) { self.limit = limit }

  /// Whether another one is made.
  var hasRoom: Bool { pieces.count < limit }
  /// All there are, made or not.
  var count: Int { pieces.count + omitted }

  /// Adds a piece, which is made only if there is room.
  mutating func append(_ piece: @autoclosure () -> Piece, at source: SourceRange) {
    guard hasRoom else { return omit(at: source) }
    pieces.append(piece())
  }

  /// Counts one that is not made.
  mutating func omit(at source: SourceRange) {
    if omitted == 0 { firstOmitted = source }
    omitted += 1
  }

  /// Changes one of those that were made.
  mutating func change(_ index: Int, _ change: (inout Piece) -> Void) { change(&pieces[index]) }

  mutating func reserveCapacity(_ capacity: Int) {
    pieces.reserveCapacity(min(capacity, max(limit, 0)))
  }
}

/// What was left out of an article because its document holds too much of it.
struct Omissions {
  private var counts: [(count: Int, name: String)] = []
  private var first: SourceRange?

  /// Adds what is beyond a list's limit, under the name of its pieces.
  mutating func add<Piece>(_ list: BoundedList<Piece>, _ name: String) {
    add(list.omitted, name, at: list.firstOmitted)
  }

  /// Adds a number of pieces, the first of which stands at a place.
  mutating func add(_ count: Int, _ name: String, at source: SourceRange?) {
    guard count > 0, let source else { return }
    counts.append((count, name))
    if let first, first.bytes.lowerBound <= source.bytes.lowerBound { return }
    first = source
  }

  /// What tells of all of them; `nil` where there are none.
  func diagnostic(_ limits: ParsingLimits) -> Diagnostic? {
    guard let first else { return nil }
    let names = counts.map { "\($0.count) more \($0.name)" }.joined(separator: ", ")
    return Diagnostic(
      code: .tooManyPieces, severity: .warning,
      message: "At most \(limits.pieces) pieces of a kind are made of one document; left out, from "
        + "here on: \(names).", source: first)
  }
}
