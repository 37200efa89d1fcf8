/// What is so of all articles and decides how well one of them matches a query: how long they are on
/// average, and how rare each word of the query is.
///
/// Any write changes it, and with it the score of every article. So a search has it fixed by its first
/// page, and the cursors of the others carry it: what is not written meanwhile keeps its score and its
/// place, after a restart and in another process with the same articles, too. These are numbers of 32
/// bits, which are carried as they are: nothing is computed again that two machines may round differently.
package struct RankingStatistics: Sendable, Equatable {
  /// The bytes of an article on average.
  package let meanLength: Float
  /// The weight of each word or phrase that an article must have: the rarer the more.
  package let rarities: [Float]

  /// Statistics; `nil` of numbers that nothing can be ranked by: an average below one byte, a rarity below
  /// zero, or what is not finite.
  package init?(meanLength: Float, rarities: [Float]) {
    guard meanLength >= 1, meanLength.isFinite,
      rarities.allSatisfy({ $0 >= 0 && $0.isFinite })
    else { return nil }
    self.meanLength = meanLength
    self.rarities = rarities
  }
}
