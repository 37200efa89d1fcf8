import ArticleStore
import ContentCoding
import HTTPCore
import HTTPServer
import Locking
import Operations

/// What makes a long answer piece by piece.
protocol PieceMaker: ~Copyable, Sendable {
  /// Whether the last piece was made.
  var isDone: Bool { get }

  /// Makes the next piece, of some 64 KiB or one item.
  ///
  /// - Parameter memory: asked before something large is made.
  /// - Returns: `nil` where there is no memory for it now, to be asked again.
  /// - Throws: ``OperationError`` where the answer cannot go on.
  mutating func next(_ memory: inout PieceMemory) throws(OperationError) -> [UInt8]?
}

/// What a piece of an answer has of the memory budget, from when it is made until it is sent.
struct PieceMemory {
  let service: ArticleService
  fileprivate var reservation: MemoryReservation?

  init(_ service: ArticleService) { self.service = service }

  /// Says that making the piece takes so many bytes.
  ///
  /// - Returns: whether they are there.
  mutating func reserve(_ bytes: Int) -> Bool {
    reservation = service.reserve(bytes)
    return reservation != nil
  }

  /// Says how long the piece has become.
  fileprivate mutating func settle(_ bytes: Int) -> Bool {
    if let reservation { return reservation.resize(to: bytes) }
    return bytes <= PieceMemory.unreserved || reserve(bytes)
  }

  /// What holds a piece that is the whole answer.
  ///
  /// - Throws: ``Problem/memoryFull``.
  mutating func kept(_ bytes: Int) throws(Problem) -> MemoryReservation? {
    guard settle(bytes) else { throw .memoryFull }
    return reservation
  }

  /// The bytes of a piece that a connection has room for without a reservation.
  private static let unreserved = 2 * MemoryBudget.ownShare
}

/// An answer on its way out: a worker makes each piece when the one before is sent, so that of a long
/// answer never more than a piece is held. Where there is no memory for the next, it waits for it.
final class PiecedAnswer<Maker: PieceMaker & ~Copyable>: Sendable {
  private struct State: ~Copyable {
    var maker: Maker
    var deflater: Deflater?
    var memory: PieceMemory
    /// A piece that was made, and waits for memory or to be asked for.
    var made: [UInt8]?
  }

  private let service: ArticleService
  private let state: Locked<State>

  /// An answer, of which the first piece, and what that has of the memory, may be there already.
  init(
    _ service: ArticleService, _ maker: consuming Maker, first: [UInt8]? = nil,
    memory: PieceMemory? = nil, deflater: consuming Deflater?
  ) {
    self.service = service
    state = Locked(
      State(
        maker: maker, deflater: deflater, memory: memory ?? PieceMemory(service), made: first))
  }

  /// Where the pieces come from.
  var source: ContentSource {
    ContentSource { deliver in self.service.workers.proceed { self.goOn(deliver) } }
  }

  private func goOn(_ deliver: @escaping @Sendable (ContentSource.Piece) -> Void) {
    // One piece is asked for at a time, so nobody waits for the lock.
    if let piece = state.withLock({ nextPiece(&$0) }) { return deliver(piece) }
    service.whenMemoryMayBeBack { self.goOn(deliver) }
  }

  private func nextPiece(_ state: inout State) -> ContentSource.Piece? {
    do throws(OperationError) {
      if state.made == nil {
        // What went before is sent.
        state.memory = PieceMemory(service)
        guard !state.maker.isDone else { return .end }
        state.made = try state.maker.next(&state.memory)
      }
    } catch {
      return .failed
    }
    guard let bytes = state.made, state.memory.settle(bytes.count) else { return nil }
    state.made = nil
    do throws(ContentCodingError) {
      return .bytes(try Self.coded(bytes, isLast: state.maker.isDone, &state.deflater))
    } catch {
      return .failed
    }
  }

  private static func coded(
    _ bytes: [UInt8], isLast: Bool, _ deflater: inout Deflater?
  ) throws(ContentCodingError) -> [UInt8] {
    guard var open = deflater.take() else { return bytes }
    let coded = try open.append(bytes, isLast: isLast)
    if !isLast { deflater = consume open }
    return coded
  }
}
