import CZlib

/// Compresses bytes to gzip (RFC 1952) at level 6, with one stream that is used again and again:
/// making a stream costs about as much as compressing an article with it.
@safe package struct Deflater: ~Copyable {
  // zlib keeps a pointer from its state back to the stream, so the stream may not move: it is
  // allocated, and this owner, which cannot be copied, frees it once.
  private let stream: UnsafeMutablePointer<z_stream>

  /// A stream ready to compress.
  ///
  /// - Throws: ``ContentCodingError/outOfMemory`` when zlib cannot make one.
  package init() throws(ContentCodingError) {
    let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    let size = unsafe Int32(MemoryLayout<z_stream>.size)
    guard
      unsafe deflateInit2_(
        stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size) == Z_OK
    else {
      unsafe stream.deallocate()
      throw .outOfMemory
    }
    unsafe self.stream = stream
  }

  deinit {
    unsafe deflateEnd(stream)
    unsafe stream.deallocate()
  }

  /// The bytes as one gzip member.
  ///
  /// - Throws: ``ContentCodingError/tooLarge(limit:)`` beyond 1 GiB, which one call of zlib does not
  ///   take; ``ContentCodingError/corrupt`` should zlib refuse, after which the stream is reset.
  package mutating func deflate(_ bytes: [UInt8]) throws(ContentCodingError) -> [UInt8] {
    let limit = 1 << 30
    guard bytes.count <= limit else { throw .tooLarge(limit: limit) }
    guard unsafe deflateReset(stream) == Z_OK else { throw .corrupt }
    let bound = unsafe Int(deflateBound(stream, UInt(bytes.count)))
    var status = Z_OK
    let output = unsafe [UInt8](unsafeUninitializedCapacity: bound) { buffer, count in
      // The pointers given to zlib live as long as this call, and zlib keeps neither of them.
      unsafe bytes.withUnsafeBufferPointer { input in
        unsafe stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
        unsafe stream.pointee.avail_in = UInt32(bytes.count)
        unsafe stream.pointee.next_out = buffer.baseAddress
        unsafe stream.pointee.avail_out = UInt32(bound)
        status = unsafe CZlib.deflate(stream, Z_FINISH)
        count = unsafe bound - Int(stream.pointee.avail_out)
        unsafe stream.pointee.next_in = nil
        unsafe stream.pointee.next_out = nil
      }
    }
    guard status == Z_STREAM_END else { throw .corrupt }
    // The bound is for the worst case; what is kept should not be larger than what is in it.
    var exact: [UInt8] = []
    exact.reserveCapacity(output.count)
    exact.append(contentsOf: output)
    return exact
  }
}

// Whoever holds the only reference to the stream may use it on any thread, one at a time, and a
// value that cannot be copied has one holder.
extension Deflater: @unchecked Sendable {}
