import GregorianCalendar

/// A date that is all that a line says: `9 August 2025`, `August 9, 2025`, `2025-08-09`.
struct CalendarDate {
  /// `YYYY-MM-DD`.
  let string: String

  /// Reads a text that is a date and nothing else but a weekday or a word such as `Published`.
  init?(_ text: Excerpt, _ vocabulary: Vocabulary) {
    guard text.count <= 60, text.contains(where: \.isDigit) else { return nil }
    let words = Words(text, limit: 8)
    var year: Int?
    var month: Int?
    var day: Int?
    var numbers: [Int] = []
    var strangers = 0
    for word in words.words {
      if month == nil, let named = vocabulary.months[word.folded] {
        month = named
      } else if word.range.count <= 4, let number = Self.number(text, at: word.range) {
        if number >= 1000, year == nil { year = number } else { numbers.append(number) }
      } else {
        strangers += 1
      }
    }
    if month != nil {
      day = numbers.first
    } else if numbers.count == 2, text.first?.isDigit == true, text.prefix(4).allSatisfy(\.isDigit)
    {
      month = numbers[0]
      day = numbers[1]
    }
    guard strangers <= 2, let year, let month, let day,
      let date = GregorianDate(year: year, month: month, day: day)
    else { return nil }
    string = date.text
  }

  /// The number in the digits with which a short range begins; none where it begins otherwise.
  private static func number(_ text: Excerpt, at range: Range<Int>) -> Int? {
    var number: Int?
    for offset in range {
      guard text[offset].isDigit else { break }
      number = (number ?? 0) * 10 + Int(text[offset] - UInt8(ascii: "0"))
    }
    return number
  }
}
