import Glibc

extension ArraySlice<UInt8> {
  /// The first place of a byte, as `firstIndex(of:)`: by the C library, which looks at many at once.
  package func firstPlace(of byte: UInt8) -> Int? {
    // Right because the call reads no further than the buffer, and what it finds lies within it.
    unsafe withUnsafeBytes { buffer in
      guard let start = buffer.baseAddress,
        let found = unsafe memchr(start, Int32(byte), buffer.count)
      else { return nil }
      return startIndex + (unsafe UnsafeRawPointer(found) - start)
    }
  }
}
