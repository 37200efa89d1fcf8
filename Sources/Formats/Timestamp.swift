/// A point in time as the API writes it.
package struct Timestamp: Sendable, Equatable {
  /// Since 1970, UTC.
  package let milliseconds: Int64

  /// A point in time, by its milliseconds since 1970, UTC.
  package init(milliseconds: Int64) { self.milliseconds = milliseconds }

  /// From 0000-01-01T00:00:00.000Z to 9999-12-31T23:59:59.999Z: what can be written.
  package static let range: ClosedRange<Int64> = -62_167_219_200_000...253_402_300_799_999

  /// RFC 3339 in UTC with milliseconds: `2025-08-09T17:03:00.000Z`. The year has four digits, as the
  /// RFC wants it: times before the year 0 and after 9999 are written as the nearest that has.
  package var text: String {
    let clamped = min(max(milliseconds, Self.range.lowerBound), Self.range.upperBound)
    let (days, time) = Self.divide(clamped, by: 86_400_000)
    let (year, month, day) = Self.date(daysSince1970: days)
    return Self.padded(year, 4) + "-" + Self.padded(month, 2) + "-" + Self.padded(day, 2) + "T"
      + Self.padded(time / 3_600_000, 2) + ":" + Self.padded(time / 60_000 % 60, 2) + ":"
      + Self.padded(time / 1_000 % 60, 2) + "." + Self.padded(time % 1_000, 3) + "Z"
  }

  /// Whether this is a day of the proleptic Gregorian calendar, written `YYYY-MM-DD`.
  package static func isDate(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      let year = number(bytes[0..<4]), let month = number(bytes[5..<7]),
      let day = number(bytes[8..<10]), (1...12).contains(month), day >= 1
    else { return false }
    return day <= length(ofMonth: month, year: year)
  }

  static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    guard digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
      return nil
    }
    return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
  }

  private static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func padded(_ value: Int64, _ width: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  private static func divide(_ value: Int64, by divisor: Int64) -> (Int64, Int64) {
    let remainder = (value % divisor + divisor) % divisor
    return ((value - remainder) / divisor, remainder)
  }

  /// The civil date of a day, counted in eras of 400 years that begin on the first of March, so that
  /// a leap day is the last of its year.
  private static func date(daysSince1970: Int64) -> (Int64, Int64, Int64) {
    let (era, dayOfEra) = divide(daysSince1970 + 719_468, by: 146_097)
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }
}
