import func Glibc.memchr

/// Finds where the lines of a text end, asked in their order: linear in the text for all of them
/// together.
struct LineEnds {
  private let bytes: [UInt8]
  /// The first of each at the offset last asked for or behind it; the text's end if there is none.
  private var lineFeed = -1
  private var carriageReturn = -1

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Where the first line feed or carriage return stands, at an offset or behind it; the text's end
  /// if there is none.
  mutating func next(from start: Int) -> Int {
    if lineFeed < start { lineFeed = bytes.first(.lineFeed, from: start) }
    if carriageReturn < start { carriageReturn = bytes.first(.carriageReturn, from: start) }
    return min(lineFeed, carriageReturn)
  }
}

extension [UInt8] {
  /// The offset of the first such byte, at an offset or behind it; the end if there is none.
  fileprivate func first(_ byte: UInt8, from start: Int) -> Int {
    // Right because the call reads no further than the buffer, and what it finds lies within it.
    unsafe withUnsafeBytes { buffer in
      let rest = unsafe buffer[Swift.min(start, buffer.count)...]
      guard let begin = unsafe UnsafeRawBufferPointer(rebasing: rest).baseAddress,
        let found = unsafe memchr(begin, Int32(byte), rest.count)
      else { return buffer.count }
      return start + (unsafe UnsafeRawPointer(found) - begin)
    }
  }
}
