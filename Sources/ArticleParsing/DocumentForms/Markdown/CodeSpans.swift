/// Where runs of backticks end in a block, so that no code span is looked for in vain.
struct CodeSpans {
  /// The start of the last run of each length; the first place is for the lengths that have none.
  private var lastStarts = InlineArray<64, Int>(repeating: -1)
  /// The same for longer runs.
  private var lastLongStarts: [Int: Int] = [:]

  init(_ bytes: [UInt8], _ range: Range<Int>) {
    var offset = range.lowerBound
    while offset < range.upperBound {
      guard bytes[offset] == UInt8(ascii: "`") else {
        offset += 1
        continue
      }
      let start = offset
      offset = bytes.runEnd(from: start, to: range.upperBound)
      if offset - start < 64 {
        lastStarts[offset - start] = start
      } else {
        lastLongStarts[offset - start] = start
      }
    }
  }

  /// The start of the first run of a length at an offset or behind it. As much work as the code span
  /// is long, or none.
  func close(of length: Int, in bytes: [UInt8], after offset: Int) -> Int? {
    let last = length < 64 ? lastStarts[length] : lastLongStarts[length] ?? -1
    guard last >= offset else { return nil }
    var start = offset
    while start < last {
      guard bytes[start] == UInt8(ascii: "`") else {
        start += 1
        continue
      }
      let end = bytes.runEnd(from: start, to: last)
      if end - start == length { return start }
      start = end
    }
    return last
  }
}

extension [UInt8] {
  /// Where a run of the byte at an offset ends.
  func runEnd(from start: Int, to end: Int) -> Int {
    var offset = start + 1
    while offset < end, self[offset] == self[start] { offset += 1 }
    return offset
  }
}
