/// What tells the languages apart: their scripts, their frequent words, and the letters that only
/// some of them have.
///
/// A sign is counted for every language that it tells; they stand one behind another in one list, and
/// a word or letter has a range of it. Indices behind the last language stand for the languages without
/// an entry, one for each script.
///
/// A class, because a value of so many tables would be copied table by table.
final class LanguageSigns: Sendable {
  /// The BCP 47 tags of the languages, in the order of the vocabulary.
  let tags: [String]
  /// What each of them is written in.
  let scripts: [Script]
  /// Indices of languages, as the ranges below have them.
  private let told: [UInt8]
  private let words: PhraseTable<Range<Int>>
  /// The shapes of these words.
  let shapes: WordShapes
  /// By the letter's code point; letters beyond the last tell nothing.
  private let letters: [Range<Int>]

  /// The signs of the languages of the vocabulary, and of those that have no words in it.
  init(_ languages: [Language], others: [Language]) {
    tags = languages.map(\.tag)
    scripts = languages.map(\.script)
    var told: [UInt8] = []
    func tell(_ tellers: [UInt8]) -> Range<Int> {
      told += tellers
      return told.count - tellers.count..<told.count
    }
    var shapes: [WordShape] = []
    var byWord: [Phrase: [UInt8]] = [:]
    var byLetter: [Unicode.Scalar: [UInt8]] = [:]
    /// Takes the signs of a language, each for the index that its first letter has.
    func add(_ language: Language, _ index: (Unicode.Scalar?) -> Int) {
      for word in language[.frequent].entries {
        let index = index(word.text.unicodeScalars.first)
        byWord[word.phrase, default: []].append(UInt8(truncatingIfNeeded: index))
        shapes.append(word.longest.shape)
      }
      for letter in language[.letters].entries.flatMap(\.text.unicodeScalars) {
        byLetter[letter, default: []].append(UInt8(truncatingIfNeeded: index(letter)))
      }
    }
    for (index, language) in languages.enumerated() { add(language) { _ in index } }
    for language in others {
      add(language) { languages.count + ($0?.script?.0 ?? language.script).rawValue }
    }
    self.shapes = WordShapes(shapes)
    words = PhraseTable(byWord.map { ($0.key, tell($0.value)) })
    var letters = [Range<Int>](
      repeating: 0..<0, count: byLetter.keys.map { Int($0.value) + 1 }.max() ?? 0)
    for (letter, tellers) in byLetter { letters[Int(letter.value)] = tell(tellers) }
    self.letters = letters
    self.told = told
  }

  /// Adds one to the signs of each language that a word tells.
  func count(_ word: Phrase, in signs: inout [Int]) {
    if let tellers = words[word] { count(tellers, in: &signs) }
  }

  /// The same for a letter.
  func count(_ letter: Unicode.Scalar, in signs: inout [Int]) {
    let place = Int(letter.value)
    if place < letters.count { count(letters[place], in: &signs) }
  }

  private func count(_ tellers: Range<Int>, in signs: inout [Int]) {
    for place in tellers { signs[Int(told[place])] += 1 }
  }
}
