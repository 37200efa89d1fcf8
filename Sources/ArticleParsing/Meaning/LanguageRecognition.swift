/// Tells a text's language by its most frequent words.
enum LanguageRecognition {
  /// Words looked at; more would not change the answer.
  private static let sample = 2000
  /// Fewer frequent words than this tell nothing.
  private static let fewest = 3

  /// The BCP 47 tag of the language whose frequent words the text has most; `nil` when it has too
  /// few of any, or as many of two.
  static func language(of text: SourceText, vocabulary: Vocabulary = .shared) -> String? {
    var counts = [Int](repeating: 0, count: vocabulary.languages.count)
    var seen = 0
    for word in text.utf8.lazy.split(whereSeparator: { !$0.isLetter && $0 < 0x80 }) {
      seen += 1
      if seen > sample { break }
      guard word.count <= 8,
        let languages = vocabulary.frequent[String(decoding: word, as: UTF8.self).lowercased()]
      else { continue }
      for language in languages { counts[language] += 1 }
    }
    guard let most = counts.max(), most >= fewest, counts.count(where: { $0 == most }) == 1,
      let index = counts.firstIndex(of: most)
    else { return nil }
    return vocabulary.languages[index].tag
  }
}
