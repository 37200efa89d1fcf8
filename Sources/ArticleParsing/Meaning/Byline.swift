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
    let name = text.trimmed(words.words[opening].range.lowerBound..<end)
    let nameWords = words.words[opening...].prefix { $0.range.lowerBound < name.upperBound }
    guard nameWords.count <= 8, let (first, _) = text.scalar(at: name.lowerBound),
      first.properties.isUppercase, text[name].last != UInt8(ascii: "."),
      text[name].last != UInt8(ascii: ":")
    else { return nil }
    author = String(decoding: text[name], as: UTF8.self)
    date = end < text.count ? CalendarDate(Array(text[end...]), vocabulary)?.string : nil
  }
}

/// A date that is all that a line says: `9 August 2025`, `August 9, 2025`, `2025-08-09`.
struct CalendarDate {
  /// `YYYY-MM-DD`.
  let string: String

  /// Reads a text that is a date and nothing else but a weekday or a word such as `Published`.
  init?(_ text: [UInt8], _ vocabulary: Vocabulary) {
    guard text.count <= 60 else { return nil }
    let words = Words(text, limit: 8).words.map(\.folded)
    var year: Int?
    var month: Int?
    var day: Int?
    var numbers: [Int] = []
    var strangers = 0
    for word in words {
      if let named = vocabulary.months[word], month == nil {
        month = named
      } else if let number = Int(word.prefix { $0.isNumber }), word.count <= 4 {
        if number >= 1000 { year = number } else { numbers.append(number) }
      } else {
        strangers += 1
      }
    }
    if month != nil {
      day = numbers.first
    } else if numbers.count == 2, words.first.flatMap({ Int($0) }) == year {
      month = numbers[0]
      day = numbers[1]
    }
    guard strangers <= 2, let year, let month, let day, (1...12).contains(month),
      (1...Self.days(in: month, of: year)).contains(day)
    else { return nil }
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    string = padded(year, 4) + "-" + padded(month, 2) + "-" + padded(day, 2)
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
