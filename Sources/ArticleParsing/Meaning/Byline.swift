/// A line that names the author: `By Judith Abara and Leon Fisk`, perhaps with a date.
struct Byline {
  let author: String
  let date: String?

  /// Reads a line, if it is a byline: a word such as `by`, then a name of at most eight words of
  /// which the first begins with a capital, then perhaps a mark and a date.
  init?(_ text: [UInt8], _ vocabulary: Vocabulary) {
    guard text.count <= 160 else { return nil }
    let words = Words(text, limit: 16)
    let opening = (1...2).last { count in
      count < words.words.count && vocabulary.bylines.contains(words.phrase(0..<count))
    }
    guard let opening else { return nil }
    var end = text.count
    for mark in ["|", "·", ",", "—", "–", "•"] {
      let pieces = text.split(separator: Array(mark.utf8), maxSplits: 1)
      if let tail = pieces.last, pieces.count == 2, CalendarDate(Array(tail), vocabulary) != nil {
        end = min(end, pieces[0].endIndex)
      }
    }
    // A date may stand where the name should: `By, 9 August 2025`.
    let start = words.words[opening].range.lowerBound
    guard start < end else { return nil }
    let name = text.trimmed(start..<end)
    let nameWords = words.words[opening...].prefix { $0.range.lowerBound < name.upperBound }
    guard nameWords.count <= 8, let (first, _) = text.scalar(at: name.lowerBound),
      first.properties.isUppercase, text[name].last != UInt8(ascii: "."),
      text[name].last != UInt8(ascii: ":")
    else { return nil }
    author = String(decoding: text[name], as: UTF8.self)
    date = end < text.count ? CalendarDate(Array(text[end...]), vocabulary)?.string : nil
  }
}
