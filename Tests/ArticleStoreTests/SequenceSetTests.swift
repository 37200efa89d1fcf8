@testable import ArticleStore
import Testing

struct `A set of sequences` {
  @Test(arguments: [
    [], [0], [7], [UInt64.max], [1, 2, 3], [0, 63, 64, 127, 128], [5, 1 << 40], [0, .max],
    Array(stride(from: 10, to: 5_000, by: 3)),
  ])
  func `has these and no others`(sequences: [UInt64]) {
    let set = SequenceSet(sequences)
    for sequence in sequences {
      #expect(set.contains(sequence))
      for other in [sequence &- 1, sequence &+ 1, sequence &+ 64] {
        #expect(set.contains(other) == sequences.contains(other))
      }
    }
    #expect(!set.contains(4))
  }

  @Test func `has in common with another what both have`() {
    var numbers = SeededGenerator(seed: 4)
    for _ in 0..<500 {
      func some() -> [UInt64] {
        let count = Int.random(in: 0..<30, using: &numbers)
        return Set((0..<count).map { _ in UInt64.random(in: 0..<40, using: &numbers) }).sorted()
      }
      let (one, other) = (some(), some())
      #expect(one.intersection(other) == Set(one).intersection(other).sorted())
    }
  }
}
