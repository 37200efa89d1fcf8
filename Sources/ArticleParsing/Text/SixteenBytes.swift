/// Sixteen bytes of a text, looked at together; for loops that go over all of it.
struct SixteenBytes {
  /// Which of the bytes are what was asked for.
  typealias Places = SIMDMask<SIMD16<Int8>>

  private var value: SIMD16<UInt8>

  /// The bytes from an offset on, of which there must be sixteen.
  @inline(__always)
  init(_ bytes: Span<UInt8>, at offset: Int) {
    // Right because any sixteen bytes are numbers; the span checks that they are its own.
    value = unsafe bytes.bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: SIMD16<UInt8>.self)
  }

  /// The bytes from an offset on, of which there may be fewer; zeros behind them.
  @inline(__always)
  init(_ bytes: Span<UInt8>, from offset: Int) {
    guard bytes.count - offset < 16 else {
      self = SixteenBytes(bytes, at: offset)
      return
    }
    value = SIMD16(repeating: 0)
    for place in 0..<(bytes.count - offset) { value[place] = bytes[offset + place] }
  }

  /// Whether there is white space other than spaces, or a space behind another, which may stand just
  /// before the offset, at which a text does not begin.
  @inline(__always)
  static func haveIrregularSpace(_ bytes: Span<UInt8>, at offset: Int) -> Bool {
    let sixteen = SixteenBytes(bytes, at: offset)
    let isSecond = sixteen.equal(.space) .& SixteenBytes(bytes, at: offset - 1).equal(.space)
    return Answer(sixteen.within(.tab ... .carriageReturn) .| isSecond).isAny
  }

  /// Where a byte stands.
  @inline(__always)
  func equal(_ byte: UInt8) -> Places { value .== SIMD16(repeating: byte) }

  /// Where a byte of a range stands.
  @inline(__always)
  func within(_ range: ClosedRange<UInt8>) -> Places {
    value &- SIMD16(repeating: range.lowerBound)
      .<= SIMD16(repeating: range.upperBound - range.lowerBound)
  }

  /// Where white space of ASCII stands.
  var spaces: Places { @inline(__always) get { equal(.space) .| within(.tab ... .carriageReturn) } }

  /// Where bytes stand that only go on with a character.
  var continuations: Places { @inline(__always) get { within(0x80...0xBF) } }

  /// Where bytes stand with which kana and ideographs begin, and little else.
  var mayBeIdeographs: Places {
    @inline(__always) get { within(0xE3...0xE9) .| equal(0xEF) }
  }

  /// Where one of two ASCII characters stands.
  @inline(__always)
  func equal(_ one: Unicode.Scalar, _ other: Unicode.Scalar) -> Places {
    equal(UInt8(ascii: one)) .| equal(UInt8(ascii: other))
  }

  /// What was found in sixteens of bytes, a number for each place.
  struct Answer {
    private var places: SIMD16<Int8>

    /// Nothing found.
    @inline(__always)
    init() { places = SIMD16(repeating: 0) }

    /// What was found in one sixteen.
    @inline(__always)
    init(_ found: Places) {
      // Right because a place of a mask is a byte, and -1 where it holds.
      places = 0 &- (unsafe unsafeBitCast(found, to: SIMD16<Int8>.self))
    }

    /// Counts what was found in one sixteen more; at most 255 times.
    @inline(__always)
    mutating func count(_ found: Places) { places &+= Self(found).places }

    /// Keeps what was found in one sixteen more.
    @inline(__always)
    mutating func add(_ found: Places) { places |= Self(found).places }

    /// Both halves as one number each.
    private var halves: SIMD2<UInt64> {
      // Right because any sixteen bytes are two numbers of eight.
      @inline(__always) get { unsafe unsafeBitCast(places, to: SIMD2<UInt64>.self) }
    }

    /// Whether anything was found anywhere.
    var isAny: Bool { @inline(__always) get { halves[0] | halves[1] != 0 } }

    /// The first place from one on at which anything was found.
    @inline(__always)
    func first(from place: Int) -> Int? {
      let low = place < 8 ? halves[0] & (.max << UInt64(place * 8)) : 0
      if low != 0 { return low.trailingZeroBitCount / 8 }
      let high = halves[1] & (.max << UInt64(max(place - 8, 0) * 8))
      return high == 0 ? nil : 8 + high.trailingZeroBitCount / 8
    }

    /// What all places have together.
    var sum: Int { Self.sum(halves[0]) + Self.sum(halves[1]) }

    /// The sum of eight counts that stand in one number, a byte each.
    private static func sum(_ counts: UInt64) -> Int {
      let pairs = (counts & 0x00FF_00FF_00FF_00FF) + (counts >> 8 & 0x00FF_00FF_00FF_00FF)
      return Int((pairs &* 0x0001_0001_0001_0001) >> 48)
    }
  }
}
