/// What a search asks for; every text is one.
///
/// - `tram harbour`: both words, in any order and place.
/// - `"tram line"`: these words one after the other. So are the parts of what is written without a
///   space: `night-time`, `Putin’s`, `東京都`.
/// - `sanction*`, `"foreign pol*"`, `"foreign pol"*`: the last word may go on. It has two letters at
///   least: what begins with one is a tenth of all that is written, which the index would go through.
/// - `-word`, `-"some words"`, `-pre*`: not this.
///
/// What is left of an operator (a quotation mark without its other, a star or a dash alone) is
/// ignored, and so are marks and symbols. Words are compared as ``SearchWords`` has them. The first
/// ``longestText`` characters count, and of these the first ``mostTerms`` terms.
package struct SearchQuery: Sendable, Hashable {
  /// Words that stand one after the other.
  struct Term: Sendable, Hashable {
    /// The folded words with one space between two.
    let words: [UInt8]
    /// How many words these are.
    let count: Int
    /// Whether the last word may go on.
    let isPrefix: Bool
    /// Whether the last word is one letter of an unspaced script, which may begin a pair.
    let endsInLetter: Bool
    /// The term as it stands in words that ``SearchWords`` wrote: after a space and, unless its last
    /// word may go on, before one.
    let pattern: BytePattern
  }

  /// The most characters that are looked at.
  package static let longestText = 1_000
  /// The most terms that are taken, those to be excluded among them.
  package static let mostTerms = 32

  /// All of these must be there, each once in this list.
  private(set) var terms: [Term] = []
  /// None of these may be there.
  private(set) var excluded: [Term] = []

  /// Whether there is nothing to find: no word at all, or none that is not excluded.
  package var isEmpty: Bool { terms.isEmpty }
  /// How many words and phrases an article must have.
  package var termCount: Int { terms.count }

  /// The query without what is to be excluded: what finds the articles in which one point may match
  /// though another has a word that it must not have.
  var withoutExclusions: SearchQuery {
    var query = self
    query.excluded = []
    return query
  }

  /// The words of a text as one phrase, without operators: what the filters of lists compare.
  package init(phrase: String) {
    if let term = Term(phrase.unicodeScalars.prefix(Self.longestText), isPrefix: false) {
      terms = [term]
    }
  }

  /// Reads a query.
  package init(_ text: String) {
    var reader = QueryReader(text, limit: Self.longestText)
    while terms.count + excluded.count < Self.mostTerms, let part = reader.next() {
      guard let term = Term(part.text, isPrefix: part.isPrefix) else { continue }
      if part.isExcluded {
        if !excluded.contains(term) { excluded.append(term) }
      } else if !terms.contains(term) {
        terms.append(term)
      }
    }
  }
}

extension SearchQuery.Term {
  /// The term of some text; `nil` where no word is in it.
  fileprivate init?(_ scalars: some Sequence<Unicode.Scalar>, isPrefix: Bool) {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    var words: [UInt8] = []
    var reading = SearchWords()
    var count = 0
    var previous: SearchWords.Word.Form?
    var last: (form: SearchWords.Word.Form, start: Int)?
    let string = String(text)
    let utf8 = string.utf8Span.span
    while true {
      let start = words.count
      guard let word = reading.next(in: utf8, to: &words) else { break }
      previous = last?.form
      last = (word.form, start)
      count += 1
    }
    guard let last else { return nil }
    // The last letter of a run is in its last pair: alone it counts only before another word.
    let endsInPair = last.form == .last && previous == .pair
    if endsInPair {
      words.removeSubrange(last.start...)
      count -= 1
    }
    words.removeLast()  // The space after the last word.
    let letters = words[min(last.start, words.count)...].count { $0 & 0xC0 != 0x80 }
    self.words = words
    self.count = count
    endsInLetter = last.form == .last && !endsInPair
    self.isPrefix = endsInLetter || (isPrefix && !endsInPair && letters >= 2)
    let space = UInt8(ascii: " ")
    pattern = BytePattern(bytes: [space] + words + (self.isPrefix ? [] : [space]))
  }
}
