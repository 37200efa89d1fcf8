/// Dates as HTTP writes them (RFC 9110 section 5.6.7): `Sun, 06 Nov 1994 08:49:37 GMT`.
package enum HTTPDate {
  private static let days = Array("MonTueWedThuFriSatSun".utf8)
  static let months = Array("JanFebMarAprMayJunJulAugSepOctNovDec".utf8)

  /// Adds the 29 bytes of an IMF-fixdate, from seconds since 1970 without leap seconds; before 1970
  /// and beyond the year 9999 the nearest date that the form can hold.
  package static func append(secondsSince1970 seconds: Int, to bytes: inout [UInt8]) {
    let seconds = min(max(seconds, 0), 253_402_300_799)
    let day = seconds / 86_400
    let time = seconds % 86_400
    let (year, month, dayOfMonth) = date(day)
    // 1 January 1970 was a Thursday.
    let weekday = (day + 3) % 7 * 3
    bytes.append(contentsOf: days[weekday..<(weekday + 3)])
    bytes.append(", ")
    appendDigits(dayOfMonth, 2, to: &bytes)
    bytes.append(.space)
    bytes.append(contentsOf: months[(month * 3)..<(month * 3 + 3)])
    bytes.append(.space)
    appendDigits(year, 4, to: &bytes)
    bytes.append(.space)
    appendDigits(time / 3600, 2, to: &bytes)
    bytes.append(.colon)
    appendDigits(time / 60 % 60, 2, to: &bytes)
    bytes.append(.colon)
    appendDigits(time % 60, 2, to: &bytes)
    bytes.append(" GMT")
  }

  /// The Gregorian date of a day since 1970; `month` counts from 0.
  private static func date(_ day: Int) -> (year: Int, month: Int, dayOfMonth: Int) {
    // Years that begin in March put the leap day last, so a month's start is a straight line.
    let shifted = day + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let dayOfMonth = dayOfYear - (153 * marchMonth + 2) / 5 + 1
    let month = (marchMonth + 2) % 12
    return (era * 400 + yearOfEra + (month < 2 ? 1 : 0), month, dayOfMonth)
  }

  private static func appendDigits(_ value: Int, _ count: Int, to bytes: inout [UInt8]) {
    var divisor = 1
    for _ in 1..<count { divisor *= 10 }
    while divisor > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(value / divisor % 10))
      divisor /= 10
    }
  }
}
