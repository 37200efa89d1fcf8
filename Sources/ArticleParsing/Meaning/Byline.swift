/// A line that names the author: `By Judith Abara and Leon Fisk`, perhaps with a date.
struct Byline {
  let author: String
  let date: String?

  /// Reads a line, if it is a byline: a word such as `by`, then a name of at most eight words of
  /// which the first begins with a capital, then perhaps a mark and a date.
  init?(_ text: Excerpt, _ vocabulary: Vocabulary) {
    guard text.count <= 160, let opening = Self.opening(of: text, vocabulary) else { return nil }
    let words = Words(text, limit: 16)
    var end = text.count
    for mark: StaticString in ["|", "·", ",", "—", "–", "•"] {
      if let (head, tail) = Self.parts(of: text, at: mark),
        CalendarDate(text.part(tail), vocabulary) != nil
      {
        end = min(end, head.upperBound)
      }
    }
    // A date may stand where the name should: `By, 9 August 2025`.
    let start = words.words[opening].range.lowerBound
    guard start < end else { return nil }
    let name = text.trimmed(start..<end)
    let nameWords = words.words[opening...].prefix { $0.range.lowerBound < name.upperBound }
    guard nameWords.count <= 8, let (first, _) = text.scalar(at: name.lowerBound), first.isCapital,
      !name.isEmpty, text[name.upperBound - 1] != UInt8(ascii: "."),
      text[name.upperBound - 1] != UInt8(ascii: ":")
    else { return nil }
    author = text.string(name)
    date = end < text.count ? CalendarDate(text.part(end..<text.count), vocabulary)?.string : nil
  }

  /// How many words stand in front of the name: one or two such as `by`.
  private static func opening(of text: Excerpt, _ vocabulary: Vocabulary) -> Int? {
    var reader = WordReader(text)
    guard let first = reader.next()?.folded, let second = reader.next()?.folded else { return nil }
    if vocabulary.bylines.contains(first.followed(by: second)), reader.next() != nil { return 2 }
    return vocabulary.bylines.contains(first) ? 1 : nil
  }

  /// What stands in front of the first mark that has something in front, and what behind it.
  private static func parts(of text: Excerpt, at mark: StaticString) -> (
    head: Range<Int>, tail: Range<Int>
  )? {
    let length = mark.utf8CodeUnitCount
    var start = 0
    while text.has(mark, at: start) { start += length }
    guard let end = (start..<text.count).first(where: { text.has(mark, at: $0) }),
      end + length < text.count
    else { return nil }
    return (start..<end, end + length..<text.count)
  }
}
