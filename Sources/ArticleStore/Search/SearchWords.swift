/// The words of a text as search compares them: the one tokenizer of index, queries and highlights.
///
/// A word is a run of letters and digits, folded by ``FoldedCharacter``; apostrophes and hyphens part
/// words, as all punctuation does: `Putin’s` is `putin` and `s`. What groups the digits of a number is
/// left out: 1,100 and 1.100 and 1’100 are `1100`, while 3.5 is `3` and `5`. Of a longer word the
/// first ``longestWord`` bytes count.
///
/// A run of a script that is written without spaces between words is given as overlapping pairs and
/// its last letter: 日本人 is `日本`, `本人`, `人`. So every part of it is found: one letter as the
/// beginning of a pair, two or more as the pairs that they are.
///
/// One pass, without a look at Unicode's tables for ASCII; nothing grows but the output, to at most
/// three times the text.
package struct SearchWords {
  /// Changes with the words: an index of another version is to be made again.
  package static let version = 1
  /// The most bytes that a word has.
  package static let longestWord = 64

  /// A word's place in the text.
  struct Word: Sendable, Equatable {
    /// How much of what the text says it is.
    enum Form: Sendable {
      /// A word.
      case whole
      /// Two letters of an unspaced run.
      case pair
      /// The last letter of such a run, or its only one.
      case last
    }

    let form: Form
    /// From its first letter to its end, what was dropped within it included.
    let source: Range<Int>
    /// The end of the first letter of a pair; of other words the end of all.
    let firstEnd: Int
  }

  /// Where the next word is looked for.
  private var offset = 0
  /// The letter of an unspaced run that has begun the next pair.
  private var run: (letters: FoldedLetters, start: Int)?

  /// A reading from the beginning of a text.
  init() {}

  /// Writes the next word of a text, always the same, and a space after it.
  ///
  /// - Parameters:
  ///   - text: the text.
  ///   - words: has room for ``mostBytes`` at least.
  /// - Returns: the place of the word in the text; `nil` at the end.
  @inline(__always)
  mutating func next(
    in text: borrowing Span<UInt8>, to words: inout OutputSpan<UInt8>
  ) -> Word? {
    if let run { return pair(run, in: text, to: &words) }
    while offset < text.count {
      let byte = text[offset]
      if byte < 0x80 {
        if FoldedLetters.folded(byte) != nil { break }
        offset += 1
        continue
      }
      let (character, end) = FoldedCharacter.decode(text, at: offset)
      if case .unspaced(let letters) = character {
        let start = offset
        offset = end
        return pair((letters, start), in: text, to: &words)
      }
      if case .letters = character { break }
      offset = end
    }
    return offset < text.count ? word(in: text, to: &words) : nil
  }

  /// Goes on to a word that may begin with one of some letters, without reading those before it: of
  /// ASCII alone, since what other words begin with is not seen from a byte.
  ///
  /// The digits after the mark of a group (1,100) are taken for a word, so digits cannot be asked for.
  mutating func skip(in text: borrowing Span<UInt8>, toWordsWith beginnings: FirstLetters) {
    guard run == nil else { return }
    while offset < text.count {
      guard text[offset] < 0x80 else { return }
      guard let letter = FoldedLetters.folded(text[offset]) else {
        offset += 1
        continue
      }
      if beginnings.contains(letter) { return }
      var end = offset + 1
      while end < text.count, FoldedLetters.folded(text[end]) != nil { end += 1 }
      // What is not ASCII may belong to the word, and be a letter or nothing.
      if end < text.count, text[end] >= 0x80 { return }
      offset = end
    }
  }

  /// The word that begins at the offset.
  private mutating func word(
    in text: borrowing Span<UInt8>, to words: inout OutputSpan<UInt8>
  ) -> Word {
    let start = offset
    let first = words.count
    /// Where the word may grow to; at the first letter that does not fit it is whole.
    var limit = first + Self.longestWord
    var hasGroups = false
    reading: while offset < text.count {
      // Most words are a run of these and nothing else.
      while offset < text.count, let letter = FoldedLetters.folded(text[offset]) {
        if words.count < limit { words.append(letter) }
        offset += 1
      }
      guard offset < text.count else { break }
      let byte = text[offset]
      if byte == UInt8(ascii: " ") { break }
      if words.count - first <= 3 || hasGroups,
        let digits = Self.group(in: text, at: offset),
        Self.isNumber(words.span, from: first)
      {
        if words.count + 3 <= limit {
          for index in digits { words.append(text[index]) }
        } else {
          limit = words.count
        }
        hasGroups = true
        offset = digits.upperBound
        continue
      }
      if byte < 0x80 { break }
      let (character, end) = FoldedCharacter.decode(text, at: offset)
      switch character {
      case .separator, .unspaced: break reading
      case .ignored: break
      case .letters(let letters):
        if words.count + letters.count <= limit {
          letters.append(to: &words)
        } else {
          limit = words.count
        }
      }
      offset = end
    }
    words.append(UInt8(ascii: " "))
    return Word(form: .whole, source: start..<offset, firstEnd: offset)
  }

  /// The pair of a letter and the one after it; the letter alone where the run ends.
  private mutating func pair(
    _ first: (letters: FoldedLetters, start: Int), in text: borrowing Span<UInt8>,
    to words: inout OutputSpan<UInt8>
  ) -> Word {
    run = nil
    first.letters.append(to: &words)
    defer { words.append(UInt8(ascii: " ")) }
    let firstEnd = endOfLetter(in: text)
    guard offset < text.count, text[offset] >= 0x80,
      case (.unspaced(let letters), let end) = FoldedCharacter.decode(text, at: offset)
    else { return Word(form: .last, source: first.start..<firstEnd, firstEnd: firstEnd) }
    letters.append(to: &words)
    let start = offset
    offset = end
    run = (letters, start)
    _ = endOfLetter(in: text)
    return Word(form: .pair, source: first.start..<offset, firstEnd: firstEnd)
  }

  /// Skips what is ignored here, such as the selector of a letter's variant, which belongs to
  /// the letter before it.
  private mutating func endOfLetter(in text: borrowing Span<UInt8>) -> Int {
    // Of the letters of unspaced scripts, none begins with these bytes but the half-width ones.
    while offset < text.count, text[offset] == 0xEF || text[offset] == 0xF3 || text[offset] == 0xE2,
      case (.ignored, let end) = FoldedCharacter.decode(text, at: offset)
    {
      offset = end
    }
    return offset
  }

  private static func isNumber(_ words: borrowing Span<UInt8>, from first: Int) -> Bool {
    for index in first..<words.count where words[index] &- UInt8(ascii: "0") >= 10 { return false }
    return true
  }

  /// The three digits after a mark that groups digits, where just three stand there.
  private static func group(in text: borrowing Span<UInt8>, at offset: Int) -> Range<Int>? {
    let mark: Int
    switch text[offset] {
    case UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: "'"): mark = 1
    case 0xC2: mark = has(text, offset + 1, 0xA0) ? 2 : 0  // No-break space.
    // Thin space, narrow no-break space, apostrophe.
    case 0xE2:
      let isMark =
        has(text, offset + 1, 0x80)
        && (has(text, offset + 2, 0x89) || has(text, offset + 2, 0xAF)
          || has(text, offset + 2, 0x99))
      mark = isMark ? 3 : 0
    default: mark = 0
    }
    let start = offset + mark
    guard mark > 0, text.count - start >= 3 else { return nil }
    for index in start..<start + 3 where text[index] &- UInt8(ascii: "0") >= 10 { return nil }
    let end = start + 3
    guard end == text.count || FoldedLetters.folded(text[end]) == nil else { return nil }
    return start..<end
  }

  private static func has(_ text: borrowing Span<UInt8>, _ offset: Int, _ byte: UInt8) -> Bool {
    offset < text.count && text[offset] == byte
  }
}

