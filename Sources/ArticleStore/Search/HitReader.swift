/// Where in a text terms of a query stand, found while the text is read word by word.
///
/// Only the last words are kept, as many as the longest term has: it takes no more memory for a
/// longer text.
struct HitReader {
  /// A term, found.
  struct Hit: Sendable, Equatable {
    /// The term's index in ``SearchQuery/terms``.
    let term: Int
    /// The words that it is; where it is the beginning of a word, that word; where it is one letter
    /// of an unspaced script, that letter.
    let source: Range<Int>
    /// How many characters stand before the hit.
    let firstCharacter: Int
    /// How many stand before the end of its last word.
    let lastCharacter: Int
  }

  private struct Reading {
    let word: SearchWords.Word
    /// Where the folded word begins in ``words``.
    let start: Int
    /// How many characters stand before the word.
    let firstCharacter: Int
  }

  /// What has been found so far, in the order of the words in which the hits end.
  private(set) var hits: [Hit] = []
  /// Where the last word that was read begins.
  private(set) var offset = 0

  private let terms: [SearchQuery.Term]
  /// The number of words of each term, and the byte that it begins with.
  private let beginnings: [(count: Int, byte: UInt8)]
  private let longestTerm: Int
  /// The letters with which the terms begin, where each term is one word in ASCII: all other words
  /// need not be read.
  private let firstLetters: FirstLetters?
  private var reading = SearchWords()
  private var words: [UInt8] = []
  private var recent: [Reading] = []
  /// A place up to which characters have been counted, and their number.
  private var counted = (offset: 0, characters: 0)

  private static let keptWords = 256

  /// A reader from the beginning of a text.
  init(_ query: SearchQuery) {
    terms = query.terms
    beginnings = query.terms.map { ($0.count, $0.words.first ?? 0) }
    longestTerm = query.terms.map(\.count).max() ?? 0
    firstLetters = longestTerm == 1 ? FirstLetters(query.terms.map(\.words)) : nil
  }

  /// Reads the next word of a text that may be a term, always the same; `false` at its end.
  mutating func next(in text: borrowing Span<UInt8>) -> Bool {
    if let firstLetters { reading.skip(in: text, toWordsWith: firstLetters) }
    if recent.count >= longestTerm + Self.keptWords { forget() }
    let start = words.count
    guard let word = reading.next(in: text, to: &words) else { return false }
    // The second word of a pair begins before the first one ends.
    let firstCharacter = characters(to: word.source.lowerBound, in: text)
    recent.append(Reading(word: word, start: start, firstCharacter: firstCharacter))
    offset = word.source.lowerBound
    // Counted once a word, and only where something is found: a word may be long.
    var lastCharacter: Int?
    for (index, beginning) in beginnings.enumerated() where beginning.count <= recent.count {
      let first = recent[recent.count - beginning.count]
      // Most words are ruled out by their first letter.
      guard words[first.start] == beginning.byte else { continue }
      let term = terms[index]
      guard term.is(words.span, from: first.start) else { continue }
      let last =
        lastCharacter ?? firstCharacter + Self.characters(in: word.source, of: text)
      lastCharacter = last
      hits.append(
        Hit(
          term: index,
          source: first.word.source
            .lowerBound..<(term.endsInLetter ? word.firstEnd : word.source.upperBound),
          firstCharacter: first.firstCharacter, lastCharacter: last))
    }
    return true
  }

  /// Lets go of the words that no term can reach any more.
  private mutating func forget() {
    recent.removeFirst(recent.count - longestTerm)
    let start = recent.first?.start ?? words.count
    words.removeFirst(start)
    recent = recent.map {
      Reading(word: $0.word, start: $0.start - start, firstCharacter: $0.firstCharacter)
    }
  }

  /// Counts on to an offset, which is never before the last one.
  private mutating func characters(to offset: Int, in text: borrowing Span<UInt8>) -> Int {
    counted.characters += Self.characters(
      in: counted.offset..<max(offset, counted.offset), of: text)
    counted.offset = max(offset, counted.offset)
    return counted.characters
  }

  private static func characters(in range: Range<Int>, of text: borrowing Span<UInt8>) -> Int {
    var characters = 0
    for index in range where text[index] & 0xC0 != 0x80 { characters += 1 }
    return characters
  }
}

extension SearchQuery.Term {
  /// Whether these words, from this place to their end, are the term's.
  fileprivate func `is`(_ words: borrowing Span<UInt8>, from start: Int) -> Bool {
    // Behind the last word stands a space.
    let count = words.count - start - 1
    guard isPrefix ? count >= self.words.count : count == self.words.count else { return false }
    for index in self.words.indices where words[start + index] != self.words[index] {
      return false
    }
    return true
  }
}
