/// Tells a text's language by its most frequent words.
enum LanguageRecognition {
  /// Words looked at, at most; more would not change the answer.
  private static let longestSample = 2000
  /// A lead of this many frequent words settles it.
  private static let decisiveLead = 24
  /// Fewer frequent words than this tell nothing.
  private static let fewest = 3

  /// The BCP 47 tag of the language whose frequent words the text has most; `nil` when it has too
  /// few of any, or as many of two. Reads only as far as it must.
  static func language(of text: SourceText, vocabulary: Vocabulary = .shared) -> String? {
    let bytes = text.utf8
    var counts = [Int](repeating: 0, count: vocabulary.languages.count)
    var seen = 0
    var offset = 0
    while offset < bytes.count, seen < longestSample {
      let start = offset
      while offset < bytes.count, bytes[offset].isLetter || bytes[offset] >= 0x80 { offset += 1 }
      guard offset > start else {
        offset += 1
        continue
      }
      seen += 1
      guard offset - start <= 8,
        let tells = vocabulary.frequent[Phrase(folding: bytes[start..<offset])]
      else { continue }
      for language in tells { counts[language] += 1 }
      if seen % 64 == 0, lead(counts) >= decisiveLead { break }
    }
    guard let most = counts.max(), most >= fewest, lead(counts) > 0 else { return nil }
    return counts.firstIndex(of: most).map { vocabulary.languages[$0].tag }
  }

  /// How far the first is before the second.
  private static func lead(_ counts: [Int]) -> Int {
    let ordered = counts.sorted(by: >)
    return ordered.count > 1 ? ordered[0] - ordered[1] : ordered.first ?? 0
  }
}
