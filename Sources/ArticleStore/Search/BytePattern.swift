/// Some bytes, to be looked for in longer ones, at sixteen offsets at a time.
struct BytePattern: Sendable, Hashable {
  /// What is looked for; not empty.
  let bytes: [UInt8]

  /// Where the bytes begin first in a range of a text; `nil` where they are not whole in it.
  func first(in text: borrowing Span<UInt8>, _ range: Range<Int>) -> Int? {
    guard let first = bytes.first, range.count >= bytes.count else { return nil }
    let last = range.upperBound - bytes.count
    // Three bytes rule out most offsets; of shorter patterns one of them is looked at again.
    let (second, third) = (min(1, bytes.count - 1), min(2, bytes.count - 1))
    let probes = (Probe(first), Probe(bytes[second]), Probe(bytes[third]))
    var offset = range.lowerBound
    while last - offset >= 15 {
      var found =
        probes.0.offsets(in: text, at: offset) & probes.1.offsets(in: text, at: offset + second)
        & probes.2.offsets(in: text, at: offset + third)
      while found.isAny {
        if isWhole(in: text, at: offset + found.first) { return offset + found.first }
        found.removeFirst()
      }
      offset += 16
    }
    while offset <= last {
      if text[offset] == first, isWhole(in: text, at: offset) { return offset }
      offset += 1
    }
    return nil
  }

  /// Whether the bytes stand at an offset, after which there are as many.
  @inline(__always)
  private func isWhole(in text: borrowing Span<UInt8>, at offset: Int) -> Bool {
    for index in bytes.indices where text[offset + index] != bytes[index] { return false }
    return true
  }
}

/// A byte, to be compared with sixteen at once.
private struct Probe {
  private let byte: SIMD16<UInt8>

  @inline(__always)
  init(_ byte: UInt8) { self.byte = SIMD16(repeating: byte) }

  /// Where the byte stands in the sixteen from an offset on, which there must be.
  @inline(__always)
  func offsets(in text: borrowing Span<UInt8>, at offset: Int) -> Offsets {
    // Right because any sixteen bytes are numbers; the span checks that they are its own.
    let sixteen = unsafe text.bytes.unsafeLoadUnaligned(
      fromByteOffset: offset, as: SIMD16<UInt8>.self)
    let found = SIMD16<UInt8>(repeating: 0).replacing(with: 0xFF, where: sixteen .== byte)
    // Right because any sixteen bytes are two numbers of eight.
    let halves = unsafe unsafeBitCast(found, to: SIMD2<UInt64>.self)
    return Offsets(low: halves[0], high: halves[1])
  }

  /// Which of sixteen offsets are meant: a byte of ones for each.
  struct Offsets {
    var low: UInt64
    var high: UInt64

    @inline(__always)
    static func & (one: Self, other: Self) -> Self {
      Self(low: one.low & other.low, high: one.high & other.high)
    }

    var isAny: Bool { @inline(__always) get { low | high != 0 } }

    /// The first of them, where there are any.
    var first: Int {
      @inline(__always) get {
        low != 0 ? low.trailingZeroBitCount / 8 : 8 + high.trailingZeroBitCount / 8
      }
    }

    @inline(__always)
    mutating func removeFirst() {
      if low != 0 {
        low &= ~(0xFF << UInt64(low.trailingZeroBitCount))
      } else {
        high &= ~(0xFF << UInt64(high.trailingZeroBitCount))
      }
    }
  }
}
