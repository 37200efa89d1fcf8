/// A stretch of bytes, counted from 0, that shares its storage with the text it was taken from.
///
/// Most of what is rendered is the source as it stands, so most renderings are excerpts of the
/// source and cost no copy. Its offsets are its own: offset 0 is its first byte, wherever that is.
/// An offset beyond it is a programmer's error: a debug build traps, and any build does where the
/// storage ends.
struct Excerpt: Sendable {
  /// What the excerpt was taken from; `base` and `count` lie within it.
  private let storage: [UInt8]
  private let base: Int
  let count: Int

  /// A range of bytes, which must lie within them.
  init(_ bytes: [UInt8], _ range: Range<Int>) {
    precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count)
    storage = bytes
    base = range.lowerBound
    count = range.count
  }

  /// All of the bytes.
  init(_ bytes: [UInt8]) {
    storage = bytes
    base = 0
    count = bytes.count
  }

  /// A part of the excerpt as one of its own, counted from 0 again.
  func part(_ range: Range<Int>) -> Excerpt {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    return Excerpt(storage, base + range.lowerBound..<base + range.upperBound)
  }

  /// The text of a range, which must start and end between characters.
  func string(_ range: Range<Int>) -> String {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    return String(
      checking: storage.span.extracting(base + range.lowerBound..<base + range.upperBound))
  }

  /// Gives its bytes to a closure: for loops that look at each of them.
  @inline(__always)
  func withBytes<Result>(_ body: (Span<UInt8>) -> Result) -> Result {
    body(storage.span.extracting(base..<base + count))
  }

  /// How many words white space parts it into. Linear.
  var wordCount: Int { withBytes(TextCounts.words) }

  /// All of it as a string.
  var string: String { string(0..<count) }
}

extension Excerpt: RandomAccessCollection {
  var startIndex: Int { 0 }
  var endIndex: Int { count }

  subscript(offset: Int) -> UInt8 {
    @inline(__always) get {
      assert(offset >= 0 && offset < count)
      return storage[base &+ offset]
    }
  }
}
