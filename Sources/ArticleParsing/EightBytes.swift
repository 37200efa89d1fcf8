/// Eight bytes of a text, looked at together: of each question, the answer for every byte is the
/// highest bit of its place, the first byte's the lowest.
struct EightBytes {
  private let value: UInt64
  /// The same without the highest bit of each byte.
  private let sevenBits: UInt64

  /// The highest bit of every place.
  static let high: UInt64 = 0x8080_8080_8080_8080
  private static let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F

  /// The bytes from an offset on, of which there must be eight.
  @inline(__always)
  init(_ bytes: Span<UInt8>, at offset: Int) {
    // Right because any eight bytes are a number; the span checks that they are its own.
    value = UInt64(
      littleEndian: unsafe bytes.bytes.unsafeLoadUnaligned(
        fromByteOffset: offset, as: UInt64.self))
    sevenBits = value & Self.low
  }

  /// Whether all of them are ASCII.
  var areASCII: Bool { @inline(__always) get { value & Self.high == 0 } }

  /// Whether 32 bytes are ASCII, of which there must be as many from an offset on.
  @inline(__always)
  static func areASCII(_ bytes: Span<UInt8>, thirtyTwoAt offset: Int) -> Bool {
    // Right for the same reason as above.
    let values = unsafe bytes.bytes.unsafeLoadUnaligned(
      fromByteOffset: offset, as: SIMD4<UInt64>.self)
    return (values[0] | values[1] | values[2] | values[3]) & high == 0
  }

  /// Where white space stands.
  var spaces: UInt64 {
    @inline(__always) get {
      (atLeast(0x09) & ~atLeast(0x0E) | atLeast(0x20) & ~atLeast(0x21)) & ~value & Self.high
    }
  }

  /// Where a space stands, and no other white space.
  var plainSpaces: UInt64 {
    @inline(__always) get {
      let others = sevenBits ^ 0x2020_2020_2020_2020
      return ~(others &+ Self.low | value) & Self.high
    }
  }

  /// Where bytes below a space stand, line breaks and tabs among them.
  var mayBeControls: UInt64 {
    @inline(__always) get { ~(atLeast(0x20) | value) & Self.high }
  }

  /// Where bytes stand that only go on with a character.
  var continuations: UInt64 { @inline(__always) get { value & ~(value << 1) & Self.high } }

  /// Where bytes stand with which kana and ideographs begin, 0xE3 to 0xE9 and 0xEF, and little else.
  var mayBeIdeographs: UInt64 {
    @inline(__always) get {
      (atLeast(0x63) & ~atLeast(0x6A) | atLeast(0x6F) & ~atLeast(0x70)) & value & Self.high
    }
  }

  /// The sum of eight counts that stand in one number, a byte each.
  static func sum(ofLanes lanes: UInt64) -> Int {
    let pairs = (lanes & 0x00FF_00FF_00FF_00FF) + (lanes >> 8 & 0x00FF_00FF_00FF_00FF)
    return Int((pairs &* 0x0001_0001_0001_0001) >> 48)
  }

  /// The bytes whose lower seven bits are at least a number.
  @inline(__always)
  private func atLeast(_ number: UInt64) -> UInt64 {
    sevenBits &+ (0x80 &- number) &* 0x0101_0101_0101_0101
  }
}
