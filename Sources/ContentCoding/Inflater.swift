import CZlib

/// Inflates gzip (RFC 1952) within bounds, from content that may come in pieces.
///
/// The result is counted while it grows, a step of 64 KiB at a time, so that a bomb is refused after
/// the step that gives it away and never unpacked.
@safe package struct Inflater: ~Copyable {
  /// How many times its size content may inflate to unless the caller says otherwise, once it is
  /// longer than ``ratioThreshold``.
  package static let usualRatioLimit = 100
  /// The inflated length, in bytes, up to which the ratio does not matter.
  package static let ratioThreshold = 1 << 20
  private static let step = 64 << 10

  // zlib keeps a pointer from its state back to the stream, so the stream may not move: it is
  // allocated, and this owner, which cannot be copied, frees it once.
  private let stream: UnsafeMutablePointer<z_stream>
  private let limit: Int
  private let ratioLimit: Int
  private var output: [UInt8] = []
  /// What was removed of the result before it was whole.
  private var removed = 0
  private var consumed = 0
  private var memberIsOpen = true

  /// An inflater whose result has at most `limit` bytes, and at most `ratioLimit` times, at least
  /// once, those of the content.
  ///
  /// - Throws: ``ContentCodingError/outOfMemory`` when zlib cannot make a stream.
  package init(
    limit: Int, ratioLimit: Int = usualRatioLimit
  ) throws(ContentCodingError) {
    let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    // 15 bits of window as every gzip file may need, and 16 to say gzip and nothing else.
    let size = unsafe Int32(MemoryLayout<z_stream>.size)
    guard unsafe inflateInit2_(stream, 15 + 16, ZLIB_VERSION, size) == Z_OK else {
      unsafe stream.deallocate()
      throw .outOfMemory
    }
    unsafe self.stream = stream
    self.limit = limit
    self.ratioLimit = max(ratioLimit, 1)
  }

  deinit {
    unsafe inflateEnd(stream)
    unsafe stream.deallocate()
  }

  /// Inflates whole content: one member or several (RFC 1952 section 2.2).
  ///
  /// - Throws: ``ContentCodingError``.
  package static func inflate(
    _ content: [UInt8], limit: Int, ratioLimit: Int = usualRatioLimit
  ) throws(ContentCodingError) -> [UInt8] {
    var inflater = try Inflater(limit: limit, ratioLimit: ratioLimit)
    try inflater.append(content[...])
    return try inflater.complete()
  }

  /// Inflates the next piece of the content.
  ///
  /// - Throws: ``ContentCodingError``; the inflater is of no use afterwards.
  package mutating func append(_ piece: ArraySlice<UInt8>) throws(ContentCodingError) {
    var rest = piece
    while !rest.isEmpty {
      if !memberIsOpen {
        // Something follows a member: by the RFC it can only be another member.
        guard unsafe inflateReset(stream) == Z_OK else { throw .corrupt }
        memberIsOpen = true
      }
      let before = rest.count
      let produced = length
      try inflateStep(&rest)
      consumed += before - rest.count
      if length > limit { throw .tooLarge(limit: limit) }
      if length > Self.ratioThreshold, length / ratioLimit > consumed {
        throw .ratioExceeded(limit: ratioLimit)
      }
      // zlib always consumes input or gives output while it has both; should it not, this ends.
      if rest.count == before, length == produced, memberIsOpen { throw .corrupt }
    }
  }

  /// Removes what is inflated so far, which ``complete()`` then leaves out: for content that is too long
  /// to be held.
  package mutating func removeOutput() -> [UInt8] {
    let output = output
    self.output = []
    removed += output.count
    return output
  }

  /// The length of all that was inflated.
  private var length: Int { removed + output.count }

  /// The inflated content, when all of it was there.
  ///
  /// - Throws: ``ContentCodingError/truncated`` when the last member is not at its end.
  package consuming func complete() throws(ContentCodingError) -> [UInt8] {
    guard !memberIsOpen else { throw .truncated }
    return output
  }

  /// One call of zlib per round until the input is used up, the member ends or a step is full.
  private mutating func inflateStep(
    _ rest: inout ArraySlice<UInt8>
  ) throws(ContentCodingError) {
    let offered = min(rest.count, Int(UInt32.max))
    var status = Z_OK
    var used = 0
    // One byte beyond the limit is enough to know that it is exceeded.
    let room = min(Self.step, limit - length) + 1
    let added = unsafe [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
      // The pointers given to zlib live as long as this call, and zlib keeps neither of them.
      unsafe rest.withUnsafeBufferPointer { input in
        unsafe stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
        unsafe stream.pointee.avail_in = UInt32(offered)
        unsafe stream.pointee.next_out = buffer.baseAddress
        unsafe stream.pointee.avail_out = UInt32(room)
        status = unsafe CZlib.inflate(stream, Z_NO_FLUSH)
        used = unsafe offered - Int(stream.pointee.avail_in)
        count = unsafe room - Int(stream.pointee.avail_out)
        unsafe stream.pointee.next_in = nil
        unsafe stream.pointee.next_out = nil
      }
    }
    rest.removeFirst(used)
    output.append(contentsOf: added)
    switch status {
    case Z_OK, Z_BUF_ERROR: break
    case Z_STREAM_END: memberIsOpen = false
    case Z_MEM_ERROR: throw .outOfMemory
    default: throw .corrupt
    }
  }
}

// Whoever holds the only reference to the stream may use it on any thread, one at a time, and a
// value that cannot be copied has one holder.
extension Inflater: @unchecked Sendable {}
