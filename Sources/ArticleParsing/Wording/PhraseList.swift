/// The phrases of a list of the vocabulary, `goals | non goals | what * wants`, as numbers.
///
/// Read in one pass, without strings, because the whole vocabulary is read before the first document is.
struct PhraseList: Sendable {
  /// One phrase of the list.
  struct Entry: Sendable {
    /// Its words; a star stands for the actor.
    fileprivate(set) var words: [Phrase] = []
    /// Its first word.
    fileprivate(set) var first = WordFilter.Word()
    /// Its longest word; of several, the last, which is seldom an article.
    fileprivate(set) var longest = WordFilter.Word()

    /// All of it as one number.
    var phrase: Phrase {
      words.first.map { first in words.dropFirst().reduce(first) { $0.followed(by: $1) } }
        ?? Phrase()
    }
    /// The place of the star, if there is one.
    var star: Int? { words.firstIndex(of: PhraseList.star) }
  }

  private static let star = Phrase("*")

  /// The phrases, in order.
  private(set) var entries: [Entry] = []

  /// Reads a list in lower case, its phrases parted by bars and their words by white space.
  init(_ list: String) {
    var entry = Entry()
    var word = WordFilter.Word()
    func finishWord() {
      guard word.shape.count > 0 else { return }
      if entry.words.isEmpty { entry.first = word }
      entry.words.append(word.folded)
      if word.shape.count >= entry.longest.shape.count, word.folded != Self.star {
        entry.longest = word
      }
      word = WordFilter.Word()
    }
    for scalar in list.unicodeScalars {
      if scalar == "|" {
        finishWord()
        if !entry.words.isEmpty { entries.append(entry) }
        entry = Entry()
      } else if scalar == " " || scalar == "\n" {
        finishWord()
      } else {
        word.add(scalar)
      }
    }
    finishWord()
    if !entry.words.isEmpty { entries.append(entry) }
  }

  /// The phrases alone.
  var phrases: [Phrase] { entries.map(\.phrase) }
}
