package import ArticleParsing

// What a text in memory has of a query. Words that were written by ``SearchWords`` are searched as
// bytes: a term stands where its bytes begin at the beginning of a word.

extension SearchQuery {
  /// Which terms of a query a text has.
  package struct Found: Sendable, Equatable {
    /// How many terms are there.
    package fileprivate(set) var count = 0
    fileprivate var all: Int
    /// Whether what is to be excluded is there.
    package fileprivate(set) var hasExcluded = false

    /// Whether the text is one that the query asks for.
    package var isMatch: Bool { all != 0 && count == all && !hasExcluded }
  }

  /// What of the query stands in words that ``SearchWords`` wrote. Linear in the words, times the
  /// terms.
  func found(in words: borrowing Span<UInt8>) -> Found {
    var found = Found(all: terms.count)
    for term in terms where term.first(in: words, 0..<words.count) != nil { found.count += 1 }
    found.hasExcluded = hasExcluded(in: words, 0..<words.count)
    return found
  }

  /// Looks for the query in several texts, whose words stand one after the other.
  ///
  /// The longest term, which most texts have not, is looked for in all of them together; what else is
  /// asked, in the text that has it.
  ///
  /// - Parameters:
  ///   - words: the words of the texts, each text's to be distinguished from the next one's.
  ///   - range: where the texts stand that are looked into; it begins with one of them.
  ///   - bounds: where the text stands that has a place of the range.
  /// - Returns: where the first text stands in which it is found; `nil` where there is none.
  func nextMatch(
    in words: borrowing Span<UInt8>, _ range: Range<Int>, bounds: (Int) -> Range<Int>
  ) -> Range<Int>? {
    guard let longest = terms.indices.max(by: { terms[$0].words.count < terms[$1].words.count })
    else { return nil }
    var rest = range
    while let place = terms[longest].first(in: words, rest) {
      let text = bounds(place)
      if has(allBut: longest, in: words, text), !hasExcluded(in: words, text) { return text }
      rest = min(text.upperBound, range.upperBound)..<range.upperBound
    }
    return nil
  }

  private func has(
    allBut one: Int, in words: borrowing Span<UInt8>, _ range: Range<Int>
  ) -> Bool {
    for index in terms.indices
    where index != one && terms[index].first(in: words, range) == nil {
      return false
    }
    return true
  }

  private func hasExcluded(in words: borrowing Span<UInt8>, _ range: Range<Int>) -> Bool {
    for term in excluded where term.first(in: words, range) != nil { return true }
    return false
  }

  /// Whether a text has all terms and none of those to be excluded.
  package func matches(_ text: String) -> Bool {
    var words: [UInt8] = []
    SearchWords.append(text, to: &words)
    return found(in: words.span).isMatch
  }
}

extension SearchQuery.Term {
  /// Where the term stands first in a range that begins with a word.
  fileprivate func first(in words: borrowing Span<UInt8>, _ range: Range<Int>) -> Int? {
    stands(in: words, range)
      ? range.lowerBound : pattern.first(in: words, range).map { $0 + 1 }
  }

  /// Whether the term stands at the beginning of a range, before which there may be no space.
  private func stands(in words: borrowing Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard range.count >= pattern.bytes.count - 1 else { return false }
    for index in 1..<pattern.bytes.count
    where words[range.lowerBound + index - 1] != pattern.bytes[index] {
      return false
    }
    return true
  }
}

extension Point {
  /// The text by whose words the point is found, on one line.
  package var searchedText: String {
    var text = label.map { "\($0): \(self.text)" } ?? self.text
    for detail in details { text += " \(detail.text)" }
    return text
  }
}
