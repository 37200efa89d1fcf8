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

  /// The next piece of a gzip member that is made piece by piece, on a stream that has made none yet.
  ///
  /// - Parameters:
  ///   - bytes: what comes next.
  ///   - isLast: whether the member ends with it; then the stream is at its end, too.
  /// - Returns: what there is of the member so far and was not given before; perhaps nothing.
  /// - Throws: ``ContentCodingError`` as ``deflate(_:)``.
  package mutating func append(
    _ bytes: [UInt8], isLast: Bool
  ) throws(ContentCodingError) -> [UInt8] {
    var output: [UInt8] = []
    var rest = bytes[...]
    var isFull = true
    while isFull || !rest.isEmpty {
      var status = Z_OK
      var used = 0
      let offered = min(rest.count, Self.step)
      let flush = isLast && offered == rest.count ? Z_FINISH : Z_NO_FLUSH
      let added = unsafe [UInt8](unsafeUninitializedCapacity: Self.step) { buffer, count in
        // The pointers given to zlib live as long as this call, and zlib keeps neither of them.
        unsafe rest.withUnsafeBufferPointer { input in
          unsafe stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
          unsafe stream.pointee.avail_in = UInt32(offered)
          unsafe stream.pointee.next_out = buffer.baseAddress
          unsafe stream.pointee.avail_out = UInt32(Self.step)
          status = unsafe CZlib.deflate(stream, flush)
          used = unsafe offered - Int(stream.pointee.avail_in)
          count = unsafe Self.step - Int(stream.pointee.avail_out)
          unsafe stream.pointee.next_in = nil
          unsafe stream.pointee.next_out = nil
        }
      }
      // Z_BUF_ERROR says that there was nothing to do, which is so for an empty piece.
      guard status == Z_OK || status == Z_STREAM_END || status == Z_BUF_ERROR else {
        throw .corrupt
      }
      rest.removeFirst(used)
      output.append(contentsOf: added)
      // As long as the buffer is filled there may be more.
      isFull = added.count == Self.step
    }
    return output
  }

  private static let step = 64 << 10

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
