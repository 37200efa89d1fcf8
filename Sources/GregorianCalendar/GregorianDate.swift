/// A day of the Gregorian calendar, which is taken to have been in use always, in the years 0 to 9999:
/// those that have four digits, which is all that RFC 3339 and HTTP can write.
package struct GregorianDate: Sendable, Equatable {
  /// From 0 to 9999; the year 0 is 1 BC.
  package let year: Int
  /// From 1 to 12.
  package let month: Int
  /// From 1 to the length of the month.
  package let day: Int

  /// The days from 1970-01-01 to 0000-01-01 and to 9999-12-31.
  package static let range = -719_528...2_932_896

  /// A day by its numbers; `nil` for what is none.
  package init?(year: Int, month: Int, day: Int) {
    guard (0...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.length(ofMonth: month, year: year)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// The day that is written `YYYY-MM-DD` (`full-date` of RFC 3339 section 5.6); `nil` for what is none.
  package init?(_ text: some Collection<UInt8>) {
    let bytes = Array(text)
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      let year = Self.number(bytes[0..<4]), let month = Self.number(bytes[5..<7]),
      let day = Self.number(bytes[8..<10])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// The day so many days after 1970-01-01, which must be within ``range``.
  package init(daysSince1970 days: Int) {
    precondition(Self.range.contains(days), "a year has four digits")
    // Years are counted from the first of March, so that a leap day is the last of its year and the
    // starts of months are a straight line.
    let (era, dayOfEra) = (days - Self.origin).quotientAndRemainder(dividingBy: Self.daysOfEra)
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    self.day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    year = Self.originYear + 400 * era + yearOfEra + (month <= 2 ? 1 : 0)
  }

  /// The days from 1970-01-01, negative before it.
  package var daysSince1970: Int {
    let years = (month <= 2 ? year - 1 : year) - Self.originYear
    let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
    return Self.origin + years * 365 + years / 4 - years / 100 + years / 400 + dayOfYear
  }

  /// The day of the week, from 0 for Monday to 6 for Sunday.
  package var weekday: Int {
    // 1970-01-01 was a Thursday.
    let weekday = (daysSince1970 + 3) % 7
    return weekday < 0 ? weekday + 7 : weekday
  }

  /// `YYYY-MM-DD`.
  package var text: String {
    let (months, days) = (month < 10 ? "0\(month)" : "\(month)", day < 10 ? "0\(day)" : "\(day)")
    let years = String(year)
    return String(repeating: "0", count: 4 - years.utf8.count) + "\(years)-\(months)-\(days)"
  }

  /// The days of 400 years, after which the calendar repeats.
  private static let daysOfEra = 146_097
  /// Where days are counted from, so that no count is negative: the first of March of a year that
  /// begins 400 years, before all that can be written.
  private static let originYear = -400
  private static let origin = -719_468 - daysOfEra

  private static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    var number = 0
    for digit in digits {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
      number = 10 * number + Int(digit - UInt8(ascii: "0"))
    }
    return number
  }
}
