/// Sixteen bytes of a text, looked at together; for loops that go over all of it.
struct SixteenBytes {
  private let value: SIMD16<Int8>

  /// The bytes from an offset on, of which there must be sixteen.
  @inline(__always)
  init(_ bytes: Span<UInt8>, at offset: Int) {
    // Right because any sixteen bytes are numbers; the span checks that they are its own.
    value = unsafe bytes.bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: SIMD16<Int8>.self)
  }

  /// Whether all are ASCII and none a control character: as signed numbers, at least a space.
  var arePrintable: Bool {
    @inline(__always) get {
      let space = SIMD16<Int8>(repeating: 0x20)
      return !Answer(Answer.zero.replacing(with: Answer.one, where: value .< space)).isAny
    }
  }

  /// Where an ASCII byte stands.
  @inline(__always)
  func equal(_ byte: UInt8) -> SIMDMask<SIMD16<Int8>> {
    value .== SIMD16(repeating: Int8(truncatingIfNeeded: byte))
  }

  /// What was found in sixteens of bytes, a number for each place.
  struct Answer {
    fileprivate static var zero: SIMD16<Int8> { SIMD16() }
    fileprivate static var one: SIMD16<Int8> { SIMD16(repeating: 1) }

    private var places: SIMD16<Int8>

    @inline(__always)
    fileprivate init(_ places: SIMD16<Int8>) { self.places = places }

    @inline(__always)
    init() { places = Self.zero }

    /// Counts where something is; at most 255 times.
    @inline(__always)
    mutating func count(_ mask: SIMDMask<SIMD16<Int8>>) {
      places &+= Self.zero.replacing(with: Self.one, where: mask)
    }

    /// Keeps where two things are at once.
    @inline(__always)
    mutating func add(
      _ mask: SIMDMask<SIMD16<Int8>>, and other: SIMDMask<SIMD16<Int8>>
    ) {
      places |= Self.zero.replacing(with: Self.one, where: mask .& other)
    }

    /// Both halves as one number each.
    private var halves: SIMD2<UInt64> {
      // Right because any sixteen bytes are two numbers of eight.
      @inline(__always) get { unsafe unsafeBitCast(places, to: SIMD2<UInt64>.self) }
    }

    /// Whether anything was found anywhere.
    var isAny: Bool { @inline(__always) get { halves[0] | halves[1] != 0 } }

    /// What all places have together.
    var sum: Int { EightBytes.sum(ofLanes: halves[0]) + EightBytes.sum(ofLanes: halves[1]) }
  }
}
