/// The buffer that a JSON writer writes into.
///
/// It is as long as its room is: what is written takes the place of what was there, several pieces
/// with one look at the room, and the buffer grows only when the room is used up.
struct JSONRoom: ~Copyable {
  /// The buffer, of which the first `count` bytes were written.
  private var buffer: [UInt8]
  private var count = 0

  /// Takes over a buffer with its room; its content is dropped.
  init(reusing buffer: consuming [UInt8]) { self.buffer = buffer }

  /// What has been written.
  var written: ArraySlice<UInt8> { buffer[..<count] }

  /// What was written, as bytes of their own; the room is empty then.
  mutating func take() -> [UInt8] {
    defer { count = 0 }
    return Array(buffer[..<count])
  }

  /// What was written, as bytes that have exactly the room they need, and the buffer.
  consuming func finish() -> (content: [UInt8], buffer: [UInt8]) {
    (Array(buffer[..<count]), buffer)
  }

  /// Makes room for so many bytes, and lets `write` add them; one beyond the room traps.
  @inline(__always)
  mutating func put(atMost size: Int, _ write: (inout Cursor) -> Void) {
    if buffer.count - count < size { grow(by: size) }
    // The pointer is used within the call only, and by the cursor no further than its count.
    count = unsafe buffer.withUnsafeMutableBufferPointer { buffer in
      var cursor = unsafe Cursor(buffer: buffer, count: count)
      write(&cursor)
      return cursor.count
    }
  }

  /// At least doubles the room: linear in what is written. By an array, which is copied as a whole also
  /// where nothing is optimised, as in tests and under the sanitizers.
  private mutating func grow(by size: Int) {
    buffer += [UInt8](repeating: 0, count: max(size, buffer.count, 1024))
  }

  /// A place in the buffer to which bytes are added. Safe, since it checks that they have room.
  @safe
  struct Cursor {
    private let buffer: UnsafeMutableBufferPointer<UInt8>
    fileprivate private(set) var count: Int

    @inline(__always)
    fileprivate init(buffer: UnsafeMutableBufferPointer<UInt8>, count: Int) {
      unsafe self.buffer = buffer
      self.count = count
    }

    @inline(__always)
    mutating func append(_ byte: UInt8) {
      unsafe precondition(count < buffer.count)
      unsafe buffer[count] = byte
      count &+= 1
    }

    /// Adds bytes of another buffer, by their range in it.
    @inline(__always)
    mutating func append(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
      guard !range.isEmpty, let from = bytes.baseAddress, let to = unsafe buffer.baseAddress
      else { return }
      unsafe precondition(
        range.lowerBound >= 0 && range.upperBound <= bytes.count
          && range.count <= buffer.count - count)
      unsafe (to + count).update(from: from + range.lowerBound, count: range.count)
      count &+= range.count
    }
  }
}
