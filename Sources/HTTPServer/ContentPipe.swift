package import HTTPCore
import Locking

/// An answer that its handler writes at its own pace, from any thread, and that waits here for the
/// client: the way from a handler that reads content to the answer that it makes of it.
///
/// What waits is bounded by whoever writes, which asks for room before it does more work: a handler
/// that then reads no content either has the client wait in its turn.
package final class ContentPipe: Sendable {
  private struct Waiting {
    /// What waits, from ``first`` on.
    var bytes: [UInt8] = []
    var first = 0
    /// How the answer ends after the bytes, once that is known.
    var ending: ContentSource.Piece?
    var isAbandoned = false
    var deliver: (@Sendable (ContentSource.Piece) -> Void)?
    var wake: (@Sendable () -> Void)?

    var count: Int { bytes.count - first }

    /// Removes the next piece, or gives the end once nothing waits before it.
    mutating func removePiece() -> ContentSource.Piece? {
      guard count > 0 else { return ending }
      let end = min(first + ContentPipe.pieceBound, bytes.count)
      let piece = Array(bytes[first..<end])
      first = end
      // What was removed is let go when it is the greater part: each byte is moved once.
      if first * 2 >= bytes.count {
        bytes.removeFirst(first)
        first = 0
      }
      return .bytes(piece)
    }
  }

  private static let pieceBound = MemoryBudget.ownShare
  private let bound: Int
  private let waiting = Locked(Waiting())

  /// A pipe.
  ///
  /// - Parameter bound: with so many bytes waiting there is no room for more.
  package init(bound: Int = 1024 * 1024) { self.bound = bound }

  /// The reading end, for the answer; to be used once.
  package var source: ContentSource {
    ContentSource(next: { self.next($0) }, cancel: { self.abandon() })
  }

  /// How many bytes wait.
  var count: Int { waiting.withLock { $0.count } }

  /// Whether nobody will read what is written; it is thrown away then, and there is always room.
  package var isAbandoned: Bool { waiting.withLock { $0.isAbandoned } }

  /// Asks whether more should be written.
  ///
  /// - Parameter wake: called once when there is no room and then there is, on an event loop, so it
  ///   must not block. A later call's takes its place.
  /// - Returns: whether there is room; `false` when `wake` will be called.
  package func hasRoom(orElse wake: @escaping @Sendable () -> Void) -> Bool {
    waiting.withLock { waiting in
      let hasRoom = waiting.count < bound
      waiting.wake = hasRoom ? nil : wake
      return hasRoom
    }
  }

  /// Adds to the answer.
  package func write(_ bytes: [UInt8]) {
    change { waiting in
      guard !waiting.isAbandoned, waiting.ending == nil else { return }
      waiting.bytes += bytes
    }
  }

  /// The answer is complete.
  package func end() { change { $0.ending = $0.ending ?? .end } }

  /// The answer cannot be completed, and the client has to notice.
  package func fail() { change { $0.ending = $0.ending ?? .failed } }

  private func change(_ body: (inout Waiting) -> Void) {
    let delivery = waiting.withLock { waiting in
      body(&waiting)
      return Self.delivery(&waiting)
    }
    delivery?()
  }

  private func next(_ deliver: @escaping @Sendable (ContentSource.Piece) -> Void) {
    var wake: (@Sendable () -> Void)?
    let delivery = waiting.withLock { waiting in
      waiting.deliver = deliver
      let delivery = Self.delivery(&waiting)
      if waiting.count < bound {
        wake = waiting.wake
        waiting.wake = nil
      }
      return delivery
    }
    delivery?()
    wake?()
  }

  private func abandon() {
    let wake = waiting.withLock { waiting in
      waiting.isAbandoned = true
      waiting.bytes = []
      waiting.first = 0
      waiting.deliver = nil
      let wake = waiting.wake
      waiting.wake = nil
      return wake
    }
    wake?()
  }

  /// What hands out the next piece, when there is one and someone waits for it. Called without the
  /// lock: whoever gets the piece may ask for the next at once.
  private static func delivery(_ waiting: inout Waiting) -> (@Sendable () -> Void)? {
    guard let deliver = waiting.deliver, let piece = waiting.removePiece() else { return nil }
    waiting.deliver = nil
    return { deliver(piece) }
  }
}
