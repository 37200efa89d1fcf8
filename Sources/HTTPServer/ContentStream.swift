package import HTTPCore
import Locking

/// The content of a request as it comes: what was received and not yet consumed, and how it goes on.
///
/// The consumer removes one piece after the other, from any thread but from one at a time. Taking the
/// next says that the one before is done with: only what waits here and the piece in the consumer's
/// hands is in memory, at most 1 MiB, and while it is so much the connection is not read. A consumer
/// that is busy therefore just does not take.
package final class ContentStream: Sendable {
  /// A part of the content, or its end.
  package enum Piece: Sendable, Equatable {
    /// Some bytes, at least one and at most 64 KiB.
    case bytes([UInt8])
    /// The content is complete.
    case end
    /// The rest will not come.
    case lost(Loss)
  }

  /// Why the rest of the content will not come.
  package enum Loss: Sendable, Equatable {
    /// The client is gone, or the answer was complete before. Bytes that were not consumed are gone, too.
    case gone
    /// The client has sent what is no content, nothing for too long, or no more. It can still be answered.
    case broken(RequestError)
    /// The server stops, and waits no longer. The client can still be answered, for a moment.
    case stopping
  }

  private struct Waiting {
    var pieces: [[UInt8]] = []
    /// The size of the piece that was removed last.
    var removed = 0
    /// What follows the pieces, once that is known.
    var ending: Piece?
    var wake: (@Sendable () -> Void)?

    /// Removes the next piece, or gives the end once no piece waits before it.
    mutating func removePiece() -> Piece? {
      guard !pieces.isEmpty else { return ending }
      let piece = pieces.removeFirst()
      removed = piece.count
      return .bytes(piece)
    }
  }

  private static let pieceBound = 64 * 1024
  private let waiting: Locked<Waiting>
  /// Called with the number of bytes that the consumer has done with.
  private let consumed: @Sendable (Int) -> Void

  init(consumed: @escaping @Sendable (Int) -> Void) {
    self.consumed = consumed
    waiting = Locked(Waiting())
  }

  /// Content that is there as a whole.
  package convenience init(whole content: [UInt8]) {
    self.init(consumed: { _ in })
    if !content.isEmpty { receive(content) }
    end()
  }

  /// Removes the next piece; the room of the one before is free again.
  ///
  /// - Parameter wake: called once when there is none yet and then there is, on an event loop, so it
  ///   must not block. A later call's takes its place.
  /// - Returns: the piece; `nil` when `wake` will be called. The last one is given again and again.
  package func next(orElse wake: @escaping @Sendable () -> Void) -> Piece? {
    let (piece, done) = waiting.withLock { waiting in
      let done = waiting.removed
      waiting.removed = 0
      let piece = waiting.removePiece()
      waiting.wake = piece == nil ? wake : nil
      return (piece, done)
    }
    if done > 0 { consumed(done) }
    return piece
  }

  /// More has come. From the loop.
  func receive(_ content: [UInt8]) {
    change { waiting in
      let last = waiting.pieces.count - 1
      // Dribs are put together, so that small pieces do not cost more than their bytes.
      if last >= 0, waiting.pieces[last].count + content.count <= Self.pieceBound {
        waiting.pieces[last] += content
      } else {
        waiting.pieces.append(content)
      }
    }
  }

  /// All has come. From the loop.
  func end() { change { $0.ending = .end } }

  /// Nothing more will come; what has ended stays whole. From the loop.
  func lose(_ loss: Loss) {
    change { waiting in
      guard waiting.ending == nil else { return }
      waiting.ending = .lost(loss)
      switch loss {
      case .gone, .stopping: waiting.pieces = []
      // What came before the fault came as it should.
      case .broken: break
      }
    }
  }

  private func change(_ body: (inout Waiting) -> Void) {
    let wake = waiting.withLock { waiting in
      body(&waiting)
      let wake = waiting.wake
      waiting.wake = nil
      return wake
    }
    wake?()
  }
}
