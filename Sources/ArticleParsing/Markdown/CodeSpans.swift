/// Where runs of backticks stand in a block, so that a code span finds its end without a search.
struct CodeSpans {
  /// The starts of the runs of each length, in order.
  private var starts: [Int: [Int]] = [:]
  /// For each length, the first start that may still be asked for.
  private var next: [Int: Int] = [:]

  init(_ bytes: [UInt8], _ range: Range<Int>) {
    var offset = range.lowerBound
    while offset < range.upperBound {
      guard bytes[offset] == UInt8(ascii: "`") else {
        offset += 1
        continue
      }
      let start = offset
      while offset < range.upperBound, bytes[offset] == UInt8(ascii: "`") { offset += 1 }
      starts[offset - start, default: []].append(start)
    }
  }

  /// The start of the first run of a length at an offset or behind it; offsets are asked in order.
  mutating func close(of length: Int, after offset: Int) -> Int? {
    guard let starts = starts[length] else { return nil }
    var index = next[length] ?? 0
    while index < starts.count, starts[index] < offset { index += 1 }
    next[length] = index
    return index < starts.count ? starts[index] : nil
  }
}
