/// The phrases of a list of the vocabulary, as numbers.
///
/// Read in one pass, because the whole vocabulary is read before the first document is.
struct PhraseList: Sendable {
  /// One phrase of the list.
  struct Entry: Sendable {
    /// What the list has.
    fileprivate let written: Excerpt
    /// Its words; a star stands for the actor.
    fileprivate(set) var words: [Phrase] = []
    /// Its first word.
    fileprivate(set) var first = WordFilter.Word()
    /// Its longest word; of several, the last, which is seldom an article.
    fileprivate(set) var longest = WordFilter.Word()

    /// As the list has it.
    var text: String { written.string }
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
  /// One number for all of them, in their order.
  private(set) var digest = Phrase()

  /// Makes room for so many more.
  mutating func reserveCapacity(_ count: Int) { entries.reserveCapacity(entries.count + count) }

  /// Adds a phrase in lower case, its words parted by spaces.
  mutating func append(_ phrase: Excerpt) {
    var entry = Entry(written: phrase)
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
    var offset = 0
    while let (scalar, length) = phrase.scalar(at: offset) {
      if scalar == " " { finishWord() } else { word.add(scalar) }
      offset += length
    }
    finishWord()
    guard !entry.words.isEmpty else { return }
    digest = digest.followed(by: entry.phrase)
    entries.append(entry)
  }

  /// The phrases alone.
  var phrases: [Phrase] { entries.map(\.phrase) }
}
