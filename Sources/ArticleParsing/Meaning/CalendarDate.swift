import GregorianCalendar

/// The one date that a short line says: `9 August 2025`, `Published on August 9, 2025 · 5 min read`,
/// `2025-08-09T10:30Z`.
///
/// A wrong day is worse than none: day, month and year must stand together, and a line that says two dates
/// says none.
struct CalendarDate {
  /// `YYYY-MM-DD`.
  let string: String

  /// More bytes than this say more than a date.
  private static let longest = 80
  /// Words that may stand beside a date: a weekday, `Published on`, how long reading takes.
  private static let mostOtherWords = 4

  /// Reads a line.
  init?(_ text: Excerpt, _ vocabulary: Vocabulary) {
    guard text.count <= Self.longest, text.contains(where: \.isDigit) else { return nil }
    if let date = Self.numeric(in: text) {
      guard Words(text, limit: 16).count <= Self.mostOtherWords + Self.wordsOfNumeric else {
        return nil
      }
      string = date.text
      return
    }
    let words = Words(text, limit: 16)
    var found: GregorianDate?
    var others = words.count
    for index in words.words.indices {
      guard let month = vocabulary.months[words.words[index].folded],
        let (date, count) = Self.date(around: index, month, in: words, vocabulary)
      else { continue }
      guard found == nil else { return nil }
      found = date
      others -= count
    }
    guard let found, others <= Self.mostOtherWords else { return nil }
    string = found.text
  }

  /// Words of which `2025-08-09T10:30Z` is made.
  private static let wordsOfNumeric = 5

  /// The one date in digits of a line, the year in front: `2025-08-09`, with or without a time behind it,
  /// `2025/8/9`, `2025.8.9`.
  private static func numeric(in text: Excerpt) -> GregorianDate? {
    var found: GregorianDate?
    for start in text.indices where text[start].isDigit && (start == 0 || !text[start - 1].isDigit)
    {
      guard let (year, mark) = number(in: text, from: start, digits: 4...4), mark < text.count,
        let (month, second) = number(in: text, from: mark + 1, digits: 1...2), second < text.count,
        text[mark] == text[second], "-/.".utf8.contains(text[mark]),
        let (day, _) = number(in: text, from: second + 1, digits: 1...2),
        let date = GregorianDate(year: year, month: month, day: day)
      else { continue }
      guard found == nil else { return nil }
      found = date
    }
    return found
  }

  /// The number that all digits at an offset make, if they are as many, and where they end.
  private static func number(
    in text: Excerpt, from start: Int, digits: ClosedRange<Int>
  ) -> (Int, end: Int)? {
    guard start < text.count else { return nil }
    let run = text[start...].prefix(digits.upperBound + 1).prefix(while: \.isDigit)
    guard digits.contains(run.count) else { return nil }
    return (run.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }, start + run.count)
  }

  /// The date of which a month is a part, and how many words it has: `9 August 2025`, `9 de agosto de
  /// 2025`, `August 9, 2025` or `2025 August 9`.
  private static func date(
    around month: Int, _ number: Int, in words: Words, _ vocabulary: Vocabulary
  ) -> (GregorianDate, count: Int)? {
    /// The index of the next word on one side, past a word such as `de`.
    func next(to index: Int, _ step: Int) -> Int {
      let next = index + step
      guard words.words.indices.contains(next),
        vocabulary.complements.contains(words.words[next].folded)
      else { return next }
      return next + step
    }
    let before = next(to: month, -1)
    let after = next(to: month, 1)
    if let day = words.day(before), let year = words.year(after) {
      return GregorianDate(year: year, month: number, day: day).map { ($0, after - before + 1) }
    }
    guard let day = words.day(month + 1) else { return nil }
    let places = [month + 2, month - 1]
    let years = places.compactMap { words.year($0) }
    guard years.count == 1, let year = years.first else { return nil }
    return GregorianDate(year: year, month: number, day: day).map { ($0, 3) }
  }
}

extension Words {
  /// The day that a word says, with an ordinal ending or not: `9`, `9th`, `1er`.
  fileprivate func day(_ index: Int) -> Int? {
    guard let (number, digits) = number(index), digits <= 2, (1...31).contains(number),
      words[index].range.count - digits <= 2
    else { return nil }
    return number
  }

  /// The year that a word of four digits says.
  fileprivate func year(_ index: Int) -> Int? {
    guard let (number, digits) = number(index), digits == 4, number >= 1000,
      words[index].range.count == digits
    else { return nil }
    return number
  }

  /// The number in the digits with which a word begins, at most four of them, and how many they are.
  private func number(_ index: Int) -> (Int, digits: Int)? {
    guard words.indices.contains(index) else { return nil }
    let digits = text[words[index].range].prefix(while: \.isDigit)
    guard (1...4).contains(digits.count) else { return nil }
    return (digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }, digits.count)
  }
}