extension SearchWords {
  /// The room that one word needs at most, with the space after it.
  private static let mostBytes = longestWord + 8

  /// Appends the next word of a text to what is there already; `nil` where there is none.
  mutating func next(in text: borrowing Span<UInt8>, to words: inout [UInt8]) -> Word? {
    var word: Word?
    words.append(addingCapacity: Self.mostBytes) { word = next(in: text, to: &$0) }
    return word
  }

  /// Appends the words of a text, each with a space after it: what the index is given.
  package static func append(_ text: borrowing Span<UInt8>, to words: inout [UInt8]) {
    // In ASCII the words are no longer than the text.
    words.reserveCapacity(words.count + text.count + mostBytes)
    var reading = SearchWords()
    var isAtEnd = false
    while !isAtEnd {
      let room = max(words.capacity - words.count, words.count / 2, 4 * mostBytes)
      words.append(addingCapacity: room) { words in
        while !isAtEnd, words.freeCapacity >= mostBytes {
          isAtEnd = reading.next(in: text, to: &words) == nil
        }
      }
    }
  }

  /// Appends the words of a string, each with a space after it.
  package static func append(_ text: String, to words: inout [UInt8]) {
    append(text.utf8Span.span, to: &words)
  }
}

/// Letters of ASCII, folded, with which words may begin.
struct FirstLetters {
  private var bits: UInt32 = 0

  /// The letters with which some words begin; `nil` where one of them begins with anything else.
  init?(_ words: [[UInt8]]) {
    for word in words {
      guard let first = word.first, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first) else {
        return nil
      }
      bits |= Self.bit(first)
    }
  }

  /// Whether a folded letter or digit is one of them.
  @inline(__always)
  func contains(_ letter: UInt8) -> Bool {
    letter >= UInt8(ascii: "a") && bits & Self.bit(letter) != 0
  }

  private static func bit(_ letter: UInt8) -> UInt32 { 1 << UInt32(letter & 31) }
}
