package import ArticleParsing

// What a text in memory has of a query. Words that were written by ``SearchWords`` are searched as
// bytes: a term stands where its bytes begin at the beginning of a word.

extension SearchQuery {
  /// Which terms of a query a text has.
  package struct Found: Sendable, Equatable {
    /// A bit for each term.
    fileprivate var terms: UInt32 = 0
    fileprivate var all: UInt32
    /// Whether what is to be excluded is there.
    package fileprivate(set) var hasExcluded = false

    /// How many terms are there.
    package var count: Int { terms.nonzeroBitCount }
    /// Whether the text is one that the query asks for.
    package var isMatch: Bool { all != 0 && terms == all && !hasExcluded }
  }

  /// What of the query stands in words that ``SearchWords`` wrote. Linear in the words, times the
  /// terms that begin like them.
  func found(in words: borrowing Span<UInt8>) -> Found {
    // There are at most 32 terms.
    var found = Found(all: UInt32(truncatingIfNeeded: UInt64(1) << UInt64(terms.count) - 1))
    let beginnings = Beginnings(terms, excluded)
    var start = 0
    while start < words.count {
      // Most words are told by their first byte.
      if beginnings.contains(words[start]) { add(wordsAt: start, of: words, to: &found) }
      while start < words.count, words[start] != UInt8(ascii: " ") { start += 1 }
      start += 1
    }
    return found
  }

  /// Adds the terms that begin with a word.
  private func add(
    wordsAt start: Int, of words: borrowing Span<UInt8>, to found: inout Found
  ) {
    for (index, term) in terms.enumerated()
    where found.terms & 1 << UInt32(index) == 0 && term.stands(in: words, at: start) {
      found.terms |= 1 << UInt32(index)
    }
    if !found.hasExcluded {
      found.hasExcluded = excluded.contains { $0.stands(in: words, at: start) }
    }
  }

  /// The bytes with which terms begin.
  private struct Beginnings {
    private var bits = InlineArray<4, UInt64>(repeating: 0)

    init(_ terms: [Term], _ others: [Term]) {
      for term in terms { insert(term) }
      for term in others { insert(term) }
    }

    private mutating func insert(_ term: Term) {
      guard let first = term.words.first else { return }
      bits[Int(first >> 6)] |= 1 << UInt64(first & 63)
    }

    @inline(__always)
    func contains(_ byte: UInt8) -> Bool { bits[Int(byte >> 6)] & 1 << UInt64(byte & 63) != 0 }
  }

  /// Whether a text has all terms and none of those to be excluded.
  package func matches(_ text: String) -> Bool {
    var words: [UInt8] = []
    SearchWords.append(text, to: &words)
    return found(in: words.span).isMatch
  }
}

extension SearchQuery.Term {
  /// Whether the term's words stand at the beginning of a word.
  @inline(__always)
  fileprivate func stands(in words: borrowing Span<UInt8>, at start: Int) -> Bool {
    guard words[start] == self.words[0], self.words.count < words.count - start else {
      return false
    }
    for index in self.words.indices where words[start + index] != self.words[index] {
      return false
    }
    return isPrefix || words[start + self.words.count] == UInt8(ascii: " ")
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
