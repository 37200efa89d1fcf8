/// Some articles by their sequences, to be asked for each of many others whether it is one of them.
struct SequenceSet {
  /// What they take at most, in words of 64 for each article.
  private static let mostWords = 8

  private let sequences: [UInt64]
  /// A bit for each sequence from ``first`` on; empty where they are too far apart for that.
  private let bits: [UInt64]
  private let first: UInt64

  /// The set of sequences that ascend.
  init(_ sequences: [UInt64]) {
    self.sequences = sequences
    first = sequences.first ?? 0
    let words = ((sequences.last ?? 0) - first) / 64 + 1
    guard words <= UInt64(Self.mostWords * sequences.count) else {
      bits = []
      return
    }
    var bits = [UInt64](repeating: 0, count: Int(words))
    for sequence in sequences {
      let place = sequence - first
      bits[Int(place / 64)] |= 1 << (place % 64)
    }
    self.bits = bits
  }

  func contains(_ sequence: UInt64) -> Bool {
    guard sequence >= first else { return false }
    guard bits.isEmpty else {
      let place = sequence - first
      return place / 64 < UInt64(bits.count) && bits[Int(place / 64)] >> (place % 64) & 1 == 1
    }
    let index = partitionPoint(sequences.count) { sequences[$0] < sequence }
    return index < sequences.count && sequences[index] == sequence
  }
}

extension [UInt64] {
  /// The numbers that are among others too, where both ascend.
  func intersection(_ others: [UInt64]) -> [UInt64] {
    var common: [UInt64] = []
    var index = 0
    for number in self {
      while index < others.count, others[index] < number { index += 1 }
      guard index < others.count else { break }
      if others[index] == number { common.append(number) }
    }
    return common
  }
}
