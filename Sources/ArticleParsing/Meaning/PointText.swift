/// A point's text taken apart: what names it, and what it says.
struct PointText {
  let label: String?
  let text: String

  /// Takes the own paragraphs of an item apart.
  ///
  /// - Parameters:
  ///   - first: the item's first paragraph.
  ///   - start: where the point begins in it, behind a word such as `Pro:`.
  ///   - further: its other paragraphs.
  ///   - vocabulary: tells abbreviations from ends of sentences.
  init(
    _ first: borrowing Prose, from start: Int, further: borrowing [Prose] = [],
    vocabulary: borrowing Vocabulary
  ) {
    let text = first.text
    let whole = text.trimmed(start..<text.count)
    var body = whole
    var label: String?
    if let leadIn = LeadIn.find(in: first, from: whole.lowerBound, vocabulary) {
      // A lead-in with nothing behind it is the point itself.
      if leadIn.rest < whole.upperBound {
        label = first[leadIn.label]
        body = leadIn.rest..<whole.upperBound
      } else if !further.isEmpty {
        label = first[leadIn.label]
        body = whole.upperBound..<whole.upperBound
      }
    }
    self.label = label
    guard !further.isEmpty else {
      self.text = first[body]
      return
    }
    let paragraphs = [first[body]] + further.map(\.string)
    self.text = paragraphs.filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// A text whose parts are known.
  init(label: String?, text: String) {
    self.label = label
    self.text = text
  }

  /// What an item is called: its label, or all of it when it has none.
  var name: String { label ?? text }

  /// Whether a text only says that there is nothing to say: `None`, `N/A`.
  @inline(__always)
  static func isPlaceholder(
    _ text: Excerpt, from start: Int = 0, _ vocabulary: Vocabulary
  ) -> Bool {
    text.count - start <= longestPlaceholder
      && saysNothing(text.part(start..<text.count), vocabulary)
  }

  /// More bytes than this say something.
  private static let longestPlaceholder = 60

  private static func saysNothing(_ text: Excerpt, _ vocabulary: Vocabulary) -> Bool {
    var reader = WordReader(text)
    guard let first = reader.next(), vocabulary.placeholderOpenings.contains(first.folded) else {
      return false
    }
    return Words(text, limit: 8).phrase.map(vocabulary.placeholders.contains) ?? false
  }
}
