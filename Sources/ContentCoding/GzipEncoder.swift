import Locking

/// Compresses for several threads, with a ``Deflater`` kept from one call to the next.
package final class GzipEncoder: Sendable {
  private let idle = Locked<Deflater?>(nil)

  /// An encoder without a stream yet.
  package init() {}

  /// The bytes as one gzip member. The lock is not held while compressing: a second thread that
  /// comes meanwhile makes a stream of its own, and one of the two is kept.
  ///
  /// - Throws: ``ContentCodingError`` as ``Deflater`` does.
  package func encode(_ bytes: [UInt8]) throws(ContentCodingError) -> [UInt8] {
    let kept = idle.withLock { $0.take() }
    var deflater = if let kept { kept } else { try Deflater() }
    let encoded = try deflater.deflate(bytes)
    var returned: Deflater? = deflater
    idle.withLock { slot in if slot == nil { slot = returned.take() } }
    return encoded
  }
}
