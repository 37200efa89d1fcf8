/// Tells whether bytes are UTF-8 (RFC 3629 section 4): in one pass, many bytes at once where they are
/// ASCII, which is most of most texts.
///
/// It does not say where the first wrong byte is; the standard library tells.
enum UTF8Validation {
  /// Whether all bytes make whole and well-formed characters.
  static func isValid(_ bytes: Span<UInt8>) -> Bool { content(of: bytes) != nil }

  /// What well-formed characters are.
  enum Content {
    case onlyASCII, others
  }

  /// What the bytes are; `nil` unless all of them make whole and well-formed characters.
  static func content(of bytes: Span<UInt8>) -> Content? {
    var content = Content.onlyASCII
    var offset = 0
    while true {
      offset = endOfASCII(in: bytes, from: offset)
      guard offset < bytes.count else { return content }
      content = .others
      // Such characters seldom stand alone.
      while offset < bytes.count, bytes[offset] >= 0x80 {
        guard let length = length(ofCharacterAt: offset, in: bytes) else { return nil }
        offset += length
      }
    }
  }

  /// The first offset, from one on, at which no ASCII stands.
  @inline(__always)
  private static func endOfASCII(in bytes: Span<UInt8>, from start: Int) -> Int {
    var offset = start
    while offset + 32 <= bytes.count, areASCII(bytes, thirtyTwoAt: offset) { offset += 32 }
    while offset + 8 <= bytes.count {
      let others = highBits(bytes, eightAt: offset)
      if others != 0 { return offset + others.trailingZeroBitCount / 8 }
      offset += 8
    }
    while offset < bytes.count, bytes[offset] < 0x80 { offset += 1 }
    return offset
  }

  /// The highest bits of eight bytes, the first byte's lowest, of which there must be as many from an
  /// offset on.
  @inline(__always)
  private static func highBits(_ bytes: Span<UInt8>, eightAt offset: Int) -> UInt64 {
    // Right because any eight bytes are a number; the span checks that they are its own.
    let value = unsafe bytes.bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self)
    return UInt64(littleEndian: value) & 0x8080_8080_8080_8080
  }

  /// Whether 32 bytes are ASCII, of which there must be as many from an offset on.
  @inline(__always)
  private static func areASCII(_ bytes: Span<UInt8>, thirtyTwoAt offset: Int) -> Bool {
    // Right because any eight bytes are a number; the span checks that they are its own.
    let values = unsafe bytes.bytes.unsafeLoadUnaligned(
      fromByteOffset: offset, as: SIMD4<UInt64>.self)
    return (values[0] | values[1] | values[2] | values[3]) & 0x8080_8080_8080_8080 == 0
  }

  /// The length of a well-formed character of several bytes; `nil` for anything else.
  private static func length(ofCharacterAt offset: Int, in bytes: Span<UInt8>) -> Int? {
    let lead = bytes[offset]
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard offset + length <= bytes.count else { return nil }
    // The second byte has less room behind four of the leads: no character may be longer than it
    // must be, half of a surrogate pair, or beyond U+10FFFF.
    let second: ClosedRange<UInt8>
    switch lead {
    case 0xC2...0xDF, 0xE1...0xEC, 0xEE...0xEF, 0xF1...0xF3: second = 0x80...0xBF
    case 0xE0: second = 0xA0...0xBF
    case 0xED: second = 0x80...0x9F
    case 0xF0: second = 0x90...0xBF
    case 0xF4: second = 0x80...0x8F
    default: return nil
    }
    guard second.contains(bytes[offset + 1]) else { return nil }
    for further in offset + 2..<offset + length where bytes[further] & 0xC0 != 0x80 { return nil }
    return length
  }
}

extension String {
  /// The text of bytes, checked as quickly as they are: the standard library takes ten times as long
  /// where they are not all ASCII. Where they are not well-formed, it repairs them.
  init(checking bytes: Span<UInt8>) {
    guard let content = UTF8Validation.content(of: bytes) else {
      // Right because the buffer is the span's own and is used within the call only.
      self = unsafe bytes.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
      return
    }
    // Right because the bytes were found well-formed, and only ASCII if that is said.
    self = unsafe String(
      copying: UTF8Span(unchecked: bytes, isKnownASCII: content == .onlyASCII))
  }
}
