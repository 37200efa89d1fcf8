/// The words of a short text (a heading, a label, a sentence), folded for comparison.
///
/// Hyphens part words, and so does all punctuation; `&`, `/` and `+` are words of their own. Every
/// word keeps its place in the text.
struct Words: Sendable {
  struct Word: Sendable {
    /// The word as it is compared.
    let folded: Phrase
    private let start: UInt32
    private let end: UInt32

    init(folded: Phrase, range: Range<Int>) {
      self.folded = folded
      start = UInt32(truncatingIfNeeded: range.lowerBound)
      end = UInt32(truncatingIfNeeded: range.upperBound)
    }

    /// Its place in the text, in UTF-8 bytes.
    var range: Range<Int> { Int(start)..<Int(end) }
  }

  let text: Excerpt
  private(set) var words: [Word] = []

  /// Takes a text apart; at most the first `limit` words of it, and a sign that closes the last.
  init(_ text: Excerpt, limit: Int = 64) {
    self.text = text
    words.reserveCapacity(8)
    var reader = WordReader(text)
    while words.count < limit, let word = reader.next() { words.append(word) }
    if words.count == limit, let sign = reader.nextSign() { words.append(sign) }
  }

  var count: Int { words.count }

  /// The words of a range, not empty, as a phrase.
  func phrase(_ range: Range<Int>) -> Phrase {
    var phrase = words[range.lowerBound].folded
    for index in range.dropFirst() { phrase = phrase.followed(by: words[index].folded) }
    return phrase
  }

  /// All words as a phrase; none when there is no word.
  var phrase: Phrase? { words.isEmpty ? nil : phrase(words.indices) }

  /// The text from one word to another, as it was written; none for an empty range.
  func written(_ range: Range<Int>) -> String? {
    guard !range.isEmpty else { return nil }
    return text.string(
      words[range.lowerBound].range.lowerBound..<words[range.upperBound - 1].range.upperBound)
  }

  /// Whether a word begins with a capital letter.
  func isCapitalised(_ index: Int) -> Bool {
    text.scalar(at: words[index].range.lowerBound)?.scalar.isCapital ?? false
  }

  /// Whether a word is a number in digits.
  func isNumber(_ index: Int) -> Bool { words[index].range.allSatisfy { text[$0].isDigit } }
}
