import Locking

/// Encodes JSON with a buffer that is kept from one call to the next.
///
/// A result has exactly the room that it needs, since it may be kept for long; the buffer in which
/// it grew is used again.
package final class JSONEncoding: Sendable {
  /// A buffer that grew beyond this many bytes is not kept.
  private static let keptRoom = 1 << 20
  private let spare = Locked<[UInt8]>([])

  /// An encoding without a buffer yet.
  package init() {}

  /// What `write` writes, as bytes of their own.
  package func encode(isPretty: Bool, _ write: (inout JSONWriter) -> Void) -> [UInt8] {
    let buffer = spare.withLock { spare in
      let taken = spare
      spare = []
      return taken
    }
    var writer = JSONWriter(reusing: buffer, isPretty: isPretty)
    write(&writer)
    let (content, room) = writer.finish()
    if room.count <= Self.keptRoom { spare.withLock { $0 = room } }
    return content
  }
}
