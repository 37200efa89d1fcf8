/// What a heading says.
struct HeadingReading: Sendable {
  /// The words that name it, without a number and a subtitle.
  let name: Range<Int>
  /// What it says in the vocabulary.
  let meaning: HeadingMeaning?

  /// What a heading says that was taken apart.
  init(_ heading: Excerpt, _ parts: HeadingParts, _ vocabulary: Vocabulary) {
    name = parts.name
    meaning = vocabulary.meaning(of: parts, in: heading)
  }
}

/// What headings were found to say while it was settled what is one, so that it need not be found again.
struct HeadingReadings: Sendable {
  private var found: [(block: Int, reading: HeadingReading)] = []

  /// Keeps what a heading says, of a block behind all others that were kept.
  mutating func append(_ reading: HeadingReading, of block: Int) {
    if found.isEmpty { found.reserveCapacity(8) }
    found.append((block, reading))
  }

  /// What a heading says, by its index among the blocks; `nil` if that was not kept. Logarithmic.
  subscript(block: Int) -> HeadingReading? {
    var low = 0
    var high = found.count
    while low < high {
      let middle = low + (high - low) / 2
      if found[middle].block < block { low = middle + 1 } else { high = middle }
    }
    return low < found.count && found[low].block == block ? found[low].reading : nil
  }
}
