import GregorianCalendar

/// Dates as HTTP writes them (RFC 9110 section 5.6.7): `Sun, 06 Nov 1994 08:49:37 GMT`.
package enum HTTPDate {
  private static let days = Array("MonTueWedThuFriSatSun".utf8)
  static let months = Array("JanFebMarAprMayJunJulAugSepOctNovDec".utf8)

  /// Adds the 29 bytes of an IMF-fixdate, from seconds since 1970 without leap seconds; before 1970
  /// and beyond the year 9999 the nearest date that the form can hold.
  package static func append(secondsSince1970 seconds: Int, to bytes: inout [UInt8]) {
    let seconds = min(max(seconds, 0), 253_402_300_799)
    let date = GregorianDate(daysSince1970: seconds / 86_400)
    let time = seconds % 86_400
    let (weekday, month) = (date.weekday * 3, (date.month - 1) * 3)
    bytes.append(contentsOf: days[weekday..<(weekday + 3)])
    bytes.append(", ")
    appendDigits(date.day, 2, to: &bytes)
    bytes.append(.space)
    bytes.append(contentsOf: months[month..<(month + 3)])
    bytes.append(.space)
    appendDigits(date.year, 4, to: &bytes)
    bytes.append(.space)
    appendDigits(time / 3600, 2, to: &bytes)
    bytes.append(.colon)
    appendDigits(time / 60 % 60, 2, to: &bytes)
    bytes.append(.colon)
    appendDigits(time % 60, 2, to: &bytes)
    bytes.append(" GMT")
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
